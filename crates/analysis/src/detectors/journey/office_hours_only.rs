//! A matter that residents can only settle while the office is open.
//!
//! ## Why it is waste
//! Who works when the office does has to take time off, and everybody else comes and calls in the same few hours.
//!
//! ## Flagged
//! ```flow
//! 住民: 電話で申し込む 5分 [相談 電話]
//!   接点: 電話
//! 窓口: 申込を受ける 5分 [受領 電話]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 電話で空きを尋ねる 5分 [相談 電話]
//!   接点: 電話
//! 窓口: 空きを答える 5分 [受領 電話]
//! 住民: 申込書を郵送する 5分 [送付 紙]
//!   接点: 郵送
//! ```
//! ```flow
//! @担当 電話窓口 [委託 時間:8:30〜20:00]
//! 住民: 電話で申し込む 5分 [相談 電話]
//!   接点: 電話
//! 電話窓口: 申込を受ける 5分 [受領 電話]
//! ```
//! ```flow
//! 住民: 申込書に書く 5分 [記入 紙]
//! 窓口: 申込を受ける 5分 [受領 紙]
//! ```
//!
//! ## What to do
//! Offer a way that is open at any hour beside them: a form online, or the post.
use kaizu_model::{Calendar, Channel, Contact, Medium, Step, Transfer, folded};

use super::super::{Detector, Waste};
use super::counter::met;
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// An office that is open at this hour is open after work.
const EVENING: u32 = 18;

/// Sees flows in which every way that is recorded is a counter or a phone.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "office-hours-only"
    }

    fn code(&self) -> &'static str {
        "J06"
    }

    fn source(&self) -> &'static str {
        include_str!("office_hours_only.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R15"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut bound: Vec<Index> = Vec::new();
        for (node, step) in graph.steps().filter(|(node, _)| graph.is_customers(*node)) {
            match hours(graph, node, step) {
                Some(Hours::Any) => return,
                Some(Hours::Office) => bound.push(node),
                None => {}
            }
        }
        let arrivals = graph.process.arrivals.as_ref();
        let come_always = arrivals.is_some_and(|it| it.calendar == Calendar::Always);
        let is_late =
            |node: &Index| met(graph, *node).is_some_and(|desk| is_open_late(graph, desk));
        if !bound.is_empty() && !come_always && !bound.iter().any(is_late) {
            found.push(Finding::at(self, graph, bound));
        }
    }
}

/// When a resident can do a step.
enum Hours {
    Any,
    Office,
}

/// When the step at `node` can be done, where that is recorded: what goes by post or through a machine, at any time.
fn hours(graph: &Graph, node: Index, step: &Step) -> Option<Hours> {
    let is_digital = |medium: Option<Medium>| medium.is_some_and(Medium::is_digital);
    let is_sent = graph.leaving(node).any(|arrow| {
        matches!(
            arrow.edge.transfer,
            Some(Transfer::Post | Transfer::Email | Transfer::System)
        )
    });
    let by_contact = step.contact.and_then(|contact| match contact {
        Contact::InPerson | Contact::Phone => Some(Hours::Office),
        Contact::Post | Contact::Online => Some(Hours::Any),
        Contact::None => None,
    });
    let by_channel = step.channel.map(|channel| match channel {
        Channel::Counter | Channel::Phone => Hours::Office,
        Channel::Electronic | Channel::Paper | Channel::Any => Hours::Any,
    });
    let is_any = |hours: &Option<Hours>| matches!(hours, Some(Hours::Any));
    if is_sent || is_digital(step.medium_in) || is_digital(step.medium_out) || is_any(&by_channel) {
        return Some(Hours::Any);
    }
    by_contact.or(by_channel)
}

/// Whether the hours of a desk, as `8:30-20:00` or `24時間`, are known to end in the evening.
fn is_open_late(graph: &Graph, desk: Index) -> bool {
    let hours = graph.lane(desk).and_then(|lane| lane.hours.as_deref());
    let hours = folded(hours.unwrap_or_default());
    let end = hours
        .rsplit(['-', '~', '〜', '–'])
        .next()
        .unwrap_or_default();
    let hour: String = end
        .trim()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    hour.parse().is_ok_and(|hour: u32| hour >= EVENING)
}

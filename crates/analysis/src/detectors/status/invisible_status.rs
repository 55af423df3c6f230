//! A resident who has handed in an application and cannot see how far it is until the result comes.
//!
//! ## Why it is waste
//! Who cannot see asks: every call interrupts the work and sends somebody to look for the case.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を郵送する 10分 [送付 紙→紙]
//!   書く: 申請書
//! 審査: 申請を審査する 5分 [審査 紙→紙 待ち40時間]
//!   読む: 申請書
//! 審査: 決定を通知する 2分 [通知 業務システム→紙]
//!   書く: 決定通知
//! ```
//!
//! ## Clean
//! ```flow
//! @項目: 審査の進み具合 [処理状況]
//! 住民: 申請書を郵送する 10分 [送付 紙→紙]
//!   書く: 申請書
//! 審査: 申請を審査する 5分 [審査 紙→業務システム 待ち40時間]
//!   読む: 申請書
//!   書く: 審査の進み具合
//! 審査: 決定を通知する 2分 [通知 業務システム→紙]
//!   書く: 決定通知
//! ```
//!
//! ## What to do
//! Write the status by itself at the end of each phase, where residents can read it.
use std::collections::BTreeSet;

use kaizu_model::{ItemClass, OfficeHours, StepKind};

use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::lead::lead;

/// From this many days on, people ask.
const DAYS: f64 = 3.0;
/// Sees a long way from handing in to being told, without a status in between.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "invisible-status"
    }

    fn code(&self) -> &'static str {
        "S01"
    }

    fn source(&self) -> &'static str {
        include_str!("invisible_status.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R16", "R16b"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(silence) = silence(graph) else {
            return;
        };
        let hours = lead(graph, &|n| {
            if n == silence.told || silence.between.contains(&n) {
                hours(graph, n)
            } else {
                0.0
            }
        });
        let Some(days) = hours
            .map(|hours| hours / OfficeHours::A_DAY)
            .filter(|days| *days >= DAYS)
        else {
            return;
        };
        let asks = |n: &Index| graph.is_customers(*n) && graph.kind(*n) == Some(StepKind::Inquire);
        let asked: Vec<Index> = silence.between.iter().copied().filter(asks).collect();
        let places = silence.handed_in.iter().copied().chain([silence.told]);
        found.push(
            Finding::at(self, graph, places)
                .naming(graph, "handed_in", &silence.handed_in)
                .naming(graph, "told", &[silence.told])
                .naming(graph, "asked", &asked)
                .number("days", days),
        );
    }
}

/// The time in which residents hear nothing.
pub(super) struct Silence {
    /// Where their cases leave their hands.
    handed_in: Vec<Index>,
    /// Where they are told what became of them.
    told: Index,
    /// What happens in between.
    pub between: BTreeSet<Index>,
}

/// From handing in to being told, if no status is written in between.
pub(super) fn silence(graph: &Graph) -> Option<Silence> {
    let told = graph
        .indices()
        .rfind(|n| graph.is_staff(*n) && graph.kind(*n) == Some(StepKind::Notify))?;
    let reach = graph.reach();
    let handed_in: Vec<Index> = graph
        .indices()
        .filter(|n| hands_in(graph, *n) && reach.is_before(*n, told))
        .collect();
    let is_between = |node: &Index| {
        *node != told
            && reach.is_before(*node, told)
            && handed_in.iter().any(|first| reach.is_before(*first, *node))
    };
    let between: BTreeSet<Index> = graph.indices().filter(is_between).collect();
    let is_silent = !between.iter().any(|n| writes_status(graph, *n));
    (!handed_in.is_empty() && is_silent).then_some(Silence {
        handed_in,
        told,
        between,
    })
}

/// Whether a resident's case leaves their hands here.
fn hands_in(graph: &Graph, node: Index) -> bool {
    let goes_to_the_city = || {
        graph
            .next_steps(node)
            .iter()
            .any(|(next, _)| graph.is_staff(*next))
    };
    graph.is_customers(node)
        && match graph.kind(node) {
            Some(StepKind::Send) => true,
            Some(StepKind::Fill | StepKind::Enter) => goes_to_the_city(),
            Some(_) | None => false,
        }
}

fn writes_status(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.writes.iter().any(|access| {
            let item = graph.document.item(access.item);
            item.is_ok_and(|item| item.class == Some(ItemClass::Status))
        })
    })
}

/// What is known of a step's time; what is unknown counts as nothing, so that it creates no finding.
fn hours(graph: &Graph, node: Index) -> f64 {
    let minutes = graph.step(node).and_then(|step| step.minutes);
    graph.wait(node).unwrap_or(0.0) + minutes.map_or(0.0, |minutes| minutes.get() / 60.0)
}

//! One section sends another, or a contractor, a case by fax or as an attachment to a mail.
//!
//! ## Why it is waste
//! The receiver types it in or files it, nobody sees whether it has arrived, and a wrong number or address gives
//! residents' data away.
//!
//! ## Flagged
//! ```flow
//! 健康課: 予約表を会場へFAXする 3分 [送付 Excel→FAX 慣行 待ち8時間]
//!   読む: 予約
//!   書く: 予約表
//! 接種会場: 予約表で来た人を確かめる 4分 [確認 紙 慣行]
//!   読む: 予約表
//! @担当 接種会場 [委託]
//! ```
//!
//! ## Clean
//! ```flow
//! 健康課: 証明書を住民へFAXする 3分 [送付 業務システム→FAX 慣行]
//!   書く: 証明書
//! 住民: 証明書を受け取る 1分 [受領 FAX]
//!   読む: 証明書
//! ```
//!
//! The hospital's answer comes by fax, whoever worked on the case before:
//! ```flow
//! 総務課: 照会を決める 2分 [決裁]
//!   書く: 照会決定
//! 健康課: 病院からの回答を読む 3分 [受領 FAX]
//!   読む: 回答書
//! ```
//!
//! ## Guarded
//! The fax is there for when the system is down:
//! ```flow
//! 健康課: 予約を取りまとめる 3分 [集計 業務システム]
//!   書く: 予約表
//!   2% システム停止 → #2 [例外]
//!   98% → #3
//! 健康課: 予約表を会場へFAXする 3分 [#2 送付 業務システム→FAX 慣行]
//!   読む: 予約表
//! 接種会場: 予約表で来た人を確かめる 4分 [#3 確認 慣行]
//!   読む: 予約表
//! @担当 接種会場 [委託]
//! ```
//!
//! ## What to do
//! Let both look at the same record.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{EdgeNature, ItemId, Medium, StepKind, Transfer};

use super::super::{Detector, Waste};
use crate::carriers::{read_from, written_to};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "fax-or-mail-relay"
    }

    fn code(&self) -> &'static str {
        "M07"
    }

    fn source(&self) -> &'static str {
        include_str!("fax_or_mail_relay.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R08"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (sender, receivers) in relays(graph) {
            if is_fallback(graph, sender) {
                continue;
            }
            let receivers: Vec<Index> = receivers.into_iter().collect();
            let claim = if graph.kind(sender) == Some(StepKind::Send) {
                Claim::WHOLE
            } else {
                Claim::default()
            };
            found.push(
                Finding::at(
                    self,
                    graph,
                    [sender].into_iter().chain(receivers.iter().copied()),
                )
                .naming(graph, "senders", &[sender])
                .naming(graph, "receivers", &receivers)
                .claiming(graph, sender, claim)
                .forbidden(protection(graph, sender)),
            );
        }
    }
}

/// Who sends to whom: who reads what was sent, where either side says how, and who is mailed along an arrow.
fn relays(graph: &Graph) -> BTreeMap<Index, BTreeSet<Index>> {
    let mut readings = readings(graph);
    // What somebody outside reads has to be sent.
    readings.retain(|_, all| !all.iter().any(|reading| graph.is_outside(reading.node)));
    let mut found: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
    for (sender, step) in graph.steps() {
        let reading = step.writes.iter().flat_map(|access| {
            let all = readings.get(&access.item).map_or(&[][..], Vec::as_slice);
            let is_sent = written_to(step, access).medium.is_some_and(is_message);
            let takes = move |it: &&Reading| is_sent || it.is_message;
            all.iter().filter(takes).map(|reading| reading.node)
        });
        let later = reading.filter(|node| graph.reach().is_before(sender, *node));
        let mailed = graph
            .leaving(sender)
            .filter(|arrow| arrow.edge.transfer == Some(Transfer::Email))
            .map(|arrow| arrow.to);
        let receivers: BTreeSet<Index> = later
            .chain(mailed)
            .filter(|receiver| is_between_offices(graph, sender, *receiver))
            .collect();
        if !receivers.is_empty() {
            found.insert(sender, receivers);
        }
    }
    found
}

fn is_message(medium: Medium) -> bool {
    matches!(medium, Medium::Fax | Medium::Mail)
}

/// Who reads an item, and whether from a fax or mail.
struct Reading {
    node: Index,
    is_message: bool,
}

/// Who reads each item, other than from a system: what stands in one came there by itself.
fn readings(graph: &Graph) -> BTreeMap<ItemId, Vec<Reading>> {
    let mut readings: BTreeMap<ItemId, Vec<Reading>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        for access in &step.reads {
            let medium = read_from(step, access).medium;
            if !medium.is_some_and(Medium::is_structured) {
                readings.entry(access.item).or_default().push(Reading {
                    node,
                    is_message: medium.is_some_and(is_message),
                });
            }
        }
    }
    readings
}

/// Whether both work for the city, in two sections or one of them as a contractor.
fn is_between_offices(graph: &Graph, sender: Index, receiver: Index) -> bool {
    graph.is_done_for_the_city(sender)
        && graph.is_done_for_the_city(receiver)
        && graph.section(sender) != graph.section(receiver)
}

/// Whether cases come here only when something is out of order.
fn is_fallback(graph: &Graph, node: Index) -> bool {
    let mut reaching = graph.reaching(node).peekable();
    reaching.peek().is_some()
        && reaching.all(|arrow| arrow.edge.nature == Some(EdgeNature::Exception))
}

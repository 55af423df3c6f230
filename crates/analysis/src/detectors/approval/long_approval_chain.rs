//! Three or more seals and approvals in a row on the same subject.
//!
//! ## Why it is waste
//! Every station waits on another desk, and stops while its owner is away; who decides is the last one anyway.
//!
//! ## Flagged
//! ```flow
//! 係長: 伺いに押印する 1分 [押印 規則 待ち4時間]
//!   読む: 伺い
//! 課長補佐: 伺いに押印する 1分 [押印 慣行 待ち8時間]
//!   読む: 伺い
//! 課長: 伺いを決裁する 1分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//!
//! ## Clean
//! ```flow
//! 係長: 伺いに押印する 1分 [押印 法令 待ち4時間]
//!   読む: 伺い
//! 課長: 伺いを決裁する 1分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//!
//! ## Guarded
//! ```flow
//! 係長: 伺いに押印する 1分 [押印 条例 待ち4時間]
//!   読む: 伺い
//! 部長: 伺いに押印する 1分 [押印 法令 待ち8時間]
//!   読む: 伺い
//! 市長: 伺いを決裁する 1分 [決裁 法令 待ち8時間]
//!   読む: 伺い
//! ```
//!
//! ## What to do
//! Let one decide, as far down as the rules on delegation allow, and tell the others afterwards.
//!
//! ## Also
//! A01, A03, W01, W06
use std::collections::BTreeSet;

use kaizu_model::{ItemId, StepKind};

use super::row::rows;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};

/// From this length on a row of approvals is long.
const LONG: usize = 3;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "long-approval-chain"
    }

    fn code(&self) -> &'static str {
        "A02"
    }

    fn source(&self) -> &'static str {
        include_str!("long_approval_chain.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11"]
    }

    fn practices(&self) -> &'static [u8] {
        &[18, 22]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let found_in = |chain: Vec<Index>| finding(self, graph, &chain);
        let rows = rows(graph, &|node| is_approval(graph, node), &|first, second| {
            has_same_subject(graph, first, second)
        });
        let long = rows.into_iter().filter(|row| row.len() >= LONG);
        found.extend(long.map(found_in));
    }
}

fn is_approval(graph: &Graph, node: Index) -> bool {
    matches!(graph.kind(node), Some(StepKind::Seal | StepKind::Approve))
}

/// Whether both read the same, or the second reads what the first wrote.
fn has_same_subject(graph: &Graph, first: Index, second: Index) -> bool {
    let (Some(first), Some(second)) = (graph.step(first), graph.step(second)) else {
        return false;
    };
    let handled: BTreeSet<ItemId> = first
        .reads
        .iter()
        .chain(&first.writes)
        .map(|it| it.item)
        .collect();
    second.reads.iter().any(|it| handled.contains(&it.item))
}

fn finding(detector: &Rule, graph: &Graph, chain: &[Index]) -> Finding {
    let is_decision = |node: &Index| graph.kind(*node) == Some(StepKind::Approve);
    let decides = chain
        .iter()
        .rev()
        .copied()
        .find(is_decision)
        .or(chain.last().copied());
    let others = || chain.iter().copied().filter(|node| Some(*node) != decides);
    let guards: Vec<Guard> = others()
        .filter_map(|node| protection(graph, node))
        .collect();
    let free: Vec<Index> = others()
        .filter(|node| protection(graph, *node).is_none())
        .collect();
    let waits = free.iter().try_fold(0.0, |sum, node| {
        Some(sum + graph.wait(*node)? * graph.visit(*node))
    });
    let mut finding = Finding::at(detector, graph, chain.iter().copied())
        .naming(graph, "steps", chain)
        .naming(graph, "decides", &decides.into_iter().collect::<Vec<_>>())
        .number("stations", chain.len() as f64)
        .guarded(guards);
    if let Some(hours) = waits {
        finding = finding.number("wait_hours_per_case", hours);
    }
    for node in free {
        finding = finding.claiming(graph, node, Claim::WHOLE);
    }
    finding
}

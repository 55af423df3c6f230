//! Work that feeds neither a required output nor a duty, a check or a decision, and its share of staff's time.
//!
//! ## Why it is waste
//! If the work were set up anew from what must come out of it, nobody would put this in.
//!
//! ## Flagged
//! The weekly report has no reader, so the list that it is made from has no use either.
//!
//! ```flow
//! @必要な成果 許可証
//! 窓口: 受付件数表を作る 3分 [集計 紙→Excel 慣行]
//!   読む: 申請書
//!   書く: 受付件数表
//! 窓口: 週報にまとめる 5分 [集計 Excel→電子 慣行]
//!   読む: 受付件数表
//!   書く: 週報
//! 窓口: 申請を審査する 10分 [審査 紙 規則]
//!   読む: 申請書
//!   書く: 審査結果
//! 窓口: 許可証を渡す 2分 [通知 紙 規則]
//!   読む: 審査結果
//!   書く: 許可証
//! ```
//!
//! ## Clean
//! Somebody gets the report.
//!
//! ```flow
//! @必要な成果 許可証
//! @項目 週報 [渡し先:県]
//! 窓口: 受付件数表を作る 3分 [集計 紙→Excel 慣行]
//!   読む: 申請書
//!   書く: 受付件数表
//! 窓口: 週報にまとめる 5分 [集計 Excel→電子 慣行]
//!   読む: 受付件数表
//!   書く: 週報
//! 窓口: 申請を審査する 10分 [審査 紙 規則]
//!   読む: 申請書
//!   書く: 審査結果
//! 窓口: 許可証を渡す 2分 [通知 紙 規則]
//!   読む: 審査結果
//!   書く: 許可証
//! ```
//!
//! That nobody reads a single paper, that a slip only accompanies the case, and that a seal is needless is said of each of
//! them.
//!
//! ```flow
//! @必要な成果 許可証
//! 住民: 申請書を書く 5分 [記入 紙]
//!   書く: 申請書
//! 窓口: 受付件数表を作る 3分 [集計 紙→Excel 慣行]
//!   読む: 申請書
//!   書く: 受付件数表
//! 係長: 申請書に押印する 1分 [押印 紙 慣行]
//!   読む: 申請書
//!   書く: 係長印
//! 窓口: 申請を審査する 10分 [審査 紙 規則]
//!   読む: 申請書
//!   書く: 審査結果
//! 窓口: 許可証を渡す 2分 [通知 紙 規則]
//!   読む: 審査結果
//!   書く: 許可証
//! ```
//!
//! Nobody recorded what the examination reads.
//!
//! ```flow
//! @必要な成果 許可証
//! 窓口: 受付件数表を作る 3分 [集計 紙→Excel 慣行]
//!   読む: 申請書
//!   書く: 受付件数表
//! 窓口: 申請を審査する 10分 [審査 紙 規則]
//!   書く: 審査結果
//! 窓口: 許可証を渡す 2分 [通知 紙 規則]
//!   読む: 審査結果
//!   書く: 許可証
//! ```
//!
//! ## What to do
//! Ask who would miss it, and stop making what nobody would.
//!
//! ## Also
//! E06, M03
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Basis, ItemId, Medium, StepKind, ValueClass};

use crate::carriers::written_to;
use crate::detectors::{Detector, Gravity, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::metrics::minutes_where;

/// Codes of detectors that say of a single step that nobody needs what it makes.
const SAID_BY: &[&str] = &["E06", "M06", "A01", "A07"];

/// Sees work that no outcome needs.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "off-the-outcome"
    }

    fn code(&self) -> &'static str {
        "X05"
    }

    fn source(&self) -> &'static str {
        include_str!("off_the_outcome.rs")
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let nodes = useless(graph);
        let is_said = |node: &Index| {
            let mut others = found.iter().filter(|it| SAID_BY.contains(&it.code));
            others.any(|it| it.nodes.contains(&graph.id(*node)))
        };
        if nodes.iter().all(is_said) {
            return;
        }
        let own = minutes_where(graph, &|n| nodes.contains(&n));
        let share = own.zip(minutes_where(graph, &|n| graph.is_staff(n)));
        if let Some((own, all)) = share.filter(|(own, _)| *own > 0.0) {
            found.push(Finding::at(self, graph, nodes).number("share", own / all));
        }
    }
}

/// Steps that people call a waste, and steps that make only what is not needed; none that has to be done.
fn useless(graph: &Graph) -> BTreeSet<Index> {
    let outputs = &graph.process.required_outputs;
    let is_written = |output: &ItemId| {
        graph
            .steps()
            .any(|(n, _)| writes(graph, n).any(|it| it == *output))
    };
    if outputs.is_empty() || !outputs.iter().all(is_written) {
        return BTreeSet::new();
    }
    let needed = needed(graph);
    let silent: Vec<Index> = graph
        .steps()
        .filter(|(n, step)| graph.is_staff(*n) && step.reads.is_empty())
        .map(|(n, _)| n)
        .collect();
    let may_be_read = |n: Index| {
        silent
            .iter()
            .any(|later| graph.reach().is_before(n, *later))
    };
    let is_unneeded = |n: Index| {
        part(graph, n) == Part::Makes
            && writes(graph, n).all(|item| !needed.contains(&item))
            && !may_be_read(n)
    };
    let is_called_waste = |n: Index| {
        let value = graph.step(n).and_then(|step| step.value);
        value == Some(ValueClass::Waste) && graph.is_staff(n) && protection(graph, n).is_none()
    };
    let all = graph.steps().map(|(n, _)| n);
    all.filter(|n| is_unneeded(*n) || is_called_waste(*n))
        .collect()
}

/// What a step does to what it reads.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// It makes something of it by habit: worth as much as what it makes.
    Makes,
    /// It hands it on as it is.
    HandsOn,
    /// It is a use by itself: somebody decides, answers, records, or has to do it.
    Uses,
}

fn part(graph: &Graph, node: Index) -> Part {
    let Some(step) = graph.step(node).filter(|_| graph.is_staff(node)) else {
        return Part::Uses;
    };
    let is_habit = matches!(step.basis, Some(Basis::Custom) | None)
        && !matches!(step.value, Some(ValueClass::Adding | ValueClass::Necessary));
    let is_record = step
        .writes
        .iter()
        .any(|it| written_to(step, it).medium == Some(Medium::System));
    let is_making = is_making(step.kind) && !step.writes.is_empty() && is_habit && !is_record;
    if is_making && !decides(graph, node) && protection(graph, node).is_none() {
        Part::Makes
    } else if is_handing_on(step.kind) {
        Part::HandsOn
    } else {
        Part::Uses
    }
}

fn is_making(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Fill
                | StepKind::Enter
                | StepKind::Transcribe
                | StepKind::Number
                | StepKind::Print
                | StepKind::Copy
                | StepKind::Scan
                | StepKind::Seal
                | StepKind::Draft
                | StepKind::Calculate
                | StepKind::Aggregate
                | StepKind::Compose
        )
    )
}

fn is_handing_on(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Receive
                | StepKind::Sort
                | StepKind::Carry
                | StepKind::HandOver
                | StepKind::Wait
                | StepKind::Discard
        )
    )
}

/// Whether a case goes one way or another by what the step found.
fn decides(graph: &Graph, node: Index) -> bool {
    let is_branch = |n: Index| {
        graph
            .leaving(n)
            .filter(|arrow| !arrow.is_parallel())
            .count()
            > 1
    };
    is_branch(node)
        || graph
            .leaving(node)
            .any(|arrow| graph.step(arrow.to).is_none() && is_branch(arrow.to))
}

/// Items that an outcome needs: the required ones, those that somebody gets, what is used, and what these are made of.
/// The order of the steps does not matter here, so that nothing is missed that comes around by a return.
fn needed(graph: &Graph) -> BTreeSet<ItemId> {
    let handed_out = graph
        .document
        .items_of(graph.process_id)
        .filter(|(_, item)| item.recipient.is_some());
    let outputs = graph.process.required_outputs.iter().copied();
    let mut open: Vec<ItemId> = outputs.chain(handed_out.map(|(id, _)| id)).collect();
    let mut makers: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
    for (node, _) in graph.steps() {
        match part(graph, node) {
            Part::Uses => open.extend(reads(graph, node)),
            Part::Makes | Part::HandsOn => {
                for item in writes(graph, node) {
                    makers.entry(item).or_default().push(node);
                }
            }
        }
    }
    let mut needed = BTreeSet::new();
    while let Some(item) = open.pop() {
        if needed.insert(item) {
            // Each maker is asked once for every item that it makes.
            let made_by = makers.remove(&item).unwrap_or_default();
            open.extend(made_by.into_iter().flat_map(|node| reads(graph, node)));
        }
    }
    needed
}

fn reads(graph: &Graph, node: Index) -> impl Iterator<Item = ItemId> {
    let step = graph.step(node).into_iter();
    step.flat_map(|step| &step.reads).map(|access| access.item)
}

fn writes(graph: &Graph, node: Index) -> impl Iterator<Item = ItemId> {
    let step = graph.step(node).into_iter();
    step.flat_map(|step| &step.writes).map(|access| access.item)
}

//! A paper made only to accompany a case: nobody works with what stands on it.
//!
//! ## Why it is waste
//! It repeats what the case itself says, so that a pile of paper can be told apart and passed on. Once the state of
//! each case can be seen, it has no reader.
//!
//! ## Flagged
//! ```flow
//! @項目 受付番号 [内部管理番号]
//! 受付担当: 申し送り票を付ける 1分 [起案 紙→紙 慣行]
//!   読む: 受付番号
//!   書く: 申し送り票
//! 受付担当: 紙の束を審査担当へ回す 1分 [運搬 紙→紙 慣行]
//!   読む: 申し送り票
//! ```
//!
//! ## Clean
//! ```flow
//! @項目 受付番号 [内部管理番号]
//! 審査担当: 決定を起案する 3分 [起案 慣行]
//!   読む: 受付番号
//!   書く: 起案文書
//! 課長: 決裁する 1分 [決裁 規則]
//!   読む: 起案文書
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目 受付番号 [内部管理番号]
//! 受付担当: 引継書を作る 1分 [作成 紙→紙 慣行 必須]
//!   読む: 受付番号
//!   書く: 引継書
//! 受付担当: 紙の束を審査担当へ回す 1分 [運搬 紙→紙 慣行]
//!   読む: 引継書
//! ```
//!
//! ## What to do
//! Let the state of the case say where it stands, and stop making the slip.
//!
//! ## Also
//! M05
use kaizu_model::{Basis, ItemClass, ItemId, LaneKind, Medium, Step, StepKind};

use crate::carriers::item_name;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::metrics::sheets;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "handover-slip"
    }

    fn code(&self) -> &'static str {
        "A07"
    }

    fn source(&self) -> &'static str {
        include_str!("handover_slip.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R16", "R02"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps().filter(|(node, _)| is_slip(graph, *node)) {
            let guard = protection(graph, node);
            let written = step.writes.iter().map(|access| access.item);
            let readers: Vec<Index> = written.clone().flat_map(|it| readers(graph, it)).collect();
            let mut finding = Finding::at(self, graph, [node])
                .about(written.clone())
                .naming(graph, "steps", &[node])
                .names("slips", written.map(|item| item_name(graph, item)))
                .naming(graph, "readers", &readers)
                .guarded(guard);
            if let Some(minutes) = graph.minutes(node) {
                finding = finding.number("minutes_per_case", minutes * graph.visit(node));
            }
            if guard.is_none() {
                finding =
                    finding.claiming(graph, node, Claim::WHOLE.and_sheets(sheets(graph, node)));
            }
            found.push(finding);
        }
    }
}

/// Each slip with the steps that make it necessary: those that pass it on, else the last ones that put the case on
/// a pile of paper.
pub(crate) fn bindings(graph: &Graph) -> Vec<(Index, Vec<Index>)> {
    let piles = piles(graph);
    graph
        .indices()
        .filter(|node| is_slip(graph, *node))
        .map(|node| (node, causes(graph, &piles, node)))
        .filter(|(_, causes)| !causes.is_empty())
        .collect()
}

/// Whether staff writes something here that repeats what is known and that nobody works with. What a rule prescribes
/// is a record, what a case must produce is a result, and a copy is evidence; none of them is a slip.
pub(crate) fn is_slip(graph: &Graph, node: Index) -> bool {
    let Some(step) = graph.step(node) else {
        return false;
    };
    let is_paperwork = matches!(
        step.kind,
        Some(StepKind::Draft | StepKind::Compose | StepKind::Fill | StepKind::Print)
    );
    let is_by_staff = graph.is_staff(node) && graph.lane_kind(node) != Some(LaneKind::System);
    let is_habit = matches!(step.basis, Some(Basis::Custom) | None);
    is_paperwork
        && is_by_staff
        && is_habit
        && !step.writes.is_empty()
        && step.writes.iter().all(|it| is_unread(graph, it.item))
        && is_derived(graph, node, step)
}

/// Whether only those who pass `item` on or glance at it read it, and nobody outside made it.
fn is_unread(graph: &Graph, item: ItemId) -> bool {
    let is_result = graph.process.required_outputs.contains(&item);
    let is_evidence = graph
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Copy));
    let accesses = graph.accesses();
    let mut touching = accesses.touching(item).iter();
    let is_brought = touching.any(|node| graph.is_customers(*node));
    let is_passed_on = |reader: Index| {
        graph.is_staff(reader)
            && matches!(
                graph.kind(reader),
                Some(StepKind::Check | StepKind::Sort | StepKind::Carry | StepKind::HandOver)
            )
    };
    let mut readers = accesses.readers(item).iter();
    !is_result && !is_evidence && !is_brought && readers.all(|it| is_passed_on(it.node))
}

/// Whether everything on it was known before: an internal number, or written earlier.
fn is_derived(graph: &Graph, node: Index, step: &Step) -> bool {
    let is_known = |item: ItemId| {
        let is_number = graph
            .document
            .item(item)
            .is_ok_and(|item| item.class == Some(ItemClass::CaseNumber));
        let mut touching = graph.accesses().touching(item).iter();
        is_number || touching.any(|earlier| graph.reach().is_before(*earlier, node))
    };
    let repeats = |item: ItemId| step.writes.iter().any(|access| access.item == item);
    !step.reads.is_empty()
        && step
            .reads
            .iter()
            .all(|it| is_known(it.item) && !repeats(it.item))
}

/// Who reads an item, each once.
fn readers(graph: &Graph, item: ItemId) -> Vec<Index> {
    let readers = graph.accesses().readers(item).iter();
    let mut readers: Vec<Index> = readers.map(|reader| reader.node).collect();
    readers.dedup();
    readers
}

fn is_passing(graph: &Graph, node: Index) -> bool {
    matches!(
        graph.kind(node),
        Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver)
    )
}

/// Where people of the city put a case on a pile of paper.
fn piles(graph: &Graph) -> Vec<Index> {
    let is_pile = |(node, step): &(Index, &Step)| {
        graph.is_staff(*node)
            && (is_passing(graph, *node) || step.kind == Some(StepKind::Print))
            && step.medium_out.is_none_or(Medium::is_paper)
    };
    graph
        .steps()
        .filter(is_pile)
        .map(|(node, _)| node)
        .collect()
}

fn causes(graph: &Graph, piles: &[Index], slip: Index) -> Vec<Index> {
    let written = graph.step(slip).map(|step| step.writes.as_slice());
    let carriers: Vec<Index> = written
        .unwrap_or_default()
        .iter()
        .flat_map(|access| readers(graph, access.item))
        .filter(|node| is_passing(graph, *node))
        .collect();
    if !carriers.is_empty() {
        return carriers;
    }
    graph.reach().last_before(slip, piles.iter().copied())
}

//! Where something digital is put onto paper, and who takes the paper.
use kaizu_model::{Access, ItemId, Medium, Step, StepKind};

use crate::accesses::Use;
use crate::carriers::{read_from, written_to};
use crate::finding::Claim;
use crate::graph::{Graph, Index};
use crate::metrics::sheets;

/// A step that turns something digital into paper.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printing {
    /// The step.
    pub(super) node: Index,
    /// What it puts onto paper.
    pub(super) items: Vec<ItemId>,
}

impl Printing {
    /// Later steps that read what was printed, some of them more than once: from paper in the city, in whatever way outside.
    pub(super) fn readers(&self, graph: &Graph) -> impl Iterator<Item = Index> {
        let readers = self
            .items
            .iter()
            .flat_map(|item| graph.accesses().readers(*item));
        let is_later = |reader: &&Use| graph.reach().is_before(self.node, reader.node);
        let takes = |reader: &&Use| {
            graph.is_outside(reader.node) || read_from(reader.step, reader.access).is_paper()
        };
        readers
            .filter(is_later)
            .filter(takes)
            .map(|reader| reader.node)
    }

    /// What would be saved without it: the sheets, and all of the minutes where it does nothing but print.
    pub(super) fn claim(&self, graph: &Graph) -> Claim {
        let own = if graph.kind(self.node) == Some(StepKind::Print) {
            Claim::MINUTES
        } else {
            Claim::default()
        };
        own.and_sheets(sheets(graph, self.node))
    }
}

/// Every step of the city that takes something digital and makes paper of it.
pub(super) fn printings(graph: &Graph) -> Vec<Printing> {
    graph
        .steps()
        .filter(|(node, _)| graph.is_staff(*node))
        .filter_map(|(node, step)| {
            if !puts_onto_paper(step) {
                return None;
            }
            let items: Vec<ItemId> = step
                .writes
                .iter()
                .filter(|access| written_to(step, access).is_paper())
                .map(|access| access.item)
                .collect();
            (!items.is_empty()).then_some(Printing { node, items })
        })
        .collect()
}

/// Whether a step makes paper of something digital. Who looks at a screen and notes what they judge prints nothing.
fn puts_onto_paper(step: &Step) -> bool {
    let is_taken_digitally = || step.medium_in.is_some_and(Medium::is_digital);
    match step.kind {
        Some(StepKind::Print) => {
            let is_read_digitally = |access: &Access| read_from(step, access).is_digital();
            is_taken_digitally() || step.reads.iter().any(is_read_digitally)
        }
        Some(
            StepKind::Reconcile
            | StepKind::Check
            | StepKind::Recalculate
            | StepKind::Examine
            | StepKind::Inspect
            | StepKind::Seal
            | StepKind::Approve
            | StepKind::Consent,
        ) => false,
        Some(_) | None => is_taken_digitally(),
    }
}

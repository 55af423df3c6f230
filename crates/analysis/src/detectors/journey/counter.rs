//! Where residents come in person, and what they are spared when they need not.
use std::collections::BTreeSet;

use kaizu_model::{Contact, StepKind};

use crate::finding::Claim;
use crate::graph::{Graph, Index};

/// The steps for which a resident comes in person.
pub(super) fn visited(graph: &Graph) -> impl Iterator<Item = Index> {
    graph
        .steps()
        .filter(|(node, step)| graph.is_customers(*node) && step.contact == Some(Contact::InPerson))
        .map(|(node, _)| node)
}

/// The first step of the city that a resident meets from `node` on, before they leave.
pub(super) fn met(graph: &Graph, node: Index) -> Option<Index> {
    let mut seen = BTreeSet::from([node]);
    let mut at = node;
    loop {
        let (next, _) = graph
            .next_steps(at)
            .into_iter()
            .find(|(next, _)| seen.insert(*next))?;
        if graph.is_staff(next) {
            return Some(next);
        }
        let contact = graph.step(next).and_then(|step| step.contact);
        if !matches!(contact, Some(Contact::InPerson) | None) {
            return None;
        }
        at = next;
    }
}

/// What a resident who need not come is spared: standing in line, not what they write.
pub(super) fn spared(graph: &Graph, node: Index) -> Claim {
    if graph.kind(node) == Some(StepKind::Wait) {
        Claim::WHOLE
    } else {
        Claim::WAIT
    }
}

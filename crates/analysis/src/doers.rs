//! Who did the work that a check looks at.
use std::collections::BTreeSet;

use kaizu_model::{ItemId, StepKind, folded};

use crate::graph::{Graph, Index};

/// Whether somebody else than who did the work looks at it.
pub(crate) fn is_independent(graph: &Graph, node: Index) -> bool {
    let lane = graph.step(node).map(|step| step.lane);
    let mut doers = graph.doers(node).iter();
    doers.all(|doer| graph.step(*doer).map(|step| step.lane) != lane)
}

/// The last steps before a check that wrote what it reads.
pub(crate) fn doers(graph: &Graph, check: Index) -> Vec<Index> {
    let accesses = graph.accesses();
    let Some(step) = graph.step(check) else {
        return Vec::new();
    };
    let check_of = step.check.as_ref();
    let object = check_of.and_then(|check| check.object.as_deref().map(folded));
    let objects = object.iter().flat_map(|name| accesses.named(name));
    let read = step.reads.iter().map(|access| &access.item);
    let looked_at: BTreeSet<&ItemId> = objects.chain(read).collect();
    let touching = looked_at.into_iter().flat_map(|it| accesses.touching(*it));
    let writers = touching
        .copied()
        .filter(|node| !is_looking(graph.kind(*node)));
    graph.reach().last_before(check, writers)
}

/// Kinds that judge work instead of doing it.
fn is_looking(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Check
                | StepKind::Reconcile
                | StepKind::Recalculate
                | StepKind::Examine
                | StepKind::Seal
                | StepKind::Approve
        )
    )
}

//! Who did the work that a check looks at.
use kaizu_model::{ItemId, StepKind, folded};

use crate::graph::{Graph, Index};

/// Whether somebody else than who did the work looks at it.
pub(crate) fn is_independent(graph: &Graph, node: Index) -> bool {
    let lane = graph.step(node).map(|step| step.lane);
    doers(graph, node)
        .into_iter()
        .all(|doer| graph.step(doer).map(|step| step.lane) != lane)
}

/// The last steps before a check that wrote what it reads.
pub(crate) fn doers(graph: &Graph, check: Index) -> Vec<Index> {
    let reach = graph.reach();
    let Some(step) = graph.step(check) else {
        return Vec::new();
    };
    let object = step
        .check
        .as_ref()
        .and_then(|check| check.object.as_deref());
    let is_read = |item: ItemId| {
        step.reads.iter().any(|access| access.item == item)
            || graph
                .document
                .item(item)
                .is_ok_and(|item| object.is_some_and(|it| folded(it) == folded(&item.name)))
    };
    let writers: Vec<Index> = graph
        .steps()
        .filter(|(node, writer)| {
            reach.is_before(*node, check)
                && !is_looking(writer.kind)
                && writer.writes.iter().any(|access| is_read(access.item))
        })
        .map(|(node, _)| node)
        .collect();
    let is_last = |node: &Index| !writers.iter().any(|later| reach.is_before(*node, *later));
    writers.iter().copied().filter(is_last).collect()
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

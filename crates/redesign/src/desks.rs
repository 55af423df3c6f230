//! Where the office can look something up before anybody needs it.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{ItemId, StepKind};

use crate::carriers;
use crate::screen::is_own_staff;

/// The first desk that every case from `node` comes to and where `items` can be looked up before anybody reads them.
pub(crate) fn desk(graph: &Graph, node: Index, items: &BTreeSet<ItemId>) -> Option<Index> {
    let reach = graph.reach();
    let looks = |n: &Index| {
        matches!(
            graph.kind(*n),
            Some(
                StepKind::Check
                    | StepKind::Reconcile
                    | StepKind::Examine
                    | StepKind::Recalculate
                    | StepKind::Calculate
                    | StepKind::Enter
                    | StepKind::Transcribe
                    | StepKind::Register
                    | StepKind::Query
            )
        ) && is_own_staff(graph, *n)
            && reach.is_before(node, *n)
            && reach.post_dominates(*n, node)
    };
    let desks: Vec<Index> = graph.indices().filter(looks).collect();
    let is_first = |n: &Index| {
        let mut others = desks.iter().filter(|other| *other != n);
        others.all(|other| reach.is_before(*n, *other))
    };
    let first = desks.iter().copied().find(is_first)?;
    let readers = items.iter().flat_map(|item| {
        let reads = move |n: &Index| carriers::reads(graph, *n, *item);
        graph.indices().filter(reads)
    });
    let is_in_time = |reader: Index| reader == first || reach.is_before(first, reader);
    (!items.is_empty() && readers.into_iter().all(is_in_time)).then_some(first)
}

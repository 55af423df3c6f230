//! What carries an item to a step: the last steps that wrote it, and on what.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{ItemId, Medium, Step};

/// The nodes whose writing of `item` a case at `node` may have last passed.
pub(crate) fn definitions(graph: &Graph, node: Index, item: ItemId) -> BTreeSet<Index> {
    let mut found = BTreeSet::new();
    walk_back(graph, node, item, &mut |n| {
        found.insert(n);
    });
    found
}

/// Whether every case that comes to `node` has passed a step that wrote `item`.
pub(crate) fn is_always_written_before(graph: &Graph, node: Index, item: ItemId) -> bool {
    walk_back(graph, node, item, &mut |_| {})
}

/// Walks back from `node` up to the writers of `item`. False where a start is met first.
fn walk_back(graph: &Graph, node: Index, item: ItemId, met: &mut dyn FnMut(Index)) -> bool {
    let mut seen = vec![false; graph.len()];
    let mut open = vec![node];
    let mut is_always = true;
    while let Some(at) = open.pop() {
        let mut is_start = true;
        for arrow in graph.reaching(at) {
            is_start = false;
            if writes(graph, arrow.from, item) {
                met(arrow.from);
            } else if !std::mem::replace(&mut seen[arrow.from], true) {
                open.push(arrow.from);
            }
        }
        is_always &= !is_start;
    }
    is_always
}

/// Whether the step at `node` writes `item`.
pub(crate) fn writes(graph: &Graph, node: Index, item: ItemId) -> bool {
    graph
        .step(node)
        .is_some_and(|step| step.writes.iter().any(|access| access.item == item))
}

/// Whether the step at `node` reads `item`.
pub(crate) fn reads(graph: &Graph, node: Index, item: ItemId) -> bool {
    graph
        .step(node)
        .is_some_and(|step| step.reads.iter().any(|access| access.item == item))
}

/// What `step` writes `item` on.
pub(crate) fn written_on(step: &Step, item: ItemId) -> Option<Medium> {
    let access = step.writes.iter().find(|access| access.item == item)?;
    access.medium.or(step.medium_out)
}

/// What `step` takes its input from: the medium of its first item that says one, else its own.
pub(crate) fn is_read_from_paper(step: &Step) -> bool {
    step.medium_in.is_some_and(Medium::is_paper)
        || step
            .reads
            .iter()
            .any(|access| access.medium.is_some_and(Medium::is_paper))
}

/// Whether `item` reaches `node` in digital form whichever way the case came, and from somewhere.
pub(crate) fn is_digital_at(graph: &Graph, node: Index, item: ItemId) -> bool {
    let found = definitions(graph, node, item);
    !found.is_empty()
        && found.iter().all(|writer| {
            graph
                .step(*writer)
                .and_then(|step| written_on(step, item))
                .is_some_and(Medium::is_digital)
        })
}

/// Whether everything that the step at `node` reads reaches it in digital form, and it reads something.
pub(crate) fn reads_digital(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        !step.reads.is_empty()
            && step
                .reads
                .iter()
                .all(|access| is_digital_at(graph, node, access.item))
    })
}

/// The nodes that read what the step at `node` wrote of `item`.
pub(crate) fn readers(graph: &Graph, node: Index, item: ItemId) -> Vec<Index> {
    graph
        .indices()
        .filter(|n| reads(graph, *n, item) && definitions(graph, *n, item).contains(&node))
        .collect()
}

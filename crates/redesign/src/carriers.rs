//! What carries an item to a step: the last steps that wrote it, and on what.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{ItemId, Medium, Step};

/// The nodes whose writing of `item` a case at `node` may have last passed.
pub(crate) fn definitions(graph: &Graph, node: Index, item: ItemId) -> BTreeSet<Index> {
    let mut found = BTreeSet::new();
    walk_back(graph, node, &|n| writes(graph, n, item), &mut |n| {
        found.insert(n);
    });
    found
}

/// Whether every case that comes to `node` has passed a step that wrote `item`.
pub(crate) fn is_always_written_before(graph: &Graph, node: Index, item: ItemId) -> bool {
    is_always_passed_before(graph, node, &|n| writes(graph, n, item))
}

/// Whether every case that comes to `node` has passed one of the `asked`. Where branches that ran side by side come together,
/// it is enough that one of them has.
pub(crate) fn is_always_passed_before(
    graph: &Graph,
    node: Index,
    asked: &dyn Fn(Index) -> bool,
) -> bool {
    let has_joins = || graph.indices().any(|n| graph.is_join(n));
    walk_back(graph, node, asked, &mut |_| {})
        || (has_joins() && is_passed_on_some_branch(graph, node, asked))
}

/// Walks back from `node` up to the `asked`. False where a start is met first.
fn walk_back(
    graph: &Graph,
    node: Index,
    asked: &dyn Fn(Index) -> bool,
    met: &mut dyn FnMut(Index),
) -> bool {
    let mut seen = vec![false; graph.len()];
    let mut open = vec![node];
    let mut is_always = true;
    while let Some(at) = open.pop() {
        let mut is_start = true;
        for arrow in graph.reaching(at) {
            is_start = false;
            if asked(arrow.from) {
                met(arrow.from);
            } else if !std::mem::replace(&mut seen[arrow.from], true) {
                open.push(arrow.from);
            }
        }
        is_always &= !is_start;
    }
    is_always
}

/// The same as [`is_always_passed_before`], told from the starts onward: of the ways into a join one is enough, elsewhere all
/// of them count.
fn is_passed_on_some_branch(graph: &Graph, node: Index, asked: &dyn Fn(Index) -> bool) -> bool {
    let is_asked: Vec<bool> = graph.indices().map(asked).collect();
    let mut is_passed = vec![true; graph.len()];
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for n in graph.indices() {
            let mut ways = graph
                .reaching(n)
                .map(|it| is_asked[it.from] || is_passed[it.from])
                .peekable();
            let is = ways.peek().is_some()
                && if graph.is_join(n) {
                    ways.any(|is| is)
                } else {
                    ways.all(|is| is)
                };
            has_changed |= is != std::mem::replace(&mut is_passed[n], is);
        }
    }
    is_passed[node]
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

/// Whether two steps use nothing of each other's, so that it does not matter which is first.
pub(crate) fn are_independent(graph: &Graph, one: Index, other: Index) -> bool {
    let items = |n: Index| -> [BTreeSet<ItemId>; 2] {
        let step = graph.step(n);
        [
            step.into_iter()
                .flat_map(|it| &it.reads)
                .map(|it| it.item)
                .collect(),
            step.into_iter()
                .flat_map(|it| &it.writes)
                .map(|it| it.item)
                .collect(),
        ]
    };
    let ([read, written], [reads, writes]) = (items(one), items(other));
    let is_because = |a: Index, b: Index| {
        let cause = graph.step_id(b);
        graph
            .step(a)
            .is_some_and(|step| cause.is_some_and(|cause| step.because_of.contains(&cause)))
    };
    written.is_disjoint(&reads)
        && written.is_disjoint(&writes)
        && read.is_disjoint(&writes)
        && !is_because(one, other)
        && !is_because(other, one)
}

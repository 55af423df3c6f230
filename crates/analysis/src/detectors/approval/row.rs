//! Steps of one sort that every case comes to one right after the other.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Index};

/// The longest rows of steps that `belong`, each of which `follows` the one before it; also those of a single step.
pub(super) fn rows(
    graph: &Graph,
    belongs: &dyn Fn(Index) -> bool,
    follows: &dyn Fn(Index, Index) -> bool,
) -> Vec<Vec<Index>> {
    let reach = graph.reach();
    let next = |node: Index| {
        let next = graph.next_steps(node).into_iter().map(|(next, _)| next);
        next.filter(|next| belongs(*next)).find(|next| {
            reach.is_before(node, *next)
                && reach.is_on_every_common_case(node, *next)
                && follows(node, *next)
        })
    };
    let all: Vec<Index> = graph.indices().filter(|node| belongs(*node)).collect();
    let next: BTreeMap<Index, Index> = all
        .iter()
        .filter_map(|node| next(*node).map(|next| (*node, next)))
        .collect();
    let inner: BTreeSet<Index> = next.values().copied().collect();
    let firsts = all.into_iter().filter(|node| !inner.contains(node));
    let row = |first| std::iter::successors(Some(first), |node| next.get(node).copied());
    firsts.map(|first| row(first).collect()).collect()
}

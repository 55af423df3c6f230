//! Which node of one flow is which node of another.
use std::collections::BTreeMap;

use kaizu_analysis::{Graph, Index};
use kaizu_model::printed_ids;

/// The nodes of `before` with their likes in `after`: by the id under which both are printed, else by the names of lane
/// and node.
pub(crate) fn matched(before: &Graph, after: &Graph) -> BTreeMap<Index, Index> {
    let own = |graph: &Graph| -> Vec<Option<String>> {
        let key = |n: Index| {
            graph
                .document
                .node(graph.id(n))
                .ok()?
                .key
                .map(str::to_owned)
        };
        graph.indices().map(key).collect()
    };
    let printed = |graph: &Graph| -> Vec<Option<String>> {
        let ids = printed_ids(graph.document, graph.flow);
        let called = |n: Index| ids.get(&graph.id(n).into()).cloned();
        graph.indices().map(called).collect()
    };
    let (own_before, own_after) = (own(before), own(after));
    let (before_ids, after_ids) = (printed(before), printed(after));
    // Two made ids only tell that both nodes stand at the same place in their lists.
    let by_id = |one: Index, other: Index| {
        (own_before[one].is_some() || own_after[other].is_some())
            && before_ids[one] == after_ids[other]
    };
    let title = |graph: &Graph, n: Index| {
        let lane = graph.lane(n).map(|lane| lane.name.clone());
        (lane, graph.name(n).to_owned())
    };
    // Keys that both have and that differ tell two nodes apart, whatever they are called.
    let by_title = |one: Index, other: Index| {
        (own_before[one].is_none() || own_after[other].is_none())
            && !before.name(one).is_empty()
            && title(before, one) == title(after, other)
    };
    let mut matched: BTreeMap<Index, Index> = BTreeMap::new();
    let mut free: Vec<Index> = after.indices().collect();
    for belongs in [&by_id as &dyn Fn(Index, Index) -> bool, &by_title] {
        for node in before.indices() {
            if matched.contains_key(&node) {
                continue;
            }
            if let Some(at) = free.iter().position(|other| belongs(node, *other)) {
                matched.insert(node, free.remove(at));
            }
        }
    }
    matched
}

//! Where a case lies longest.
use std::collections::BTreeSet;

use crate::graph::{Graph, Index};
use crate::lead::outrun;

/// As many places as people can keep in mind at once.
const MOST: usize = 3;

/// The steps before which a case lies longest, with the office hours that it lies there on average (visit ratio by wait),
/// longest first; the earlier one of two. Only steps that `counts` says, and no waits beside a longer branch.
pub(super) fn longest(graph: &Graph, counts: &dyn Fn(Index) -> bool) -> Vec<(Index, f64)> {
    let average = |n: Index| graph.wait(n).map(|hours| (n, hours * graph.visit(n)));
    let steps = graph.steps().map(|(n, _)| n).filter(|n| counts(*n));
    felt(graph, steps.filter_map(average))
}

/// The longest of `waits` that cases feel, longest first; the earlier one of two.
pub(super) fn felt(graph: &Graph, waits: impl Iterator<Item = (Index, f64)>) -> Vec<(Index, f64)> {
    let mut waits: Vec<(Index, f64)> = waits.filter(|(_, hours)| *hours > 0.0).collect();
    if waits.is_empty() {
        return waits;
    }
    let unfelt = unfelt(graph);
    waits.retain(|(n, _)| !unfelt.contains(n));
    waits.sort_by(|one, other| other.1.total_cmp(&one.1));
    waits.truncate(MOST);
    waits
}

/// The nodes of `waits`, in the order in which they happen.
pub(super) fn places(waits: &[(Index, f64)]) -> Vec<Index> {
    let mut places: Vec<Index> = waits.iter().map(|(n, _)| *n).collect();
    places.sort_unstable();
    places
}

/// Nodes of branches beside a longer one: a case would not be done earlier without them.
fn unfelt(graph: &Graph) -> BTreeSet<Index> {
    let mut seen = BTreeSet::new();
    for (begin, join) in outrun(graph, &|n| graph.usual_hours(n)) {
        let mut open = vec![begin];
        while let Some(node) = open.pop() {
            if Some(node) != join && seen.insert(node) {
                let ahead = graph.leaving(node).map(|arrow| arrow.to);
                open.extend(ahead.filter(|to| !graph.reach().is_return(node, *to)));
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn what_runs_beside_a_longer_branch_is_not_where_a_case_lies() {
        let text = "窓口: 受け付ける 5分 [待ち1時間]\n窓口: 同時に進める [分岐AND]\n  → #2\n  → #3\n\
                    審査: 調べる 5分 [#2 待ち30時間]\n  → #4\n税務: 照会する 5分 [#3 待ち20時間]\n\
                    審査: そろう [#4 合流AND]\n審査: 決める 5分 [待ち8時間]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let waits = longest(&graph, &|_| true);
        let named: Vec<&str> = waits.iter().map(|(n, _)| graph.name(*n)).collect();
        assert_eq!(named, ["調べる", "決める", "受け付ける"]);
    }
}

//! Knots of a graph: nodes that lie on loops with one another. Between knots nothing goes round.
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The knots of the graph in which each node leads to those `ahead`, every node in one of them: what lies ahead of a knot
/// comes before it in the list, and each is in order.
pub(crate) fn knots(ahead: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let n_edges = ahead.iter().map(Vec::len).sum();
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(ahead.len(), n_edges);
    for _ in ahead {
        graph.add_node(());
    }
    for (from, next) in ahead.iter().enumerate() {
        for to in next {
            graph.add_edge(NodeIndex::new(from), NodeIndex::new(*to), ());
        }
    }
    let in_order = |knot: Vec<NodeIndex>| {
        let mut knot: Vec<usize> = knot.into_iter().map(NodeIndex::index).collect();
        knot.sort_unstable();
        knot
    };
    kosaraju_scc(&graph).into_iter().map(in_order).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_round_is_one_knot_and_comes_behind_what_it_leads_to() {
        let ahead = [vec![1], vec![2], vec![1, 3], vec![]];
        assert_eq!(knots(&ahead), [vec![3], vec![1, 2], vec![0]]);
    }
}

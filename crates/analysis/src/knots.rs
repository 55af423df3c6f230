//! Knots of a graph: nodes that lie on loops with one another. Between knots nothing goes round.
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The knots of a graph, every node in one of them.
pub(crate) struct Knots {
    /// The nodes of each knot, in order; what lies ahead of a knot comes before it.
    pub(crate) all: Vec<Vec<usize>>,
    /// The place of each node's knot among all.
    pub(crate) of: Vec<usize>,
}

impl Knots {
    /// Those of the graph in which each node leads to those `ahead`.
    pub(crate) fn of(ahead: &[Vec<usize>]) -> Self {
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
        let mut of = vec![0; ahead.len()];
        let in_order = |(place, knot): (usize, Vec<NodeIndex>)| {
            let mut knot: Vec<usize> = knot.into_iter().map(NodeIndex::index).collect();
            knot.sort_unstable();
            for node in &knot {
                of[*node] = place;
            }
            knot
        };
        let knots = kosaraju_scc(&graph).into_iter().enumerate();
        Self {
            all: knots.map(in_order).collect(),
            of,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_round_is_one_knot_and_comes_behind_what_it_leads_to() {
        let knots = Knots::of(&[vec![1], vec![2], vec![1, 3], vec![]]);
        assert_eq!(knots.all, [vec![3], vec![1, 2], vec![0]]);
        assert_eq!(knots.of, [2, 1, 1, 0]);
    }
}

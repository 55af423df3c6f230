//! Who stands above whom in a tree of dominators, answered at once: what lies below a node was entered and left while it
//! was open.
use petgraph::algo::dominators::Dominators;
use petgraph::graph::NodeIndex;

/// When each node of a tree is entered and left on a walk around it; nothing where it is not in the tree.
pub(crate) struct Descent {
    spans: Vec<Option<(usize, usize)>>,
}

impl Descent {
    /// That of `tree` in a graph of `n` nodes.
    pub(crate) fn of(tree: &Dominators<NodeIndex>, n: usize) -> Self {
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); n];
        for node in 0..n {
            if let Some(above) = tree.immediate_dominator(NodeIndex::new(node)) {
                below[above.index()].push(node);
            }
        }
        let mut spans = vec![None; n];
        let mut time = 0;
        let mut open = vec![tree.root().index()];
        // A node is met twice: when it is entered, and when all below it is done.
        while let Some(node) = open.last().copied() {
            time += 1;
            match &mut spans[node] {
                Some((_, left)) => {
                    *left = time;
                    open.pop();
                }
                span => {
                    *span = Some((time, time));
                    open.append(&mut below[node]);
                }
            }
        }
        Self { spans }
    }

    /// Whether `above` stands above `node`, or is it; not where either is not in the tree.
    pub(crate) fn is_above(&self, above: usize, node: usize) -> bool {
        let spans = self.spans[above].zip(self.spans[node]);
        spans.is_some_and(|((entered, left), (first, last))| entered <= first && last <= left)
    }
}

#[cfg(test)]
mod tests {
    use petgraph::algo::dominators::simple_fast;
    use petgraph::graph::DiGraph;

    use super::*;

    #[test]
    fn a_node_stands_above_itself_and_all_below() {
        let graph: DiGraph<(), ()> =
            DiGraph::from_edges([(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (5, 4)]);
        let descent = Descent::of(&simple_fast(&graph, NodeIndex::new(0)), 6);
        let above = |node| {
            (0..6)
                .filter(|it| descent.is_above(*it, node))
                .collect::<Vec<_>>()
        };
        assert_eq!(above(4), [0, 3, 4]);
        assert_eq!(above(1), [0, 1]);
        assert_eq!(above(5), [0_usize; 0]);
    }
}

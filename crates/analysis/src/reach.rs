//! Who can be reached from where, which arrows lead back, and what every case passes.
use std::cell::OnceCell;
use std::collections::BTreeSet;

use petgraph::algo::dominators::{Dominators, simple_fast};
use petgraph::graph::{DiGraph, NodeIndex};

use crate::descent::Descent;
use crate::graph::{Graph, Index};
use crate::rows::{Marks, Rows};

/// Answers about order in one graph.
pub struct Reach {
    ahead: Vec<Vec<Index>>,
    all: OnceCell<Rows>,
    forward: OnceCell<Rows>,
    backward: OnceCell<Rows>,
    returns: BTreeSet<(Index, Index)>,
    dominators: Option<Dominators<NodeIndex>>,
    descent: Option<Descent>,
    post_dominators: Dominators<NodeIndex>,
    ascent: Descent,
    virtual_end: NodeIndex,
}

impl Reach {
    pub(crate) fn of(graph: &Graph) -> Self {
        let returns = returns(graph);
        let mut plain: DiGraph<(), ()> = DiGraph::new();
        for _ in graph.indices() {
            plain.add_node(());
        }
        for arrow in graph.arrows() {
            plain.add_edge(NodeIndex::new(arrow.from), NodeIndex::new(arrow.to), ());
        }
        let dominators = graph
            .start()
            .map(|start| simple_fast(&plain, NodeIndex::new(start)));
        let mut reversed = plain;
        reversed.reverse();
        let virtual_end = reversed.add_node(());
        for end in graph.ends() {
            reversed.add_edge(virtual_end, NodeIndex::new(end), ());
        }
        let post_dominators = simple_fast(&reversed, virtual_end);
        let n = graph.len();
        Self {
            ahead: graph
                .indices()
                .map(|n| graph.leaving(n).map(|arrow| arrow.to).collect())
                .collect(),
            all: OnceCell::new(),
            forward: OnceCell::new(),
            backward: OnceCell::new(),
            returns,
            descent: dominators.as_ref().map(|tree| Descent::of(tree, n)),
            dominators,
            ascent: Descent::of(&post_dominators, n + 1),
            post_dominators,
            virtual_end,
        }
    }

    /// Whether a case at `a` can come to `b`, returns included. Not itself, unless around a loop.
    pub fn reaches(&self, a: Index, b: Index) -> bool {
        self.all
            .get_or_init(|| Rows::closing(&self.ahead))
            .contains(a, b)
    }

    /// Whether `b` comes after `a` without going back.
    pub fn is_before(&self, a: Index, b: Index) -> bool {
        self.forward().contains(a, b)
    }

    /// The same, asked of `b`: quicker where one node is asked of many.
    pub(crate) fn is_after(&self, b: Index, a: Index) -> bool {
        self.backward().contains(b, a)
    }

    /// Everything after `a` without going back.
    pub fn after(&self, a: Index) -> impl Iterator<Item = Index> {
        self.forward().after(a)
    }

    /// Everything after any of `nodes` without going back.
    pub(crate) fn after_any(&self, nodes: impl Iterator<Item = Index>) -> Marks {
        self.forward().after_any(nodes)
    }

    /// How many of `marks` come after `a` without going back.
    pub(crate) fn count_after(&self, a: Index, marks: &Marks) -> usize {
        self.forward().count(a, marks)
    }

    /// How many of `marks` come before `b` without going back.
    pub(crate) fn count_before(&self, b: Index, marks: &Marks) -> usize {
        self.backward().count(b, marks)
    }

    /// The last of `nodes` before `node`: those after which none of the others comes, on the way there.
    pub(crate) fn last_before(
        &self,
        node: Index,
        nodes: impl Iterator<Item = Index>,
    ) -> Vec<Index> {
        let before = self.backward();
        let mut open = before.among(node, nodes);
        let mut last: Vec<Index> = Vec::new();
        while let Some(later) = open.pop() {
            before.take_out(later, &mut open);
            last.retain(|it| !before.contains(later, *it));
            last.push(later);
        }
        last.sort_unstable();
        last
    }

    /// The arrows that lead back, by their ends.
    pub(crate) fn returns(&self) -> impl Iterator<Item = (Index, Index)> {
        self.returns.iter().copied()
    }

    /// Whether the arrow from `a` to `b` leads back (差戻し).
    pub fn is_return(&self, a: Index, b: Index) -> bool {
        self.returns.contains(&(a, b))
    }

    /// Whether every case that comes to `b` has passed `a`. A node dominates itself.
    pub fn dominates(&self, a: Index, b: Index) -> bool {
        self.descent.as_ref().is_some_and(|it| it.is_above(a, b))
    }

    /// What every case that comes to `node` has passed: the node itself, then the nearest first.
    pub fn dominators(&self, node: Index) -> impl Iterator<Item = Index> {
        let all = self.dominators.iter();
        let own = all.filter_map(move |all| all.dominators(NodeIndex::new(node)));
        own.flatten().map(NodeIndex::index)
    }

    /// Whether every case that has passed `a` comes to `b`. A node post-dominates itself.
    pub fn post_dominates(&self, b: Index, a: Index) -> bool {
        self.ascent.is_above(b, a)
    }

    /// Whether every case passes both, or neither: `a` first.
    pub fn is_on_every_common_case(&self, a: Index, b: Index) -> bool {
        self.dominates(a, b) || self.post_dominates(b, a)
    }

    /// The first node that every case from `a` comes to; `None` where that is the end itself.
    pub fn next_certain(&self, a: Index) -> Option<Index> {
        let next = self
            .post_dominators
            .immediate_dominator(NodeIndex::new(a))?;
        (next != self.virtual_end).then(|| next.index())
    }

    /// The nodes of the loop that the return from `a` to `b` closes: everything between `b` and `a`, both included.
    pub fn loop_of(&self, a: Index, b: Index) -> BTreeSet<Index> {
        let mut found = BTreeSet::from([b]);
        let mut open = vec![b];
        while let Some(node) = open.pop() {
            for next in self.ahead[node].iter().copied() {
                let is_between = next == a || self.is_before(next, a);
                if is_between && !self.is_return(node, next) && found.insert(next) {
                    open.push(next);
                }
            }
        }
        found
    }

    fn forward(&self) -> &Rows {
        self.forward.get_or_init(|| Rows::closing(&self.onward()))
    }

    fn backward(&self) -> &Rows {
        self.backward.get_or_init(|| {
            let mut behind = vec![Vec::new(); self.ahead.len()];
            for (from, all) in self.onward().iter().enumerate() {
                for to in all {
                    behind[*to].push(from);
                }
            }
            Rows::closing(&behind)
        })
    }

    /// Where each node leads without going back.
    fn onward(&self) -> Vec<Vec<Index>> {
        let onward = |(from, all): (Index, &Vec<Index>)| {
            let ahead = all.iter().copied();
            ahead.filter(|to| !self.is_return(from, *to)).collect()
        };
        self.ahead.iter().enumerate().map(onward).collect()
    }
}

/// The arrows that close a cycle in a depth-first walk from the start, in the order of the list.
fn returns(graph: &Graph) -> BTreeSet<(Index, Index)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Never,
        OnThePath,
        Done,
    }
    let mut seen = vec![Seen::Never; graph.len()];
    let mut found = BTreeSet::new();
    let roots = graph.starts().iter().copied().chain(graph.indices());
    for root in roots {
        if seen[root] != Seen::Never {
            continue;
        }
        let mut path: Vec<(Index, Vec<Index>)> = Vec::new();
        let mut enter = Some(root);
        loop {
            if let Some(node) = enter.take() {
                seen[node] = Seen::OnThePath;
                // Popped from the back: the next in the list is walked first.
                let mut ahead: Vec<Index> = graph.leaving(node).map(|arrow| arrow.to).collect();
                ahead.sort_by_key(|next| std::cmp::Reverse((*next <= node, *next)));
                path.push((node, ahead));
            }
            let Some((node, ahead)) = path.last_mut() else {
                break;
            };
            match ahead.pop() {
                Some(next) if seen[next] == Seen::Never => enter = Some(next),
                Some(next) => {
                    if seen[next] == Seen::OnThePath {
                        found.insert((*node, next));
                    }
                }
                None => {
                    seen[*node] = Seen::Done;
                    path.pop();
                }
            }
        }
    }
    found
}

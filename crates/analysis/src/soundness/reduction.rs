//! What of a flow is left to be played through once everything that is sound by its form is drawn together.
//!
//! Sequences, alternatives that meet again, parallel branches that wait for each other, and loops around one choice are
//! each replaced by one way, over and over: the reduction rules of Murata (1989) as van Dongen, van der Aalst and
//! Verbeek (2005) use them for process models. No rule makes an unsound flow sound or the other way round. A
//! block-structured flow becomes one node; of any other flow, its tangles are left.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Index};

/// An arrow, or what was drawn together to one.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Where it begins.
    pub(super) from: Index,
    /// Where it leads.
    pub(super) to: Index,
    /// Whether a case goes along it together with the other such ways.
    pub(super) is_parallel: bool,
    /// The nodes that a case passes on it.
    pub(super) passed: Vec<Index>,
}

/// The ways that are left, by the nodes at their ends.
pub(super) struct Ways<'g, 'a> {
    graph: &'g Graph<'a>,
    all: Vec<Way>,
    into: Vec<BTreeSet<usize>>,
    out: Vec<BTreeSet<usize>>,
}

impl<'g, 'a> Ways<'g, 'a> {
    /// The arrows of `graph` as they are.
    fn of(graph: &'g Graph<'a>) -> Self {
        let mut into = vec![BTreeSet::new(); graph.len()];
        let mut out = vec![BTreeSet::new(); graph.len()];
        let mut ways = Vec::new();
        for (n, arrow) in graph.arrows().iter().enumerate() {
            out[arrow.from].insert(n);
            into[arrow.to].insert(n);
            ways.push(Way {
                from: arrow.from,
                to: arrow.to,
                is_parallel: arrow.is_parallel(),
                passed: Vec::new(),
            });
        }
        Self {
            graph,
            all: ways,
            into,
            out,
        }
    }

    /// What is left of `graph`, which cases enter at `start`.
    pub(super) fn reduced(graph: &'g Graph<'a>, start: Index) -> Self {
        let mut ways = Self::of(graph);
        let mut open: BTreeSet<Index> = graph.indices().collect();
        while let Some(node) = open.pop_first() {
            ways.leave_loops(node, &mut open);
            ways.join_twins(node, &mut open);
            if node != start {
                ways.pass_through(node, &mut open);
                ways.go_along(node, &mut open);
            }
        }
        ways
    }

    /// A way.
    pub(super) fn way(&self, way: usize) -> &Way {
        &self.all[way]
    }

    /// The ways that reach a node.
    pub(super) fn reaching(&self, node: Index) -> impl Iterator<Item = usize> {
        self.into[node].iter().copied()
    }

    /// The ways that leave a node.
    pub(super) fn leaving(&self, node: Index) -> impl Iterator<Item = usize> {
        self.out[node].iter().copied()
    }

    /// Whether a node waits for all the ways that reach it.
    pub(super) fn is_join(&self, node: Index) -> bool {
        self.graph.is_join(node)
    }

    /// A choice that can be taken again and again, and left at last, is no choice at all.
    fn leave_loops(&mut self, node: Index, open: &mut BTreeSet<Index>) {
        let is_choice = self.leaving(node).all(|way| !self.way(way).is_parallel);
        let is_loop = |way: &usize| self.way(*way).to == node;
        let loops: Vec<usize> = self.leaving(node).filter(is_loop).collect();
        if self.is_join(node) || !is_choice || loops.len() == self.out[node].len() {
            return;
        }
        for way in loops {
            self.remove(way, open);
        }
    }

    /// Alternatives that lead to the same node are one way there; so are parallel ways to a node that waits for both.
    fn join_twins(&mut self, node: Index, open: &mut BTreeSet<Index>) {
        let mut known: BTreeMap<(Index, bool), usize> = BTreeMap::new();
        let mut twins = Vec::new();
        for way in self.leaving(node) {
            let Way {
                to, is_parallel, ..
            } = self.all[way];
            let first = *known.entry((to, is_parallel)).or_insert(way);
            if first != way && self.is_join(to) == is_parallel {
                twins.push(way);
            }
        }
        for way in twins {
            self.remove(way, open);
        }
    }

    /// A node with one way in and one way out is passed on the way.
    fn pass_through(&mut self, node: Index, open: &mut BTreeSet<Index>) {
        let (&[before], &[after]) = (
            self.reaching(node).collect::<Vec<_>>().as_slice(),
            self.leaving(node).collect::<Vec<_>>().as_slice(),
        ) else {
            return;
        };
        if before == after {
            return;
        }
        let rest = std::mem::take(&mut self.all[after].passed);
        let to = self.all[after].to;
        self.remove(after, open);
        self.into[node].remove(&before);
        self.into[to].insert(before);
        let way = &mut self.all[before];
        way.to = to;
        way.passed.push(node);
        way.passed.extend(rest);
        open.insert(way.from);
    }

    /// What is only reached from one node, and that by its only way, happens together with it.
    fn go_along(&mut self, node: Index, open: &mut BTreeSet<Index>) {
        let &[before] = self.reaching(node).collect::<Vec<_>>().as_slice() else {
            return;
        };
        let from = self.all[before].from;
        if from == node || self.out[from].len() > 1 {
            return;
        }
        let mut passed = std::mem::take(&mut self.all[before].passed);
        passed.push(node);
        self.remove(before, open);
        let mut ways = std::mem::take(&mut self.out[node]);
        // The last one takes the long way before it along, the others a copy.
        while let Some(way) = ways.pop_first() {
            self.out[from].insert(way);
            let way = &mut self.all[way];
            let own = std::mem::take(&mut way.passed);
            way.from = from;
            way.passed = if ways.is_empty() {
                std::mem::take(&mut passed)
            } else {
                passed.clone()
            };
            way.passed.extend(own);
            open.insert(way.to);
        }
    }

    fn remove(&mut self, way: usize, open: &mut BTreeSet<Index>) {
        let Way { from, to, .. } = self.all[way];
        self.out[from].remove(&way);
        self.into[to].remove(&way);
        open.extend([from, to]);
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    /// How many ways are left of a flow.
    fn left(text: &str) -> usize {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let ways = Ways::reduced(&graph, graph.start().unwrap());
        graph.indices().map(|node| ways.leaving(node).count()).sum()
    }

    #[test]
    fn what_is_sound_by_its_form_becomes_one_node() {
        let sequence = "係: 受ける\n係: 調べる\n係: 決める\n";
        let choice = "係: 受ける\n係: 可か [#1 分岐]\n  50% 可 → #2\n  50% 否 → #3\n係: 通す [#2]\n  → #4\n\
                      係: 断る [#3]\n係: 送る [#4]\n";
        let parallel = "係: 受ける\n係: 分ける [#1 分岐AND]\n  → #2\n  → #3\n係: 見る [#2]\n  → #4\n\
                        係: 測る [#3]\n係: そろう [#4 合流AND]\n係: 送る\n";
        let back = "係: 受ける\n係: 見る [#1]\n係: よいか [分岐]\n  20% 不備 → #2\n  80% よい → #3\n\
                    係: 直す [#2]\n  → #1\n係: 決める [#3]\n";
        for text in [sequence, choice, parallel, back] {
            assert_eq!(left(text), 0, "{text}");
        }
    }

    #[test]
    fn what_waits_for_what_may_not_come_is_left() {
        let text = "係: 受ける\n係: 可か [#1 分岐]\n  50% 可 → #2\n  50% 否 → #3\n係: 通す [#2]\n  → #4\n\
                    係: 断る [#3]\n係: そろう [#4 合流AND]\n係: 送る\n";
        assert_eq!(left(text), 2);
    }
}

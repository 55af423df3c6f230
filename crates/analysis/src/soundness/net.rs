//! The game of tokens: where they can lie, and who can go on.
use std::collections::BTreeSet;

use super::reduction::{Way, Ways};
use crate::graph::Index;

/// Tokens on ways, as sorted numbers; a number stands twice where two tokens lie on one way.
pub(super) type Marking = Vec<usize>;

/// What is left of a flow, to be played.
pub(super) struct Net<'g, 'a> {
    ways: Ways<'g, 'a>,
}

impl<'g, 'a> Net<'g, 'a> {
    /// To play on these ways.
    pub(super) fn of(ways: Ways<'g, 'a>) -> Self {
        Self { ways }
    }

    /// The nodes to which tokens come.
    fn targets(&self, marking: &Marking) -> impl Iterator<Item = Index> {
        marking.iter().map(|way| self.ways.way(*way).to)
    }

    /// Nodes that can go on: a join with a token on each way, any other node with one on some way.
    pub(super) fn enabled(&self, marking: &Marking) -> BTreeSet<Index> {
        let can_go_on = |node: &Index| {
            !self.ways.is_join(*node) || self.ways.reaching(*node).all(|way| marking.contains(&way))
        };
        self.targets(marking).filter(can_go_on).collect()
    }

    /// Joins that hold a token.
    pub(super) fn waiting(&self, marking: &Marking) -> BTreeSet<Index> {
        let targets = self.targets(marking);
        targets.filter(|node| self.ways.is_join(*node)).collect()
    }

    /// A node that two tokens of one case have come to.
    pub(super) fn doubled(&self, marking: &Marking) -> Option<Index> {
        let on_one_way = marking.windows(2).find(|pair| pair[0] == pair[1]);
        if let Some(pair) = on_one_way {
            let Way { to, passed, .. } = self.ways.way(pair[0]);
            return Some(passed.first().copied().unwrap_or(*to));
        }
        let mut seen = BTreeSet::new();
        self.targets(marking)
            .filter(|node| !self.ways.is_join(*node))
            .find(|node| !seen.insert(*node))
    }

    /// Every marking that can follow when `node` goes on.
    pub(super) fn fired(&self, marking: &Marking, node: Index) -> Vec<Marking> {
        let mut rest = marking.clone();
        let taken = self.ways.reaching(node).filter(|way| marking.contains(way));
        let n = if self.ways.is_join(node) {
            usize::MAX
        } else {
            1
        };
        for way in taken.take(n) {
            if let Some(at) = rest.iter().position(|other| *other == way) {
                rest.remove(at);
            }
        }
        let (parallel, exclusive): (Vec<usize>, Vec<usize>) = self
            .ways
            .leaving(node)
            .partition(|way| self.ways.way(*way).is_parallel);
        let with = |extra: &[usize]| {
            let mut next: Marking = rest.iter().chain(&parallel).chain(extra).copied().collect();
            next.sort_unstable();
            next
        };
        if exclusive.is_empty() {
            vec![with(&[])]
        } else {
            exclusive.iter().map(|way| with(&[*way])).collect()
        }
    }

    /// The nodes passed at once on the ways that got a token between two markings, each once: several ways may begin
    /// with the same.
    pub(super) fn passed(&self, before: &Marking, after: &Marking) -> Vec<Index> {
        let mut rest = before.clone();
        let mut is_new = |way: &&usize| match rest.iter().position(|other| other == *way) {
            Some(at) => {
                rest.remove(at);
                false
            }
            None => true,
        };
        let new = after.iter().filter(|way| is_new(way));
        let mut seen = BTreeSet::new();
        new.flat_map(|way| &self.ways.way(*way).passed)
            .filter(|node| seen.insert(**node))
            .copied()
            .collect()
    }
}

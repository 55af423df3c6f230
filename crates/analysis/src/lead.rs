//! Expected time from start to end: alternatives weighted, loops repeated, parallel branches by their maximum.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Index};
use crate::visits::{gauss, identity, less};

/// Expected hours from the start to the end, where `hours` says what each node takes. `None` where a loop never ends
/// or a fork returns into itself.
pub(crate) fn lead(graph: &Graph, hours: &dyn Fn(Index) -> f64) -> Option<f64> {
    let start = graph.start()?;
    Lead {
        graph,
        hours,
        known: BTreeMap::new(),
        open: BTreeSet::new(),
    }
    .between(start, None)
}

struct Lead<'g, 'a> {
    graph: &'g Graph<'a>,
    hours: &'g dyn Fn(Index) -> f64,
    known: BTreeMap<(Index, Option<Index>), f64>,
    open: BTreeSet<(Index, Option<Index>)>,
}

impl Lead<'_, '_> {
    /// Expected hours from `from`, included, to `to`, excluded; to the end where `to` is `None`.
    fn between(&mut self, from: Index, to: Option<Index>) -> Option<f64> {
        if Some(from) == to {
            return Some(0.0);
        }
        if let Some(hours) = self.known.get(&(from, to)) {
            return Some(*hours);
        }
        if !self.open.insert((from, to)) {
            return None;
        }
        let region = self.region(from, to);
        let place: BTreeMap<Index, usize> = region
            .iter()
            .enumerate()
            .map(|(n, node)| (*node, n))
            .collect();
        let mut rows = identity(region.len());
        let mut right = vec![0.0; region.len()];
        for (n, node) in region.iter().enumerate() {
            right[n] = (self.hours)(*node);
            if self.graph.is_fork(*node) {
                let join = self.graph.reach().next_certain(*node);
                right[n] += self.longest_branch(*node, join)?;
                if let Some(next) = join.and_then(|join| place.get(&join)) {
                    less(&mut rows[n], *next, 1.0);
                }
                continue;
            }
            for arrow in self.graph.leaving(*node) {
                if let Some(next) = place.get(&arrow.to) {
                    less(&mut rows[n], *next, arrow.share);
                }
            }
        }
        let solved = gauss(rows, right)?;
        let hours = place.get(&from).and_then(|n| solved.get(*n)).copied()?;
        self.open.remove(&(from, to));
        self.known.insert((from, to), hours);
        hours.is_finite().then_some(hours)
    }

    fn longest_branch(&mut self, fork: Index, join: Option<Index>) -> Option<f64> {
        let branches: Vec<Index> = self.graph.leaving(fork).map(|arrow| arrow.to).collect();
        let mut longest = 0.0_f64;
        for branch in branches {
            longest = longest.max(self.between(branch, join)?);
        }
        Some(longest)
    }

    /// The nodes a case can be at between `from` and `to`; what lies inside a fork is the fork's own affair.
    fn region(&self, from: Index, to: Option<Index>) -> Vec<Index> {
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            let next: Vec<Index> = if self.graph.is_fork(node) {
                self.graph.reach().next_certain(node).into_iter().collect()
            } else {
                self.graph.leaving(node).map(|arrow| arrow.to).collect()
            };
            for next in next {
                if Some(next) != to && seen.insert(next) {
                    open.push(next);
                }
            }
        }
        seen.into_iter().collect()
    }
}

//! A flow taken apart into stretches, to tell how long it takes.
//!
//! Between two places every hour counts as often as a case comes to it, but for what lies in a fork, of which the longest
//! branch counts. What an hour less at one node changes is told from the stretches around it alone.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Index};
use crate::knots::Knots;
use crate::rounds::State;
use crate::visits::carried;

/// Where a stretch stands among all of them.
type Place = usize;

/// A part of a flow between two places.
#[derive(Default)]
struct Stretch {
    /// How often a case comes to each of its nodes.
    nodes: Vec<(Index, f64)>,
    forks: Vec<Fork>,
}

/// What branches from a node of a stretch until it meets again.
struct Fork {
    /// How often a case comes to it.
    times: f64,
    branches: Vec<Place>,
}

impl Fork {
    /// The hours of the longest branch, where `hours` says those of each.
    fn longest(&self, hours: &dyn Fn(Place) -> f64) -> f64 {
        self.branches
            .iter()
            .map(|it| hours(*it))
            .fold(0.0, f64::max)
    }
}

/// Stretches; what lies in a fork of one comes before it.
#[derive(Default)]
pub(crate) struct Stretches {
    all: Vec<Stretch>,
    known: BTreeMap<(State, Option<Index>), Option<Place>>,
}

impl Stretches {
    /// The stretch from `from`, included, to the node `to`, excluded; to the end where `to` is `None`. There is none where a
    /// loop never ends or a fork returns into itself.
    pub(crate) fn between(
        &mut self,
        graph: &Graph,
        from: State,
        to: Option<Index>,
    ) -> Option<Place> {
        if let Some(known) = self.known.get(&(from, to)) {
            return *known;
        }
        // A fork that comes to itself while it is taken apart has no end.
        self.known.insert((from, to), None);
        let stretch = self.taken_apart(graph, from, to)?;
        let place = self.all.len();
        self.all.push(stretch);
        self.known.insert((from, to), Some(place));
        Some(place)
    }

    /// The hours of each stretch, where `hours` says what each node takes.
    pub(crate) fn hours(&self, hours: &dyn Fn(Index) -> f64) -> Vec<f64> {
        let mut known: Vec<f64> = Vec::with_capacity(self.all.len());
        for stretch in &self.all {
            let nodes = stretch.nodes.iter().map(|(n, times)| times * hours(*n));
            let longest = |fork: &Fork| fork.times * fork.longest(&|it| known[it]);
            let sum = nodes.sum::<f64>() + stretch.forks.iter().map(longest).sum::<f64>();
            // A sum of nothing is −0, which nobody wants to read.
            known.push(sum + 0.0);
        }
        known
    }

    fn taken_apart(&mut self, graph: &Graph, from: State, to: Option<Index>) -> Option<Stretch> {
        let rounds = graph.rounds();
        if Some(rounds.node(from)) == to {
            return Some(Stretch::default());
        }
        let region = region(graph, from, to);
        let places = region.iter().enumerate().map(|(n, state)| (*state, n));
        let place: BTreeMap<State, usize> = places.collect();
        let mut ways: Vec<Vec<(usize, f64)>> = Vec::with_capacity(region.len());
        let mut forks = Vec::new();
        for (n, state) in region.iter().enumerate() {
            let node = rounds.node(*state);
            if graph.is_fork(node) {
                let join = graph.reach().next_certain(node);
                let branches = rounds.ways(*state).iter();
                let branches = branches.map(|way| self.between(graph, way.to, join));
                forks.push((n, branches.collect::<Option<Vec<Place>>>()?));
                let next = behind(graph, *state).and_then(|next| place.get(&next));
                ways.push(next.map(|next| (*next, 1.0)).into_iter().collect());
                continue;
            }
            let share = |way| rounds.share(graph, *state, way, &|arrow| arrow.share);
            let inside = rounds.ways(*state).iter();
            let inside = inside.filter_map(|way| Some((*place.get(&way.to)?, share(*way))));
            ways.push(inside.collect());
        }
        let next = |ways: &Vec<(usize, f64)>| ways.iter().map(|it| it.0).collect();
        let ahead: Vec<Vec<usize>> = ways.iter().map(next).collect();
        let begin = BTreeMap::from([(*place.get(&from)?, 1.0)]);
        let come = carried(&Knots::of(&ahead), begin, 0, |n| ways[n].iter().copied())?;
        let times = |n: usize| come.get(&n).copied().unwrap_or(0.0);
        let fork = |(n, branches): (usize, Vec<Place>)| Fork {
            times: times(n),
            branches,
        };
        let node = |(n, state): (usize, &State)| (rounds.node(*state), times(n));
        Some(Stretch {
            nodes: region.iter().enumerate().map(node).collect(),
            forks: forks.into_iter().map(fork).collect(),
        })
    }
}

/// Where the branches of a fork meet again.
fn behind(graph: &Graph, fork: State) -> Option<State> {
    let rounds = graph.rounds();
    let join = graph.reach().next_certain(rounds.node(fork));
    join.map(|join| rounds.at(fork, join))
}

/// The states a case can be in between `from` and `to`; what lies inside a fork is the fork's own affair.
fn region(graph: &Graph, from: State, to: Option<Index>) -> Vec<State> {
    let rounds = graph.rounds();
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(state) = open.pop() {
        let next: Vec<State> = if graph.is_fork(rounds.node(state)) {
            behind(graph, state).into_iter().collect()
        } else {
            rounds.ways(state).iter().map(|way| way.to).collect()
        };
        for next in next {
            if Some(rounds.node(next)) != to && seen.insert(next) {
                open.push(next);
            }
        }
    }
    seen.into_iter().collect()
}

/// The whole way of a case from start to end, and what an hour at each node counts on it.
pub(crate) struct Lead {
    stretches: Stretches,
    whole: Place,
    /// For each node, the stretches that it is in, and how often a case comes to it there.
    within: Vec<Vec<(Place, f64)>>,
    /// For each stretch, the stretches of whose forks it is a branch, with the numbers of these.
    around: Vec<Vec<(Place, usize)>>,
    /// The hours of each stretch: waiting and working, none where they are unknown.
    usual: Vec<f64>,
}

impl Lead {
    /// The way through `graph`.
    pub(crate) fn of(graph: &Graph) -> Option<Self> {
        let mut stretches = Stretches::default();
        let whole = stretches.between(graph, graph.start()?, None)?;
        let mut within = vec![Vec::new(); graph.len()];
        let mut around = vec![Vec::new(); stretches.all.len()];
        for (place, stretch) in stretches.all.iter().enumerate() {
            for (node, times) in &stretch.nodes {
                within[*node].push((place, *times));
            }
            for (n, fork) in stretch.forks.iter().enumerate() {
                for branch in &fork.branches {
                    around[*branch].push((place, n));
                }
            }
        }
        let usual = stretches.hours(&|n| graph.usual_hours(n));
        Some(Self {
            stretches,
            whole,
            within,
            around,
            usual,
        })
    }

    /// Expected hours of a case, where `hours` says what each node takes.
    pub(crate) fn hours(&self, hours: &dyn Fn(Index) -> f64) -> f64 {
        self.stretches.hours(hours)[self.whole]
    }

    /// Expected hours that a case would take less, where nodes would take so much less than usual.
    pub(crate) fn saved(&self, less: &BTreeMap<Index, f64>) -> f64 {
        let mut open: BTreeMap<Place, (f64, BTreeSet<usize>)> = BTreeMap::new();
        for (node, hours) in less.iter().filter(|(_, hours)| **hours != 0.0) {
            for (place, times) in &self.within[*node] {
                open.entry(*place).or_default().0 += times * hours;
            }
        }
        // What lies within is told before what lies around it.
        let mut saved: BTreeMap<Place, f64> = BTreeMap::new();
        while let Some((place, (own, forks))) = open.pop_first() {
            let left = |it: Place| self.usual[it] - saved.get(&it).unwrap_or(&0.0);
            let shorter = |n: &usize| {
                let fork = &self.stretches.all[place].forks[*n];
                fork.times * (fork.longest(&|it| self.usual[it]) - fork.longest(&left))
            };
            let all = own + forks.iter().map(shorter).sum::<f64>();
            saved.insert(place, all);
            for (around, fork) in &self.around[place] {
                open.entry(*around).or_default().1.insert(*fork);
            }
        }
        saved.get(&self.whole).copied().unwrap_or(0.0)
    }
}

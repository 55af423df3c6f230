//! In which column each step stands.
//!
//! Longest paths over the arrows that lead on (Sugiyama, Tagawa and Toda 1981), then steps with more arrows ahead than
//! behind move right, which shortens arrows as the ranking of Gansner, Koutsofios, North and Vo (1993) would.
use std::cmp::Ordering;
use std::collections::BTreeSet;

use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::shape::Shape;

/// The columns of a flow.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// For each stop, its column.
    pub of: Vec<usize>,
    /// How many there are.
    pub n: usize,
    /// For each phase, its first column and the one behind its last.
    pub phases: Vec<(usize, usize)>,
}

/// Gives every stop a column: behind all it follows in its phase and before, and later phases right of earlier ones.
/// Stops that are `apart` stand in a column behind, and never above or below what they follow.
pub(crate) fn columns(shape: &Shape, apart: &[bool]) -> Columns {
    let order = walked(shape);
    let mut before = vec![Vec::new(); shape.stops.len()];
    let mut behind = vec![Vec::new(); shape.stops.len()];
    for (from, to) in shape.onward() {
        before[to].push(from);
        behind[from].push(to);
    }
    // Returns count: they need a side of their own.
    let mut n_leaving = vec![0; shape.stops.len()];
    for way in &shape.ways {
        n_leaving[way.from] += 1;
    }
    let phase = phases_reached(shape, &order, &before, &behind);
    // Where the flow goes back to an earlier phase, its steps stand there all the same.
    for stop in 0..shape.stops.len() {
        before[stop].retain(|from| phase[*from] <= phase[stop]);
        behind[stop].retain(|to| phase[*to] >= phase[stop]);
    }
    let mut of = vec![0; shape.stops.len()];
    let mut stacks = Stacks::new(shape);
    let mut spans = Vec::new();
    let mut first = 0;
    for number in 0..shape.n_phases.max(1) {
        let members = || order.iter().copied().filter(|stop| phase[*stop] == number);
        for stop in members() {
            let earliest = before[stop].iter().map(|from| of[*from] + 1).max();
            of[stop] = earliest.unwrap_or(0).max(first);
            if let [from] = before[stop].as_slice()
                && n_leaving[*from] == 1
                && of[*from] >= first
                && !apart[stop]
                && stacks.takes(shape, *from, stop, of[*from])
            {
                of[stop] = of[*from];
            }
            while stacks.passed.contains(&(shape.stops[stop].lane, of[stop])) {
                of[stop] += 1;
            }
            stacks.add(shape, stop, of[stop]);
        }
        let own: Vec<usize> = members().collect();
        pull(&own, &before, &behind, &phase, &mut of);
        let least = first + usize::from(shape.n_phases > 0);
        let end = members().map(|stop| of[stop] + 1).fold(least, usize::max);
        spans.push((first, end));
        first = end;
    }
    spans.truncate(shape.n_phases);
    Columns {
        of,
        n: first.max(1),
        phases: spans,
    }
}

/// Moves those of one phase right that have more arrows ahead than behind, as far as they can go.
fn pull(
    members: &[usize],
    before: &[Vec<usize>],
    behind: &[Vec<usize>],
    phase: &[usize],
    of: &mut [usize],
) {
    for stop in members.iter().copied().rev() {
        // Stops of later phases have no column yet and do not pull.
        let has_all = behind[stop].iter().all(|to| phase[*to] == phase[stop]);
        let latest = behind[stop].iter().map(|to| of[*to]).min();
        if let Some(latest) = latest.filter(|latest| has_all && *latest > of[stop] + 1)
            && behind[stop].len() > before[stop].len()
        {
            of[stop] = latest - 1;
        }
    }
}

/// Handovers that lead straight up or down within one column.
///
/// Where the work goes from one lane to another along a single arrow, the next step stands above or below instead of
/// to the right: the picture is half as wide and the arrow has no bend.
struct Stacks {
    /// Lane and column of what has its place, and of what a straight arrow passes.
    taken: BTreeSet<(usize, usize)>,
    passed: BTreeSet<(usize, usize)>,
    /// For each stop, whether its column leads down to it, or up.
    leads: Vec<Ordering>,
}

impl Stacks {
    fn new(shape: &Shape) -> Self {
        Self {
            taken: BTreeSet::new(),
            passed: BTreeSet::new(),
            leads: vec![Ordering::Equal; shape.stops.len()],
        }
    }

    /// Whether `stop` can stand above or below `from` with nothing between them; a column never turns back.
    fn takes(&mut self, shape: &Shape, from: usize, stop: usize, column: usize) -> bool {
        if !shape.stops[stop].is_step {
            return false;
        }
        let (here, there) = (shape.stops[from].lane, shape.stops[stop].lane);
        let leads = there.cmp(&here);
        let between = if leads.is_gt() {
            here + 1..there + 1
        } else {
            there..here
        };
        let is_free = between
            .into_iter()
            .all(|lane| !self.taken.contains(&(lane, column)));
        let is_onward = self.leads[from].is_eq() || self.leads[from] == leads;
        let takes = leads.is_ne() && is_free && is_onward;
        if takes {
            self.leads[stop] = leads;
            self.passed
                .extend((here.min(there) + 1..here.max(there)).map(|lane| (lane, column)));
        }
        takes
    }

    fn add(&mut self, shape: &Shape, stop: usize, column: usize) {
        self.taken.insert((shape.stops[stop].lane, column));
    }
}

/// The stops so that every arrow that leads on leads to a later one.
fn walked(shape: &Shape) -> Vec<usize> {
    let mut graph = DiGraph::<(), ()>::new();
    for _ in &shape.stops {
        graph.add_node(());
    }
    for (from, to) in shape.onward() {
        graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    // Returns are left out, so there is no cycle.
    toposort(&graph, None)
        .map(|order| order.into_iter().map(NodeIndex::index).collect())
        .unwrap_or_default()
}

/// The phase each stop stands in: its own; without one, the latest of those before it or the earliest of those behind.
fn phases_reached(
    shape: &Shape,
    order: &[usize],
    before: &[Vec<usize>],
    behind: &[Vec<usize>],
) -> Vec<usize> {
    let mut reached: Vec<Option<usize>> = shape.stops.iter().map(|stop| stop.phase).collect();
    for stop in order {
        if reached[*stop].is_none() {
            reached[*stop] = before[*stop].iter().filter_map(|from| reached[*from]).max();
        }
    }
    for stop in order.iter().rev() {
        if reached[*stop].is_none() {
            reached[*stop] = behind[*stop].iter().filter_map(|to| reached[*to]).min();
        }
    }
    reached.into_iter().map(Option::unwrap_or_default).collect()
}

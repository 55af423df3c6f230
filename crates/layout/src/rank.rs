//! In which column each step stands.
//!
//! Longest paths over the arrows that lead on (Sugiyama, Tagawa and Toda 1981), then steps with more arrows ahead than
//! behind move right, which shortens arrows as the ranking of Gansner, Koutsofios, North and Vo (1993) would.
use std::cmp::Ordering;
use std::collections::BTreeSet;

use kaizu_model::NodeId;
use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::flow::Chart;

/// The columns of a flow.
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
pub(crate) fn columns(chart: &Chart, apart: &[bool]) -> Columns {
    let order = walked(chart);
    let mut before = vec![Vec::new(); chart.stops.len()];
    let mut behind = vec![Vec::new(); chart.stops.len()];
    for (from, to) in chart.onward() {
        before[to].push(from);
        behind[from].push(to);
    }
    // Returns count: they need a side of their own.
    let mut n_leaving = vec![0; chart.stops.len()];
    for way in &chart.ways {
        n_leaving[way.from] += 1;
    }
    let phase = phases_reached(chart, &order, &before, &behind);
    // Where the flow goes back to an earlier phase, its steps stand there all the same.
    for stop in 0..chart.stops.len() {
        before[stop].retain(|from| phase[*from] <= phase[stop]);
        behind[stop].retain(|to| phase[*to] >= phase[stop]);
    }
    let mut of = vec![0; chart.stops.len()];
    let mut stacks = Stacks::new(chart);
    let mut spans = Vec::new();
    let mut first = 0;
    for number in 0..chart.phases.len().max(1) {
        let members = || order.iter().copied().filter(|stop| phase[*stop] == number);
        for stop in members() {
            let earliest = before[stop].iter().map(|from| of[*from] + 1).max();
            of[stop] = earliest.unwrap_or(0).max(first);
            if let [from] = before[stop].as_slice()
                && n_leaving[*from] == 1
                && of[*from] >= first
                && !apart[stop]
                && stacks.takes(chart, *from, stop, of[*from])
            {
                of[stop] = of[*from];
            }
            while stacks.passed.contains(&(chart.stops[stop].lane, of[stop])) {
                of[stop] += 1;
            }
            stacks.add(chart, stop, of[stop]);
        }
        let own: Vec<usize> = members().collect();
        pull(&own, &before, &behind, &phase, &mut of);
        let least = first + usize::from(!chart.phases.is_empty());
        let end = members().map(|stop| of[stop] + 1).fold(least, usize::max);
        spans.push((first, end));
        first = end;
    }
    spans.truncate(chart.phases.len());
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
    fn new(chart: &Chart) -> Self {
        Self {
            taken: BTreeSet::new(),
            passed: BTreeSet::new(),
            leads: vec![Ordering::Equal; chart.stops.len()],
        }
    }

    /// Whether `stop` can stand above or below `from` with nothing between them; a column never turns back.
    fn takes(&mut self, chart: &Chart, from: usize, stop: usize, column: usize) -> bool {
        if !matches!(chart.stops[stop].node.id, NodeId::Step(_)) {
            return false;
        }
        let (here, there) = (chart.stops[from].lane, chart.stops[stop].lane);
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

    fn add(&mut self, chart: &Chart, stop: usize, column: usize) {
        self.taken.insert((chart.stops[stop].lane, column));
    }
}

/// The stops so that every arrow that leads on leads to a later one.
fn walked(chart: &Chart) -> Vec<usize> {
    let mut graph = DiGraph::<(), ()>::new();
    for _ in &chart.stops {
        graph.add_node(());
    }
    for (from, to) in chart.onward() {
        graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    // Returns are left out, so there is no cycle.
    toposort(&graph, None)
        .map(|order| order.into_iter().map(NodeIndex::index).collect())
        .unwrap_or_default()
}

/// The phase each stop stands in: its own; without one, the latest of those before it or the earliest of those behind.
fn phases_reached(
    chart: &Chart,
    order: &[usize],
    before: &[Vec<usize>],
    behind: &[Vec<usize>],
) -> Vec<usize> {
    let mut reached: Vec<Option<usize>> = chart.stops.iter().map(|stop| stop.phase).collect();
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

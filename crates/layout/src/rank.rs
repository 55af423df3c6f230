//! In which column each step stands.
//!
//! Longest paths over the arrows that lead on (Sugiyama, Tagawa and Toda 1981), then steps with more arrows ahead than
//! behind move right, which shortens arrows as the ranking of Gansner, Koutsofios, North and Vo (1993) would.
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

/// Gives every stop a column: behind all it follows, and later phases right of earlier ones.
pub(crate) fn columns(chart: &Chart) -> Columns {
    let order = walked(chart);
    let mut before = vec![Vec::new(); chart.stops.len()];
    let mut behind = vec![Vec::new(); chart.stops.len()];
    for (from, to) in chart.onward() {
        before[to].push(from);
        behind[from].push(to);
    }
    let phase = phases_reached(chart, &order, &before, &behind);
    let mut of = vec![0; chart.stops.len()];
    let mut spans = Vec::new();
    let mut first = 0;
    for number in 0..chart.phases.len().max(1) {
        let mut end = first + usize::from(!chart.phases.is_empty());
        let members = || order.iter().copied().filter(|stop| phase[*stop] == number);
        for stop in members() {
            let earliest = before[stop].iter().map(|from| of[*from] + 1).max();
            of[stop] = earliest.unwrap_or(0).max(first);
            end = end.max(of[stop] + 1);
        }
        for stop in members().rev() {
            let latest = behind[stop]
                .iter()
                .map(|to| of[*to])
                .filter(|to| *to > of[stop]);
            // Stops of later phases have no column yet and do not pull.
            let has_all = behind[stop].iter().all(|to| phase[*to] == number);
            if let Some(latest) = latest.min()
                && has_all
                && behind[stop].len() > before[stop].len()
            {
                of[stop] = latest - 1;
            }
        }
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

/// The phase each stop stands in: its own, or a later one where the flow truly goes back to an earlier phase.
fn phases_reached(
    chart: &Chart,
    order: &[usize],
    before: &[Vec<usize>],
    behind: &[Vec<usize>],
) -> Vec<usize> {
    let mut reached: Vec<Option<usize>> = chart.stops.iter().map(|stop| stop.phase).collect();
    for stop in order {
        let passed = before[*stop].iter().filter_map(|from| reached[*from]).max();
        reached[*stop] = reached[*stop].max(passed);
    }
    for stop in order.iter().rev() {
        if reached[*stop].is_none() {
            reached[*stop] = behind[*stop].iter().filter_map(|to| reached[*to]).min();
        }
    }
    reached.into_iter().map(Option::unwrap_or_default).collect()
}

//! Which row of its lane each step stands in.
use crate::flow::Chart;
use crate::rank::Columns;

/// The rows of a flow.
pub(crate) struct Rows {
    /// For each stop, its row within its lane.
    pub of: Vec<usize>,
    /// For each lane, how many rows it has; at least one.
    pub n: Vec<usize>,
}

/// Gives every stop a row of its own within its lane and column, near what it is connected to.
pub(crate) fn rows(chart: &Chart, columns: &Columns) -> Rows {
    let mut of = vec![0; chart.stops.len()];
    let mut n = vec![1; chart.n_bands()];
    let mut cells: Vec<Vec<usize>> = vec![Vec::new(); columns.n];
    for (stop, column) in columns.of.iter().enumerate() {
        cells[*column].push(stop);
    }
    let mut before = vec![Vec::new(); chart.stops.len()];
    for (from, to) in chart.onward() {
        before[to].push(from);
    }
    for members in &cells {
        let mut taken: Vec<Vec<usize>> = vec![Vec::new(); chart.n_bands()];
        for stop in members {
            let lane = chart.stops[*stop].lane;
            let wish = before[*stop]
                .iter()
                .filter(|from| chart.stops[**from].lane == lane)
                .map(|from| of[*from])
                .min()
                .unwrap_or(0);
            let row = (wish..)
                .find(|row| !taken[lane].contains(row))
                .unwrap_or(wish);
            taken[lane].push(row);
            of[*stop] = row;
            n[lane] = n[lane].max(row + 1);
        }
    }
    Rows { of, n }
}

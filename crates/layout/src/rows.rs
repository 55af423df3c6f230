//! The rows of every lane, and who stands in which at first.
use std::collections::BTreeSet;

use crate::rank::Columns;
use crate::shape::Shape;

/// The rows of a flow.
pub(crate) struct Rows {
    /// For each stop, its row within its lane.
    pub of: Vec<usize>,
    /// For each lane, how many rows it has; at least one.
    pub n: Vec<usize>,
}

/// The first order: each where the one before it stands, or below.
pub(crate) fn first(shape: &Shape, columns: &Columns) -> Rows {
    let n = shape.stops.len();
    let mut before = vec![Vec::new(); n];
    for (from, to) in shape.onward() {
        before[to].push(from);
    }
    let mut rows = Rows {
        of: vec![0; n],
        n: vec![1; shape.n_bands],
    };
    let mut taken = BTreeSet::new();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|stop| columns.of[*stop]);
    for stop in order {
        let lane = shape.stops[stop].lane;
        let own = before[stop]
            .iter()
            .filter(|from| shape.stops[**from].lane == lane);
        let mut row = own.map(|from| rows.of[*from]).min().unwrap_or(0);
        while !taken.insert((lane, columns.of[stop], row)) {
            row += 1;
        }
        rows.of[stop] = row;
        rows.n[lane] = rows.n[lane].max(row + 1);
    }
    rows
}

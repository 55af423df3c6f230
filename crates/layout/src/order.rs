//! Which row of its lane each step stands in.
//!
//! Steps of one lane and column stand one below the other. Each first follows the step before it, then neighbours
//! change places as long as that makes arrows shorter and straighter: the transposition of Gansner, Koutsofios, North
//! and Vo (1993), within lanes.
use std::collections::BTreeMap;

use crate::flow::Chart;
use crate::rank::Columns;

/// How often all steps are looked at.
const SWEEPS: usize = 6;
/// Another row on the way along one lane.
const BEND: usize = 3;
/// A box in the way of a straight arrow.
const BLOCKED: usize = 6;

/// The rows of a flow.
pub(crate) struct Rows {
    /// For each stop, its row within its lane.
    pub of: Vec<usize>,
    /// For each lane, how many rows it has; at least one.
    pub n: Vec<usize>,
}

/// Gives every stop a row of its own within its lane and column, near what it is connected to.
pub(crate) fn rows(chart: &Chart, columns: &Columns) -> Rows {
    let mut board = Board::of(chart, columns);
    for _ in 0..SWEEPS {
        let n_moved = (0..chart.stops.len())
            .filter(|stop| board.improve(*stop))
            .count();
        if n_moved == 0 {
            break;
        }
    }
    board.rows
}

/// Who stands where.
struct Board<'a> {
    chart: &'a Chart<'a>,
    columns: &'a Columns,
    rows: Rows,
    /// By lane, column and row.
    cells: BTreeMap<(usize, usize, usize), usize>,
    /// The arrows of each stop.
    ways: Vec<Vec<usize>>,
}

impl<'a> Board<'a> {
    /// The first order: each where the one before it stands, or below.
    fn of(chart: &'a Chart<'a>, columns: &'a Columns) -> Self {
        let n = chart.stops.len();
        let mut ways = vec![Vec::new(); n];
        let mut before = vec![Vec::new(); n];
        for (number, way) in chart.ways.iter().enumerate() {
            ways[way.from].push(number);
            ways[way.to].push(number);
            if !way.is_return {
                before[way.to].push(way.from);
            }
        }
        let rows = Rows {
            of: vec![0; n],
            n: vec![1; chart.n_bands()],
        };
        let mut board = Self {
            chart,
            columns,
            rows,
            cells: BTreeMap::new(),
            ways,
        };
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|stop| columns.of[*stop]);
        for stop in order {
            let lane = chart.stops[stop].lane;
            let own = before[stop]
                .iter()
                .filter(|from| chart.stops[**from].lane == lane);
            let wish = own.map(|from| board.rows.of[*from]).min().unwrap_or(0);
            let column = columns.of[stop];
            let mut row = wish;
            while board.cells.contains_key(&(lane, column, row)) {
                row += 1;
            }
            board.cells.insert((lane, column, row), stop);
            board.rows.of[stop] = row;
            board.rows.n[lane] = board.rows.n[lane].max(row + 1);
        }
        board
    }

    /// Moves `stop` one row up or down, past or in place of whoever stands there, if that is better.
    fn improve(&mut self, stop: usize) -> bool {
        let lane = self.chart.stops[stop].lane;
        let row = self.rows.of[stop];
        let nearby = [
            row.checked_sub(1),
            (row + 1 < self.rows.n[lane]).then_some(row + 1),
        ];
        for next in nearby.into_iter().flatten() {
            let other = self
                .cells
                .get(&(lane, self.columns.of[stop], next))
                .copied();
            let cost = self.cost(stop, other);
            self.change(stop, other, next);
            if self.cost(stop, other) < cost {
                return true;
            }
            self.change(stop, other, row);
        }
        false
    }

    /// Puts `stop` in `row` and `other` where `stop` was.
    fn change(&mut self, stop: usize, other: Option<usize>, row: usize) {
        let (lane, column) = (self.chart.stops[stop].lane, self.columns.of[stop]);
        let old = std::mem::replace(&mut self.rows.of[stop], row);
        self.cells.remove(&(lane, column, old));
        if let Some(other) = other {
            self.rows.of[other] = old;
            self.cells.insert((lane, column, old), other);
        }
        self.cells.insert((lane, column, row), stop);
    }

    /// What the arrows of these two cost, and of those whose straight way they may block.
    fn cost(&self, stop: usize, other: Option<usize>) -> usize {
        let own = self.ways[stop].iter();
        let both = own.chain(other.into_iter().flat_map(|other| &self.ways[other]));
        both.map(|way| self.length(*way)).sum()
    }

    fn length(&self, way: usize) -> usize {
        let way = &self.chart.ways[way];
        let (from, to) = (way.from, way.to);
        let place = |stop: usize| {
            (
                self.chart.stops[stop].lane,
                self.columns.of[stop],
                self.rows.of[stop],
            )
        };
        let (upper, lower) = if place(from).0 <= place(to).0 {
            (from, to)
        } else {
            (to, from)
        };
        let ((top, left, above), (bottom, right, below)) = (place(upper), place(lower));
        if top == bottom {
            let columns = left.min(right) + 1..left.max(right);
            let blocks = |column: &usize| self.cells.contains_key(&(top, *column, above));
            let in_the_way = if above == below {
                columns.filter(blocks).count()
            } else {
                0
            };
            return BEND * above.abs_diff(below) + in_the_way;
        }
        let rest = self.rows.n[top] - 1 - above;
        let mut length = rest + below;
        if left == right {
            let under = (above + 1..self.rows.n[top]).map(|row| (top, left, row));
            let over = (0..below).map(|row| (bottom, left, row));
            length += BLOCKED
                * under
                    .chain(over)
                    .filter(|it| self.cells.contains_key(it))
                    .count();
        }
        length
    }
}

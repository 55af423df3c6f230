//! Which row of its lane each step stands in.
//!
//! Steps of one lane and column stand one below the other. Each first follows the step before it, then steps change
//! rows as long as that saves bends and length: the transposition of Gansner, Koutsofios, North and Vo (1993), within
//! lanes. What an arrow costs is what its shape will be: straight, around one corner, or around two.
use crate::board::{Board, Spot};
use crate::flow::Chart;
use crate::rank::{self, Columns};

/// How often all steps are looked at.
const SWEEPS: usize = 8;
/// How many rows away a step looks for a better one.
const REACH: usize = 3;
/// One corner of an arrow.
const BEND: usize = 100;
/// So many corners an arrow has that leads around somebody on its own line.
const BLOCKED: usize = 3;
/// From one row to the next.
const ROW: usize = 6;
/// A row more, which makes a lane higher.
const NEW_ROW: usize = 60;

/// The rows of a flow.
pub(crate) struct Rows {
    /// For each stop, its row within its lane.
    pub of: Vec<usize>,
    /// For each lane, how many rows it has; at least one.
    pub n: Vec<usize>,
}

/// Columns and rows together: where somebody stands between two steps that should stand one above the other, the second
/// goes to the right.
pub(crate) fn places(chart: &Chart) -> (Columns, Rows) {
    let mut apart = vec![false; chart.stops.len()];
    let mut columns = rank::columns(chart, &apart);
    let mut rows = rows(chart, &columns);
    let blocked = blocked(chart, &columns, &rows);
    if !blocked.is_empty() {
        for stop in blocked {
            apart[stop] = true;
        }
        columns = rank::columns(chart, &apart);
        rows = self::rows(chart, &columns);
    }
    (columns, rows)
}

/// Those below or above what they follow with somebody between.
fn blocked(chart: &Chart, columns: &Columns, rows: &Rows) -> Vec<usize> {
    let board = Board::of(chart, columns, rows);
    let is_blocked = |(from, to): &(usize, usize)| {
        let (from, to) = (board.spot(*from), board.spot(*to));
        from.column == to.column && !board.is_free_down(from.column, from.line, to.line)
    };
    chart
        .onward()
        .filter(is_blocked)
        .map(|(_, to)| to)
        .collect()
}

/// Gives every stop a row of its own within its lane and column, near what it is connected to.
fn rows(chart: &Chart, columns: &Columns) -> Rows {
    let rows = first(chart, columns);
    let mut order = Order::of(chart, columns, &rows);
    for _ in 0..SWEEPS {
        let n_moved = (0..chart.stops.len())
            .filter(|stop| order.improve(*stop))
            .count();
        if n_moved == 0 {
            break;
        }
    }
    order.rows()
}

/// The first order: each where the one before it stands, or below.
fn first(chart: &Chart, columns: &Columns) -> Rows {
    let n = chart.stops.len();
    let mut before = vec![Vec::new(); n];
    for (from, to) in chart.onward() {
        before[to].push(from);
    }
    let mut rows = Rows {
        of: vec![0; n],
        n: vec![1; chart.n_bands()],
    };
    let mut taken = std::collections::BTreeSet::new();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|stop| columns.of[*stop]);
    for stop in order {
        let lane = chart.stops[stop].lane;
        let own = before[stop]
            .iter()
            .filter(|from| chart.stops[**from].lane == lane);
        let mut row = own.map(|from| rows.of[*from]).min().unwrap_or(0);
        while !taken.insert((lane, columns.of[stop], row)) {
            row += 1;
        }
        rows.of[stop] = row;
        rows.n[lane] = rows.n[lane].max(row + 1);
    }
    rows
}

/// Rows that are being improved.
struct Order<'a> {
    chart: &'a Chart<'a>,
    board: Board,
    /// The arrows of each stop.
    ways: Vec<Vec<usize>>,
    /// For each lane, how many stops stand in each row.
    filled: Vec<Vec<usize>>,
}

impl<'a> Order<'a> {
    fn of(chart: &'a Chart<'a>, columns: &Columns, rows: &Rows) -> Self {
        let mut ways = vec![Vec::new(); chart.stops.len()];
        for (number, way) in chart.ways.iter().enumerate() {
            ways[way.from].push(number);
            if way.to != way.from {
                ways[way.to].push(number);
            }
        }
        let mut filled: Vec<Vec<usize>> = rows.n.iter().map(|n| vec![0; n + 1]).collect();
        for (stop, row) in rows.of.iter().enumerate() {
            filled[chart.stops[stop].lane][*row] += 1;
        }
        Self {
            chart,
            board: Board::of(chart, columns, rows),
            ways,
            filled,
        }
    }

    /// Moves `stop` to another row, past or in place of whoever stands there, if that is better.
    fn improve(&mut self, stop: usize) -> bool {
        let lane = self.chart.stops[stop].lane;
        let here = self.board.spot(stop);
        let row = self.board.row(here, lane);
        let rows = row.saturating_sub(REACH)..(row + REACH + 1).min(self.filled[lane].len());
        let mut best: Option<(usize, Spot)> = None;
        for next in rows.filter(|next| *next != row) {
            let there = self.board.at(lane, here.column, next);
            let other = self.board.stop(there);
            let rows = other.is_none().then_some((row, next));
            let before = self.cost(stop, other);
            self.board.swap(here, there);
            let after = self.cost(stop, other) + self.growth(lane, rows);
            self.board.swap(here, there);
            let gain = before.saturating_sub(after);
            if gain > 0 && best.is_none_or(|(most, _)| gain > most) {
                best = Some((gain, there));
            }
        }
        let Some((_, there)) = best else {
            return false;
        };
        if self.board.stop(there).is_none() {
            self.filled[lane][row] -= 1;
            self.filled[lane][self.board.row(there, lane)] += 1;
        }
        self.board.swap(here, there);
        true
    }

    /// What a row more costs, where one stop of a lane goes from one row to another.
    fn growth(&self, lane: usize, rows: Option<(usize, usize)>) -> usize {
        let is_new = rows
            .is_some_and(|(from, to)| self.filled[lane][to] == 0 && self.filled[lane][from] > 1);
        usize::from(is_new) * NEW_ROW
    }

    /// What the arrows of these two cost.
    fn cost(&self, stop: usize, other: Option<usize>) -> usize {
        let own = self.ways[stop].iter();
        let both = own.chain(other.into_iter().flat_map(|other| &self.ways[other]));
        both.map(|way| self.length(*way)).sum()
    }

    fn length(&self, way: usize) -> usize {
        let way = &self.chart.ways[way];
        let (from, to) = (self.board.spot(way.from), self.board.spot(way.to));
        let away = ROW * from.line.abs_diff(to.line);
        let bends = if from.column == to.column {
            BLOCKED * usize::from(!self.board.is_free_down(from.column, from.line, to.line))
        } else if from.line == to.line {
            BLOCKED * usize::from(!self.board.is_free_across(from.line, from.column, to.column))
        } else if self.turns_once(from, to) {
            1
        } else {
            2
        };
        BEND * bends + away
    }

    /// Whether an arrow between two spots can go around one corner, without meeting anybody.
    fn turns_once(&self, from: Spot, to: Spot) -> bool {
        let corner = |column, line| self.board.stop(Spot { column, line }).is_none();
        let over = corner(to.column, from.line)
            && self.board.is_free_across(from.line, from.column, to.column)
            && self.board.is_free_down(to.column, from.line, to.line);
        over || corner(from.column, to.line)
            && self.board.is_free_down(from.column, from.line, to.line)
            && self.board.is_free_across(to.line, from.column, to.column)
    }

    fn rows(self) -> Rows {
        // Rows in which nobody stands are left out.
        let kept: Vec<Vec<usize>> = self
            .filled
            .iter()
            .map(|filled| {
                let number = filled.iter().scan(0, |next, n| {
                    let own = *next;
                    *next += usize::from(*n > 0);
                    Some(own)
                });
                number.collect()
            })
            .collect();
        let of = (0..self.chart.stops.len()).map(|stop| {
            let lane = self.chart.stops[stop].lane;
            kept[lane][self.board.row(self.board.spot(stop), lane)]
        });
        let n = self.filled.iter();
        Rows {
            of: of.collect(),
            n: n.map(|filled| filled.iter().filter(|n| **n > 0).count().max(1))
                .collect(),
        }
    }
}

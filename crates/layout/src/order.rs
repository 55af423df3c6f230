//! Which row of its lane each step stands in.
//!
//! Steps of one lane and column stand one below the other. Each first follows the step before it, then steps change
//! rows as long as that saves bends and length: the transposition of Gansner, Koutsofios, North and Vo (1993), within
//! lanes. What an arrow costs is what its shape will be: straight, around one corner, or around two.
use crate::board::{Board, Spot};
use crate::rank::{self, Columns};
use crate::rows::{Rows, first};
use crate::shape::Shape;

/// How often all steps are looked at.
const SWEEPS: usize = 8;
/// The most steps that change their row together.
const LONGEST: usize = 12;
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

/// Columns and rows together: where somebody stands between two steps that should stand one above the other, the second
/// goes to the right.
pub(crate) fn places(shape: &Shape) -> (Columns, Rows) {
    let mut apart = vec![false; shape.stops.len()];
    let mut columns = rank::columns(shape, &apart);
    let mut rows = rows(shape, &columns);
    let blocked = blocked(shape, &columns, &rows);
    if !blocked.is_empty() {
        for stop in blocked {
            apart[stop] = true;
        }
        columns = rank::columns(shape, &apart);
        rows = self::rows(shape, &columns);
    }
    (columns, rows)
}

/// Those below or above what they follow with somebody between.
fn blocked(shape: &Shape, columns: &Columns, rows: &Rows) -> Vec<usize> {
    let board = Board::of(shape, columns, rows);
    let is_blocked = |(from, to): &(usize, usize)| {
        let (from, to) = (board.spot(*from), board.spot(*to));
        from.column == to.column && !board.is_free_down(from.column, from.line, to.line)
    };
    shape
        .onward()
        .filter(is_blocked)
        .map(|(_, to)| to)
        .collect()
}

/// Gives every stop a row of its own within its lane and column, near what it is connected to.
fn rows(shape: &Shape, columns: &Columns) -> Rows {
    let rows = first(shape, columns);
    let mut order = Order::of(shape, columns, &rows);
    for _ in 0..SWEEPS {
        // Only where something changed can something be better.
        let open: Vec<usize> = (0..shape.stops.len())
            .filter(|it| order.is_open[*it])
            .collect();
        if open.is_empty() {
            break;
        }
        for stop in open {
            order.is_open[stop] = false;
            order.improve(&[stop]);
            let run = order.run(stop);
            if run.len() > 1 {
                order.improve(&run);
            }
        }
    }
    order.rows()
}

/// Rows that are being improved.
struct Order<'a> {
    shape: &'a Shape,
    board: Board,
    /// The arrows of each stop.
    ways: Vec<Vec<usize>>,
    /// For each stop, those it leads on to, and how many lead on to it.
    behind: Vec<Vec<usize>>,
    n_before: Vec<usize>,
    /// For each stop, whether another row may be better.
    is_open: Vec<bool>,
    /// For each lane, how many stops stand in each row.
    filled: Vec<Vec<usize>>,
}

impl<'a> Order<'a> {
    fn of(shape: &'a Shape, columns: &Columns, rows: &Rows) -> Self {
        let mut ways = vec![Vec::new(); shape.stops.len()];
        for (number, way) in shape.ways.iter().enumerate() {
            ways[way.from].push(number);
            if way.to != way.from {
                ways[way.to].push(number);
            }
        }
        let mut behind = vec![Vec::new(); shape.stops.len()];
        let mut n_before = vec![0; shape.stops.len()];
        for (from, to) in shape.onward() {
            behind[from].push(to);
            n_before[to] += 1;
        }
        let mut filled: Vec<Vec<usize>> = rows.n.iter().map(|n| vec![0; n + 1]).collect();
        for (stop, row) in rows.of.iter().enumerate() {
            filled[shape.stops[stop].lane][*row] += 1;
        }
        Self {
            shape,
            board: Board::of(shape, columns, rows),
            ways,
            behind,
            n_before,
            is_open: vec![true; shape.stops.len()],
            filled,
        }
    }

    /// Moves steps that stand one behind the other to another row, past or in place of whoever stands there, if that is
    /// better.
    fn improve(&mut self, run: &[usize]) {
        let Some(first) = run.first() else { return };
        let lane = self.shape.stops[*first].lane;
        let row = self.board.row(self.board.spot(*first), lane);
        let rows = row.saturating_sub(REACH)..(row + REACH + 1).min(self.filled[lane].len());
        let mut best: Option<(usize, usize, Vec<usize>)> = None;
        let mut ways = Vec::new();
        for next in rows.filter(|next| *next != row) {
            self.concern(run, lane, next, &mut ways);
            let before = self.cost(&ways);
            self.swap(run, lane, next);
            let after = self.cost(&ways) + self.growth(run, lane, next);
            self.swap(run, lane, row);
            let gain = before.saturating_sub(after);
            if gain > 0 && best.as_ref().is_none_or(|(most, ..)| gain > *most) {
                best = Some((gain, next, ways.clone()));
            }
        }
        if let Some((_, next, ways)) = best {
            self.swap(run, lane, next);
            for way in ways {
                let way = &self.shape.ways[way];
                self.is_open[way.from] = true;
                self.is_open[way.to] = true;
            }
        }
    }

    /// Puts a run into another row, and those who stand there where it was.
    fn swap(&mut self, run: &[usize], lane: usize, row: usize) {
        for stop in run {
            let here = self.board.spot(*stop);
            let there = self.board.at(lane, here.column, row);
            if self.board.stop(there).is_none() {
                self.filled[lane][self.board.row(here, lane)] -= 1;
                self.filled[lane][row] += 1;
            }
            self.board.swap(here, there);
        }
    }

    /// Those that follow `stop` in its row, one after the other.
    fn run(&self, stop: usize) -> Vec<usize> {
        let mut run = vec![stop];
        let mut last = stop;
        while let [next] = self.behind[last].as_slice()
            && self.n_before[*next] == 1
            && self.shape.stops[*next].lane == self.shape.stops[last].lane
            && self.board.spot(*next).line == self.board.spot(last).line
            && run.len() < LONGEST
        {
            run.push(*next);
            last = *next;
        }
        run
    }

    /// What a row more costs, after `run` has come to stand in `row` alone.
    fn growth(&self, run: &[usize], lane: usize, row: usize) -> usize {
        usize::from(self.filled[lane][row] == run.len()) * NEW_ROW
    }

    /// The arrows of a run, and of those with whom it would change places, in place of what `ways` holds.
    fn concern(&self, run: &[usize], lane: usize, row: usize, ways: &mut Vec<usize>) {
        ways.clear();
        for stop in run {
            let column = self.board.spot(*stop).column;
            let other = self.board.stop(self.board.at(lane, column, row));
            for stop in [Some(*stop), other].into_iter().flatten() {
                ways.extend(&self.ways[stop]);
            }
        }
        if run.len() > 1 {
            // A longer run may stand in the way of its neighbours.
            let ends = [run.first(), run.last()].into_iter().flatten();
            let spots = ends.flat_map(|stop| {
                let spot = self.board.spot(*stop);
                [spot, self.board.at(lane, spot.column, row)]
            });
            let near = spots.flat_map(|spot| self.board.neighbours(spot)).flatten();
            ways.extend(near.flat_map(|stop| &self.ways[stop]));
        }
        ways.sort_unstable();
        ways.dedup();
    }

    fn cost(&self, ways: &[usize]) -> usize {
        ways.iter().map(|way| self.length(*way)).sum()
    }

    fn length(&self, way: usize) -> usize {
        let way = &self.shape.ways[way];
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
        let of = (0..self.shape.stops.len()).map(|stop| {
            let lane = self.shape.stops[stop].lane;
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

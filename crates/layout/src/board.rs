//! Who stands where while rows are chosen: columns of lines, the rows of all lanes one below the other.
use crate::rank::Columns;
use crate::rows::Rows;
use crate::shape::Shape;

/// A place for one stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Its column.
    pub column: usize,
    /// Its line, counted over all lanes.
    pub line: usize,
}

/// All places; every lane has one row more than it needs.
pub(crate) struct Board {
    n_lines: usize,
    n_columns: usize,
    first: Vec<usize>,
    spots: Vec<Spot>,
    /// By column and line.
    down: Vec<Option<usize>>,
    /// By line and column.
    across: Vec<Option<usize>>,
}

impl Board {
    /// Everybody where `columns` and `rows` have them.
    pub(crate) fn of(shape: &Shape, columns: &Columns, rows: &Rows) -> Self {
        let mut n_lines = 0;
        let mut first = Vec::with_capacity(rows.n.len());
        for n in &rows.n {
            first.push(n_lines);
            n_lines += n + 1;
        }
        let spots: Vec<Spot> = (0..shape.stops.len())
            .map(|stop| Spot {
                column: columns.of[stop],
                line: first[shape.stops[stop].lane] + rows.of[stop],
            })
            .collect();
        let mut board = Self {
            n_lines,
            n_columns: columns.n,
            first,
            down: vec![None; n_lines * columns.n],
            across: vec![None; n_lines * columns.n],
            spots,
        };
        for stop in 0..board.spots.len() {
            board.put(board.spots[stop], Some(stop));
        }
        board
    }

    /// Where `stop` stands.
    pub(crate) fn spot(&self, stop: usize) -> Spot {
        self.spots[stop]
    }

    /// The row of a spot within its lane.
    pub(crate) fn row(&self, spot: Spot, lane: usize) -> usize {
        spot.line - self.first[lane]
    }

    /// The spot in a row of a lane.
    pub(crate) fn at(&self, lane: usize, column: usize, row: usize) -> Spot {
        Spot {
            column,
            line: self.first[lane] + row,
        }
    }

    /// Who stands at `spot`.
    pub(crate) fn stop(&self, spot: Spot) -> Option<usize> {
        self.down[spot.column * self.n_lines + spot.line]
    }

    /// The nearest to the left, to the right, above and below.
    pub(crate) fn neighbours(&self, spot: Spot) -> [Option<usize>; 4] {
        let line = &self.across[spot.line * self.n_columns..][..self.n_columns];
        let column = &self.down[spot.column * self.n_lines..][..self.n_lines];
        let left = line[..spot.column].iter().rev().flatten().next();
        let right = line[spot.column + 1..].iter().flatten().next();
        let above = column[..spot.line].iter().rev().flatten().next();
        let below = column[spot.line + 1..].iter().flatten().next();
        [left, right, above, below].map(Option::<&usize>::copied)
    }

    /// Lets those at two spots change places.
    pub(crate) fn swap(&mut self, one: Spot, other: Spot) {
        let (first, second) = (self.stop(one), self.stop(other));
        self.put(one, second);
        self.put(other, first);
    }

    fn put(&mut self, spot: Spot, stop: Option<usize>) {
        self.down[spot.column * self.n_lines + spot.line] = stop;
        self.across[spot.line * self.n_columns + spot.column] = stop;
        if let Some(stop) = stop {
            self.spots[stop] = spot;
        }
    }

    /// Whether nobody stands between two lines of a column.
    pub(crate) fn is_free_down(&self, column: usize, one: usize, other: usize) -> bool {
        let first = column * self.n_lines;
        let between = first + one.min(other) + 1..first + one.max(other);
        self.down
            .get(between)
            .is_none_or(|all| all.iter().all(Option::is_none))
    }

    /// Whether nobody stands between two columns of a line.
    pub(crate) fn is_free_across(&self, line: usize, one: usize, other: usize) -> bool {
        let first = line * self.n_columns;
        let between = first + one.min(other) + 1..first + one.max(other);
        self.across
            .get(between)
            .is_none_or(|all| all.iter().all(Option::is_none))
    }
}

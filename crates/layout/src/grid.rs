//! The lattice on which arrows run: columns and the channels between them, rows and the gutters between them.
use crate::rank::Columns;
use crate::rows::Rows;
use crate::shape::Shape;

/// Four directions, and four sides of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// To the right.
    Right,
    /// Down.
    Bottom,
    /// To the left.
    Left,
    /// Up.
    Top,
}

impl Side {
    /// All, in the order of their numbers.
    pub(crate) const ALL: [Self; 4] = [Self::Right, Self::Bottom, Self::Left, Self::Top];

    /// The side across.
    pub(crate) fn opposite(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Bottom => Self::Top,
            Self::Left => Self::Right,
            Self::Top => Self::Bottom,
        }
    }

    /// Whether a line in this direction is level.
    pub(crate) fn is_level(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    /// Whether it leads to greater numbers.
    pub(crate) fn is_rising(self) -> bool {
        matches!(self, Self::Right | Self::Bottom)
    }
}

/// A point of the lattice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    /// Channels are even, columns odd.
    pub x: usize,
    /// Index of the row or gutter.
    pub y: usize,
}

impl Cell {
    /// The side on which `next`, one step away, lies.
    pub(crate) fn towards(self, next: Self) -> Side {
        if next.x > self.x {
            Side::Right
        } else if next.x < self.x {
            Side::Left
        } else if next.y > self.y {
            Side::Bottom
        } else {
            Side::Top
        }
    }
}

/// A level line of the lattice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    /// The lane in which it runs.
    pub lane: usize,
    /// Whether signs stand on it.
    pub is_row: bool,
}

/// The lattice, with every stop in its place.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// How many upright lines there are.
    pub n_x: usize,
    /// The level lines from top to bottom.
    pub levels: Vec<Level>,
    /// Where each stop stands.
    pub cells: Vec<Cell>,
    is_taken: Vec<bool>,
}

impl Grid {
    /// The lattice of a flow.
    pub(crate) fn of(shape: &Shape, columns: &Columns, rows: &Rows) -> Self {
        let n_x = 2 * columns.n + 1;
        let mut levels = Vec::new();
        let mut first_row = Vec::new();
        for (lane, n_rows) in rows.n.iter().enumerate() {
            first_row.push(levels.len() + 1);
            for row in 0..=2 * n_rows {
                levels.push(Level {
                    lane,
                    is_row: row % 2 == 1,
                });
            }
        }
        let cell = |(stop, (column, row)): (usize, (&usize, &usize))| Cell {
            x: 2 * column + 1,
            y: first_row[shape.stops[stop].lane] + 2 * row,
        };
        let cells: Vec<Cell> = columns
            .of
            .iter()
            .zip(&rows.of)
            .enumerate()
            .map(cell)
            .collect();
        let mut is_taken = vec![false; n_x * levels.len()];
        for cell in &cells {
            is_taken[cell.y * n_x + cell.x] = true;
        }
        Self {
            n_x,
            levels,
            cells,
            is_taken,
        }
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.is_taken.len()
    }

    /// The number of a cell.
    pub(crate) fn number(&self, cell: Cell) -> usize {
        cell.y * self.n_x + cell.x
    }

    /// The cell with a number.
    pub(crate) fn cell(&self, number: usize) -> Cell {
        // Half as wide numbers divide in half the time.
        let (number, n_x) = (number as u32, self.n_x as u32);
        Cell {
            x: (number % n_x) as usize,
            y: (number / n_x) as usize,
        }
    }

    /// Whether a stop stands at `cell`.
    pub(crate) fn is_taken(&self, cell: Cell) -> bool {
        self.is_taken[self.number(cell)]
    }

    /// The next cell in a direction.
    pub(crate) fn beside(&self, cell: Cell, side: Side) -> Option<Cell> {
        let next = match side {
            Side::Right => Cell {
                x: cell.x + 1,
                ..cell
            },
            Side::Bottom => Cell {
                y: cell.y + 1,
                ..cell
            },
            Side::Left => Cell {
                x: cell.x.checked_sub(1)?,
                ..cell
            },
            Side::Top => Cell {
                y: cell.y.checked_sub(1)?,
                ..cell
            },
        };
        (next.x < self.n_x && next.y < self.levels.len()).then_some(next)
    }
}

//! What runs where already, and what it costs another arrow to run there too.
use crate::grid::{Cell, Grid, Side};

/// Half a column.
pub(crate) const ACROSS: u32 = 100;
/// From one gutter to the next.
const DOWN_GUTTER: u32 = 24;
/// From a row to its gutter.
const DOWN: u32 = 45;
/// Crossing another arrow.
const CROSSING: u32 = 320;
/// Turning where another arrow passes: they may cross there.
const TOUCHING: u32 = 130;
/// Passing where another arrow turns.
const PASSING: u32 = 40;
/// Turning where another arrow turns away.
const PARTING: u32 = 100;
/// Running beside another arrow: along a row, along a gutter, up or down.
const CROWDED: [u32; 3] = [20, 14, 4];

/// What runs in one cell: all that a search asks of it lies side by side.
#[derive(Clone, Copy)]
struct Crowd {
    /// How many run from it to the right, and down.
    beside: [u16; 2],
    /// How many pass it going up or down, and level.
    passing: [u16; 2],
    /// How many turn in it: between right and bottom, bottom and left, left and top, top and right.
    turning: [u16; 4],
    /// The arrow whose companions run from it to the right, and down.
    shared: [u32; 2],
}

/// Nobody yet.
const NOBODY: Crowd = Crowd {
    beside: [0; 2],
    passing: [0; 2],
    turning: [0; 4],
    shared: [u32::MAX; 2],
};

/// The arrows that run so far.
pub(crate) struct Traffic {
    crowds: Vec<Crowd>,
    /// What a level line costs on the way to the next, and all before it together.
    down: Vec<u32>,
    depth: Vec<u32>,
    level_crowded: Vec<u32>,
}

impl Traffic {
    /// Empty.
    pub(crate) fn new(grid: &Grid) -> Self {
        let row = |level: usize| grid.levels.get(level).is_some_and(|level| level.is_row);
        let down: Vec<u32> = (0..grid.levels.len())
            .map(|level| {
                if row(level) || row(level + 1) {
                    DOWN
                } else {
                    DOWN_GUTTER
                }
            })
            .collect();
        let depth = std::iter::once(0)
            .chain(down.iter().scan(0, |sum, down| {
                *sum += down;
                Some(*sum)
            }))
            .collect();
        let level_crowded = (0..grid.levels.len())
            .map(|level| CROWDED[usize::from(!row(level))])
            .collect();
        Self {
            crowds: vec![NOBODY; grid.len()],
            down,
            depth,
            level_crowded,
        }
    }

    /// Lets one more arrow run along `path`.
    pub(crate) fn add(&mut self, grid: &Grid, path: &[Cell]) {
        self.change(grid, path, |n| *n += 1);
    }

    /// Takes an arrow from `path` again.
    pub(crate) fn remove(&mut self, grid: &Grid, path: &[Cell]) {
        self.change(grid, path, |n| *n -= 1);
    }

    fn change(&mut self, grid: &Grid, path: &[Cell], change: impl Fn(&mut u16)) {
        for pair in path.windows(2) {
            let (low, axis) = between(grid, pair[0], pair[1]);
            change(&mut self.crowds[low].beside[axis]);
        }
        for three in path.windows(3) {
            let cell = grid.number(three[1]);
            if let Some(axis) = straight(three) {
                change(&mut self.crowds[cell].passing[axis]);
            } else {
                let (from, to) = (three[1].towards(three[0]), three[1].towards(three[2]));
                change(&mut self.crowds[cell].turning[corner(from, to)]);
            }
        }
    }

    /// Lets `way` run along `path` as if nothing ran there: the arrow on it leads to the same target, and the two may
    /// become one.
    pub(crate) fn share(&mut self, grid: &Grid, way: usize, path: &[Cell]) {
        for pair in path.windows(2) {
            let (low, axis) = between(grid, pair[0], pair[1]);
            self.crowds[low].shared[axis] = way as u32;
        }
    }

    /// How many arrows cross `path`.
    pub(crate) fn crossings(&self, grid: &Grid, path: &[Cell]) -> u32 {
        let crossed = |three: &[Cell]| {
            let passing = self.crowds[grid.number(three[1])].passing;
            straight(three).map_or(0, |axis| u32::from(passing[1 - axis]))
        };
        path.windows(3).map(crossed).sum()
    }

    /// What the move of `way` costs from the cell numbered `low`, on the line `level`, to the right or down.
    pub(crate) fn move_cost(
        &self,
        way: usize,
        (low, level): (usize, usize),
        is_level: bool,
    ) -> u32 {
        let axis = usize::from(!is_level);
        let crowded = if self.crowds[low].shared[axis] == way as u32 {
            0
        } else {
            u32::from(self.crowds[low].beside[axis])
        };
        if is_level {
            ACROSS + crowded * self.level_crowded[level]
        } else {
            self.down[level] + crowded * CROWDED[2]
        }
    }

    /// What passing the cell numbered `cell` costs, coming towards `side` and leaving towards `next`.
    pub(crate) fn pass_cost(&self, cell: usize, side: Side, next: Side) -> u32 {
        let [upright, level] = self.crowds[cell].passing.map(u32::from);
        let turning = self.crowds[cell].turning.map(u32::from);
        if side == next {
            let crossed = if side.is_level() { upright } else { level };
            CROSSING * crossed + PASSING * turning.iter().sum::<u32>()
        } else {
            // Who turns the same way or the opposite way does not meet this arrow.
            let own = corner(side.opposite(), next);
            let parting = turning[(own + 1) % 4] + turning[(own + 3) % 4];
            TOUCHING * (upright + level) + PARTING * parting
        }
    }

    /// The least that leads from one cell to another.
    pub(crate) fn distance(&self, from: Cell, to: Cell) -> u32 {
        from.x.abs_diff(to.x) as u32 * ACROSS + self.depth[from.y].abs_diff(self.depth[to.y])
    }
}

/// The lesser of two neighbours, and 0 where the other lies to the right, 1 where it lies below.
fn between(grid: &Grid, from: Cell, to: Cell) -> (usize, usize) {
    let low = if from.x > to.x || from.y > to.y {
        to
    } else {
        from
    };
    (grid.number(low), usize::from(from.x == to.x))
}

/// The number of a corner between two neighbouring sides.
fn corner(one: Side, two: Side) -> usize {
    match (one as usize, two as usize) {
        (0, 3) | (3, 0) => 3,
        (one, two) => one.min(two),
    }
}

/// 0 where three cells lie below each other, 1 where they lie beside each other.
fn straight(three: &[Cell]) -> Option<usize> {
    if three[0].x == three[2].x {
        Some(0)
    } else {
        (three[0].y == three[2].y).then_some(1)
    }
}

//! What runs where already, and what it costs another arrow to run there too.
use crate::grid::{Cell, Grid, Side};

/// Half a column.
pub(crate) const ACROSS: u32 = 100;
/// From one level line to the next, at the least.
pub(crate) const DOWN_LEAST: u32 = 24;
/// From a row to its gutter.
const DOWN: u32 = 45;
/// Crossing another arrow.
const CROSSING: u32 = 260;

/// The arrows that run so far.
pub(crate) struct Traffic {
    ends: Vec<(usize, usize)>,
    level: Vec<Vec<usize>>,
    upright: Vec<Vec<usize>>,
    passes: Vec<[u32; 2]>,
}

impl Traffic {
    /// Empty; `ends` are source and target of each arrow.
    pub(crate) fn new(n_cells: usize, ends: Vec<(usize, usize)>) -> Self {
        Self {
            ends,
            level: vec![Vec::new(); n_cells],
            upright: vec![Vec::new(); n_cells],
            passes: vec![[0; 2]; n_cells],
        }
    }

    /// Lets `way` run along `path`.
    pub(crate) fn add(&mut self, grid: &Grid, way: usize, path: &[Cell]) {
        for pair in path.windows(2) {
            self.between(grid, pair).push(way);
        }
        for three in path.windows(3) {
            if let Some(passes) = self.at(grid, three) {
                *passes += 1;
            }
        }
    }

    /// Takes `way` from `path` again.
    pub(crate) fn remove(&mut self, grid: &Grid, way: usize, path: &[Cell]) {
        for pair in path.windows(2) {
            self.between(grid, pair).retain(|other| *other != way);
        }
        for three in path.windows(3) {
            if let Some(passes) = self.at(grid, three) {
                *passes -= 1;
            }
        }
    }

    /// What runs between two cells.
    fn between(&mut self, grid: &Grid, pair: &[Cell]) -> &mut Vec<usize> {
        let side = pair[0].towards(pair[1]);
        let low = grid.number(if side.is_rising() { pair[0] } else { pair[1] });
        if side.is_level() {
            &mut self.level[low]
        } else {
            &mut self.upright[low]
        }
    }

    /// How many pass the middle of three cells the same way, if these go straight on.
    fn at(&mut self, grid: &Grid, three: &[Cell]) -> Option<&mut u32> {
        let (before, after) = (three[0].towards(three[1]), three[1].towards(three[2]));
        let passes = &mut self.passes[grid.number(three[1])];
        (before == after).then(|| &mut passes[usize::from(before.is_level())])
    }

    /// What the move from `cell` towards `side` costs.
    pub(crate) fn move_cost(&self, grid: &Grid, way: usize, cell: Cell, side: Side) -> u32 {
        let Some(next) = grid.beside(cell, side) else {
            return 0;
        };
        let low = grid.number(if side.is_rising() { cell } else { next });
        if side.is_level() {
            let crowded = if grid.levels[cell.y].is_row { 40 } else { 8 };
            ACROSS + self.beside(&self.level[low], way, crowded)
        } else {
            let is_row = grid.levels[cell.y].is_row || grid.levels[next.y].is_row;
            let crowded = if cell.x % 2 == 1 { 25 } else { 8 };
            let length = if is_row { DOWN } else { DOWN_LEAST };
            length + self.beside(&self.upright[low], way, crowded)
        }
    }

    /// What passing `cell` costs, coming in one direction and leaving in another.
    pub(crate) fn pass_cost(&self, grid: &Grid, cell: Cell, (side, next): (Side, Side)) -> u32 {
        let [upright, level] = self.passes[grid.number(cell)];
        if side == next {
            CROSSING * if side.is_level() { upright } else { level }
        } else {
            CROSSING / 4 * (upright + level)
        }
    }

    fn beside(&self, others: &[usize], way: usize, crowded: u32) -> u32 {
        let (from, to) = self.ends[way];
        let cost = |other: &usize| {
            let (other_from, other_to) = self.ends[*other];
            if other_from == from || other_to == to {
                3
            } else {
                crowded
            }
        };
        others.iter().map(cost).sum()
    }
}

//! The cheapest way of one arrow across the lattice: short, with few bends and few crossings.
//!
//! A* over (cell, direction), as in Wybrow, Marriott and Stuckey, "Orthogonal connector routing" (2009); the lattice
//! takes the place of their visibility graph. As there, the bends that are still to come are part of the bound.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::grid::{Cell, Grid, Side};
use crate::traffic::Traffic;

/// One turn costs as much as this way.
const BEND: u32 = 150;

/// From where to where, and what each side of the two costs.
pub(crate) struct Trip {
    /// The number of the arrow.
    pub way: usize,
    /// Where it begins.
    pub from: Cell,
    /// Where it ends.
    pub to: Cell,
    /// Leaving by right, bottom, left, top.
    pub leave: [u32; 4],
    /// Entering by right, bottom, left, top.
    pub enter: [u32; 4],
}

/// What is known of one cell reached in one direction.
#[derive(Clone, Copy, Default)]
struct Reached {
    round: u32,
    cost: u32,
    came: u32,
}

/// Reused between searches, so that each costs only what it looks at.
pub(crate) struct Search {
    reached: Vec<Reached>,
    /// The bound in the upper half, the state in the lower: compared at once.
    open: BinaryHeap<Reverse<u64>>,
    round: u32,
}

impl Search {
    /// For a lattice of `n_cells`.
    pub(crate) fn new(n_cells: usize) -> Self {
        Self {
            reached: vec![Reached::default(); n_cells * 4],
            open: BinaryHeap::new(),
            round: 0,
        }
    }

    /// The cells from source to target, both included; empty where there is no way.
    pub(crate) fn find(&mut self, grid: &Grid, traffic: &Traffic, trip: &Trip) -> Vec<Cell> {
        plain(grid, traffic, trip).unwrap_or_else(|| self.sought(grid, traffic, trip))
    }

    fn sought(&mut self, grid: &Grid, traffic: &Traffic, trip: &Trip) -> Vec<Cell> {
        self.round += 1;
        self.open.clear();
        let start = grid.number(trip.from);
        for side in Side::ALL {
            let Some(cell) = grid.beside(trip.from, side) else {
                continue;
            };
            let cost = trip.leave[side as usize] + step(grid, traffic, trip.way, trip.from, side);
            if !grid.is_taken(cell) {
                let came = (start * 4 + side as usize) as u32;
                self.offer((grid, traffic, trip), (cell, side), cost, came);
            }
        }
        let mut found: Option<(u32, u32)> = None;
        while let Some(Reverse(next)) = self.open.pop() {
            let (bound, state) = ((next >> 32) as u32, next as u32);
            if found.is_some_and(|(cost, _)| cost <= bound) {
                break;
            }
            let (cell, side) = (grid.cell(state as usize / 4), Side::ALL[state as usize % 4]);
            let cost = self.reached[state as usize].cost;
            if bound > cost + remaining(traffic, (cell, side), trip.to) {
                continue;
            }
            for next in Side::ALL {
                let Some(beside) = grid.beside(cell, next).filter(|_| next != side.opposite())
                else {
                    continue;
                };
                let is_turn = next != side;
                let cost = cost
                    + u32::from(is_turn) * BEND
                    + traffic.pass_cost(grid.number(cell), side, next)
                    + step(grid, traffic, trip.way, cell, next);
                if beside == trip.to {
                    let total = cost + trip.enter[next.opposite() as usize];
                    if found.is_none_or(|(least, _)| total < least) {
                        found = Some((total, state));
                    }
                } else if !grid.is_taken(beside) {
                    self.offer((grid, traffic, trip), (beside, next), cost, state);
                }
            }
        }
        found.map_or_else(Vec::new, |(_, last)| self.path(grid, trip, last))
    }

    fn offer(
        &mut self,
        (grid, traffic, trip): (&Grid, &Traffic, &Trip),
        (cell, side): (Cell, Side),
        cost: u32,
        came: u32,
    ) {
        let state = grid.number(cell) * 4 + side as usize;
        let known = self.reached[state];
        if known.round == self.round && known.cost <= cost {
            return;
        }
        self.reached[state] = Reached {
            round: self.round,
            cost,
            came,
        };
        let bound = cost + remaining(traffic, (cell, side), trip.to);
        self.open
            .push(Reverse(u64::from(bound) << 32 | state as u64));
    }

    fn path(&self, grid: &Grid, trip: &Trip, last: u32) -> Vec<Cell> {
        let start = grid.number(trip.from);
        let mut path = vec![trip.to];
        let mut state = last as usize;
        while state / 4 != start {
            path.push(grid.cell(state / 4));
            state = self.reached[state].came as usize;
        }
        path.push(trip.from);
        path.reverse();
        path
    }
}

/// The way straight ahead or around one corner, where it is cheaper than the other corner and than any way with more bends
/// can be: then nothing needs to be sought.
fn plain(grid: &Grid, traffic: &Traffic, trip: &Trip) -> Option<Vec<Cell>> {
    let (from, to) = (trip.from, trip.to);
    if from == to {
        return None;
    }
    let most = traffic.distance(from, to) + 2 * BEND;
    let led = |corner: Cell| along(grid, traffic, trip, corner).filter(|(cost, _)| *cost < most);
    let first = led(Cell { y: from.y, ..to });
    if from.x == to.x || from.y == to.y {
        return first.map(|(_, path)| path);
    }
    let (one, two) = (first, led(Cell { x: from.x, ..to }));
    match (one, two) {
        (Some(one), Some(two)) if one.0 == two.0 => None,
        (one, two) => {
            let least = one.into_iter().chain(two).min_by_key(|(cost, _)| *cost);
            least.map(|(_, path)| path)
        }
    }
}

/// What the way over `corner` costs, and its cells; `None` where a stop stands on it.
fn along(grid: &Grid, traffic: &Traffic, trip: &Trip, corner: Cell) -> Option<(u32, Vec<Cell>)> {
    let (mut cell, mut came) = (trip.from, None);
    let (mut cost, mut path) = (0, vec![cell]);
    for end in [corner, trip.to] {
        while cell != end {
            let side = cell.towards(end);
            cost += came.map_or(trip.leave[side as usize], |came| {
                let turn = u32::from(came != side) * BEND;
                turn + traffic.pass_cost(grid.number(cell), came, side)
            });
            cost += step(grid, traffic, trip.way, cell, side);
            cell = grid.beside(cell, side)?;
            if grid.is_taken(cell) && cell != trip.to {
                return None;
            }
            path.push(cell);
            came = Some(side);
        }
    }
    let last = came?.opposite();
    Some((cost + trip.enter[last as usize], path))
}

/// What the move from `cell` towards `side` costs.
fn step(grid: &Grid, traffic: &Traffic, way: usize, cell: Cell, side: Side) -> u32 {
    let low = match side {
        Side::Right | Side::Bottom => cell,
        Side::Left => Cell {
            x: cell.x - 1,
            ..cell
        },
        Side::Top => Cell {
            y: cell.y - 1,
            ..cell
        },
    };
    traffic.move_cost(way, (grid.number(low), low.y), side.is_level())
}

/// At least this much is still to come.
fn remaining(traffic: &Traffic, (cell, side): (Cell, Side), to: Cell) -> u32 {
    traffic.distance(cell, to) + BEND * bends(cell, side, to)
}

/// At least this many bends lead from `cell`, passed towards `side`, to another cell.
fn bends(cell: Cell, side: Side, to: Cell) -> u32 {
    let (ahead, aside) = match side {
        Side::Right => (to.x.cmp(&cell.x), to.y.cmp(&cell.y)),
        Side::Left => (cell.x.cmp(&to.x), to.y.cmp(&cell.y)),
        Side::Bottom => (to.y.cmp(&cell.y), to.x.cmp(&cell.x)),
        Side::Top => (cell.y.cmp(&to.y), to.x.cmp(&cell.x)),
    };
    match (ahead.is_lt(), aside.is_eq()) {
        (false, true) => 0,
        (false, false) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }
}

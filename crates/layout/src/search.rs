//! The cheapest way of one arrow across the lattice: short, with few bends and few crossings.
//!
//! A* over (cell, direction), as in Wybrow, Marriott and Stuckey, "Orthogonal connector routing" (2009); the lattice
//! takes the place of their visibility graph.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::grid::{Cell, Grid, Side};
use crate::traffic::Traffic;

/// One turn costs as much as this way.
const BEND: u32 = 110;

/// From where to where, and what each side of the two costs; `None` is closed.
pub(crate) struct Trip {
    /// The number of the arrow.
    pub way: usize,
    /// Where it begins.
    pub from: Cell,
    /// Where it ends.
    pub to: Cell,
    /// Leaving by right, bottom, left, top.
    pub leave: [Option<u32>; 4],
    /// Entering by right, bottom, left, top.
    pub enter: [Option<u32>; 4],
}

/// Reused between searches, so that each costs only what it looks at.
pub(crate) struct Search {
    best: Vec<u32>,
    came: Vec<usize>,
    round: Vec<u32>,
    now: u32,
}

impl Search {
    /// For a lattice of `n_cells`.
    pub(crate) fn new(n_cells: usize) -> Self {
        let n = n_cells * 4;
        Self {
            best: vec![0; n],
            came: vec![0; n],
            round: vec![0; n],
            now: 0,
        }
    }

    /// The cells from source to target, both included; empty where there is no way.
    pub(crate) fn find(&mut self, grid: &Grid, traffic: &Traffic, trip: &Trip) -> Vec<Cell> {
        self.now += 1;
        let mut open = BinaryHeap::new();
        let start = grid.number(trip.from);
        for side in Side::ALL {
            let (Some(cost), Some(cell)) =
                (trip.leave[side as usize], grid.beside(trip.from, side))
            else {
                continue;
            };
            let cost = cost + traffic.move_cost(grid, trip.way, trip.from, side);
            self.offer(
                &mut open,
                (grid, trip),
                (cell, side),
                cost,
                start * 4 + side as usize,
            );
        }
        let mut found: Option<(u32, usize)> = None;
        while let Some(Reverse((bound, state))) = open.pop() {
            if found.is_some_and(|(cost, _)| cost <= bound) {
                break;
            }
            let (cell, side) = (grid.cell(state / 4), Side::ALL[state % 4]);
            let cost = self.best[state];
            if bound > cost + remaining(cell, trip.to) {
                continue;
            }
            for next in Side::ALL {
                if next == side.opposite() {
                    continue;
                }
                let Some(beside) = grid.beside(cell, next) else {
                    continue;
                };
                let turn = if next == side { 0 } else { BEND };
                let cost = cost
                    + turn
                    + traffic.pass_cost(grid, cell, (side, next))
                    + traffic.move_cost(grid, trip.way, cell, next);
                if beside == trip.to {
                    let enter = trip.enter[next.opposite() as usize];
                    if let Some(total) = enter.map(|enter| enter + cost)
                        && found.is_none_or(|(least, _)| total < least)
                    {
                        found = Some((total, state));
                    }
                } else if grid.stop(beside).is_none() {
                    self.offer(&mut open, (grid, trip), (beside, next), cost, state);
                }
            }
        }
        found.map_or_else(Vec::new, |(_, last)| self.path(grid, trip, last))
    }

    fn offer(
        &mut self,
        open: &mut BinaryHeap<Reverse<(u32, usize)>>,
        (grid, trip): (&Grid, &Trip),
        (cell, side): (Cell, Side),
        cost: u32,
        came: usize,
    ) {
        if grid.stop(cell).is_some() {
            return;
        }
        let state = grid.number(cell) * 4 + side as usize;
        if self.round[state] == self.now && self.best[state] <= cost {
            return;
        }
        self.round[state] = self.now;
        self.best[state] = cost;
        self.came[state] = came;
        open.push(Reverse((cost + remaining(cell, trip.to), state)));
    }

    fn path(&self, grid: &Grid, trip: &Trip, last: usize) -> Vec<Cell> {
        let start = grid.number(trip.from);
        let mut path = vec![trip.to];
        let mut state = last;
        while state / 4 != start {
            path.push(grid.cell(state / 4));
            state = self.came[state];
        }
        path.push(trip.from);
        path.reverse();
        path
    }
}

/// At least this much is still to come.
fn remaining(cell: Cell, to: Cell) -> u32 {
    (cell.x.abs_diff(to.x) as u32) * crate::traffic::ACROSS
        + (cell.y.abs_diff(to.y) as u32) * crate::traffic::DOWN_LEAST
}

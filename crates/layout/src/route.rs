//! The way of every arrow across the lattice, one after the other, short ones first.
use std::collections::BTreeMap;

use crate::grid::{Cell, Grid, Side};
use crate::search::{Search, Trip};
use crate::shape::{Link, Post, Shape};
use crate::traffic::Traffic;

/// The cells of every arrow, from the cell of its source to the cell of its target.
pub(crate) fn routes(shape: &Shape, grid: &Grid) -> Vec<Vec<Cell>> {
    let order = by_length(shape, grid);
    let mut router = Router {
        shape,
        grid,
        traffic: Traffic::new(grid),
        search: Search::new(grid.len()),
        ports: Ports::of(shape),
        companions: companions(shape),
        paths: vec![Vec::new(); shape.ways.len()],
    };
    for number in &order {
        router.lead(*number);
    }
    for number in &order {
        router.lead_again(*number);
    }
    router.paths
}

/// For each arrow, the others that lead to the same target the same way round.
fn companions(shape: &Shape) -> Vec<Vec<usize>> {
    let mut to: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
    for (number, way) in shape.ways.iter().enumerate() {
        to.entry((way.to, way.is_return)).or_default().push(number);
    }
    let others = |(number, way): (usize, &Link)| {
        let all = to.get(&(way.to, way.is_return)).into_iter().flatten();
        all.copied().filter(|other| *other != number).collect()
    };
    shape.ways.iter().enumerate().map(others).collect()
}

/// All arrows, those that are led and those that are not yet.
struct Router<'a> {
    shape: &'a Shape,
    grid: &'a Grid,
    traffic: Traffic,
    search: Search,
    ports: Ports,
    companions: Vec<Vec<usize>>,
    paths: Vec<Vec<Cell>>,
}

impl Router<'_> {
    /// Leads an arrow the best way among those that are led.
    fn lead(&mut self, number: usize) {
        for other in &self.companions[number] {
            self.traffic.share(self.grid, number, &self.paths[*other]);
        }
        let trip = self.ports.trip(self.shape, self.grid, number);
        let path = self.search.find(self.grid, &self.traffic, &trip);
        self.traffic.add(self.grid, &path);
        self.ports.add(&self.shape.ways[number], &path);
        self.paths[number] = path;
    }

    /// Leads an arrow that crosses others or bends more than once again, among all others.
    fn lead_again(&mut self, number: usize) {
        let path = &self.paths[number];
        if bends(path) > 1 || self.traffic.crossings(self.grid, path) > 0 {
            self.traffic.remove(self.grid, path);
            self.ports.remove(&self.shape.ways[number], path);
            self.lead(number);
        }
    }
}

fn bends(path: &[Cell]) -> usize {
    let bends = |three: &&[Cell]| three[0].x != three[2].x && three[0].y != three[2].y;
    path.windows(3).filter(bends).count()
}

/// Arrows that lead on before returns, short before long.
fn by_length(shape: &Shape, grid: &Grid) -> Vec<usize> {
    let mut order: Vec<usize> = (0..shape.ways.len()).collect();
    order.sort_by_key(|number| {
        let way = &shape.ways[*number];
        let (from, to) = (grid.cells[way.from], grid.cells[way.to]);
        let away = from.y.abs_diff(to.y) as i64;
        // The branch that leads farthest down or up gets the lower or upper corner.
        let away = if shape.stops[way.from].is_step {
            away
        } else {
            -away
        };
        (way.is_return, from.x.abs_diff(to.x), away, *number)
    });
    order
}

/// Leaving or entering up or down.
const UPRIGHT: u32 = 30;
/// Leaving to the left or entering from the right: against the way everybody reads.
const AGAINST: u32 = 300;
/// A return that enters from the right.
const RETURNING: u32 = 40;
/// Leaving a gateway straight ahead for another row, which its upper and lower corners are for.
const AHEAD: u32 = 40;
/// Leaving a step, or entering it, where another arrow does the same, or the opposite.
const STEP: (u32, u32) = (90, 100);
/// The same at a gateway: arrows part side by side and come together at one corner, but never pass each other there.
const CORNER: (u32, u32) = (0, 2000);

/// How many arrows use each side of each sign.
struct Ports {
    leaving: Vec<[u32; 4]>,
    entering: Vec<[u32; 4]>,
    n_leaving: Vec<u32>,
}

impl Ports {
    fn of(shape: &Shape) -> Self {
        let n = shape.stops.len();
        let mut ports = Self {
            leaving: vec![[0; 4]; n],
            entering: vec![[0; 4]; n],
            n_leaving: vec![0; n],
        };
        for way in &shape.ways {
            ports.n_leaving[way.from] += 1;
        }
        ports
    }

    /// Where `way` leaves and enters along `path`.
    fn of_path<'a>(&'a mut self, way: &Link, path: &[Cell]) -> Option<[&'a mut u32; 2]> {
        let (leave, enter) = sides(path)?;
        Some([
            &mut self.leaving[way.from][leave as usize],
            &mut self.entering[way.to][enter as usize],
        ])
    }

    fn add(&mut self, way: &Link, path: &[Cell]) {
        for n in self.of_path(way, path).into_iter().flatten() {
            *n += 1;
        }
    }

    fn remove(&mut self, way: &Link, path: &[Cell]) {
        for n in self.of_path(way, path).into_iter().flatten() {
            *n -= 1;
        }
    }

    fn trip(&self, shape: &Shape, grid: &Grid, number: usize) -> Trip {
        let way = &shape.ways[number];
        let leave = Side::ALL.map(|side| {
            let own = match side {
                Side::Right => self.ahead(shape, grid, way),
                Side::Bottom | Side::Top => UPRIGHT,
                Side::Left => AGAINST,
            };
            let (same, other) = (&self.leaving[way.from], &self.entering[way.from]);
            own + shared(
                shape.stops[way.from],
                same[side as usize],
                other[side as usize],
            )
        });
        let enter = Side::ALL.map(|side| {
            let own = match side {
                Side::Left => 0,
                Side::Bottom | Side::Top => UPRIGHT,
                Side::Right if way.is_return => RETURNING,
                Side::Right => AGAINST,
            };
            let (same, other) = (&self.entering[way.to], &self.leaving[way.to]);
            own + shared(
                shape.stops[way.to],
                same[side as usize],
                other[side as usize],
            )
        });
        Trip {
            way: number,
            from: grid.cells[way.from],
            to: grid.cells[way.to],
            leave,
            enter,
        }
    }

    fn ahead(&self, shape: &Shape, grid: &Grid, way: &Link) -> u32 {
        let is_branch = !shape.stops[way.from].is_step && self.n_leaving[way.from] > 1;
        let is_level = grid.cells[way.from].y == grid.cells[way.to].y;
        u32::from(is_branch && !is_level) * AHEAD
    }
}

/// What a side costs that arrows use already the same way, or the other.
fn shared(stop: Post, same: u32, other: u32) -> u32 {
    let costs = if stop.is_step { STEP } else { CORNER };
    same * costs.0 + other * costs.1
}

/// By which side `path` leaves its source, and by which it enters its target.
fn sides(path: &[Cell]) -> Option<(Side, Side)> {
    let ([first, second, ..], [.., before, last]) = (path, path) else {
        return None;
    };
    Some((first.towards(*second), last.towards(*before)))
}

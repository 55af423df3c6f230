//! The way of every arrow across the lattice, one after the other, short ones first.
use crate::flow::{Chart, Way};
use crate::grid::{Cell, Grid, Side};
use crate::search::{Search, Trip};
use crate::sign::{Sign, Title};
use crate::traffic::Traffic;

/// Whether titles outside of signs stand in the way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Titles {
    /// Not yet: the arrows show where titles are out of the way.
    Nowhere,
    /// Where their signs have them.
    Placed,
}

/// The cells of every arrow, from the cell of its source to the cell of its target.
pub(crate) fn routes(chart: &Chart, signs: &[Sign], grid: &Grid, titles: Titles) -> Vec<Vec<Cell>> {
    let ends = chart.ways.iter().map(|way| (way.from, way.to)).collect();
    let mut traffic = Traffic::new(grid.len(), ends);
    let mut search = Search::new(grid.len());
    let mut ports = Ports::of(chart, titles);
    let mut paths = vec![Vec::new(); chart.ways.len()];
    let order = by_length(chart, signs, grid);
    for number in &order {
        let trip = ports.trip(chart, signs, grid, *number);
        let path = search.find(grid, &traffic, &trip);
        traffic.add(grid, *number, &path);
        ports.add(&chart.ways[*number], &path);
        paths[*number] = path;
    }
    // Branches that leave a gateway together look again, once the others have their ways.
    for number in order {
        let way = &chart.ways[number];
        if signs[way.from].has_corners() && ports.is_shared(way, &paths[number]) {
            traffic.remove(grid, number, &paths[number]);
            ports.remove(way, &paths[number]);
            let trip = ports.trip(chart, signs, grid, number);
            let path = search.find(grid, &traffic, &trip);
            traffic.add(grid, number, &path);
            ports.add(way, &path);
            paths[number] = path;
        }
    }
    paths
}

/// Arrows that lead on before returns, short before long.
fn by_length(chart: &Chart, signs: &[Sign], grid: &Grid) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chart.ways.len()).collect();
    order.sort_by_key(|number| {
        let way = &chart.ways[*number];
        let (from, to) = (grid.cells[way.from], grid.cells[way.to]);
        let away = from.y.abs_diff(to.y) as i64;
        // The branch that leads farthest down or up gets the lower or upper corner.
        let away = if signs[way.from].has_corners() {
            -away
        } else {
            away
        };
        (way.is_return, from.x.abs_diff(to.x), away, *number)
    });
    order
}

/// How many arrows use each side of each sign.
struct Ports {
    titles: Titles,
    leaving: Vec<[u32; 4]>,
    entering: Vec<[u32; 4]>,
    n_leaving: Vec<u32>,
    n_entering: Vec<u32>,
}

impl Ports {
    fn of(chart: &Chart, titles: Titles) -> Self {
        let n = chart.stops.len();
        let mut ports = Self {
            titles,
            leaving: vec![[0; 4]; n],
            entering: vec![[0; 4]; n],
            n_leaving: vec![0; n],
            n_entering: vec![0; n],
        };
        for way in &chart.ways {
            ports.n_leaving[way.from] += 1;
            ports.n_entering[way.to] += 1;
        }
        ports
    }

    /// Where `way` leaves and enters along `path`.
    fn of_path<'a>(&'a mut self, way: &Way, path: &[Cell]) -> Option<[&'a mut u32; 2]> {
        let (leave, enter) = sides(path)?;
        Some([
            &mut self.leaving[way.from][leave as usize],
            &mut self.entering[way.to][enter as usize],
        ])
    }

    fn add(&mut self, way: &Way, path: &[Cell]) {
        for n in self.of_path(way, path).into_iter().flatten() {
            *n += 1;
        }
    }

    fn remove(&mut self, way: &Way, path: &[Cell]) {
        for n in self.of_path(way, path).into_iter().flatten() {
            *n -= 1;
        }
    }

    /// Whether another arrow leaves by the same side.
    fn is_shared(&self, way: &Way, path: &[Cell]) -> bool {
        sides(path).is_some_and(|(leave, _)| self.leaving[way.from][leave as usize] > 1)
    }

    fn trip(&self, chart: &Chart, signs: &[Sign], grid: &Grid, number: usize) -> Trip {
        let way = &chart.ways[number];
        let leave = Side::ALL.map(|side| {
            let base = match side {
                Side::Right => self.ahead(signs, grid, way),
                Side::Bottom | Side::Top => self.upright(way.from, &signs[way.from], true),
                Side::Left => 400,
            };
            let cost = self.cost(way.from, side, &signs[way.from], true);
            cost.map(|cost| cost + base)
        });
        let enter = Side::ALL.map(|side| {
            let base = match side {
                Side::Left => 0,
                Side::Bottom | Side::Top => self.upright(way.to, &signs[way.to], false),
                Side::Right if way.is_return => 40,
                Side::Right => 400,
            };
            let cost = self.cost(way.to, side, &signs[way.to], false);
            cost.map(|cost| cost + base)
        });
        Trip {
            way: number,
            from: grid.cells[way.from],
            to: grid.cells[way.to],
            leave,
            enter,
        }
    }

    /// What leaving straight ahead costs: something at a gateway, whose branches up and down have their own corners.
    fn ahead(&self, signs: &[Sign], grid: &Grid, way: &Way) -> u32 {
        let is_branch = signs[way.from].has_corners() && self.n_leaving[way.from] > 1;
        let is_level = grid.cells[way.from].y == grid.cells[way.to].y;
        if is_branch && !is_level { 40 } else { 0 }
    }

    /// What using the upper or lower side costs; more where a gateway needs it for its branches.
    fn upright(&self, stop: usize, sign: &Sign, is_leaving: bool) -> u32 {
        let is_split = self.n_leaving[stop] > 1;
        let is_join = self.n_entering[stop] > 1;
        let is_needed = if is_leaving {
            is_join && !is_split
        } else {
            is_split
        };
        if sign.has_corners() && is_needed {
            160
        } else {
            30
        }
    }

    /// What using `side` costs on top; `None` where the title stands in the way.
    fn cost(&self, stop: usize, side: Side, sign: &Sign, is_leaving: bool) -> Option<u32> {
        let is_closed = match (self.titles, sign.title_at) {
            (Titles::Nowhere, _) | (Titles::Placed, Title::Inside) => false,
            (Titles::Placed, Title::Above) => side == Side::Top,
            (Titles::Placed, Title::Below) => side == Side::Bottom,
        };
        let (same, other) = if is_leaving {
            (
                self.leaving[stop][side as usize],
                self.entering[stop][side as usize],
            )
        } else {
            (
                self.entering[stop][side as usize],
                self.leaving[stop][side as usize],
            )
        };
        // Arrows part at different corners of a gateway, but may come together at one.
        let (same_costs, other_costs) = match (sign.has_corners(), is_leaving) {
            (true, true) => (260, 2000),
            (true, false) => (60, 2000),
            (false, _) => (90, 150),
        };
        (!is_closed).then_some(same * same_costs + other * other_costs)
    }
}

/// By which side `path` leaves its source, and by which it enters its target.
fn sides(path: &[Cell]) -> Option<(Side, Side)> {
    let ([first, second, ..], [.., before, last]) = (path, path) else {
        return None;
    };
    Some((first.towards(*second), last.towards(*before)))
}

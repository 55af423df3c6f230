//! The way of every arrow across the lattice, one after the other, short ones first.
use crate::flow::Chart;
use crate::grid::{Cell, Grid, Side};
use crate::search::{Search, Trip};
use crate::sign::{Sign, Title};
use crate::traffic::Traffic;

/// The cells of every arrow, from the cell of its source to the cell of its target.
pub(crate) fn routes(chart: &Chart, signs: &[Sign], grid: &Grid) -> Vec<Vec<Cell>> {
    let ends = chart.ways.iter().map(|way| (way.from, way.to)).collect();
    let mut traffic = Traffic::new(grid.len(), ends);
    let mut search = Search::new(grid.len());
    let mut ports = Ports::of(chart);
    let mut paths = vec![Vec::new(); chart.ways.len()];
    for number in by_length(chart, signs, grid) {
        let trip = ports.trip(chart, signs, grid, number);
        let path = search.find(grid, &traffic, &trip);
        traffic.add(grid, number, &path);
        if let ([first, second, ..], [.., before, last]) = (path.as_slice(), path.as_slice()) {
            let way = &chart.ways[number];
            ports.leaving[way.from][first.towards(*second) as usize] += 1;
            ports.entering[way.to][last.towards(*before) as usize] += 1;
        }
        paths[number] = path;
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
    leaving: Vec<[u32; 4]>,
    entering: Vec<[u32; 4]>,
    n_leaving: Vec<u32>,
    n_entering: Vec<u32>,
}

impl Ports {
    fn of(chart: &Chart) -> Self {
        let n = chart.stops.len();
        let mut ports = Self {
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

    fn trip(&self, chart: &Chart, signs: &[Sign], grid: &Grid, number: usize) -> Trip {
        let way = &chart.ways[number];
        let leave = Side::ALL.map(|side| {
            let base = match side {
                Side::Right => 0,
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

    /// What using the upper or lower side costs; more where a gateway needs it for its branches.
    fn upright(&self, stop: usize, sign: &Sign, is_leaving: bool) -> u32 {
        let branches = if is_leaving {
            &self.n_entering
        } else {
            &self.n_leaving
        };
        if sign.has_corners() && branches[stop] > 1 {
            160
        } else {
            30
        }
    }

    /// What using `side` costs on top; `None` where the title stands in the way.
    fn cost(&self, stop: usize, side: Side, sign: &Sign, is_leaving: bool) -> Option<u32> {
        let is_closed = match sign.title_at {
            Title::Inside => false,
            Title::Above => side == Side::Top,
            Title::Below => side == Side::Bottom,
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

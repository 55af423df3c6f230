//! The way of every arrow across the lattice, one after the other, short ones first.
use std::collections::BTreeMap;

use crate::flow::{Chart, Way};
use crate::grid::{Cell, Grid, Side};
use crate::search::{Search, Trip};
use crate::sign::Sign;
use crate::traffic::Traffic;

/// How often arrows that cross others or bend look for a better way among all others.
const ROUNDS: usize = 2;

/// The cells of every arrow, from the cell of its source to the cell of its target.
pub(crate) fn routes(chart: &Chart, signs: &[Sign], grid: &Grid) -> Vec<Vec<Cell>> {
    let mut router = Router {
        chart,
        signs,
        grid,
        traffic: Traffic::new(grid),
        search: Search::new(grid.len()),
        ports: Ports::of(chart),
        companions: companions(chart),
        paths: vec![Vec::new(); chart.ways.len()],
    };
    let order = by_length(chart, signs, grid);
    for number in &order {
        router.lead(*number);
    }
    for _ in 0..ROUNDS {
        let n_better = order.iter().filter(|number| router.lead_again(**number)).count();
        if n_better == 0 {
            break;
        }
    }
    if std::env::var("DBG").is_ok() { let n: u32 = router.paths.iter().map(|p| router.traffic.crossings(grid, p)).sum(); eprintln!("lattice crossings {} bends {:.3}", n / 2, router.paths.iter().map(|p| bends(p)).sum::<usize>() as f64 / router.paths.len() as f64); }
    router.paths
}

/// For each arrow, the others that lead to the same target the same way round.
fn companions(chart: &Chart) -> Vec<Vec<usize>> {
    let mut to: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
    for (number, way) in chart.ways.iter().enumerate() {
        to.entry((way.to, way.is_return)).or_default().push(number);
    }
    let others = |(number, way): (usize, &Way)| {
        let all = to.get(&(way.to, way.is_return)).into_iter().flatten();
        all.copied().filter(|other| *other != number).collect()
    };
    chart.ways.iter().enumerate().map(others).collect()
}

/// All arrows, those that are led and those that are not yet.
struct Router<'a> {
    chart: &'a Chart<'a>,
    signs: &'a [Sign],
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
        let trip = self.ports.trip(self.chart, self.signs, self.grid, number);
        let path = self.search.find(self.grid, &self.traffic, &trip);
        self.traffic.add(self.grid, &path);
        self.ports.add(&self.chart.ways[number], &path);
        self.paths[number] = path;
    }

    /// Leads an arrow again that crosses others, or bends more than once; says whether it found another way.
    fn lead_again(&mut self, number: usize) -> bool {
        let way = &self.chart.ways[number];
        let path = std::mem::take(&mut self.paths[number]);
        let is_good = bends(&path) < 2 && self.traffic.crossings(self.grid, &path) == 0;
        if is_good {
            self.paths[number] = path;
            return false;
        }
        self.traffic.remove(self.grid, &path);
        self.ports.remove(way, &path);
        self.lead(number);
        self.paths[number] != path
    }
}

fn bends(path: &[Cell]) -> usize {
    let bends = |three: &&[Cell]| three[0].x != three[2].x && three[0].y != three[2].y;
    path.windows(3).filter(bends).count()
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

    fn trip(&self, chart: &Chart, signs: &[Sign], grid: &Grid, number: usize) -> Trip {
        let way = &chart.ways[number];
        let leave = Side::ALL.map(|side| {
            let base = match side {
                Side::Right => self.ahead(signs, grid, way),
                Side::Bottom | Side::Top => self.upright(way.from, &signs[way.from], true),
                Side::Left => 400,
            };
            base + self.cost(way.from, side, &signs[way.from], true)
        });
        let enter = Side::ALL.map(|side| {
            let base = match side {
                Side::Left => 0,
                Side::Bottom | Side::Top => self.upright(way.to, &signs[way.to], false),
                Side::Right if way.is_return => 40,
                Side::Right => 400,
            };
            base + self.cost(way.to, side, &signs[way.to], false)
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

    /// What using `side` costs on top.
    fn cost(&self, stop: usize, side: Side, sign: &Sign, is_leaving: bool) -> u32 {
        let (leaving, entering) = (
            self.leaving[stop][side as usize],
            self.entering[stop][side as usize],
        );
        let (same, other) = if is_leaving {
            (leaving, entering)
        } else {
            (entering, leaving)
        };
        // Arrows part side by side, and may come together at one corner.
        let (same_costs, other_costs) = match (sign.has_corners(), is_leaving) {
            (true, true) => (30, 2000),
            (true, false) => (10, 2000),
            (false, _) => (90, 150),
        };
        same * same_costs + other * other_costs
    }
}

/// By which side `path` leaves its source, and by which it enters its target.
fn sides(path: &[Cell]) -> Option<(Side, Side)> {
    let ([first, second, ..], [.., before, last]) = (path, path) else {
        return None;
    };
    Some((first.towards(*second), last.towards(*before)))
}

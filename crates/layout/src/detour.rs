//! The way of an arrow among boxes that stand anywhere: where a person moved a box, the lattice does not help.
//!
//! A* over the orthogonal visibility lines of the boxes nearby (Wybrow, Marriott and Stuckey 2009).
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use kaizu_model::{Point, Rect};

use crate::grid::Side;

/// From a line to the box beside it.
const CLEAR: f64 = 14.0;
/// From a line to the next.
const GAP: f64 = 10.0;
/// A line never runs nearer to a box.
const HUG: f64 = 6.0;
/// How far around the two ends boxes count.
const NEARBY: f64 = 360.0;
/// One turn costs as much as this way.
const BEND: f64 = 60.0;
/// Crossing another arrow.
const CROSSING: f64 = 80.0;

/// One end of the arrow: its box, and the sides open to it with their cost.
pub(crate) struct Gate {
    /// The box.
    pub rect: Rect,
    /// By right, bottom, left, top; `None` is closed.
    pub costs: [Option<f64>; 4],
    /// How far from the middle of its upper and lower side an arrow may touch it.
    pub across: Vec<f64>,
    /// How far from the middle of its left and right side an arrow may touch it.
    pub down: Vec<f64>,
}

/// What stands and runs there already.
pub(crate) struct Scene<'a> {
    /// Boxes and titles.
    pub solid: &'a [Rect],
    /// Pieces of the other arrows.
    pub lines: &'a [(Point, Point)],
    /// The lanes without their heads.
    pub body: Rect,
}

/// The points from border to border; empty where there is no way.
pub(crate) fn detour(from: &Gate, to: &Gate, scene: &Scene) -> Vec<Point> {
    let field = Field::of(from, to, scene);
    let starts = field.gates(from);
    let ends: BTreeMap<usize, (Point, f64)> = field
        .gates(to)
        .into_iter()
        .map(|(at, side, port, cost)| (at * 4 + side.opposite() as usize, (port, cost)))
        .collect();
    let mut best: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    let mut open = BinaryHeap::new();
    let mut ports: BTreeMap<usize, Point> = BTreeMap::new();
    for (at, side, port, cost) in starts {
        let state = at * 4 + side as usize;
        best.insert(state, (cost, usize::MAX));
        ports.insert(state, port);
        open.push(Reverse((whole(cost), state)));
    }
    let mut found: Option<(f64, usize)> = None;
    while let Some(Reverse((bound, state))) = open.pop() {
        let Some((cost, _)) = best.get(&state).copied() else {
            continue;
        };
        if bound > whole(cost) {
            continue;
        }
        if found.is_some_and(|(least, _)| whole(least) <= bound) {
            break;
        }
        if let Some((_, enter)) = ends.get(&state)
            && found.is_none_or(|(least, _)| cost + enter < least)
        {
            found = Some((cost + enter, state));
        }
        for (next, step) in field.moves(state) {
            let total = cost + step;
            if best.get(&next).is_none_or(|(known, _)| total < *known) {
                best.insert(next, (total, state));
                open.push(Reverse((whole(total), next)));
            }
        }
    }
    let Some((_, last)) = found else {
        return Vec::new();
    };
    let mut points: Vec<Point> = ends.get(&last).map(|(port, _)| *port).into_iter().collect();
    let mut state = last;
    loop {
        points.push(field.point(state / 4));
        match best.get(&state) {
            Some((_, before)) if *before != usize::MAX => state = *before,
            _ => break,
        }
    }
    points.extend(ports.get(&state));
    points.reverse();
    points
}

/// Costs in whole numbers, which can be put in order.
fn whole(cost: f64) -> u64 {
    (cost * 16.0) as u64
}

/// The lines near one arrow.
struct Field {
    xs: Vec<f64>,
    ys: Vec<f64>,
    grounds: Vec<Rect>,
    lines: Vec<(Point, Point)>,
    ends: [Rect; 2],
}

impl Field {
    fn of(from: &Gate, to: &Gate, scene: &Scene) -> Self {
        let (one, two) = (from.rect, to.rect);
        let (x, y) = (one.x.min(two.x), one.y.min(two.y));
        let (right, bottom) = (one.right().max(two.right()), one.bottom().max(two.bottom()));
        let near = Rect::new(x, y, right - x, bottom - y).grown(NEARBY);
        let grounds: Vec<Rect> = scene
            .solid
            .iter()
            .filter(|rect| near.overlaps(**rect))
            .copied()
            .collect();
        let lines = scene
            .lines
            .iter()
            .filter(|(a, b)| near.is_crossed_by(*a, *b))
            .copied();
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for rect in &grounds {
            xs.extend([rect.x - CLEAR, rect.right() + CLEAR]);
            xs.extend([rect.x - CLEAR - GAP, rect.right() + CLEAR + GAP]);
            ys.extend([rect.y - CLEAR, rect.bottom() + CLEAR]);
            ys.extend([rect.y - CLEAR - GAP, rect.bottom() + CLEAR + GAP]);
        }
        for gate in [from, to] {
            let middle = gate.rect.centre();
            xs.extend(gate.across.iter().map(|shift| middle.x + shift));
            ys.extend(gate.down.iter().map(|shift| middle.y + shift));
            xs.extend([gate.rect.x - CLEAR, gate.rect.right() + CLEAR]);
            ys.extend([gate.rect.y - CLEAR, gate.rect.bottom() + CLEAR]);
        }
        let inner = scene.body.grown(-2.0);
        let fits_x = |x: &f64| (inner.x..=inner.right()).contains(x);
        let fits_y = |y: &f64| (inner.y..=inner.bottom()).contains(y);
        Self {
            xs: sorted(xs, fits_x),
            ys: sorted(ys, fits_y),
            grounds,
            lines: lines.collect(),
            ends: [one, two],
        }
    }

    fn point(&self, at: usize) -> Point {
        Point::new(self.xs[at % self.xs.len()], self.ys[at / self.xs.len()])
    }

    /// The cells in front of a gate: the cell, the side, the point on the border and the cost.
    fn gates(&self, gate: &Gate) -> Vec<(usize, Side, Point, f64)> {
        let mut found = Vec::new();
        for side in Side::ALL {
            let Some(cost) = gate.costs[side as usize] else {
                continue;
            };
            for shift in if side.is_level() {
                &gate.down
            } else {
                &gate.across
            } {
                let (port, front) = gate.port(side, *shift);
                let at = self.at(front);
                let Some(at) = at.filter(|_| self.is_clear(port, front, Some(gate.rect))) else {
                    continue;
                };
                let taken = self.traffic(port, front);
                found.push((at, side, port, cost + shift.abs() + taken));
            }
        }
        found
    }

    fn at(&self, point: Point) -> Option<usize> {
        let find = |all: &[f64], one: f64| all.iter().position(|it| (it - one).abs() < 1e-6);
        Some(find(&self.ys, point.y)? * self.xs.len() + find(&self.xs, point.x)?)
    }

    /// Where the next step can lead, and what it costs.
    fn moves(&self, state: usize) -> Vec<(usize, f64)> {
        let (at, side) = (state / 4, Side::ALL[state % 4]);
        let (width, height) = (self.xs.len(), self.ys.len());
        let (x, y) = (at % width, at / width);
        let mut moves = Vec::new();
        for next in Side::ALL {
            let beside = match next {
                Side::Right if x + 1 < width => at + 1,
                Side::Left if x > 0 => at - 1,
                Side::Bottom if y + 1 < height => at + width,
                Side::Top if y > 0 => at - width,
                Side::Right | Side::Left | Side::Bottom | Side::Top => continue,
            };
            let (a, b) = (self.point(at), self.point(beside));
            if next == side.opposite() || !self.is_clear(a, b, None) {
                continue;
            }
            let bend = if next == side { 0.0 } else { BEND };
            let length = (a.x - b.x).abs() + (a.y - b.y).abs();
            moves.push((
                beside * 4 + next as usize,
                bend + length + self.traffic(a, b),
            ));
        }
        moves
    }

    fn is_clear(&self, a: Point, b: Point, own: Option<Rect>) -> bool {
        let is_free = |rect: &Rect| !rect.grown(HUG).is_crossed_by(a, b);
        let is_own = |rect: &Rect| own == Some(*rect);
        let foreign = self
            .grounds
            .iter()
            .chain(&self.ends)
            .filter(|rect| !is_own(rect));
        foreign.into_iter().all(is_free)
    }

    fn traffic(&self, a: Point, b: Point) -> f64 {
        let is_level = (a.y - b.y).abs() < 1e-6;
        let cost = |(c, d): &(Point, Point)| {
            let meets = Rect::new(
                a.x.min(b.x),
                a.y.min(b.y),
                (a.x - b.x).abs(),
                (a.y - b.y).abs(),
            )
            .grown(GAP / 2.0)
            .is_crossed_by(*c, *d);
            let is_along = ((c.y - d.y).abs() < 1e-6) == is_level;
            match (meets, is_along) {
                (false, _) => 0.0,
                (true, true) => CROSSING,
                (true, false) => CROSSING / 2.0,
            }
        };
        self.lines.iter().map(cost).sum()
    }
}

impl Gate {
    /// The gate at `rect` for an arrow to or from `other`; where `has_corners`, only the middle of a side is touched.
    pub(crate) fn of(rect: Rect, other: Rect, costs: [Option<f64>; 4], has_corners: bool) -> Self {
        let (own, far) = (rect.centre(), other.centre());
        let shifts = |away: f64, half: f64| {
            let mut shifts = vec![0.0, -GAP, GAP];
            // Straight across, where the other box stands opposite.
            shifts.extend(Some(away).filter(|away| away.abs() <= half - CLEAR));
            shifts.truncate(if has_corners { 1 } else { 4 });
            shifts
        };
        Self {
            rect,
            costs,
            across: shifts(far.x - own.x, rect.w / 2.0),
            down: shifts(far.y - own.y, rect.h / 2.0),
        }
    }

    /// The point on the border and the one in front of it.
    fn port(&self, side: Side, shift: f64) -> (Point, Point) {
        let (rect, middle) = (self.rect, self.rect.centre());
        let (x, y) = (middle.x + shift, middle.y + shift);
        match side {
            Side::Right => (
                Point::new(rect.right(), y),
                Point::new(rect.right() + CLEAR, y),
            ),
            Side::Left => (Point::new(rect.x, y), Point::new(rect.x - CLEAR, y)),
            Side::Bottom => (
                Point::new(x, rect.bottom()),
                Point::new(x, rect.bottom() + CLEAR),
            ),
            Side::Top => (Point::new(x, rect.y), Point::new(x, rect.y - CLEAR)),
        }
    }
}

fn sorted(mut all: Vec<f64>, fits: impl Fn(&f64) -> bool) -> Vec<f64> {
    all.retain(fits);
    all.sort_by(f64::total_cmp);
    all.dedup_by(|one, two| (*one - *two).abs() < 1e-9);
    all
}

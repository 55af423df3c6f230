//! The way of an arrow among boxes that stand anywhere: where a person moved a box, the lattice does not help.
//!
//! A* over the orthogonal visibility lines of the boxes nearby (Wybrow, Marriott and Stuckey 2009).
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use kaizu_model::{Point, Rect};

use crate::field::Field;
use crate::grid::Side;

/// From a line to the box beside it.
pub(crate) const CLEAR: f64 = 14.0;
/// From a line to the next.
pub(crate) const GAP: f64 = 10.0;
/// One turn costs as much as this way.
pub(crate) const BEND: f64 = 60.0;

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
    let mut walk = Walk {
        best: vec![f64::INFINITY; field.len() * 4],
        came: vec![usize::MAX; field.len() * 4],
        open: BinaryHeap::new(),
        field: &field,
        to: to.rect,
    };
    let mut ports = BTreeMap::new();
    for (at, side, port, cost) in field.gates(from) {
        let state = at * 4 + side as usize;
        walk.offer(state, cost, usize::MAX);
        ports.insert(state, port);
    }
    let ends = field.gates(to).into_iter();
    let ends: BTreeMap<usize, (Point, f64)> = ends
        .map(|(at, side, port, cost)| (at * 4 + side.opposite() as usize, (port, cost)))
        .collect();
    let Some(last) = walk.run(&ends) else {
        return Vec::new();
    };
    let mut points: Vec<Point> = ends.get(&last).map(|(port, _)| *port).into_iter().collect();
    let mut state = last;
    points.push(field.point(state / 4));
    while walk.came[state] != usize::MAX {
        state = walk.came[state];
        points.push(field.point(state / 4));
    }
    points.extend(ports.get(&state));
    points.reverse();
    points
}

/// One search.
struct Walk<'a> {
    /// What each cell costs, by the direction in which it is reached, and from where.
    best: Vec<f64>,
    came: Vec<usize>,
    open: BinaryHeap<Reverse<(u64, usize)>>,
    field: &'a Field,
    to: Rect,
}

impl Walk<'_> {
    /// The cheapest of `ends`.
    fn run(&mut self, ends: &BTreeMap<usize, (Point, f64)>) -> Option<usize> {
        let mut found: Option<(f64, usize)> = None;
        while let Some(Reverse((bound, state))) = self.open.pop() {
            let cost = self.best[state];
            if bound > self.bound(state, cost) {
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
            for (next, step) in self.field.moves(state).into_iter().flatten() {
                self.offer(next, cost + step, state);
            }
        }
        found.map(|(_, last)| last)
    }

    fn offer(&mut self, state: usize, cost: f64, came: usize) {
        if cost < self.best[state] {
            self.best[state] = cost;
            self.came[state] = came;
            let bound = self.bound(state, cost);
            self.open.push(Reverse((bound, state)));
        }
    }

    /// What the way costs at the least that leads through `state`: it ends in front of the box.
    fn bound(&self, state: usize, cost: f64) -> u64 {
        let (at, to) = (self.field.point(state / 4), self.to);
        let away = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
        let rest = away(at.x, to.x, to.right()) + away(at.y, to.y, to.bottom()) - CLEAR;
        whole(cost + rest.max(0.0))
    }
}

/// Costs in whole numbers, which can be put in order.
fn whole(cost: f64) -> u64 {
    (cost * 16.0) as u64
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
    pub(crate) fn port(&self, side: Side, shift: f64) -> (Point, Point) {
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

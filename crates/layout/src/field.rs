//! The lines near one arrow, on which it may run, and what each piece of them costs.
use kaizu_model::{Point, Rect};

use crate::detour::{BEND, CLEAR, GAP, Gate, Scene};
use crate::grid::Side;

/// A line never runs nearer to a box.
const HUG: f64 = 6.0;
/// How far around the two ends boxes count.
const NEARBY: f64 = 360.0;
/// Crossing another arrow.
const CROSSING: f64 = 80.0;

/// The lines near one arrow.
pub(crate) struct Field {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// What the way from each cell costs on top of its length, to the right and down; infinite where a box stands.
    right: Vec<f64>,
    down: Vec<f64>,
    grounds: Vec<Rect>,
    /// Pieces of other arrows.
    lines: Vec<Rect>,
}

impl Field {
    /// The lines between two ends: beside every box nearby, and in the middle of the ends.
    pub(crate) fn of(from: &Gate, to: &Gate, scene: &Scene) -> Self {
        let (one, two) = (from.rect, to.rect);
        let near = one.joined(two).grown(NEARBY);
        let grounds: Vec<Rect> = scene
            .solid
            .iter()
            .filter(|rect| near.overlaps(**rect))
            .copied()
            .collect();
        let lines = scene.lines.iter().map(|(a, b)| Rect::between(*a, *b));
        let lines = lines.filter(|line| near.overlaps(*line));
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
        let (xs, ys) = (sorted(xs, fits_x), sorted(ys, fits_y));
        let n = xs.len() * ys.len();
        let mut field = Self {
            xs,
            ys,
            right: vec![0.0; n],
            down: vec![0.0; n],
            grounds: grounds.into_iter().chain([one, two]).collect(),
            lines: lines.collect(),
        };
        field.weigh();
        field
    }

    /// Works out what stands in the way of each piece.
    fn weigh(&mut self) {
        for rect in self.grounds.clone() {
            self.add(rect.grown(HUG), [f64::INFINITY; 2]);
        }
        for line in self.lines.clone() {
            self.add(line.grown(GAP / 2.0), crossing(line));
        }
    }

    /// Adds a cost to all level and all upright pieces that `rect` crosses.
    fn add(&mut self, rect: Rect, [level, upright]: [f64; 2]) {
        let width = self.xs.len();
        let within = |all: &[f64], low: f64, high: f64| {
            (
                all.partition_point(|it| *it <= low),
                all.partition_point(|it| *it < high),
            )
        };
        let (left, right) = within(&self.xs, rect.x, rect.right());
        let (top, bottom) = within(&self.ys, rect.y, rect.bottom());
        for y in top..bottom {
            for x in left.saturating_sub(1)..right {
                self.right[y * width + x] += level;
            }
        }
        for y in top.saturating_sub(1)..bottom {
            for x in left..right {
                self.down[y * width + x] += upright;
            }
        }
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.xs.len() * self.ys.len()
    }

    /// Where a cell lies.
    pub(crate) fn point(&self, at: usize) -> Point {
        Point::new(self.xs[at % self.xs.len()], self.ys[at / self.xs.len()])
    }

    /// The cells in front of a gate: the cell, the side, the point on the border and the cost.
    pub(crate) fn gates(&self, gate: &Gate) -> Vec<(usize, Side, Point, f64)> {
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
    pub(crate) fn moves(&self, state: usize) -> [Option<(usize, f64)>; 4] {
        let (at, side) = (state / 4, Side::ALL[state % 4]);
        let (width, height) = (self.xs.len(), self.ys.len());
        let (x, y) = (at % width, at / width);
        Side::ALL.map(|next| {
            let (beside, length, more) = match next {
                Side::Right if x + 1 < width => {
                    (at + 1, self.xs[x + 1] - self.xs[x], self.right[at])
                }
                Side::Left if x > 0 => (at - 1, self.xs[x] - self.xs[x - 1], self.right[at - 1]),
                Side::Bottom if y + 1 < height => {
                    (at + width, self.ys[y + 1] - self.ys[y], self.down[at])
                }
                Side::Top if y > 0 => (
                    at - width,
                    self.ys[y] - self.ys[y - 1],
                    self.down[at - width],
                ),
                Side::Right | Side::Left | Side::Bottom | Side::Top => return None,
            };
            let bend = if next == side { 0.0 } else { BEND };
            let is_open = next != side.opposite() && more.is_finite();
            is_open.then_some((beside * 4 + next as usize, bend + length + more))
        })
    }

    fn is_clear(&self, a: Point, b: Point, own: Option<Rect>) -> bool {
        let is_free = |rect: &Rect| !rect.grown(HUG).is_crossed_by(a, b);
        let is_own = |rect: &Rect| own == Some(*rect);
        let mut foreign = self.grounds.iter().filter(|rect| !is_own(rect));
        foreign.all(is_free)
    }

    fn traffic(&self, a: Point, b: Point) -> f64 {
        let piece = Rect::between(a, b);
        let near = piece.grown(GAP / 2.0);
        let met = self.lines.iter().filter(|line| near.overlaps(**line));
        let which = usize::from(!is_level(piece));
        met.map(|line| crossing(*line)[which]).sum()
    }
}

/// What it costs a level piece to run near `line`, and what an upright one.
fn crossing(line: Rect) -> [f64; 2] {
    if is_level(line) {
        [CROSSING, CROSSING / 2.0]
    } else {
        [CROSSING / 2.0, CROSSING]
    }
}

fn is_level(line: Rect) -> bool {
    line.h < 1e-6
}

fn sorted(mut all: Vec<f64>, fits: impl Fn(&f64) -> bool) -> Vec<f64> {
    all.retain(fits);
    all.sort_by(f64::total_cmp);
    all.dedup_by(|one, two| (*one - *two).abs() < 1e-9);
    all
}

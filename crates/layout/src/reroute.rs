//! New ways for the arrows that moved boxes concern.
use std::collections::BTreeMap;

use kaizu_model::{PlacedEdge, Point, Rect};

use crate::arrow::straightened;
use crate::course::Course;
use crate::detour::{Gate, Scene, detour};
use crate::drawn::{Border, drawn};
use crate::grid::Side;
use crate::pin::grounds;
use crate::plan::{Arrow, Plan};
use crate::shape::Link;
use crate::sign::Sign;

/// Another arrow at the same corner of a gateway.
const USED: f64 = 150.0;
/// A moved box nearer than this to an arrow moves it.
const HUG: f64 = 4.0;

/// Leads every arrow that begins, ends or passes at a `moved` box anew around all boxes; one that was drawn between two
/// pinned boxes as it was drawn, where that is still possible.
pub(crate) fn reroute(
    course: &Course,
    plan: &Plan,
    boxes: &[Rect],
    moved: &[bool],
    body: Rect,
    edges: &mut [PlacedEdge],
) {
    let (ways, signs) = (&course.shape.ways, &plan.signs);
    if !moved.contains(&true) && plan.arrows.iter().all(|arrow| arrow.bends.is_empty()) {
        return;
    }
    let concerned = concerned(ways, plan, &grounds(signs, boxes), moved, edges);
    let mut lines: Vec<(Point, Point)> = edges
        .iter()
        .zip(&concerned)
        .filter(|(_, is_concerned)| !**is_concerned)
        .flat_map(|(edge, _)| pieces(&edge.points))
        .collect();
    let solid = solid(signs, boxes);
    let mut gates = Gates {
        signs,
        boxes,
        used: BTreeMap::new(),
    };
    for ((way, edge), arrow) in ways
        .iter()
        .zip(edges)
        .zip(&plan.arrows)
        .zip(concerned)
        .filter_map(|(all, is_concerned)| is_concerned.then_some(all))
    {
        let is_drawn = !arrow.bends.is_empty();
        let own = [way.from, way.to].map(|stop| Border::of(boxes[stop], &signs[stop]));
        let drawn = is_drawn.then(|| drawn(own, &arrow.bends, &solid, body));
        let scene = Scene {
            solid: &solid,
            lines: &lines,
            body,
        };
        edge.points = drawn.flatten().unwrap_or_else(|| gates.led(way, &scene));
        gates.note(way, &edge.points);
        lines.extend(pieces(&edge.points));
    }
}

/// Boxes and titles, through which no arrow runs.
fn solid(signs: &[Sign], boxes: &[Rect]) -> Vec<Rect> {
    let titles = boxes.iter().zip(signs);
    let titles = titles.filter_map(|(rect, sign)| sign.title_ground(*rect));
    boxes.iter().copied().chain(titles).collect()
}

/// Which arrows begin, end or pass at a box that was moved, or were drawn.
fn concerned(
    ways: &[Link],
    plan: &Plan,
    grounds: &[Rect],
    moved: &[bool],
    edges: &[PlacedEdge],
) -> Vec<bool> {
    let is_concerned = |((way, edge), arrow): ((&Link, &PlacedEdge), &Arrow)| {
        let passes = |ground: &Rect| {
            let mut pairs = edge.points.windows(2);
            pairs.any(|pair| ground.grown(HUG).is_crossed_by(pair[0], pair[1]))
        };
        let is_foreign = |stop: &usize| moved[*stop] && *stop != way.from && *stop != way.to;
        moved[way.from]
            || moved[way.to]
            || !arrow.bends.is_empty()
            || (0..grounds.len())
                .filter(is_foreign)
                .any(|stop| passes(&grounds[stop]))
    };
    let all = ways.iter().zip(edges).zip(&plan.arrows);
    all.map(is_concerned).collect()
}

fn pieces(points: &[Point]) -> Vec<(Point, Point)> {
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Where arrows leave and reach boxes.
struct Gates<'a> {
    signs: &'a [Sign],
    boxes: &'a [Rect],
    /// What more the sides cost that arrows use already.
    used: BTreeMap<(usize, Side), f64>,
}

impl Gates<'_> {
    /// The best way through `scene`.
    fn led(&self, way: &Link, scene: &Scene) -> Vec<Point> {
        let (one, two) = (self.boxes[way.from], self.boxes[way.to]);
        let back = if way.is_return { 20.0 } else { 160.0 };
        let leave = self.costs(way.from, [0.0, 20.0, 160.0, 20.0]);
        let enter = self.costs(way.to, [back, 20.0, 0.0, 20.0]);
        let from = Gate::of(one, two, leave, self.signs[way.from].has_corners());
        let to = Gate::of(two, one, enter, self.signs[way.to].has_corners());
        let points = straightened(detour(&from, &to, scene));
        if points.len() < 2 {
            straightened(direct(one, two))
        } else {
            points
        }
    }

    /// Notes which sides an arrow uses.
    fn note(&mut self, way: &Link, points: &[Point]) {
        for (stop, end) in [(way.from, points.first()), (way.to, points.last())] {
            if let Some(side) = end.and_then(|end| side(self.boxes[stop], *end)) {
                *self.used.entry((stop, side)).or_insert(0.0) += USED;
            }
        }
    }

    /// What each side costs: `base`, more where arrows of a gateway use it, and closed under a title.
    fn costs(&self, stop: usize, base: [f64; 4]) -> [Option<f64>; 4] {
        let sign = &self.signs[stop];
        Side::ALL.map(|side| {
            let more = self.used.get(&(stop, side)).copied().unwrap_or_default();
            let more = if sign.has_corners() { more } else { 0.0 };
            (sign.closed() != Some(side)).then_some(base[side as usize] + more)
        })
    }
}

/// The side of `rect` on which `point` lies.
fn side(rect: Rect, point: Point) -> Option<Side> {
    let near = |one: f64, two: f64| (one - two).abs() < 1e-6;
    Side::ALL.into_iter().find(|side| match side {
        Side::Right => near(point.x, rect.right()),
        Side::Bottom => near(point.y, rect.bottom()),
        Side::Left => near(point.x, rect.x),
        Side::Top => near(point.y, rect.y),
    })
}

/// Straight across, where boxes stand so close that nothing else is left.
fn direct(from: Rect, to: Rect) -> Vec<Point> {
    let (start, end) = (from.centre(), to.centre());
    let (x, out) = if from.x <= to.x {
        (to.x, from.right())
    } else {
        (to.right(), from.x)
    };
    let middle = f64::midpoint(x, out);
    vec![
        Point::new(out, start.y),
        Point::new(middle, start.y),
        Point::new(middle, end.y),
        Point::new(x, end.y),
    ]
}

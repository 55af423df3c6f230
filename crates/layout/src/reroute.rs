//! New ways for the arrows that pinned boxes concern.
use std::collections::BTreeMap;

use kaizu_model::{PlacedEdge, Point, Rect};

use crate::arrow::straightened;
use crate::detour::{Gate, Scene, detour};
use crate::flow::{Chart, Way};
use crate::grid::Side;
use crate::pin::whole;
use crate::sign::{Sign, Title};

/// Another arrow at the same corner of a gateway.
const USED: f64 = 150.0;
/// A pinned box nearer than this to an arrow moves it.
const HUG: f64 = 4.0;

/// Leads every arrow that begins, ends or passes at a pinned box anew around all boxes.
pub(crate) fn reroute(
    chart: &Chart,
    signs: &[Sign],
    boxes: &[Rect],
    pinned: &[bool],
    body: Rect,
    edges: &mut [PlacedEdge],
) {
    if !pinned.contains(&true) {
        return;
    }
    let grounds: Vec<Rect> = boxes
        .iter()
        .zip(signs)
        .map(|(rect, sign)| whole(sign, *rect))
        .collect();
    let concerned = concerned(chart, &grounds, pinned, edges);
    let mut lines: Vec<(Point, Point)> = edges
        .iter()
        .zip(&concerned)
        .filter(|(_, is_concerned)| !**is_concerned)
        .flat_map(|(edge, _)| pieces(&edge.points))
        .collect();
    let solid: Vec<Rect> = boxes
        .iter()
        .copied()
        .chain(
            boxes
                .iter()
                .zip(signs)
                .filter_map(|(rect, sign)| sign.title_ground(*rect)),
        )
        .collect();
    let mut used = BTreeMap::new();
    for (number, way) in chart
        .ways
        .iter()
        .enumerate()
        .filter(|(number, _)| concerned[*number])
    {
        let (one, two) = (boxes[way.from], boxes[way.to]);
        let back = if way.is_return { 20.0 } else { 160.0 };
        let leave = costs(&used, way.from, &signs[way.from], [0.0, 20.0, 160.0, 20.0]);
        let enter = costs(&used, way.to, &signs[way.to], [back, 20.0, 0.0, 20.0]);
        let from = Gate::of(one, two, leave, signs[way.from].has_corners());
        let to = Gate::of(two, one, enter, signs[way.to].has_corners());
        let scene = Scene {
            solid: &solid,
            lines: &lines,
            body,
        };
        let mut points = straightened(detour(&from, &to, &scene));
        if points.len() < 2 {
            points = straightened(direct(one, two));
        }
        for (stop, rect, end) in [
            (way.from, one, points.first()),
            (way.to, two, points.last()),
        ] {
            if let Some(side) = end.and_then(|end| side(rect, *end)) {
                *used.entry((stop, side)).or_insert(0.0) += USED;
            }
        }
        lines.extend(pieces(&points));
        edges[number].points = points;
    }
}

/// Which arrows begin, end or pass at a pinned box.
fn concerned(chart: &Chart, grounds: &[Rect], pinned: &[bool], edges: &[PlacedEdge]) -> Vec<bool> {
    let is_concerned = |(way, edge): (&Way, &PlacedEdge)| {
        let passes = |ground: &Rect| {
            let mut pairs = edge.points.windows(2);
            pairs.any(|pair| ground.grown(HUG).is_crossed_by(pair[0], pair[1]))
        };
        let is_foreign = |stop: &usize| pinned[*stop] && *stop != way.from && *stop != way.to;
        pinned[way.from]
            || pinned[way.to]
            || (0..grounds.len())
                .filter(is_foreign)
                .any(|stop| passes(&grounds[stop]))
    };
    chart.ways.iter().zip(edges).map(is_concerned).collect()
}

fn pieces(points: &[Point]) -> Vec<(Point, Point)> {
    points.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// What each side costs: `base`, more where arrows of a gateway use it, and closed under a title.
fn costs(
    used: &BTreeMap<(usize, Side), f64>,
    stop: usize,
    sign: &Sign,
    base: [f64; 4],
) -> [Option<f64>; 4] {
    Side::ALL.map(|side| {
        let is_closed = match sign.title_at {
            Title::Inside => false,
            Title::Above => side == Side::Top,
            Title::Below => side == Side::Bottom,
        };
        let more = used.get(&(stop, side)).copied().unwrap_or_default();
        let more = if sign.has_corners() { more } else { 0.0 };
        (!is_closed).then_some(base[side as usize] + more)
    })
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

//! The few outlines that pictures are made of, as path segments.
use kaizu_model::{Point, Rect};

use crate::scene::Segment;

/// How far a curve's handles reach so that four of them make a circle.
const ROUND: f64 = 0.552_284_75;

/// The point at `share` of the way from `from` to `to`.
pub(crate) fn between(from: Point, to: Point, share: f64) -> Point {
    Point::new(
        from.x + (to.x - from.x) * share,
        from.y + (to.y - from.y) * share,
    )
}

/// A closed outline with straight sides.
pub(crate) fn polygon(corners: &[Point]) -> Vec<Segment> {
    let mut segments = open(corners);
    segments.push(Segment::Close);
    segments
}

/// A line through `points`.
pub(crate) fn open(points: &[Point]) -> Vec<Segment> {
    let step = |(index, point): (usize, &Point)| match index {
        0 => Segment::Move(*point),
        _ => Segment::Line(*point),
    };
    points.iter().enumerate().map(step).collect()
}

/// A line through `points` whose corners are rounded by at most `radius`.
pub(crate) fn bent(points: &[Point], radius: f64) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (index, corner) in points.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| points.get(index));
        match (before, points.get(index + 1)) {
            (None, _) => segments.push(Segment::Move(*corner)),
            (Some(_), None) => segments.push(Segment::Line(*corner)),
            (Some(before), Some(after)) => turn(*before, *corner, *after, radius, &mut segments),
        }
    }
    segments
}

fn turn(before: Point, corner: Point, after: Point, radius: f64, segments: &mut Vec<Segment>) {
    let (back, on) = (distance(before, corner), distance(corner, after));
    let radius = radius.min(back / 2.0).min(on / 2.0);
    if radius <= 0.0 {
        segments.push(Segment::Line(corner));
        return;
    }
    let (from, to) = (
        between(corner, before, radius / back),
        between(corner, after, radius / on),
    );
    segments.push(Segment::Line(from));
    segments.push(Segment::Curve(
        between(from, corner, ROUND),
        between(to, corner, ROUND),
        to,
    ));
}

/// How far apart two places are.
pub(crate) fn distance(from: Point, to: Point) -> f64 {
    ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).sqrt()
}

/// A circle.
pub(crate) fn circle(centre: Point, radius: f64) -> Vec<Segment> {
    let at = |x: f64, y: f64| Point::new(centre.x + x * radius, centre.y + y * radius);
    vec![
        Segment::Move(at(1.0, 0.0)),
        Segment::Curve(at(1.0, ROUND), at(ROUND, 1.0), at(0.0, 1.0)),
        Segment::Curve(at(-ROUND, 1.0), at(-1.0, ROUND), at(-1.0, 0.0)),
        Segment::Curve(at(-1.0, -ROUND), at(-ROUND, -1.0), at(0.0, -1.0)),
        Segment::Curve(at(ROUND, -1.0), at(1.0, -ROUND), at(1.0, 0.0)),
        Segment::Close,
    ]
}

/// A square standing on its corner, within `square`.
pub(crate) fn diamond(square: Rect) -> Vec<Segment> {
    let centre = square.centre();
    polygon(&[
        Point::new(centre.x, square.y),
        Point::new(square.right(), centre.y),
        Point::new(centre.x, square.bottom()),
        Point::new(square.x, centre.y),
    ])
}

/// The left `width` of `rect`, with its corners rounded like those of the whole.
pub(crate) fn left_strip(rect: Rect, width: f64, radius: f64) -> Vec<Segment> {
    let (left, right, handle) = (rect.x, rect.x + width, radius * (1.0 - ROUND));
    let (top, bottom) = (rect.y, rect.bottom());
    vec![
        Segment::Move(Point::new(right, top)),
        Segment::Line(Point::new(left + radius, top)),
        Segment::Curve(
            Point::new(left + handle, top),
            Point::new(left, top + handle),
            Point::new(left, top + radius),
        ),
        Segment::Line(Point::new(left, bottom - radius)),
        Segment::Curve(
            Point::new(left, bottom - handle),
            Point::new(left + handle, bottom),
            Point::new(left + radius, bottom),
        ),
        Segment::Line(Point::new(right, bottom)),
        Segment::Close,
    ]
}

/// The part of [`left_strip`] above `low`.
pub(crate) fn upper_strip(rect: Rect, width: f64, radius: f64, low: f64) -> Vec<Segment> {
    let (left, right, handle) = (rect.x, rect.x + width, radius * (1.0 - ROUND));
    vec![
        Segment::Move(Point::new(right, rect.y)),
        Segment::Line(Point::new(left + radius, rect.y)),
        Segment::Curve(
            Point::new(left + handle, rect.y),
            Point::new(left, rect.y + handle),
            Point::new(left, rect.y + radius),
        ),
        Segment::Line(Point::new(left, low)),
        Segment::Line(Point::new(right, low)),
        Segment::Close,
    ]
}

/// Slanted lines across `rect`, `gap` apart.
pub(crate) fn hatched(rect: Rect, gap: f64) -> Vec<Segment> {
    let count = ((rect.w + rect.h) / gap).clamp(0.0, 1000.0) as u32;
    let line = |number: u32| {
        // From the left or lower border up to the upper or right one.
        let sum = gap * f64::from(number);
        let (x, y) = (sum.min(rect.w), sum.min(rect.h));
        open(&[
            Point::new(rect.x + sum - y, rect.y + y),
            Point::new(rect.x + x, rect.y + sum - x),
        ])
    };
    (1..=count).flat_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bend_stays_within_half_of_each_side() {
        let points = [
            Point::new(0.0, 0.0),
            Point::new(10.0, 0.0),
            Point::new(10.0, 2.0),
        ];
        let segments = bent(&points, 4.0);
        assert_eq!(segments[1], Segment::Line(Point::new(9.0, 0.0)));
        assert_eq!(segments[2].end(), Some(Point::new(10.0, 1.0)));
        assert_eq!(segments[3], Segment::Line(Point::new(10.0, 2.0)));
    }

    #[test]
    fn points_on_top_of_each_other_do_no_harm() {
        let here = Point::new(3.0, 3.0);
        for segment in bent(&[here, here, here], 4.0) {
            let end = segment.end().unwrap();
            assert!(end.x.is_finite() && end.y.is_finite());
        }
        assert!(bent(&[], 4.0).is_empty());
    }
}

//! Arrows as points, from border to border.
use kaizu_model::{PlacedEdge, Point, Rect};

use crate::flow::Chart;
use crate::frame::Frame;
use crate::segment::Segments;

/// The arrows of a flow.
pub(crate) fn arrows(
    chart: &Chart,
    frame: &Frame,
    segments: &Segments,
    boxes: &[Rect],
) -> Vec<PlacedEdge> {
    let place = |(number, way): (usize, &crate::flow::Way)| PlacedEdge {
        id: way.id,
        points: points(frame, segments, number, (boxes[way.from], boxes[way.to])),
        label: None,
        wait: None,
        handover: None,
        sign: None,
        is_return: way.is_return,
    };
    chart.ways.iter().enumerate().map(place).collect()
}

fn points(frame: &Frame, segments: &Segments, way: usize, (from, to): (Rect, Rect)) -> Vec<Point> {
    let pieces = &segments.0[way];
    let along = |piece: usize| frame.along(segments, (way, piece));
    let mut points = Vec::with_capacity(pieces.len() + 1);
    if let (Some(first), Some(last)) = (pieces.first(), pieces.last()) {
        points.push(on_border(from, first.is_level, first.is_rising, along(0)));
        for (number, piece) in pieces.iter().enumerate().skip(1) {
            let (one, two) = (along(number - 1), along(number));
            points.push(if piece.is_level {
                Point::new(one, two)
            } else {
                Point::new(two, one)
            });
        }
        points.push(on_border(
            to,
            last.is_level,
            !last.is_rising,
            along(pieces.len() - 1),
        ));
    }
    straightened(points)
}

/// Where a line at `along` meets the border of `rect` on its greater or lesser side.
fn on_border(rect: Rect, is_level: bool, is_greater: bool, along: f64) -> Point {
    match (is_level, is_greater) {
        (true, true) => Point::new(rect.right(), along),
        (true, false) => Point::new(rect.x, along),
        (false, true) => Point::new(along, rect.bottom()),
        (false, false) => Point::new(along, rect.y),
    }
}

/// Without points that stand twice or in the middle of a straight line.
pub(crate) fn straightened(points: Vec<Point>) -> Vec<Point> {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        while let [.., before, last] = kept.as_slice()
            && ((near(before.x, last.x) && near(last.x, point.x))
                || (near(before.y, last.y) && near(last.y, point.y)))
        {
            kept.pop();
        }
        if kept
            .last()
            .is_none_or(|last| !near(last.x, point.x) || !near(last.y, point.y))
        {
            kept.push(point);
        }
    }
    kept
}

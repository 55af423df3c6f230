//! Arrows as points, from border to border.
use kaizu_model::{NodeId, PlacedEdge, Point, Rect};

use crate::course::Course;
use crate::frame::Frame;
use crate::plan::Plan;
use crate::segment::Segments;
use crate::shape::Link;

/// The arrows of a flow.
pub(crate) fn arrows(
    course: &Course,
    plan: &Plan,
    frame: &Frame,
    boxes: &[Rect],
) -> Vec<PlacedEdge> {
    let place = |(number, way): (usize, &Link)| PlacedEdge {
        id: plan.arrows[number].id,
        points: points(
            frame,
            &course.segments,
            number,
            [way.from, way.to].map(|stop| Outline {
                rect: boxes[stop],
                node: plan.ids[stop],
            }),
        ),
        label: None,
        wait: None,
        handover: None,
        sign: None,
        is_return: way.is_return,
    };
    course.shape.ways.iter().enumerate().map(place).collect()
}

fn points(frame: &Frame, segments: &Segments, way: usize, [from, to]: [Outline; 2]) -> Vec<Point> {
    let pieces = &segments.0[way];
    let along = |piece: usize| frame.along(segments, (way, piece));
    let mut points = Vec::with_capacity(pieces.len() + 1);
    if let (Some(first), Some(last)) = (pieces.first(), pieces.last()) {
        points.push(from.meets(first.is_level, first.is_rising, along(0)));
        for (number, piece) in pieces.iter().enumerate().skip(1) {
            let (one, two) = (along(number - 1), along(number));
            points.push(if piece.is_level {
                Point::new(one, two)
            } else {
                Point::new(two, one)
            });
        }
        points.push(to.meets(last.is_level, !last.is_rising, along(pieces.len() - 1)));
    }
    straightened(points)
}

/// What stands for a node, as far as arrows see it.
#[derive(Clone, Copy)]
struct Outline {
    rect: Rect,
    node: NodeId,
}

impl Outline {
    /// Where a line at `along` meets the border on its greater or lesser side.
    fn meets(self, is_level: bool, is_greater: bool, along: f64) -> Point {
        let (rect, centre) = (self.rect, self.rect.centre());
        let aside = along - if is_level { centre.y } else { centre.x };
        let inward = self.inward(aside.abs());
        match (is_level, is_greater) {
            (true, true) => Point::new(rect.right() - inward, along),
            (true, false) => Point::new(rect.x + inward, along),
            (false, true) => Point::new(along, rect.bottom() - inward),
            (false, false) => Point::new(along, rect.y + inward),
        }
    }

    /// How far inside its square the border of a sign is, `aside` of a corner.
    fn inward(self, aside: f64) -> f64 {
        let radius = self.rect.w / 2.0;
        let aside = aside.min(radius);
        match self.node {
            NodeId::Step(_) => 0.0,
            NodeId::Gateway(_) => aside,
            NodeId::Event(_) => radius - (radius * radius - aside * aside).sqrt(),
        }
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

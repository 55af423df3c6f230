//! What a thing covers.
use kaizu_model::{Point, Rect};

use crate::scene::{Item, Segment};

/// Lines are drawn a little beyond their points.
const BLEED: f64 = 2.0;

/// What `item` covers; nothing where it is an empty group.
pub(crate) fn bounds(item: &Item) -> Option<Rect> {
    match item {
        Item::Group(group) => group.items.iter().filter_map(bounds).reduce(Rect::joined),
        Item::Rect(rect) => Some(rect.area.grown(BLEED)),
        Item::Image(image) => Some(image.area),
        Item::Text(text) => {
            // Bold letters are never narrower.
            let width = kaizu_fonts::advance(&text.content, text.size, kaizu_fonts::Weight::Bold);
            let top = text.at.y - text.size;
            Some(Rect::new(text.at.x, top, width, text.size * 1.25))
        }
        Item::Path(path) => {
            let points = path.segments.iter().flat_map(points);
            points
                .map(|point| Rect::new(point.x, point.y, 0.0, 0.0))
                .reduce(Rect::joined)
                .map(|bounds| bounds.grown(BLEED))
        }
    }
}

/// The points of a piece; a curve stays between its end and its handles.
pub(crate) fn points(segment: &Segment) -> Vec<Point> {
    match *segment {
        Segment::Move(to) | Segment::Line(to) => vec![to],
        Segment::Curve(first, second, to) => vec![first, second, to],
        Segment::Close => Vec::new(),
    }
}

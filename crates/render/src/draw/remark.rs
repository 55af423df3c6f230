//! A turned-down corner: more is said of the step in a note than its box has room for.
use kaizu_model::{Point, Rect};

use crate::scene::{Item, Paint, Path, Segment};
use crate::theme;

/// The upper right corner of `rect`, turned down.
pub(crate) fn draw(rect: Rect) -> Item {
    let (right, top) = (rect.right(), rect.y);
    // As round as the corner of a step.
    let begin = Point::new(right - theme::CORNER, top);
    let end = Point::new(right, top + theme::CORNER);
    let towards = theme::CORNER * 0.45;
    Path {
        segments: vec![
            Segment::Move(Point::new(right - theme::REMARK, top)),
            Segment::Line(begin),
            Segment::Curve(
                Point::new(right - towards, top),
                Point::new(right, top + towards),
                end,
            ),
            Segment::Line(Point::new(right, top + theme::REMARK)),
            Segment::Close,
        ],
        paint: Paint::filled(theme::SECONDARY),
    }
    .into()
}

//! What becomes of a step: a border and a badge that say so by line, colour and word.
use kaizu_model::{Difference, Language, Point, Rect};

use super::{badge, outline};
use crate::scene::{self, Item, Paint, Path, Stroke};
use crate::theme;

/// The border of a box: dashed where it goes, dotted where it shrinks, double where it changes, thick where it is new.
pub(crate) fn borders(change: Option<Difference>, rect: Rect) -> Vec<Item> {
    let Some(change) = change else {
        return vec![line(rect, Stroke::solid(theme::BORDER, 1.0))];
    };
    let colour = theme::difference(change);
    match change {
        Difference::Eliminated => vec![line(rect, Stroke::solid(colour, 1.5).dashed(&[6.0, 4.0]))],
        Difference::Reduced => vec![line(
            rect,
            Stroke::solid(colour, 2.0).dashed(&[0.1, 4.0]).round(),
        )],
        Difference::Changed => vec![
            line(rect.grown(1.0), Stroke::solid(colour, 1.5)),
            line(rect.grown(-2.0), Stroke::solid(colour, 1.0)),
        ],
        Difference::New => vec![line(rect, Stroke::solid(colour, 2.75))],
        Difference::Same => vec![line(rect, Stroke::solid(colour, 1.0))],
    }
}

/// What goes is hatched.
pub(crate) fn hatch(change: Option<Difference>, rect: Rect) -> Option<Item> {
    (change == Some(Difference::Eliminated)).then(|| {
        Item::from(Path {
            segments: outline::hatched(rect.grown(-1.5), theme::HATCH),
            paint: Paint::line(theme::hairline()),
        })
    })
}

fn line(rect: Rect, stroke: Stroke) -> Item {
    Item::from(scene::Rect {
        area: rect,
        radius: theme::CORNER,
        paint: Paint::line(stroke),
    })
}

/// How wide the badge is.
pub(crate) fn width(change: Difference, language: Language) -> f64 {
    badge::width(change.word(language))
}

/// The badge with its upper left corner at `at`.
pub(crate) fn badge(change: Difference, language: Language, at: Point) -> Vec<Item> {
    badge::draw(change.word(language), theme::difference(change), at)
}

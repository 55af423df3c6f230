//! A finding: a flag with the word for how grave it is.
use kaizu_model::{Language, Level, Point};

use super::lettering::Style;
use super::outline;
use crate::scene::{Colour, Item, Paint, Path};
use crate::theme;

/// The flag on the upper left corner at `left`, `top`; the room it takes with it.
pub(crate) fn draw(level: Level, language: Language, left: f64, top: f64) -> (Vec<Item>, f64) {
    let word = level.word(language);
    let style = Style::bold(theme::BADGE_SIZE, theme::PAPER);
    let room = style.width(word) + theme::BADGE * 0.75;
    let from = Point::new(left - theme::OVERHANG, top - theme::BADGE * 0.6);
    let letters = Point::new(from.x + room / 2.0, from.y + theme::BADGE / 2.0);
    let items = vec![
        shape(from, room, theme::severity(level)).into(),
        style.centred(word, letters).into(),
    ];
    (items, room + theme::BADGE * 0.75)
}

/// The empty flag with its upper left corner at `from`, pointing right.
pub(crate) fn shape(from: Point, width: f64, colour: Colour) -> Path {
    let (right, tip) = (from.x + width, from.x + width + theme::BADGE * 0.4);
    Path {
        segments: outline::polygon(&[
            from,
            Point::new(right, from.y),
            Point::new(tip, from.y + theme::BADGE / 2.0),
            Point::new(right, from.y + theme::BADGE),
            Point::new(from.x, from.y + theme::BADGE),
        ]),
        paint: Paint::filled(colour),
    }
}

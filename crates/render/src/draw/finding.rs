//! A finding: a flag with the word for how grave it is.
use kaizu_model::{Language, Level, Point};

use super::lettering::Style;
use super::outline;
use crate::scene::{Colour, Item, Paint, Path};
use crate::theme;

/// From the flag's straight part to its tip.
const TIP: f64 = theme::BADGE * 0.4;

/// How wide the flag is, with the gap behind it.
pub(crate) fn width(level: Level, language: Language) -> f64 {
    straight(level.word(language)) + TIP + theme::OVERHANG
}

/// The flag with its upper left corner at `at`.
pub(crate) fn draw(level: Level, language: Language, at: Point) -> Vec<Item> {
    let word = level.word(language);
    let straight = straight(word);
    let middle = Point::new(at.x + straight / 2.0, at.y + theme::BADGE / 2.0);
    vec![
        shape(at, straight, theme::severity(level)).into(),
        style().centred(word, middle).into(),
    ]
}

/// The empty flag with its upper left corner at `from`, pointing right.
pub(crate) fn shape(from: Point, width: f64, colour: Colour) -> Path {
    let right = from.x + width;
    Path {
        segments: outline::polygon(&[
            from,
            Point::new(right, from.y),
            Point::new(right + TIP, from.y + theme::BADGE / 2.0),
            Point::new(right, from.y + theme::BADGE),
            Point::new(from.x, from.y + theme::BADGE),
        ]),
        paint: Paint::filled(colour),
    }
}

fn straight(word: &str) -> f64 {
    style().width(word) + theme::BADGE * 0.75
}

fn style() -> Style {
    Style::bold(theme::BADGE_SIZE, theme::PAPER)
}

//! A finding: a flag with the word for how grave it is; its cut and its ground say it again.
use kaizu_model::{Language, Level, Point};

use super::lettering::Style;
use super::outline;
use crate::scene::{Item, Paint, Path, Stroke};
use crate::theme;

/// From the flag's straight part to its tip.
const TIP: f64 = theme::BADGE * 0.4;

/// How wide the flag is, with the gap behind it.
pub(crate) fn width(level: Level, language: Language) -> f64 {
    straight(level, level.word(language)) + TIP + theme::OVERHANG
}

/// The flag with its upper left corner at `at`.
pub(crate) fn draw(level: Level, language: Language, at: Point) -> Vec<Item> {
    let word = level.word(language);
    let straight = straight(level, word);
    let middle = Point::new(at.x + straight / 2.0, at.y + theme::BADGE / 2.0);
    vec![
        shape(level, at, straight).into(),
        style(level).centred(word, middle).into(),
    ]
}

/// The empty flag with its upper left corner at `from`: pointed and full where it is grave, cut in where less so, only
/// an outline where little hangs on it.
pub(crate) fn shape(level: Level, from: Point, width: f64) -> Path {
    let (right, bottom) = (from.x + width, from.y + theme::BADGE);
    let middle = from.y + theme::BADGE / 2.0;
    let end = match level {
        Level::High | Level::Low => vec![
            Point::new(right, from.y),
            Point::new(right + TIP, middle),
            Point::new(right, bottom),
        ],
        Level::Medium => vec![
            Point::new(right + TIP, from.y),
            Point::new(right, middle),
            Point::new(right + TIP, bottom),
        ],
        Level::Info => vec![Point::new(right, from.y), Point::new(right, bottom)],
    };
    let colour = theme::severity(level);
    let paint = match level {
        Level::High | Level::Medium => Paint::filled(colour),
        Level::Low | Level::Info => Paint::edged(theme::PAPER, Stroke::solid(colour, 1.25)),
    };
    let corners: Vec<Point> = [from]
        .into_iter()
        .chain(end)
        .chain([Point::new(from.x, bottom)])
        .collect();
    Path {
        segments: outline::polygon(&corners),
        paint,
    }
}

fn straight(level: Level, word: &str) -> f64 {
    style(level).width(word) + theme::BADGE * 0.75
}

fn style(level: Level) -> Style {
    let colour = match level {
        Level::High | Level::Medium => theme::PAPER,
        Level::Low | Level::Info => theme::severity(level),
    };
    Style::bold(theme::BADGE_SIZE, colour)
}

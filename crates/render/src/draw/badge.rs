//! A word on a coloured ground.
use kaizu_model::{Point, Rect};

use super::lettering::Style;
use crate::scene::{self, Colour, Item, Paint};
use crate::theme;

/// How wide the badge with `word` is.
pub(crate) fn width(word: &str) -> f64 {
    style().width(word) + theme::BADGE
}

/// `word` on a rounded ground with its upper left corner at `at`.
pub(crate) fn draw(word: &str, ground: Colour, at: Point) -> Vec<Item> {
    let area = Rect::new(at.x, at.y, width(word), theme::BADGE);
    let ground = scene::Rect {
        area,
        radius: theme::BADGE / 2.0,
        paint: Paint::filled(ground),
    };
    vec![ground.into(), style().centred(word, area.centre()).into()]
}

fn style() -> Style {
    Style::bold(theme::BADGE_SIZE, theme::PAPER)
}

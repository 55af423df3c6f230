//! A word on a coloured ground.
use kaizu_model::{Point, Rect};

use super::lettering::Style;
use crate::scene::{self, Colour, Item, Paint};
use crate::theme;

/// `word` on a rounded ground with its left end at `left` and its middle at `middle`; its width with it.
pub(crate) fn draw(word: &str, ground: Colour, left: f64, middle: f64) -> (Vec<Item>, f64) {
    let style = Style::bold(theme::BADGE_SIZE, theme::PAPER);
    let width = style.width(word) + theme::BADGE;
    let rect = Rect::new(left, middle - theme::BADGE / 2.0, width, theme::BADGE);
    let ground = scene::Rect {
        area: rect,
        radius: theme::BADGE / 2.0,
        paint: Paint::filled(ground),
    };
    let word = style.centred(word, Point::new(left + width / 2.0, middle));
    (vec![ground.into(), word.into()], width)
}

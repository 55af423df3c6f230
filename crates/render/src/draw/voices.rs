//! Voices: how many of staff (square) and of residents (round) speak about something.
use kaizu_model::{Point, Rect};

use super::lettering::Style;
use crate::scene::{self, Item, Paint, Stroke};
use crate::theme;

/// The counters on the lower right corner of `spot`; none for nobody.
pub(crate) fn draw(staff: u32, residents: u32, spot: Rect) -> Vec<Item> {
    let mut right = spot.right() + theme::OVERHANG;
    let mut items = Vec::new();
    for (count, draw) in [
        (staff, square as fn(&str, Rect) -> Vec<Item>),
        (residents, round),
    ] {
        if count > 0 {
            let number = count.to_string();
            let letters = Style::bold(theme::BADGE_SIZE, theme::PAPER).width(&number);
            let width = theme::COUNTER.max(letters + theme::COUNTER / 2.0);
            let side = theme::COUNTER;
            items.extend(draw(
                &number,
                Rect::new(right - width, spot.bottom() - side * 0.6, width, side),
            ));
            right -= width + 3.0;
        }
    }
    items
}

/// The staff's counter.
pub(crate) fn square(number: &str, rect: Rect) -> Vec<Item> {
    let ground = scene::Rect {
        area: rect,
        radius: 2.0,
        paint: Paint::edged(theme::STAFF, Stroke::solid(theme::PAPER, 1.0)),
    };
    vec![
        ground.into(),
        Style::bold(theme::BADGE_SIZE, theme::PAPER)
            .centred(number, rect.centre())
            .into(),
    ]
}

/// The residents' counter.
pub(crate) fn round(number: &str, rect: Rect) -> Vec<Item> {
    let inner = rect.grown(-0.75);
    let ground = scene::Rect {
        area: inner,
        radius: inner.h / 2.0,
        paint: Paint::edged(theme::PAPER, Stroke::solid(theme::RESIDENT, 1.5)),
    };
    let centre = Point::new(rect.centre().x, rect.centre().y);
    vec![
        ground.into(),
        Style::bold(theme::BADGE_SIZE, theme::RESIDENT)
            .centred(number, centre)
            .into(),
    ]
}

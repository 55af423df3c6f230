//! The sign of a handover on its arrow: how the case travels or what it is on, in a frame that says what it takes.
use kaizu_model::{Carrier, Handover, Point, Rect};

use super::icon::{self, Icon};
use crate::scene::{self, Item, Paint, Stroke};
use crate::theme;

/// The sign around `centre`: an upright card for a thing, a screen for data, a circle for what is said.
pub(crate) fn draw(handover: Handover, centre: Point) -> Vec<Item> {
    let side = theme::HANDOVER;
    let area = Rect::new(centre.x - side / 2.0, centre.y - side / 2.0, side, side);
    let (radius, width) = match handover.carrier() {
        Carrier::Thing => (1.0, theme::THING_WIDTH),
        Carrier::Data => (side * 0.3, 1.0),
        Carrier::Voice => (side / 2.0, 1.0),
    };
    let frame = scene::Rect {
        area,
        radius,
        paint: Paint::edged(theme::PAPER, Stroke::solid(theme::ARROW, width)),
    };
    let inner = theme::HANDOVER_ICON;
    let corner = Point::new(centre.x - inner / 2.0, centre.y - inner / 2.0);
    let icon = icon::sized(Icon::of(handover), corner, inner, theme::ARROW);
    vec![frame.into(), icon]
}

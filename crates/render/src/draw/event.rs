//! An event: a circle, thin where the work begins, thick where it ends, a clock where time passes.
use kaizu_model::{Difference, Event, EventKind, PlacedNode, Point};

use super::heat::Ground;
use super::outline;
use crate::scene::{Group, Paint, Path, Stroke, Text};
use crate::theme;

/// The circle, with its name outside.
pub(crate) fn draw(
    event: Option<&Event>,
    node: &PlacedNode,
    (change, ground): (Option<Difference>, Ground),
) -> Group {
    let mut group = Group::of(node.id);
    group.title = event.map(|event| event.name.clone());
    let (centre, kind) = (node.rect.centre(), event.map(|event| event.kind));
    let mut edge = theme::sign_edge(change);
    if kind == Some(EventKind::End) {
        edge.width = theme::END_WIDTH;
    }
    let radius = (node.rect.w.min(node.rect.h) - edge.width) / 2.0;
    group.push(Path {
        segments: outline::circle(centre, radius.max(1.0)),
        paint: Paint::edged(ground.colour(), edge),
    });
    if let Some(second) = theme::second_edge(change) {
        let inner = radius - theme::SECOND_EDGE;
        group.push(Path {
            segments: outline::circle(centre, inner.max(1.0)),
            paint: Paint::line(second),
        });
    }
    if kind == Some(EventKind::Timer) {
        group.push(Path {
            segments: outline::open(&[
                Point::new(centre.x, centre.y - radius * 0.62),
                centre,
                Point::new(centre.x + radius * 0.46, centre.y + radius * 0.28),
            ]),
            paint: Paint::line(Stroke::solid(theme::ARROW, theme::SIGN_WIDTH).round()),
        });
    }
    group.items.extend(
        node.title
            .iter()
            .map(|line| Text::from_line(line, theme::INK).into()),
    );
    group
}

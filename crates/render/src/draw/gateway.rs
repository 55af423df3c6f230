//! A gateway: a diamond whose sign says how the flow parts or comes together.
use kaizu_model::{Difference, Gateway, GatewayKind, PlacedNode, Point};

use super::heat::Ground;
use super::outline;
use crate::scene::{Group, Paint, Path, Segment, Stroke, Text};
use crate::theme;

/// The diamond, with its name outside.
pub(crate) fn draw(
    gateway: Option<&Gateway>,
    node: &PlacedNode,
    (change, ground): (Option<Difference>, Ground),
) -> Group {
    let mut group = Group::of(node.id);
    group.title = gateway.map(|gateway| gateway.name.clone());
    group.push(Path {
        segments: outline::diamond(node.rect),
        paint: Paint::edged(ground.colour(), theme::sign_edge(change)),
    });
    if let Some(second) = theme::second_edge(change) {
        group.push(Path {
            segments: outline::diamond(node.rect.grown(-theme::SECOND_EDGE * 1.4)),
            paint: Paint::line(second),
        });
    }
    let sign = gateway
        .map(|gateway| sign(gateway.kind, node.rect))
        .unwrap_or_default();
    if !sign.is_empty() {
        group.push(Path {
            segments: sign,
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

/// × parts by a condition, + runs side by side and waits for all; coming together needs no sign.
fn sign(kind: GatewayKind, square: kaizu_model::Rect) -> Vec<Segment> {
    let centre = square.centre();
    let (straight, slanted) = (square.w * 0.2, square.w * 0.14);
    let line = |x: f64, y: f64| {
        outline::open(&[
            Point::new(centre.x - x, centre.y - y),
            Point::new(centre.x + x, centre.y + y),
        ])
    };
    match kind {
        GatewayKind::Branch => [line(slanted, slanted), line(slanted, -slanted)].concat(),
        GatewayKind::Fork | GatewayKind::Join => {
            [line(straight, 0.0), line(0.0, straight)].concat()
        }
        GatewayKind::Merge => Vec::new(),
    }
}

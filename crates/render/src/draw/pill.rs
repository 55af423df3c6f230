//! What rides on an arrow: its share and condition, the wait at its end, a sheet of paper.
use kaizu_model::{Document, PlacedEdge, PlacedPill};

use super::sheet;
use crate::scene::{Group, Item, Paint, Rect, Text};
use crate::theme;

/// Everything that rides on `edge`.
pub(crate) fn draw(document: &Document, edge: &PlacedEdge) -> Option<Item> {
    let mut group = Group::of(edge.id);
    group.title = document
        .edge(edge.id)
        .ok()
        .and_then(|edge| edge.condition.clone());
    group
        .items
        .extend(edge.sheet.iter().flat_map(|at| sheet::draw(*at)));
    for pill in edge.label.iter().chain(&edge.wait) {
        ground(pill, &mut group);
        group.items.extend(
            pill.lines
                .iter()
                .map(|line| Text::from_line(line, theme::SECONDARY).into()),
        );
    }
    (!group.items.is_empty()).then(|| group.into())
}

fn ground(pill: &PlacedPill, group: &mut Group) {
    group.push(Rect {
        area: pill.rect,
        radius: (pill.rect.h / 2.0).min(theme::PILL_CORNER),
        paint: Paint::edged(theme::PAPER, theme::hairline()),
    });
}

//! A phase: a quiet heading along the top.
use kaizu_model::{Phase, PlacedPhase};

use crate::scene::{Group, Item, Paint, Rect, Text};
use crate::theme;

/// The heading.
pub(crate) fn draw(record: Option<&Phase>, phase: &PlacedPhase) -> Item {
    let mut group = Group::of(phase.id);
    group.title = record.map(|record| record.name.clone());
    group.push(Rect {
        area: phase.rect,
        radius: 0.0,
        paint: Paint::edged(theme::PHASE, theme::hairline()),
    });
    group.items.extend(
        phase
            .lines
            .iter()
            .map(|line| Text::from_line(line, theme::INK).into()),
    );
    group.into()
}

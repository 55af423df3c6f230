//! A lane: a band with its head at the left.
use kaizu_model::{Document, Line, PlacedLane, Weight};

use crate::scene::{Group, Item, Paint, Rect, Text};
use crate::theme;

/// All bands, then all heads, with hairlines between.
pub(crate) fn draw_all(document: &Document, lanes: &[PlacedLane]) -> Vec<Item> {
    let draw = |(index, lane)| draw(document, lane, index % 2 == 1).into();
    lanes.iter().enumerate().map(draw).collect()
}

fn draw(document: &Document, lane: &PlacedLane, is_odd: bool) -> Group {
    let record = document.lane(lane.id).ok();
    let is_customer = record.is_some_and(|record| record.kind.is_customer());
    let mut group = Group::of(lane.id);
    group.title = record.map(|record| record.name.clone());
    group.push(Rect {
        area: lane.rect,
        radius: 0.0,
        paint: Paint::edged(
            if is_odd { theme::BAND } else { theme::PAPER },
            theme::hairline(),
        ),
    });
    group.push(Rect {
        area: lane.head,
        radius: 0.0,
        paint: Paint::edged(
            if is_customer {
                theme::HEAD_RESIDENT
            } else {
                theme::HEAD
            },
            theme::hairline(),
        ),
    });
    group
        .items
        .extend(lane.lines.iter().map(|line| lettered(line).into()));
    group
}

/// The name is bold; what stands below it explains.
fn lettered(line: &Line) -> Text {
    let colour = match line.weight {
        Weight::Bold => theme::INK,
        Weight::Regular => theme::SECONDARY,
    };
    Text::from_line(line, colour)
}

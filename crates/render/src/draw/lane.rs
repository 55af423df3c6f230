//! A lane: a band with its head at the left.
use kaizu_model::{Lane, Line, PlacedLane, Weight};

use crate::scene::{Group, Paint, Rect, Text};
use crate::theme;

/// Bands take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stripe {
    /// Plain.
    Even,
    /// Tinted.
    Odd,
}

impl Stripe {
    /// That of the band behind `index` others.
    pub(crate) fn of(index: usize) -> Self {
        if index.is_multiple_of(2) {
            Self::Even
        } else {
            Self::Odd
        }
    }
}

/// The band, every second one tinted, with its head and hairlines around both.
pub(crate) fn draw(record: Option<&Lane>, lane: &PlacedLane, stripe: Stripe) -> Group {
    let is_customer = record.is_some_and(|record| record.kind.is_customer());
    let mut group = Group::of(lane.id);
    group.title = record.map(|record| record.name.clone());
    group.push(Rect {
        area: lane.rect,
        radius: 0.0,
        paint: Paint::edged(
            match stripe {
                Stripe::Odd => theme::BAND,
                Stripe::Even => theme::PAPER,
            },
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

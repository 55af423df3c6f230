//! Single marks, for the tests of what tells them apart.
use kaizu_model::{Difference, Language, Level, Medium, Point, Rect};

pub(crate) use super::arrow::Shaft;
pub(crate) use super::heat::Heat;
use super::{arrow, difference, finding, heat, strip, voices};
use crate::scene::{Colour, Item};

/// The strip of a step that keeps its medium.
pub(crate) fn strip(medium: Medium, rect: Rect) -> Vec<Item> {
    strip::draw((medium, medium), rect)
}

/// The border of a step of which this becomes.
pub(crate) fn border(change: Difference, rect: Rect) -> Vec<Item> {
    difference::borders(Some(change), rect)
}

/// The flag of a finding.
pub(crate) fn flag(level: Level, language: Language, at: Point) -> Vec<Item> {
    finding::draw(level, language, at)
}

/// The counters of one voice each, of staff and of residents.
pub(crate) fn counters(area: Rect) -> [Vec<Item>; 2] {
    [voices::square("1", area), voices::round("1", area)]
}

/// The number on the ground of a step, and its colour.
pub(crate) fn heat(people: u32, at: Point) -> (Colour, Vec<Item>) {
    let heat = Heat::of(people).expect("somebody speaks about it");
    (heat.colour(), heat::badge(people, Language::Ja, at))
}

/// An arrow.
pub(crate) fn arrow(points: &[Point], shaft: Shaft) -> Vec<Item> {
    arrow::along(points, shaft)
}

//! A step: a box with its media at the left, its kind, its minutes and its name.
use kaizu_model::{Difference, Line, PlacedNode, Point, Step};

use super::heat::Ground;
use super::icon::{self, Icon};
use super::{difference, outline, remark, strip};
use crate::scene::{Colour, Group, Item, Paint, Path, Rect, Stroke, Text};
use crate::theme::{self, Strip};

/// The box, of which `change` becomes, on its ground.
pub(crate) fn draw(
    step: Option<&Step>,
    node: &PlacedNode,
    (change, ground): (Option<Difference>, Ground),
) -> Group {
    let mut group = Group::of(node.id);
    group.title = step.map(title);
    let rect = node.rect;
    group.push(Rect {
        area: rect,
        radius: theme::CORNER,
        paint: Paint::filled(ground.colour()),
    });
    group.items.extend(difference::hatch(change, rect));
    if let Some(media) = step.and_then(strip::media) {
        group.swatch = Some(Strip::of(media.1).colours().0);
        group.items.extend(strip::draw(media, rect));
    }
    group.swatch = ground.afar().or(group.swatch);
    group.items.extend(difference::borders(change, rect));
    if step.is_some_and(|step| step.note.is_some()) {
        group.push(remark::draw(rect));
    }
    let (letters, small) = (letters(change, ground), ground.letters());
    if let Some(line) = &node.kind {
        if let Some(kind) = step.and_then(|step| step.kind) {
            let corner = Point::new(
                line.at.x - theme::ICON - theme::ICON_GAP.0,
                line.at.y - theme::ICON_GAP.1,
            );
            group.push(icon::draw(Icon::Kind(kind), corner, small));
        }
        group.push(Text::from_line(line, small));
    }
    group.items.extend(
        node.minutes
            .iter()
            .map(|line| Text::from_line(line, small).into()),
    );
    group.items.extend(
        node.title
            .iter()
            .map(|line| Text::from_line(line, letters).into()),
    );
    group.items.extend(strikes(change, &node.title));
    group
}

/// What is said of the step where one points at it: all of its name, and its note.
fn title(step: &Step) -> String {
    let key = step.key.iter().map(|key| format!("{key} "));
    let note = step.note.iter().map(|note| format!(" — {note}"));
    key.chain([step.name.clone()]).chain(note).collect()
}

/// What goes is written in grey.
fn letters(change: Option<Difference>, ground: Ground) -> Colour {
    match change {
        Some(Difference::Eliminated) => ground.letters(),
        Some(Difference::Reduced | Difference::Changed | Difference::New | Difference::Same)
        | None => theme::INK,
    }
}

/// What goes is struck through.
fn strikes(change: Option<Difference>, lines: &[Line]) -> Option<Item> {
    if change != Some(Difference::Eliminated) {
        return None;
    }
    let strike = |line: &Line| {
        let y = line.at.y - line.size * 0.36;
        outline::open(&[
            Point::new(line.at.x, y),
            Point::new(line.at.x + line.width, y),
        ])
    };
    Some(Item::from(Path {
        segments: lines.iter().flat_map(strike).collect(),
        paint: Paint::line(Stroke::solid(theme::SECONDARY, 1.0)),
    }))
}

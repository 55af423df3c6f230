//! A step: a box with its medium at the left, its kind, its minutes and its name.
use kaizu_model::{Difference, PlacedNode, Point, Step};

use super::{difference, icon, outline};
use crate::scene::{Colour, Group, Item, Paint, Path, Rect, Stroke, Text};
use crate::theme::{self, Strip};

/// The box.
pub(crate) fn draw(step: Option<&Step>, node: &PlacedNode, change: Option<Difference>) -> Group {
    let mut group = Group::of(node.id);
    group.title = step.map(|step| match &step.key {
        Some(key) => format!("{key} {}", step.name),
        None => step.name.clone(),
    });
    let rect = node.rect;
    group.push(Rect {
        area: rect,
        radius: theme::CORNER,
        paint: Paint::filled(theme::PAPER),
    });
    let medium = step.and_then(|step| step.medium_out.or(step.medium_in));
    if let Some(medium) = medium {
        group.swatch = Some(Strip::of(medium).colours().0);
        group.items.extend(strip(Strip::of(medium), rect));
    }
    group.items.extend(difference::borders(change, rect));
    let letters = letters(change);
    if let Some(line) = &node.kind {
        if let Some(kind) = step.and_then(|step| step.kind) {
            let corner = Point::new(
                line.at.x - theme::ICON - theme::ICON_GAP.0,
                line.at.y - theme::ICON_GAP.1,
            );
            group.push(icon::draw(kind, corner));
        }
        group.push(Text::from_line(line, theme::SECONDARY));
    }
    group.items.extend(
        node.minutes
            .iter()
            .map(|line| Text::from_line(line, theme::SECONDARY).into()),
    );
    group.items.extend(
        node.title
            .iter()
            .map(|line| Text::from_line(line, letters).into()),
    );
    group
}

/// What goes is written in grey.
fn letters(change: Option<Difference>) -> Colour {
    match change {
        Some(Difference::Eliminated) => theme::SECONDARY,
        Some(Difference::Reduced | Difference::Changed | Difference::New | Difference::Same)
        | None => theme::INK,
    }
}

/// The strip at the left of a box or, for the legend, a small box of its own. A pattern tells media apart where
/// colours cannot.
pub(crate) fn strip(strip: Strip, rect: kaizu_model::Rect) -> Vec<Item> {
    let (ground, pattern) = strip.colours();
    let area = Path {
        segments: outline::left_strip(rect, theme::STRIP, theme::CORNER),
        paint: Paint::filled(ground),
    };
    let edge = Path {
        segments: outline::open(&[
            Point::new(rect.x + theme::STRIP, rect.y),
            Point::new(rect.x + theme::STRIP, rect.bottom()),
        ]),
        paint: Paint::line(theme::hairline()),
    };
    let mut items = vec![area.into(), edge.into()];
    let segments = texture(strip, rect);
    if !segments.is_empty() {
        items.push(Item::from(Path {
            segments,
            paint: Paint::line(Stroke::solid(pattern, 1.0).round()),
        }));
    }
    items
}

/// Dots for what a system holds, cells for a spreadsheet, waves for what is said, nothing for paper.
fn texture(strip: Strip, rect: kaizu_model::Rect) -> Vec<crate::scene::Segment> {
    let middle = rect.x + theme::STRIP / 2.0;
    let places = |gap: f64| {
        let room = rect.h - 2.0 * theme::CORNER;
        let count = (room / gap).clamp(1.0, 200.0) as u32;
        let first = rect.y + (rect.h - gap * f64::from(count.saturating_sub(1))) / 2.0;
        (0..count).map(move |index| first + gap * f64::from(index))
    };
    match strip {
        Strip::Paper => Vec::new(),
        Strip::Digital => places(theme::TEXTURE)
            .flat_map(|y| outline::circle(Point::new(middle, y), 0.4))
            .collect(),
        Strip::Excel => places(theme::TEXTURE)
            .flat_map(|y| {
                outline::open(&[
                    Point::new(rect.x + 1.5, y),
                    Point::new(rect.x + theme::STRIP - 1.5, y),
                ])
            })
            .collect(),
        Strip::Voice => places(theme::TEXTURE)
            .flat_map(|y| {
                outline::open(&[
                    Point::new(rect.x + 2.0, y - 1.5),
                    Point::new(middle, y + 1.5),
                    Point::new(rect.x + theme::STRIP - 2.0, y - 1.5),
                ])
            })
            .collect(),
        Strip::Cash => places(theme::TEXTURE)
            .flat_map(|y| outline::circle(Point::new(middle, y), 1.6))
            .collect(),
    }
}

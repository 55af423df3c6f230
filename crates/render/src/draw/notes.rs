//! The whole of every text that was cut: its number in the picture, the text itself below.
use kaizu_model::{Line, Placement, Point};

use super::lettering::Style;
use crate::scene::{Group, Text};
use crate::theme;

/// Drawn notes.
#[derive(Default)]
pub(crate) struct Notes {
    /// The numbers, over the picture.
    pub(crate) marks: Group,
    /// The notes with their heading, below it.
    pub(crate) below: Group,
    /// The height they need.
    pub(crate) height: f64,
    /// How far they reach.
    pub(crate) width: f64,
}

/// The notes of `placement` under `heading`, from `top` down. Without a heading there are none.
pub(crate) fn draw(heading: &str, placement: &Placement, top: f64) -> Notes {
    let mut notes = Notes::default();
    if heading.is_empty() || placement.notes.is_empty() {
        return notes;
    }
    let style = Style::bold(theme::LEGEND_SIZE, theme::INK);
    notes.width = style.width(heading);
    let middle = top + theme::LEGEND_SIGN.1 / 2.0;
    notes.below.push(style.starting(heading, 0.0, middle));
    let first = top + theme::LEGEND_SIGN.1 + theme::LEGEND_SIZE / 2.0;
    let mut next = first;
    for note in &placement.notes {
        notes
            .marks
            .push(Text::from_line(&note.mark, theme::SECONDARY));
        for line in &note.lines {
            let line = lowered(line, next);
            notes.width = notes.width.max(line.at.x + line.width);
            notes.below.push(Text::from_line(&line, theme::INK));
        }
        next += note.height;
    }
    notes.height = next - top + theme::MARGIN;
    notes
}

fn lowered(line: &Line, by: f64) -> Line {
    Line {
        at: Point::new(line.at.x, line.at.y + by),
        ..line.clone()
    }
}

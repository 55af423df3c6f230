//! Sheets behind the picture with the whole texts of names that were cut.
use kaizu_model::Placement;

use super::paper::Layout;
use crate::draw::{Drawing, notes};
use crate::moved::Shift;
use crate::scene::Item;

/// The placement of `drawing` once for each sheet of names, with the notes that go on it.
pub(super) fn full_names(drawing: &Drawing, layout: &Layout) -> Vec<Placement> {
    let mut sheets: Vec<Placement> = Vec::new();
    if drawing.caption.notes.is_empty() {
        return sheets;
    }
    for note in &drawing.placement.notes {
        if let Some(last) = sheets.last_mut() {
            last.notes.push(note.clone());
            if height(drawing, last, layout) <= layout.body.h {
                continue;
            }
            last.notes.pop();
        }
        sheets.push(Placement {
            notes: vec![note.clone()],
            ..Placement::default()
        });
    }
    sheets
}

/// The notes of `placement`, which holds nothing else, where the picture stands on other sheets.
pub(super) fn draw(drawing: &Drawing, placement: &Placement, layout: &Layout) -> Vec<Item> {
    let drawn = notes::draw(&drawing.caption.notes, placement, 0.0);
    let scale = scale(drawn.width, layout);
    Shift::scaled(scale, layout.body.x, layout.body.y).items(&drawn.below.items)
}

fn height(drawing: &Drawing, placement: &Placement, layout: &Layout) -> f64 {
    let drawn = notes::draw(&drawing.caption.notes, placement, 0.0);
    drawn.height * scale(drawn.width, layout)
}

/// Points for a pixel: those of the legend, less where a line would leave the sheet.
fn scale(width: f64, layout: &Layout) -> f64 {
    layout.paper.lettering.min(layout.body.w / width.max(1.0))
}

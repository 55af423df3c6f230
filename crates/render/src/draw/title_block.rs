//! The title block (表題欄): a row of cells, each with a small label over what it says.
use kaizu_model::Rect;

use super::lettering::Style;
use crate::scene::{self, Group, Paint, Stroke};
use crate::theme;

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The name of the work: large.
    Name,
    /// Whatever else is to be known.
    #[default]
    Plain,
    /// The warning that figures are only examples.
    Example,
}

/// A cell of the title block. One that says nothing is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub value: String,
    /// How it looks.
    pub look: Look,
}

/// A drawn block.
pub(crate) struct Block {
    /// Its items.
    pub(crate) group: Group,
    /// How wide it is.
    pub(crate) width: f64,
    /// How high it is.
    pub(crate) height: f64,
}

/// How wide a block may become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Breadth {
    /// As wide as its words.
    Own,
    /// Exactly so wide: the name takes what the others leave.
    Filled(f64),
}

/// The block with its upper left corner at the origin.
pub(crate) fn draw(cells: &[Cell], breadth: Breadth) -> Block {
    let shown: Vec<&Cell> = cells.iter().filter(|it| !it.value.is_empty()).collect();
    let mut group = Group::default();
    let (mut width, mut height): (f64, f64) = (0.0, 0.0);
    for row in rows(&shown, breadth) {
        let widths = widths(&row, breadth);
        let mut x = 0.0;
        for (cell, wide) in row.iter().zip(&widths) {
            let area = Rect::new(x, height, *wide, theme::BLOCK_HEIGHT);
            cell.draw(area, &mut group);
            x += wide;
        }
        width = width.max(x);
        height += theme::BLOCK_HEIGHT;
    }
    Block {
        group,
        width,
        height,
    }
}

/// The cells in rows that are no wider than the block.
fn rows<'a>(cells: &[&'a Cell], breadth: Breadth) -> Vec<Vec<&'a Cell>> {
    let Breadth::Filled(room) = breadth else {
        return if cells.is_empty() {
            Vec::new()
        } else {
            vec![cells.to_vec()]
        };
    };
    let mut rows: Vec<Vec<&Cell>> = Vec::new();
    let mut taken = 0.0;
    for cell in cells {
        let wide = cell.width();
        match rows.last_mut() {
            Some(row) if taken + wide <= room => row.push(cell),
            _ => {
                rows.push(vec![cell]);
                taken = 0.0;
            }
        }
        taken += wide;
    }
    rows
}

/// How wide each cell of a row becomes: what is left over goes to the first, which is the name.
fn widths(row: &[&Cell], breadth: Breadth) -> Vec<f64> {
    let mut widths: Vec<f64> = row.iter().map(|cell| cell.width()).collect();
    if let (Breadth::Filled(room), [first, rest @ ..]) = (breadth, widths.as_mut_slice()) {
        *first = room - rest.iter().sum::<f64>();
    }
    widths
}

impl Cell {
    fn style(&self) -> Style {
        match self.look {
            Look::Name => Style::bold(theme::TITLE_SIZE, theme::INK),
            Look::Plain => Style::regular(theme::SUB_SIZE, theme::INK),
            Look::Example => Style::bold(theme::SUB_SIZE, theme::EXAMPLE),
        }
    }

    /// The width it wants.
    fn width(&self) -> f64 {
        let value = self.style().width(&self.value);
        value.max(label().width(&self.label)) + 2.0 * theme::BLOCK_PADDING
    }

    fn draw(&self, area: Rect, group: &mut Group) {
        let ground = match self.look {
            Look::Name | Look::Plain => theme::PAPER,
            Look::Example => theme::EXAMPLE_GROUND,
        };
        group.push(scene::Rect {
            area,
            radius: 0.0,
            paint: Paint::edged(ground, Stroke::solid(theme::BORDER, 1.0)),
        });
        let left = area.x + theme::BLOCK_PADDING;
        let room = area.w - 2.0 * theme::BLOCK_PADDING;
        let label_at = area.y + theme::BLOCK_HEIGHT * 0.29;
        let value_at = area.y + theme::BLOCK_HEIGHT * 0.69;
        for (style, text, middle) in [
            (label(), &self.label, label_at),
            (self.style(), &self.value, value_at),
        ] {
            if !text.is_empty() {
                group.push(fitted(style, text, room).starting(text, left, middle));
            }
        }
    }
}

fn label() -> Style {
    Style::regular(theme::BLOCK_LABEL, theme::SECONDARY)
}

/// The same letters, smaller where the text would not fit into `room`.
fn fitted(style: Style, text: &str, room: f64) -> Style {
    style.smaller((room / style.width(text)).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(value: &str, look: Look) -> Cell {
        Cell {
            label: "x".into(),
            value: value.into(),
            look,
        }
    }

    #[test]
    fn what_is_empty_is_left_out_and_the_name_fills_the_row() {
        let cells = [
            cell("転入届", Look::Name),
            cell("", Look::Plain),
            cell("現状", Look::Plain),
        ];
        let block = draw(&cells, Breadth::Filled(600.0));
        assert!((block.width - 600.0).abs() < 1e-9);
        assert_eq!(block.group.items.len(), 2 * 3);
        assert!(draw(&cells, Breadth::Own).width < 300.0);
        assert!(draw(&[], Breadth::Own).height < 1e-9);
    }

    #[test]
    fn a_long_name_takes_a_row_of_its_own_and_smaller_letters() {
        let cells = [
            cell(&"業務".repeat(40), Look::Name),
            cell("現状", Look::Plain),
        ];
        let block = draw(&cells, Breadth::Filled(400.0));
        assert!((block.height - 2.0 * theme::BLOCK_HEIGHT).abs() < 1e-9);
        for item in &block.group.items {
            let area = crate::bounds::bounds(item).unwrap();
            assert!(area.right() <= 403.0, "{area:?}");
        }
    }
}

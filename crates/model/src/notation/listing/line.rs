//! The rows of a table as they are meant: merged cells filled, units written out, what says nothing empty.
use super::{Listing, Unread};
use crate::Column;
use crate::notation::cell_line::{in_units, on_one_line};
use crate::notation::{Expected, quote};

/// A row that names a step.
pub(super) struct Line {
    /// Which row, from 0.
    pub(super) row: usize,
    /// How the draft calls it: `#1` for the first.
    pub(super) key: Vec<char>,
    pub(super) name: Vec<char>,
    /// Who does it, as the notation writes a name.
    pub(super) lane: Vec<char>,
    /// The phase it is in, likewise; empty where it is in none.
    pub(super) phase: Vec<char>,
    pub(super) number: String,
    pub(super) next: String,
    /// What else is said.
    pub(super) cells: Vec<(Column, Vec<char>)>,
}

/// What a row passes on to the next.
#[derive(Default)]
struct Above {
    lane: String,
    phase: String,
    /// By column.
    cells: Vec<String>,
}

/// The rows that name a step, and what stands in rows that name none.
pub(super) fn lines(listing: &Listing) -> (Vec<Line>, Vec<Unread>) {
    let nobody = Column::Lane.word(listing.language);
    let lane = match listing.lane.trim() {
        "" => nobody,
        lane => lane,
    };
    let mut above = Above {
        lane: lane.to_owned(),
        ..Above::default()
    };
    let (mut lines, mut unread) = (Vec::new(), Vec::new());
    for (row, cells) in listing.rows.iter().enumerate() {
        let said = said(listing, cells, &mut above);
        let of = |column: Column| {
            let mut found = said.iter().filter(|(it, _)| *it == column);
            found.find(|(_, text)| !text.is_empty()).map(|(_, it)| it)
        };
        if let Some(lane) = of(Column::Lane) {
            above.lane.clone_from(lane);
        }
        if let Some(phase) = of(Column::Phase) {
            above.phase.clone_from(phase);
        }
        let rest = said
            .iter()
            .filter(|(column, text)| is_rest(*column) && !text.is_empty());
        let Some(name) = of(Column::Name) else {
            unread.extend(rest.map(|(column, text)| Unread {
                row,
                column: *column,
                found: text.clone(),
                expected: Expected::StepName,
                is_kept: false,
            }));
            continue;
        };
        lines.push(Line {
            row,
            key: format!("#{}", lines.len() + 1).chars().collect(),
            name: name.chars().collect(),
            lane: quoted(&above.lane),
            phase: quoted(&above.phase),
            number: of(Column::Number).cloned().unwrap_or_default(),
            next: of(Column::Next).cloned().unwrap_or_default(),
            cells: rest
                .filter(|(column, _)| *column != Column::Next)
                .map(|(column, text)| (*column, text.chars().collect()))
                .collect(),
        });
    }
    (lines, unread)
}

/// Whether a column says more than who does what where in the list.
fn is_rest(column: Column) -> bool {
    !matches!(
        column,
        Column::Number | Column::Name | Column::Lane | Column::Phase
    )
}

fn quoted(name: &str) -> Vec<char> {
    if name.is_empty() {
        return Vec::new();
    }
    quote::quoted(name).chars().collect()
}

/// What each column that is about something says in a row.
fn said(listing: &Listing, cells: &[String], above: &mut Above) -> Vec<(Column, String)> {
    above.cells.resize(listing.headings.len(), String::new());
    let mut said = Vec::new();
    let all = listing.headings.iter().zip(&mut above.cells).zip(cells);
    for ((heading, above), cell) in all {
        let Some(column) = heading.column else {
            continue;
        };
        let mut text = on_one_line(column, cell);
        if is_ditto(&text) {
            text.clone_from(above);
        } else if is_nothing(column, &text) {
            text.clear();
        }
        above.clone_from(&text);
        said.push((column, in_units(column, heading.unit, text)));
    }
    said
}

/// Whether a cell says that it is as the one above.
fn is_ditto(text: &str) -> bool {
    matches!(text, "〃" | "″" | "\"" | "同上" | "々" | "ditto" | "Ditto")
}

/// Whether a cell says that there is nothing to say. Under 次 that is the end.
fn is_nothing(column: Column, text: &str) -> bool {
    let is_stroke = |c: char| "-‐‑–—―ーｰ－−…./／".contains(c);
    let is_free = matches!(column, Column::Name | Column::Next);
    !is_free && text.chars().all(is_stroke)
}

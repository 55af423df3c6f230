//! Notes: the whole of every text that was cut, to stand under the picture.
use std::collections::BTreeMap;

use kaizu_model::{Language, Line, PlacedNote, Placement, Point, RecordId, Weight, Wording};

use crate::flow::Chart;
use crate::pill;
use crate::text::Style;

/// The widest line of a note: what can be read without losing the line.
const WIDTH: f64 = 640.0;
/// From the left edge to the text: room for its number.
const INDENT: f64 = 34.0;
/// Between two notes.
const GAP: f64 = 4.0;
/// How far a number stands above the baseline of the text that was cut.
const RISE: f64 = 3.0;
/// Between … and the number.
const AIR: f64 = 1.0;

const TEXT: Style = Style::new(12.0, Weight::Regular);
/// A number that is raised, as footnotes have them, is smaller than letters that are read.
const NUMBER: Style = Style::new(9.0, Weight::Regular);

/// The placement with a note for every text that was cut.
pub(crate) fn noted(mut placement: Placement, chart: &Chart, wording: &Wording) -> Placement {
    let cut = cut(&placement);
    if cut.is_empty() {
        return placement;
    }
    let names = names(chart);
    for (number, (id, line)) in (1..).zip(cut) {
        let number = match wording.language {
            Language::Ja => format!("※{number}"),
            Language::En => format!("*{number}"),
        };
        let whole = TEXT.broken(names.get(&id).map_or("", String::as_str), WIDTH, usize::MAX);
        let mut lines = TEXT.ranged(&TEXT.cut(&number, f64::INFINITY), 0.0, 0.0);
        lines.extend(TEXT.ranged(&whole, INDENT, 0.0));
        let at = Point::new(line.at.x + line.width + AIR, line.at.y - RISE);
        placement.notes.push(PlacedNote {
            id,
            mark: NUMBER.line(number, at),
            lines,
            height: TEXT.height(whole.len().max(1)) + GAP,
        });
    }
    placement
}

/// Everything that was cut, with its last line, from the top left on.
fn cut(placement: &Placement) -> Vec<(RecordId, Line)> {
    let phases = placement.phases.iter().map(|it| (it.id.into(), &it.lines));
    let lanes = placement.lanes.iter().map(|it| (it.id.into(), &it.lines));
    let nodes = placement.nodes.iter().map(|it| (it.id.into(), &it.title));
    let labels = placement
        .edges
        .iter()
        .filter_map(|it| Some((it.id.into(), &it.label.as_ref()?.lines)));
    let all = phases.chain(lanes).chain(nodes).chain(labels);
    let line = |(id, lines): (RecordId, &Vec<Line>)| {
        let line = lines.iter().find(|line| line.is_cut)?;
        Some((id, line.clone()))
    };
    all.filter_map(line).collect()
}

/// The whole texts.
fn names(chart: &Chart) -> BTreeMap<RecordId, String> {
    let lanes = chart
        .lanes
        .iter()
        .map(|(id, it)| ((*id).into(), it.name.clone()));
    let phases = chart
        .phases
        .iter()
        .map(|(id, it)| ((*id).into(), it.name.clone()));
    let nodes = chart
        .stops
        .iter()
        .map(|it| (it.node.id.into(), it.node.name.to_owned()));
    let labels = chart
        .ways
        .iter()
        .filter_map(|it| Some((it.id.into(), pill::label_text(it)?)));
    lanes.chain(phases).chain(nodes).chain(labels).collect()
}

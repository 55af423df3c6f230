//! Heads of lanes and headings of phases.
use std::sync::Arc;

use kaizu_model::{PhaseId, PlacedLane, PlacedPhase, Rect, Weight, Wording};

use crate::flow::Chart;
use crate::frame::{Frame, PHASES};
use crate::rank::Columns;
use crate::text::{Broken, Style};

/// The least width of the heads.
const LEAST: f64 = 84.0;
/// The greatest width of the heads: a longer word is torn.
const MOST: f64 = 112.0;
/// Heads grow by a letter.
const GROWTH: f64 = 14.0;
/// The most lines of a name; what is longer is cut.
const LINES: usize = 5;
/// Left and right of the name in a head.
const MARGIN: f64 = 6.0;
/// Above and below the text of a head.
const AIR: f64 = 10.0;

const NAME: Style = Style::new(12.0, Weight::Bold);
const PEOPLE: Style = Style::new(12.0, Weight::Regular);
const PHASE: Style = Style::new(12.0, Weight::Regular);

/// What stands in the head of a lane.
#[derive(Debug, PartialEq)]
pub(crate) struct Head {
    /// The least height of the lane.
    pub height: f64,
    name: Arc<Broken>,
    people: Arc<Broken>,
}

/// The heads of all lanes, one as wide as the other.
#[derive(Debug, PartialEq)]
pub(crate) struct Heads {
    /// As wide as the longest word of a name needs.
    pub width: f64,
    /// From top to bottom; a bare one where a flow has none.
    pub each: Vec<Head>,
}

/// The heads of all lanes.
pub(crate) fn heads(chart: &Chart, wording: &Wording) -> Heads {
    let names = chart.lanes.iter().map(|(_, lane)| &lane.name);
    let words = names.map(|name| NAME.widest_word(name) + 2.0 * MARGIN);
    let needed = words.fold(LEAST, f64::max).min(MOST);
    let outer = LEAST + GROWTH * ((needed - LEAST) / GROWTH).ceil();
    let width = outer - 2.0 * MARGIN;
    let head = |(_, lane): &(_, &kaizu_model::Lane)| {
        let name = NAME.broken(&lane.name, width, LINES);
        let people = lane
            .headcount
            .map(|people| Wording::fill(&wording.people, people.get()));
        let people = people.map_or_else(Arc::default, |it| PEOPLE.broken(&it, width, 1));
        let height = NAME.height(name.len()) + PEOPLE.height(people.len()) + 2.0 * AIR;
        Head {
            height,
            name,
            people,
        }
    };
    let mut each: Vec<Head> = chart.lanes.iter().map(head).collect();
    if each.is_empty() {
        each.push(Head {
            height: 0.0,
            name: Arc::default(),
            people: Arc::default(),
        });
    }
    Heads { width: outer, each }
}

/// The lanes as bands as wide as the picture.
pub(crate) fn lanes(chart: &Chart, frame: &Frame, heads: &Heads) -> Vec<PlacedLane> {
    let width = frame.size().w;
    let place =
        |((lane, head), (top, bottom)): ((&(kaizu_model::LaneId, _), &Head), &(f64, f64))| {
            let text = NAME.height(head.name.len()) + PEOPLE.height(head.people.len());
            let first = (top + bottom - text) / 2.0;
            let second = first + NAME.height(head.name.len());
            let mut lines = NAME.centred(&head.name, heads.width / 2.0, first);
            lines.extend(PEOPLE.centred(&head.people, heads.width / 2.0, second));
            PlacedLane {
                id: lane.0,
                rect: Rect::new(0.0, *top, width, bottom - top),
                head: Rect::new(0.0, *top, heads.width, bottom - top),
                lines,
            }
        };
    chart
        .lanes
        .iter()
        .zip(&heads.each)
        .zip(&frame.lanes)
        .map(place)
        .collect()
}

/// What stands at the top of a phase.
#[derive(Debug, PartialEq)]
pub(crate) struct Heading {
    id: PhaseId,
    name: String,
}

/// The headings of all phases.
pub(crate) fn headings(chart: &Chart) -> Vec<Heading> {
    let phases = chart.phases.iter();
    phases
        .map(|(id, phase)| Heading {
            id: *id,
            name: phase.name.clone(),
        })
        .collect()
}

/// How high the band of phases is: one line, and a line more for each that a heading needs.
pub(crate) fn band(headings: &[Heading], columns: &Columns, frame: &Frame) -> f64 {
    let placed = phases(headings, columns, frame);
    let n_lines = placed.iter().map(|it| it.lines.len()).max();
    n_lines.map_or(0.0, |n| PHASES + PHASE.height(n.saturating_sub(1)))
}

/// The phases as headings along the top.
pub(crate) fn phases(headings: &[Heading], columns: &Columns, frame: &Frame) -> Vec<PlacedPhase> {
    let width = frame.size().w;
    let height = frame.lanes.first().map_or(PHASES, |lane| lane.0);
    // Headings meet in the middle of the channel between them.
    let border = |column: usize| {
        if column == 0 {
            frame.head
        } else if column >= columns.n {
            width
        } else {
            frame
                .x_room
                .get(2 * column)
                .map_or(width, |(left, right)| (left + right) / 2.0)
        }
    };
    let place = |(heading, (first, end)): (&Heading, &(usize, usize))| {
        let (left, right) = (border(*first), border(*end));
        let rect = Rect::new(left, 0.0, right - left, height);
        let name = PHASE.broken(&heading.name, rect.w - 2.0 * AIR, LINES);
        let top = (height - PHASE.height(name.len())) / 2.0;
        PlacedPhase {
            id: heading.id,
            rect,
            lines: PHASE.ranged(&name, left + AIR, top),
        }
    };
    headings.iter().zip(&columns.phases).map(place).collect()
}

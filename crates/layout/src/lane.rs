//! Heads of lanes and headings of phases.
use kaizu_model::{PlacedLane, PlacedPhase, Rect, Weight, Wording};

use crate::flow::Chart;
use crate::frame::{Frame, PHASES};
use crate::rank::Columns;
use crate::text::Style;

/// The width of a lane's head.
pub(crate) const HEAD: f64 = 84.0;
/// Left and right of the name in a head.
const MARGIN: f64 = 6.0;
/// Above and below the text of a head.
const AIR: f64 = 10.0;

const NAME: Style = Style::new(12.0, Weight::Bold);
const PEOPLE: Style = Style::new(11.0, Weight::Regular);
const PHASE: Style = Style::new(12.0, Weight::Regular);

/// What stands in the head of a lane.
pub(crate) struct Head {
    /// The least height of the lane.
    pub height: f64,
    name: Vec<String>,
    people: Vec<String>,
}

/// The heads of all lanes; a bare one where a flow has none.
pub(crate) fn heads(chart: &Chart, wording: &Wording) -> Vec<Head> {
    let width = HEAD - 2.0 * MARGIN;
    let head = |(_, lane): &(_, &kaizu_model::Lane)| {
        let name = NAME.broken(&lane.name, width);
        let people = lane.headcount.map_or_else(
            || wording.no_people.clone(),
            |people| Wording::fill(&wording.people, people.get()),
        );
        let people = PEOPLE.broken_into(&people, width, 1);
        let height = NAME.height(name.len()) + PEOPLE.height(people.len()) + 2.0 * AIR;
        Head {
            height,
            name,
            people,
        }
    };
    let mut heads: Vec<Head> = chart.lanes.iter().map(head).collect();
    if heads.is_empty() {
        heads.push(Head {
            height: 0.0,
            name: Vec::new(),
            people: Vec::new(),
        });
    }
    heads
}

/// The lanes as bands of `width`.
pub(crate) fn lanes(chart: &Chart, frame: &Frame, heads: &[Head], width: f64) -> Vec<PlacedLane> {
    let place =
        |((lane, head), (top, bottom)): ((&(kaizu_model::LaneId, _), &Head), &(f64, f64))| {
            let text = NAME.height(head.name.len()) + PEOPLE.height(head.people.len());
            let first = (top + bottom - text) / 2.0;
            let second = first + NAME.height(head.name.len());
            let mut lines = NAME.centred(&head.name, HEAD / 2.0, first);
            lines.extend(PEOPLE.centred(&head.people, HEAD / 2.0, second));
            PlacedLane {
                id: lane.0,
                rect: Rect::new(0.0, *top, width, bottom - top),
                head: Rect::new(0.0, *top, HEAD, bottom - top),
                lines,
            }
        };
    chart
        .lanes
        .iter()
        .zip(heads)
        .zip(&frame.lanes)
        .map(place)
        .collect()
}

/// The phases as headings along the top.
pub(crate) fn phases(
    chart: &Chart,
    columns: &Columns,
    frame: &Frame,
    width: f64,
) -> Vec<PlacedPhase> {
    // Headings meet in the middle of the channel between them.
    let border = |column: usize| {
        if column == 0 {
            HEAD
        } else if column >= columns.n {
            width
        } else {
            frame
                .x_room
                .get(2 * column)
                .map_or(width, |(left, right)| (left + right) / 2.0)
        }
    };
    let place = |((id, phase), (first, end)): (&(_, &kaizu_model::Phase), &(usize, usize))| {
        let (left, right) = (border(*first), border(*end));
        let rect = Rect::new(left, 0.0, right - left, PHASES);
        let name = PHASE.broken_into(&phase.name, rect.w - 2.0 * AIR, 1);
        let top = (PHASES - PHASE.height(name.len())) / 2.0;
        PlacedPhase {
            id: *id,
            rect,
            lines: PHASE.ranged(&name, left + AIR, top),
        }
    };
    chart
        .phases
        .iter()
        .zip(&columns.phases)
        .map(place)
        .collect()
}

//! One part of a picture between its cuts: heads and headings repeated, arrows with the circles in which they break off.
use std::collections::BTreeSet;

use kaizu_model::{EdgeId, PlacedPhase, Point, RecordId, Rect};

use super::cuts::{Extent, SLANT, STUB};
use super::fan::fan;
use super::pieces::{End, Piece, Place, Port, Side};
use super::plan::Plan;
use super::survey::{Ground, Survey, Whole};
use crate::draw::arrow::{self, Shaft};
use crate::draw::{connector, lane, phase};
use crate::moved::Shift;
use crate::scene::{Group, Item};

/// White space between a heading's border and its name.
const HEADING: f64 = 8.0;
/// Less of a phase than this holds nothing that stands in it.
const SLIVER: f64 = 48.0;

/// A part that is drawn, with its upper left corner at the origin.
#[derive(Default)]
pub(super) struct Part {
    /// What is painted.
    pub(super) items: Vec<Item>,
    /// The records of which something whole is to be seen.
    pub(super) wholes: BTreeSet<RecordId>,
    /// The riders of each arrow: where they are in the picture.
    pub(super) riders: Vec<(RecordId, Rect)>,
    /// The arrows of which something is to be seen.
    pub(super) arrows: BTreeSet<EdgeId>,
    /// Whether arrows break off.
    pub(super) has_connectors: bool,
}

/// What the parts of one picture have in common.
pub(super) struct Parts<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) plan: &'a Plan,
    pub(super) pieces: &'a [Piece],
    /// How wide each is drawn.
    pub(super) width: f64,
}

/// The part of the picture in which something that stays whole lies.
pub(super) fn home(whole: &Whole, plan: &Plan) -> Place {
    let column = plan.column(whole.anchor.x);
    let y = plan.columns[column].fold.y(whole.anchor.y);
    (column, plan.row(column, y))
}

impl Parts<'_> {
    /// The part at `place`.
    pub(super) fn part(&self, place: Place) -> Part {
        let (column, row) = self.extents(place);
        let body = self.survey.body;
        let shift = Shift::by(
            body.x + column.before() - column.from,
            body.y + row.before() - row.from,
        );
        let mut part = Part::default();
        self.lanes(place, shift, &mut part);
        self.phases(column, &mut part);
        self.arrows(place, shift, &mut part);
        for whole in &self.survey.wholes {
            self.whole(whole, place, shift, &mut part);
        }
        part
    }

    fn extents(&self, place: Place) -> (&Extent, &Extent) {
        let column = &self.plan.columns[place.0];
        (&column.extent, &column.rows.parts[place.1])
    }

    fn lanes(&self, place: Place, shift: Shift, drawn: &mut Part) {
        let drawing = self.survey.drawing;
        let lanes = &drawing.placement.lanes;
        for kept in self.plan.columns[place.0].fold.kept() {
            let lane = &lanes[kept.index];
            if self.plan.row(place.0, kept.at) != place.1 {
                continue;
            }
            let record = drawing.document.lane(lane.id).ok();
            let group = lane::draw(record, lane, lane::Stripe::of(kept.index));
            let top = shift.by.y + kept.at;
            let middle = Shift::by(0.0, top + kept.height() / 2.0 - lane.rect.centre().y);
            let painted = group.items.iter().map(|item| match item {
                Item::Rect(rect) => {
                    let mut rect = rect.clone();
                    // The band is as wide as the part; its head stays as it is.
                    if rect.area == lane.rect {
                        rect.area.w = self.width;
                    }
                    (rect.area.y, rect.area.h) = (top, kept.height());
                    rect.into()
                }
                Item::Group(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => {
                    middle.item(item)
                }
            });
            let band = Group {
                items: painted.collect(),
                ..group.clone()
            };
            drawn.items.push(band.into());
            drawn.wholes.insert(lane.id.into());
        }
    }

    fn phases(&self, column: &Extent, drawn: &mut Part) {
        let left = self.survey.body.x;
        let along = |x: f64| left + column.before() + x - column.from;
        let placed = self.survey.drawing.placement.phases.iter();
        let here = placed.filter_map(|it| {
            let from = it.rect.x.max(column.from);
            let to = it.rect.right().min(column.to);
            let is_whole = column.from <= it.rect.x && it.rect.right() <= column.to;
            // Of a phase whose last or first bit of white space comes along there is nothing to name.
            (to - from > 1.0 && (is_whole || to - from > SLIVER)).then_some((from, it))
        });
        let here: Vec<(f64, &PlacedPhase)> = here.collect();
        for (n, (from, placed)) in here.iter().enumerate() {
            let begin = if n == 0 { left } else { along(*from) };
            let end = here.get(n + 1).map_or(self.width, |(next, _)| along(*next));
            let widest = placed.lines.iter().map(|it| it.width).fold(0.0, f64::max);
            let scale = ((end - begin - 2.0 * HEADING) / widest).clamp(0.0, 1.0);
            let lines = placed.lines.iter().map(|line| {
                let mut line = line.clone();
                line.at.x = begin + (line.at.x - placed.rect.x) * scale;
                (line.size, line.width) = (line.size * scale, line.width * scale);
                line
            });
            let heading = PlacedPhase {
                rect: Rect::new(begin, placed.rect.y, end - begin, placed.rect.h),
                lines: lines.collect(),
                ..(*placed).clone()
            };
            let document = self.survey.drawing.document;
            let record = document.phase(placed.id).ok();
            drawn.items.push(phase::draw(record, &heading));
            drawn.wholes.insert(placed.id.into());
        }
    }

    fn whole(&self, whole: &Whole, place: Place, shift: Shift, drawn: &mut Part) {
        let fold = &self.plan.columns[place.0].fold;
        let folded = Shift::by(0.0, shift.by.y + fold.y(whole.anchor.y) - whole.anchor.y);
        let shift = match whole.ground() {
            // What lies on the head of a lane is repeated with it.
            Ground::Head if drawn.wholes.contains(&whole.atom.id) => folded,
            Ground::Heading if (home(whole, self.plan).0, 0) == place => Shift::by(shift.by.x, 0.0),
            Ground::Inside if home(whole, self.plan) == place => Shift::by(shift.by.x, folded.by.y),
            Ground::Head | Ground::Heading | Ground::Inside => return,
        };
        drawn.items.push(shift.item(&whole.atom.item));
        drawn.wholes.insert(whole.atom.id);
        drawn.riders.push((whole.atom.id, whole.area));
    }

    fn arrows(&self, place: Place, shift: Shift, drawn: &mut Part) {
        let edges = &self.survey.drawing.placement.edges;
        let mut circles = Vec::new();
        for (n, piece) in self.pieces.iter().enumerate() {
            if piece.place != place {
                continue;
            }
            let edge = &edges[piece.edge];
            let mut points = piece.points.clone();
            for end in End::BOTH {
                let Some(port) = piece.at(end) else { continue };
                let (mut way, circle) = self.way(place, (n, end), port);
                match end {
                    End::Exit => points.extend(way),
                    End::Entry => {
                        way.reverse();
                        points.splice(0..0, way);
                    }
                }
                let letter = connector::letter(port.letter);
                let mut group = Group::of(edge.id);
                group.items = connector::draw(&letter, circle.0, circle.1);
                group.title = Some(letter);
                circles.push(shift.item(&group.into()));
            }
            let mut group = Group::of(edge.id);
            group.items = arrow::along(&points, Shaft::of(edge));
            drawn.items.push(shift.item(&group.into()));
            drawn.arrows.insert(edge.id);
        }
        drawn.has_connectors |= !circles.is_empty();
        drawn.items.extend(circles);
    }

    /// From the cut to the circle of a port, and the circle's middle and half its width.
    fn way(&self, place: Place, which: (usize, End), port: Port) -> (Vec<Point>, (Point, f64)) {
        let (column, row) = self.extents(place);
        let (edge, extent) = match port.side {
            Side::Left => (column.from, row),
            Side::Right => (column.reach, row),
            Side::Top => (row.from, column),
            Side::Bottom => (row.reach, column),
        };
        let ports = self.ports(place, port.side);
        let wished: Vec<f64> = ports.iter().map(|(along, ..)| *along).collect();
        let (placed, radius) = fan(&wished, extent.from, extent.to);
        let index = ports.iter().position(|it| (it.1, it.2) == which);
        let along = index.map_or(port.along, |index| placed[index]);
        let at = |out: f64, along: f64| match port.side {
            Side::Left => Point::new(edge - out, along),
            Side::Right => Point::new(edge + out, along),
            Side::Top => Point::new(along, edge - out),
            Side::Bottom => Point::new(along, edge + out),
        };
        let way = vec![
            at(0.0, port.along),
            at(SLANT, along),
            at(SLANT + STUB, along),
        ];
        (way, (at(SLANT + STUB + radius, along), radius))
    }

    /// The ports on one side of a part, in order along it: how far along, and which end of which piece.
    fn ports(&self, place: Place, side: Side) -> Vec<(f64, usize, End)> {
        let mut ports = Vec::new();
        for (n, piece) in self.pieces.iter().enumerate() {
            for end in End::BOTH {
                let port = piece.at(end).filter(|port| port.side == side);
                if let Some(port) = port.filter(|_| piece.place == place) {
                    ports.push((port.letter, (port.along, n, end)));
                }
            }
        }
        ports.sort_by(|(letter, one), (other_letter, other)| {
            one.0.total_cmp(&other.0).then(letter.cmp(other_letter))
        });
        ports.into_iter().map(|(_, port)| port).collect()
    }
}

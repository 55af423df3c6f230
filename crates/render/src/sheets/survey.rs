//! What stands where in a picture, and where it can be cut: never through a thing, across arrows where it must be.
use std::collections::BTreeMap;

use kaizu_model::{PlacedEdge, Point, RecordId, Rect};

use super::cuts::Candidate;
use crate::draw::{Atom, Drawing};

/// White space between a thing and the cut beside it: half of what layout leaves between a box and an upright arrow.
const GAP: f64 = 9.0;
/// A cut this near to a thing touches it.
const TOUCH: f64 = 4.0;
/// A cut this near to an upright arrow cannot be told from it.
const NEAR: f64 = 7.0;
/// A cut this near to the border of a phase is at that border.
const AT_BORDER: f64 = 40.0;
/// What an arrow costs that breaks off; and a cut within a phase; one along an arrow; one that a thing sticks out of.
pub(super) const COSTS: (u32, u32, u32, u32) = (2, 3, 8, 1000);

/// A thing that stays whole, with the place that says on which sheet it goes.
pub(super) struct Whole {
    /// What is painted.
    pub(super) atom: Atom,
    /// Everything that stays together with it.
    pub(super) area: Rect,
    /// The place that says where it goes.
    pub(super) anchor: Point,
}

/// On what something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// The head of a lane: goes with it.
    Head,
    /// The heading of a phase, or the whole: stays at the top.
    Heading,
    /// The inside of the picture, where it may be cut.
    Inside,
}

/// A picture as one sees it who wants to cut it.
pub(super) struct Survey<'a> {
    /// The picture.
    pub(super) drawing: &'a Drawing<'a>,
    /// What stays whole, from back to front.
    pub(super) wholes: Vec<Whole>,
    /// The picture without heads and headings.
    pub(super) body: Rect,
    /// Where it can be cut upright, from left to right: without anything sticking out; and all the same.
    pub(super) upright: (Vec<Candidate>, Vec<Candidate>),
}

impl<'a> Survey<'a> {
    /// Looks at `drawing`.
    pub(super) fn of(drawing: &'a Drawing<'a>) -> Self {
        let placement = &drawing.placement;
        let wholes = wholes(drawing);
        let lanes = &placement.lanes;
        let left = lanes.iter().map(|it| it.head.right()).fold(0.0, f64::max);
        let top = lanes.first().map_or(0.0, |it| it.rect.y);
        let inside = wholes
            .iter()
            .map(|it| it.area)
            .fold(Rect::default(), Rect::joined);
        let right = placement.size.w.max(inside.right()).max(left + 1.0);
        let bottom = placement.size.h.max(inside.bottom()).max(top + 1.0);
        let body = Rect::new(left, top, right - left, bottom - top);
        let inside = wholes.iter().filter(|it| it.ground() == Ground::Inside);
        let areas: Vec<Rect> = inside.map(|it| it.area).collect();
        Self {
            drawing,
            body,
            upright: upright(drawing, &areas),
            wholes,
        }
    }
}

impl Whole {
    /// On what it lies.
    pub(super) fn ground(&self) -> Ground {
        if matches!(self.atom.id, RecordId::Lane(_)) {
            Ground::Head
        } else if matches!(self.atom.id, RecordId::Phase(_) | RecordId::Flow(_)) {
            Ground::Heading
        } else {
            Ground::Inside
        }
    }
}

fn wholes(drawing: &Drawing) -> Vec<Whole> {
    let atoms = drawing.atoms();
    let mut nodes: BTreeMap<RecordId, (Rect, f64)> = BTreeMap::new();
    for node in &drawing.placement.nodes {
        nodes.insert(node.id.into(), (node.rect, node.rect.centre().y));
    }
    for atom in &atoms {
        if let Some((area, _)) = nodes.get_mut(&atom.id) {
            *area = area.joined(atom.area);
        }
    }
    let whole = |atom: Atom| {
        let (area, y) = nodes
            .get(&atom.id)
            .copied()
            .unwrap_or((atom.area, atom.area.y));
        Whole {
            anchor: Point::new(area.x, y),
            area,
            atom,
        }
    };
    atoms.into_iter().map(whole).collect()
}

/// Candidates beside every thing and at every border of phases.
fn upright(drawing: &Drawing, areas: &[Rect]) -> (Vec<Candidate>, Vec<Candidate>) {
    let phases = &drawing.placement.phases;
    let borders: Vec<f64> = phases.iter().skip(1).map(|it| it.rect.x).collect();
    let beside = areas
        .iter()
        .flat_map(|area| [area.x - GAP, area.right() + GAP]);
    let between = middles(areas);
    let places = beside.chain(between).chain(borders.iter().copied());
    let mut places: Vec<f64> = places.collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, last| *next - *last < 0.5);
    let (mut free, mut all) = (Vec::new(), Vec::new());
    for at in places {
        let through: Vec<&Rect> = areas
            .iter()
            .filter(|it| it.x - TOUCH < at && at < it.right() + TOUCH)
            .collect();
        let is_within =
            !borders.is_empty() && borders.iter().all(|border| (border - at).abs() > AT_BORDER);
        let candidate = Candidate {
            at,
            reach: through.iter().map(|it| it.right()).fold(at, f64::max),
            cost: crossing(&drawing.placement.edges, at)
                + if is_within { COSTS.1 } else { 0 }
                + through.len() as u32 * COSTS.3,
        };
        if through.is_empty() {
            free.push(candidate);
        }
        all.push(candidate);
    }
    (free, all)
}

/// The middles of the gaps between things, from left to right: where little room is, it is there.
fn middles(areas: &[Rect]) -> Vec<f64> {
    let mut areas: Vec<&Rect> = areas.iter().collect();
    areas.sort_by(|one, two| one.x.total_cmp(&two.x));
    let mut right = f64::NEG_INFINITY;
    let mut middles = Vec::new();
    for area in areas {
        if right.is_finite() && area.x > right {
            middles.push(f64::midpoint(right, area.x));
        }
        right = right.max(area.right());
    }
    middles
}

/// What it costs to cut arrows at `x`.
fn crossing(edges: &[PlacedEdge], x: f64) -> u32 {
    let segments = edges.iter().flat_map(|edge| edge.points.windows(2));
    let cost = |pair: &[Point]| {
        let (low, high) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
        if high - low < 1.0 {
            if (x - low).abs() < NEAR { COSTS.2 } else { 0 }
        } else if low < x && x < high {
            COSTS.0
        } else {
            0
        }
    };
    segments.map(cost).sum()
}

//! Draws a placed flow, back to front: one file per record or mark.
pub(crate) mod arrow;
mod badge;
pub(crate) mod caption;
pub(crate) mod connector;
mod difference;
mod drawing;
mod event;
mod finding;
#[cfg(test)]
pub(crate) mod forms;
mod gateway;
mod icon;
pub(crate) mod lane;
pub(crate) mod legend;
pub(crate) mod lettering;
pub(crate) mod notes;
mod outline;
pub(crate) mod phase;
mod pictogram;
mod pill;
mod sign;
mod step;
mod strip;
pub(crate) mod title_block;
mod voices;

use std::collections::BTreeMap;

use kaizu_model::{
    Difference, Document, FlowId, Language, Mark, MarkKind, NodeId, PlacedNode, Placement, Point,
    RecordId, Rect,
};

pub use caption::{Caption, draw_legend};
pub(crate) use drawing::Atom;
pub use drawing::Drawing;
pub use legend::Legend;
pub use title_block::{Cell, Look};

use crate::scene::{Group, Item, Scene};
use crate::theme;

/// The picture of `flow` where `placement` puts it, with `marks` over it and `caption` around it.
pub fn draw(
    document: &Document,
    flow: FlowId,
    placement: &Placement,
    marks: &[Mark],
    caption: &Caption,
) -> Scene {
    let marked = Marked::of(marks);
    let mut items: Vec<Item> = Vec::new();
    items.extend(lane::draw_all(document, &placement.lanes));
    let phases = placement.phases.iter();
    items.extend(phases.map(|phase| phase::draw(document, phase)));
    items.extend(placement.edges.iter().map(arrow::draw));
    for node in &placement.nodes {
        items.push(draw_node(document, node, marked.difference(node.id.into())).into());
    }
    items.extend(
        placement
            .edges
            .iter()
            .filter_map(|edge| pill::draw(document, edge, caption.language)),
    );
    for (record, spot) in spots(flow, placement) {
        items.extend(draw_marks(&marked, record, spot, caption.language));
    }
    let (frame, around) = caption::draw(caption, document, placement, marks);
    items.extend(around);
    Scene {
        frame,
        title: caption.title.clone(),
        language: caption.language,
        items,
    }
}

fn draw_node(document: &Document, node: &PlacedNode, difference: Option<Difference>) -> Group {
    match node.id {
        NodeId::Step(id) => step::draw(document.step(id).ok(), node, difference),
        NodeId::Gateway(id) => gateway::draw(document.gateway(id).ok(), node, difference),
        NodeId::Event(id) => event::draw(document.event(id).ok(), node, difference),
    }
}

/// Everything that marks can lie on, with its place.
fn spots(flow: FlowId, placement: &Placement) -> Vec<(RecordId, Spot)> {
    let lanes = placement
        .lanes
        .iter()
        .map(|it| (it.id.into(), Spot::Box(it.head)));
    let phases = placement
        .phases
        .iter()
        .map(|it| (it.id.into(), Spot::Box(it.rect)));
    let edges = placement
        .edges
        .iter()
        .filter_map(|it| Some((it.id.into(), Spot::Box(arrow::middle(it)?))));
    let nodes = placement.nodes.iter().map(|it| match it.id {
        NodeId::Step(id) => (id.into(), Spot::Box(it.rect)),
        NodeId::Gateway(id) => (id.into(), Spot::Sign(it.rect)),
        NodeId::Event(id) => (id.into(), Spot::Sign(it.rect)),
    });
    let whole = Rect::new(0.0, 0.0, placement.size.w, placement.size.h);
    let whole = std::iter::once((flow.into(), Spot::Box(whole)));
    whole
        .chain(lanes)
        .chain(phases)
        .chain(edges)
        .chain(nodes)
        .collect()
}

/// The marks over one record: flag and badge along the upper left, counters below.
fn draw_marks(marked: &Marked, record: RecordId, spot: Spot, language: Language) -> Option<Item> {
    let finding = marked.finding(record);
    let difference = marked.difference(record);
    let flag = finding.map_or(0.0, |level| finding::width(level, language));
    let badge = difference.map_or(0.0, |difference| difference::width(difference, language));
    let at = spot.upper_left(flag + badge);
    let mut group = Group::of(record);
    if let Some(level) = finding {
        group.items.extend(finding::draw(level, language, at));
    }
    if let Some(difference) = difference {
        let at = Point::new(at.x + flag, at.y);
        group
            .items
            .extend(difference::badge(difference, language, at));
    }
    let voices = voices::Voices::of(marked.voices(record));
    group.items.extend(voices.draw(spot.counters()));
    (!group.items.is_empty()).then(|| group.into())
}

/// A place for marks.
#[derive(Clone, Copy)]
enum Spot {
    /// A box: marks sit on its corners.
    Box(Rect),
    /// A diamond or circle: marks sit before it, above and below the arrow that comes in.
    Sign(Rect),
}

impl Spot {
    /// The upper left corner for a row of marks of this `width`.
    fn upper_left(self, width: f64) -> Point {
        match self {
            Self::Box(rect) => Point::new(
                rect.x - theme::OVERHANG,
                rect.y - theme::BADGE + theme::OVERHANG,
            ),
            Self::Sign(rect) => Point::new(
                rect.centre().x - theme::OVERHANG - width,
                rect.centre().y - theme::BADGE - theme::OVERHANG,
            ),
        }
    }

    /// The upper right corner for a row of counters.
    fn counters(self) -> Point {
        match self {
            Self::Box(rect) => Point::new(
                rect.right() + theme::OVERHANG,
                rect.bottom() - theme::COUNTER * 0.4,
            ),
            Self::Sign(rect) => Point::new(rect.x, rect.centre().y + theme::OVERHANG),
        }
    }
}

/// The marks of a picture, by record.
struct Marked(BTreeMap<RecordId, Vec<MarkKind>>);

impl Marked {
    fn of(marks: &[Mark]) -> Self {
        let mut over: BTreeMap<RecordId, Vec<MarkKind>> = BTreeMap::new();
        for mark in marks {
            over.entry(mark.at).or_default().push(mark.kind);
        }
        Self(over)
    }

    fn over(&self, record: RecordId) -> impl Iterator<Item = MarkKind> {
        self.0.get(&record).into_iter().flatten().copied()
    }

    /// The gravest finding there.
    fn finding(&self, record: RecordId) -> Option<kaizu_model::Level> {
        self.over(record)
            .filter_map(|kind| {
                if let MarkKind::Finding(level) = kind {
                    Some(level)
                } else {
                    None
                }
            })
            .min()
    }

    fn difference(&self, record: RecordId) -> Option<Difference> {
        self.over(record)
            .find_map(|kind| {
                if let MarkKind::Difference(it) = kind {
                    Some(it)
                } else {
                    None
                }
            })
            .filter(|difference| *difference != Difference::Same)
    }

    /// Voices of staff and of residents together over all marks there.
    fn voices(&self, record: RecordId) -> (u32, u32) {
        self.over(record)
            .filter_map(|kind| {
                if let MarkKind::Voices { staff, residents } = kind {
                    Some((staff, residents))
                } else {
                    None
                }
            })
            .fold((0, 0), |sum, more| {
                (sum.0.saturating_add(more.0), sum.1.saturating_add(more.1))
            })
    }
}

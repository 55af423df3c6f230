//! The parts of a picture, each by itself: what it is drawn from, and how far it has moved, told without drawing it.
use std::fmt;

use kaizu_model::{
    Difference, Document, Edge, Event, FlowId, Gateway, Lane, Language, Mark, NodeId, Phase,
    PlacedEdge, PlacedLane, PlacedNode, PlacedPhase, PlacedPill, Placement, Point, RecordId, Rect,
    Step,
};

use super::heat::Ground;
use super::lane::Stripe;
use super::marks::{Marked, Over, Spot};
use super::{arrow, event, gateway, lane, phase, pill, step};
use crate::apart::Apart;
use crate::scene::Item;

/// What a part is known by, in every picture of the same flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartKey {
    layer: Layer,
    id: RecordId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    /// The thing itself.
    Body,
    /// What rides on an arrow.
    Riders,
    /// What is marked there.
    Marks,
}

impl fmt::Display for PartKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.layer {
            Layer::Body => self.id.fmt(f),
            Layer::Riders => write!(f, "{}+riders", self.id),
            Layer::Marks => write!(f, "{}+marks", self.id),
        }
    }
}

/// One part before it is drawn.
#[derive(Debug)]
pub struct Part<'a> {
    /// What it is known by.
    pub key: PartKey,
    pub(super) what: What<'a>,
}

#[derive(Debug)]
pub(super) enum What<'a> {
    Lane(Option<&'a Lane>, &'a PlacedLane, Stripe),
    Phase(Option<&'a Phase>, &'a PlacedPhase),
    Arrow(&'a PlacedEdge),
    Node(Sign<'a>, &'a PlacedNode, (Option<Difference>, Ground)),
    Riders(Option<&'a Edge>, &'a PlacedEdge, Language),
    Marks(Over, Spot, Language),
}

/// The record of a node.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sign<'a> {
    Step(Option<&'a Step>),
    Gateway(Option<&'a Gateway>),
    Event(Option<&'a Event>),
}

/// All parts of the picture of `flow`, from back to front.
pub fn parts<'a>(
    document: &'a Document,
    flow: FlowId,
    placement: &'a Placement,
    marks: &[Mark],
    language: Language,
) -> Vec<Part<'a>> {
    let marked = Marked::of(marks);
    let lanes = placement.lanes.iter().enumerate().map(|(index, it)| {
        let record = document.lane(it.id).ok();
        part(
            Layer::Body,
            it.id,
            What::Lane(record, it, Stripe::of(index)),
        )
    });
    let phases = placement.phases.iter().map(|it| {
        let record = document.phase(it.id).ok();
        part(Layer::Body, it.id, What::Phase(record, it))
    });
    let arrows = placement
        .edges
        .iter()
        .map(|it| part(Layer::Body, it.id, What::Arrow(it)));
    let nodes = placement.nodes.iter().map(|it| {
        let sign = Sign::of(document, it.id);
        let id = it.id.into();
        let look = (marked.difference(id), marked.ground(id));
        part(Layer::Body, id, What::Node(sign, it, look))
    });
    let ridden = placement.edges.iter().filter(|it| pill::rides(it));
    let riders = ridden.map(|it| {
        let record = document.edge(it.id).ok();
        part(Layer::Riders, it.id, What::Riders(record, it, language))
    });
    let over = marked.spots(flow, placement).into_iter();
    let over =
        over.map(|(id, over, spot)| part(Layer::Marks, id, What::Marks(over, spot, language)));
    let below = lanes.chain(phases).chain(arrows).chain(nodes);
    below.chain(riders).chain(over).collect()
}

fn part(layer: Layer, id: impl Into<RecordId>, what: What<'_>) -> Part<'_> {
    let id = id.into();
    Part {
        key: PartKey { layer, id },
        what,
    }
}

impl Part<'_> {
    /// What is painted.
    pub fn draw(&self) -> Item {
        match &self.what {
            What::Lane(record, placed, stripe) => lane::draw(*record, placed, *stripe).into(),
            What::Phase(record, placed) => phase::draw(*record, placed),
            What::Arrow(placed) => arrow::draw(placed),
            What::Node(Sign::Step(record), placed, look) => {
                step::draw(*record, placed, *look).into()
            }
            What::Node(Sign::Gateway(record), placed, look) => {
                gateway::draw(*record, placed, *look).into()
            }
            What::Node(Sign::Event(record), placed, look) => {
                event::draw(*record, placed, *look).into()
            }
            What::Riders(record, placed, language) => pill::draw(*record, placed, *language),
            What::Marks(over, spot, language) => over.draw(self.key.id, *spot, *language),
        }
    }

    /// The box of a lane or node.
    pub fn area(&self) -> Option<Rect> {
        match &self.what {
            What::Lane(_, placed, _) => Some(placed.rect),
            What::Node(_, placed, _) => Some(placed.rect),
            What::Phase(..) | What::Arrow(_) | What::Riders(..) | What::Marks(..) => None,
        }
    }

    /// The record it stands for or lies over.
    pub fn record(&self) -> RecordId {
        self.key.id
    }

    /// How far it lies from where `old` does, where both are drawn from the same; then its picture is that of `old` there.
    pub fn moved_since(&self, old: &Self) -> Option<Point> {
        let mut apart = Apart::default();
        let is_same = match (&old.what, &self.what) {
            (What::Lane(record, old, stripe), What::Lane(now, new, other)) => {
                stripe == other
                    && is_same(*record, *now)
                    && apart.boxes(&old.rect, &new.rect)
                    && apart.boxes(&old.head, &new.head)
                    && apart.each(&old.lines, &new.lines, Apart::lines)
            }
            (What::Phase(record, old), What::Phase(now, new)) => {
                is_same(*record, *now)
                    && apart.boxes(&old.rect, &new.rect)
                    && apart.each(&old.lines, &new.lines, Apart::lines)
            }
            (What::Arrow(old), What::Arrow(new)) => {
                arrow::Shaft::of(old) == arrow::Shaft::of(new)
                    && apart.each(&old.points, &new.points, Apart::points)
            }
            (What::Node(sign, old, look), What::Node(next, new, other)) => {
                look == other && sign.is_same(*next) && apart.nodes(old, new)
            }
            (What::Riders(record, old, language), What::Riders(now, new, other)) => {
                language == other && is_same(*record, *now) && apart.riders(old, new)
            }
            (What::Marks(over, spot, language), What::Marks(now, next, other)) => {
                language == other
                    && over == now
                    && spot.is_kind_of(*next)
                    && apart.boxes(&spot.area(), &next.area())
            }
            _ => false,
        };
        is_same.then(|| apart.by())
    }
}

impl Apart {
    fn nodes(&mut self, old: &PlacedNode, new: &PlacedNode) -> bool {
        self.boxes(&old.rect, &new.rect)
            && self.each(&old.title, &new.title, Self::lines)
            && self.both(old.kind.as_ref(), new.kind.as_ref(), Self::lines)
            && self.both(old.minutes.as_ref(), new.minutes.as_ref(), Self::lines)
    }

    fn riders(&mut self, old: &PlacedEdge, new: &PlacedEdge) -> bool {
        old.handover == new.handover
            && self.both(old.sign.as_ref(), new.sign.as_ref(), Self::points)
            && self.both(old.label.as_ref(), new.label.as_ref(), Self::pills)
            && self.both(old.wait.as_ref(), new.wait.as_ref(), Self::pills)
    }

    fn pills(&mut self, old: &PlacedPill, new: &PlacedPill) -> bool {
        self.boxes(&old.rect, &new.rect)
            && self.each(&old.lines, &new.lines, Self::lines)
            && self.both(old.gauge.as_ref(), new.gauge.as_ref(), |apart, old, new| {
                old.full == new.full && apart.boxes(&old.rect, &new.rect)
            })
    }
}

impl<'a> Sign<'a> {
    fn of(document: &'a Document, id: NodeId) -> Self {
        match id {
            NodeId::Step(id) => Self::Step(document.step(id).ok()),
            NodeId::Gateway(id) => Self::Gateway(document.gateway(id).ok()),
            NodeId::Event(id) => Self::Event(document.event(id).ok()),
        }
    }

    fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Step(old), Self::Step(new)) => is_same(old, new),
            (Self::Gateway(old), Self::Gateway(new)) => is_same(old, new),
            (Self::Event(old), Self::Event(new)) => is_same(old, new),
            (Self::Step(_) | Self::Gateway(_) | Self::Event(_), _) => false,
        }
    }
}

/// Documents share what an edit did not touch.
fn is_same<T: PartialEq>(old: Option<&T>, new: Option<&T>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => std::ptr::eq(old, new) || old == new,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

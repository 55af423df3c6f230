//! A piece of a flow as a picture for other documents: nothing around it, and a short arrow wherever the work comes from
//! elsewhere or goes on.
use kaizu_model::{NodeId, PlacedNode, Point, RecordId};

use crate::draw::arrow::{Shaft, along};
use crate::draw::{Drawing, bare_frame};
use crate::scene::{Group, Item, Scene};

/// How long a cut arrow is: as far as the border of a lane is from what stands next to it.
const STUB: f64 = 15.0;
/// An arrow that begins or ends so near to a place takes it.
const NEAR: f64 = 4.0;

/// Where an arrow was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// The work comes to this node from elsewhere.
    Before(NodeId),
    /// The work goes on from this node.
    Behind(NodeId),
}

/// The picture of `drawing` alone, with its arrows cut at `cuts`.
pub fn excerpt(drawing: &Drawing, cuts: &[Cut]) -> Scene {
    let mut cuts = cuts.to_vec();
    cuts.sort_unstable();
    cuts.dedup();
    let stubs = cuts.iter().filter_map(|cut| stub(drawing, *cut));
    let stubs: Vec<Item> = stubs.collect();
    let caption = &drawing.caption;
    Scene {
        frame: bare_frame(&drawing.placement),
        title: caption.title.clone(),
        language: caption.language,
        items: drawing.painted().chain(stubs).collect(),
    }
}

fn stub(drawing: &Drawing, cut: Cut) -> Option<Item> {
    let (Cut::Before(id) | Cut::Behind(id)) = cut;
    let placed = drawing.placement.nodes.iter().find(|it| it.id == id)?;
    let (edge, out) = free_side(drawing, placed, cut);
    let beyond = Point::new(edge.x + out.x * STUB, edge.y + out.y * STUB);
    let points = match cut {
        Cut::Before(_) => [beyond, edge],
        Cut::Behind(_) => [edge, beyond],
    };
    let mut group = Group::of(RecordId::from(id));
    group.items = along(&points, Shaft::Plain);
    Some(group.into())
}

/// The middle of a side that no arrow takes, and the way out from there; work comes from the left and goes to the right
/// where it can.
fn free_side(drawing: &Drawing, placed: &PlacedNode, cut: Cut) -> (Point, Point) {
    let (rect, middle) = (placed.rect, placed.rect.centre());
    let left = (Point::new(rect.x, middle.y), Point::new(-1.0, 0.0));
    let right = (Point::new(rect.right(), middle.y), Point::new(1.0, 0.0));
    let below = (Point::new(middle.x, rect.bottom()), Point::new(0.0, 1.0));
    let above = (Point::new(middle.x, rect.y), Point::new(0.0, -1.0));
    let sides = match cut {
        Cut::Before(_) => [left, below, above],
        Cut::Behind(_) => [right, below, above],
    };
    let edges = drawing.placement.edges.iter();
    let ends: Vec<Point> = edges
        .flat_map(|it| it.points.first().into_iter().chain(it.points.last()))
        .copied()
        .collect();
    let is_free = |(at, _): &(Point, Point)| {
        let is_near = |end: &Point| (end.x - at.x).abs() < NEAR && (end.y - at.y).abs() < NEAR;
        !ends.iter().any(is_near)
    };
    sides.into_iter().find(is_free).unwrap_or(sides[0])
}

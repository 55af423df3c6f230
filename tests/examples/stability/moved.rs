//! What of a picture an edit moved, although it was not about it.
use std::collections::BTreeMap;

use kaizu_model::{
    Document, EdgeId, LaneId, NodeId, PlacedEdge, PlacedNode, Placement, Point, Rect,
};

use crate::edit::Edit;

/// Nearer than this nobody sees a difference.
const SEEN: f64 = 1.0;

/// What happened to the boxes and arrows that an edit was not about, of any number of edits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moved {
    pub(crate) n_edits: usize,
    /// How far each box went on the page.
    pub(crate) on_page: Vec<f64>,
    /// How far each went from where its part of the page went.
    pub(crate) on_its_own: Vec<f64>,
    /// Boxes that stand as low in their lane as before.
    pub(crate) in_row: Count,
    /// Neighbours in a row or column that still stand in the same order.
    pub(crate) in_order: Count,
    /// Arrows that turn the same ways.
    pub(crate) in_shape: Count,
}

/// How many of how many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    are: usize,
    of: usize,
}

impl Count {
    fn add(&mut self, holds: bool) {
        self.are += usize::from(holds);
        self.of += 1;
    }

    /// In hundredths.
    pub(crate) fn percent(self) -> f64 {
        100.0 * self.are as f64 / self.of.max(1) as f64
    }
}

/// A picture with the document it shows.
#[derive(Clone, Copy)]
pub(crate) struct Picture<'p> {
    pub(crate) document: &'p Document,
    pub(crate) placement: &'p Placement,
}

/// A box, and how far below the top of its lane it stands.
#[derive(Clone, Copy)]
struct Stand {
    rect: Rect,
    lane: LaneId,
    depth: f64,
}

impl Picture<'_> {
    fn stands(&self) -> BTreeMap<NodeId, Stand> {
        let tops: BTreeMap<LaneId, f64> = self
            .placement
            .lanes
            .iter()
            .map(|lane| (lane.id, lane.rect.y))
            .collect();
        let stand = |node: &PlacedNode| {
            let lane = self.document.node(node.id).ok()?.lane;
            let depth = node.rect.y - tops.get(&lane)?;
            let rect = node.rect;
            Some((node.id, Stand { rect, lane, depth }))
        };
        self.placement.nodes.iter().filter_map(stand).collect()
    }

    fn shapes(&self) -> BTreeMap<EdgeId, (NodeId, NodeId, Vec<u8>)> {
        let shape = |edge: &PlacedEdge| {
            let record = self.document.edge(edge.id).ok()?;
            let turns = edge
                .points
                .windows(2)
                .map(|pair| direction(pair[0], pair[1]));
            let mut turns: Vec<u8> = turns.collect();
            turns.dedup();
            Some((edge.id, (record.from, record.to, turns)))
        };
        self.placement.edges.iter().filter_map(shape).collect()
    }
}

/// Right, down, left, up.
fn direction(from: Point, to: Point) -> u8 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let is_level = x.abs() >= y.abs();
    match (is_level, x > 0.0, y > 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

impl Moved {
    /// Adds what `edit` did to the picture.
    pub(crate) fn add(&mut self, before: Picture, after: Picture, edit: &Edit) {
        let (old, new) = (before.stands(), after.stands());
        let same: BTreeMap<NodeId, (Stand, Stand)> = old
            .iter()
            .filter(|(id, _)| **id != edit.about)
            .filter_map(|(id, one)| Some((*id, (*one, *new.get(id)?))))
            .collect();
        self.n_edits += 1;
        let cut = old.get(&edit.place).map_or(0.0, |it| it.rect.centre().x);
        let mut sides = [Vec::new(), Vec::new()];
        for (one, two) in same.values() {
            sides[usize::from(one.rect.centre().x > cut)]
                .push(two.rect.centre().x - one.rect.centre().x);
        }
        let common = sides.map(|mut side| share(&mut side, 0.5));
        for (one, two) in same.values() {
            let (was, is) = (one.rect.centre(), two.rect.centre());
            let side = common[usize::from(was.x > cut)];
            self.on_page
                .push((is.x - was.x).abs() + (is.y - was.y).abs());
            let own = (is.x - was.x - side).abs() + (two.depth - one.depth).abs();
            self.on_its_own.push(own);
            self.in_row.add((two.depth - one.depth).abs() < SEEN);
        }
        self.order(&same, |at| at.y, |at| at.x);
        self.order(&same, |at| at.x, |at| at.y);
        let (old, new) = (before.shapes(), after.shapes());
        for (id, one) in &old {
            if let Some(two) = new.get(id).filter(|two| (two.0, two.1) == (one.0, one.1))
                && one.0 != edit.about
                && one.1 != edit.about
            {
                self.in_shape.add(two.2 == one.2);
            }
        }
    }

    /// Boxes next to each other in one lane: those with the same place `across` the row or column, `along` it.
    fn order(
        &mut self,
        same: &BTreeMap<NodeId, (Stand, Stand)>,
        across: fn(Point) -> f64,
        along: fn(Point) -> f64,
    ) {
        let mut all: Vec<&(Stand, Stand)> = same.values().collect();
        all.sort_by(|(one, _), (two, _)| {
            let (a, b) = (one.rect.centre(), two.rect.centre());
            (one.lane, across(a).round())
                .partial_cmp(&(two.lane, across(b).round()))
                .unwrap_or(std::cmp::Ordering::Equal)
                .then(along(a).total_cmp(&along(b)))
        });
        for pair in all.windows(2) {
            let ((one, one_now), (two, two_now)) = (pair[0], pair[1]);
            let off = across(one.rect.centre()) - across(two.rect.centre());
            if one.lane == two.lane && off.abs() < SEEN {
                let (a, b) = (one_now.rect.centre(), two_now.rect.centre());
                self.in_order.add(along(a) < along(b));
            }
        }
    }
}

/// The figure below which `part` of all lie; nothing where there are none.
pub(crate) fn share(all: &mut [f64], part: f64) -> f64 {
    all.sort_by(f64::total_cmp);
    let at = (all.len().saturating_sub(1)) as f64 * part;
    all.get(at.round() as usize).copied().unwrap_or(0.0)
}

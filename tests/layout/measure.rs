//! What makes a picture hard to read, counted. `scripts/layout/quality.py` counts the same of other programs' pictures.
use std::collections::BTreeMap;

use kaizu_model::{Document, NodeId, Placement, Rect};

/// Lines nearer than this lie on top of each other.
const NEAR: f64 = 0.5;
/// A box is entered only where a line is deeper in it than this.
const DEPTH: f64 = 1.0;

/// The counts of one picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Measure {
    /// Pairs of boxes that lie on each other.
    pub(crate) overlaps: usize,
    /// Arrows that run through a box that is not their end.
    pub(crate) through: usize,
    /// Boxes that are not whole within the band of their lane.
    pub(crate) strays: usize,
    /// Boxes and arrows of the document that are not drawn.
    pub(crate) missing: usize,
    /// How often two arrows cross.
    pub(crate) crossings: usize,
    /// How often arrows turn, for each arrow.
    pub(crate) bends: f64,
    /// Pixels on which arrows lie on top of each other that do not end at the same box.
    pub(crate) on_top: f64,
}

/// An upright or level piece of an arrow: where it lies, where it begins and ends, and whose it is.
struct Piece {
    at: f64,
    begin: f64,
    end: f64,
    arrow: usize,
}

/// What `placement` of the only flow of `document` is like.
pub(crate) fn measure(document: &Document, placement: &Placement) -> Measure {
    let flow = document.first_flow().unwrap();
    let ends: Vec<(NodeId, NodeId)> = placement
        .edges
        .iter()
        .map(|edge| document.edge(edge.id).unwrap())
        .map(|edge| (edge.from, edge.to))
        .collect();
    let (mut level, mut upright, mut n_bends) = (Vec::new(), Vec::new(), 0);
    for (arrow, edge) in placement.edges.iter().enumerate() {
        n_bends += edge.points.len().saturating_sub(2);
        for pair in edge.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let is_level = (a.y - b.y).abs() < NEAR;
            let piece = |at, one: f64, two: f64| Piece {
                at,
                begin: one.min(two),
                end: one.max(two),
                arrow,
            };
            if is_level {
                level.push(piece(a.y, a.x, b.x));
            } else {
                upright.push(piece(a.x, a.y, b.y));
            }
        }
    }
    for pieces in [&mut level, &mut upright] {
        pieces.sort_by(|one, two| one.at.total_cmp(&two.at));
    }
    let n_nodes = document.nodes_of(flow).len();
    let n_edges = document.edges_of(flow).count();
    Measure {
        overlaps: overlaps(placement),
        through: through(placement, &ends, &level, &upright),
        strays: strays(document, placement),
        missing: n_nodes.abs_diff(placement.nodes.len()) + n_edges.abs_diff(placement.edges.len()),
        crossings: crossings(&level, &upright),
        bends: n_bends as f64 / placement.edges.len().max(1) as f64,
        on_top: on_top(&level, &ends) + on_top(&upright, &ends),
    }
}

fn overlaps(placement: &Placement) -> usize {
    let rects: Vec<Rect> = placement.nodes.iter().map(|node| node.rect).collect();
    let after = |n: usize| &rects[n + 1..];
    let of = |(n, rect): (usize, &Rect)| {
        let inner = rect.grown(-NEAR);
        after(n)
            .iter()
            .filter(|other| inner.overlaps(**other))
            .count()
    };
    rects.iter().enumerate().map(of).sum()
}

fn strays(document: &Document, placement: &Placement) -> usize {
    let bands: BTreeMap<_, Rect> = placement
        .lanes
        .iter()
        .map(|lane| {
            (
                lane.id,
                Rect {
                    w: placement.size.w,
                    ..lane.rect
                },
            )
        })
        .collect();
    let is_stray = |(id, rect): &(NodeId, Rect)| {
        let lane = document.node(*id).unwrap().lane;
        !bands[&lane].contains(*rect)
    };
    let boxes = placement.nodes.iter().map(|node| (node.id, node.rect));
    boxes.filter(is_stray).count()
}

/// The pieces that lie between two places.
fn between(pieces: &[Piece], low: f64, high: f64) -> &[Piece] {
    let first = pieces.partition_point(|piece| piece.at <= low);
    let last = pieces.partition_point(|piece| piece.at < high);
    &pieces[first..last.max(first)]
}

fn through(
    placement: &Placement,
    ends: &[(NodeId, NodeId)],
    level: &[Piece],
    upright: &[Piece],
) -> usize {
    let mut found = 0;
    for node in &placement.nodes {
        let inner = node.rect.grown(-DEPTH);
        let rows = between(level, inner.y, inner.bottom());
        let columns = between(upright, inner.x, inner.right());
        let in_rows = rows
            .iter()
            .filter(|it| it.begin < inner.right() && inner.x < it.end);
        let in_columns = columns
            .iter()
            .filter(|it| it.begin < inner.bottom() && inner.y < it.end);
        let is_end = |it: &&Piece| ends[it.arrow].0 == node.id || ends[it.arrow].1 == node.id;
        found += in_rows.chain(in_columns).filter(|it| !is_end(it)).count();
    }
    found
}

fn crossings(level: &[Piece], upright: &[Piece]) -> usize {
    let of = |row: &Piece| {
        let crossing = between(upright, row.begin + NEAR, row.end - NEAR);
        let is_crossed = |it: &&Piece| {
            it.arrow != row.arrow && it.begin + NEAR < row.at && row.at < it.end - NEAR
        };
        crossing.iter().filter(is_crossed).count()
    };
    level.iter().map(of).sum()
}

fn on_top(pieces: &[Piece], ends: &[(NodeId, NodeId)]) -> f64 {
    let mut length = 0.0;
    for (n, one) in pieces.iter().enumerate() {
        let near = pieces[n + 1..]
            .iter()
            .take_while(|two| two.at - one.at < NEAR);
        for two in near.filter(|two| ends[two.arrow].1 != ends[one.arrow].1) {
            let common = one.end.min(two.end) - one.begin.max(two.begin);
            length += if common > NEAR { common } else { 0.0 };
        }
    }
    length
}

//! Arrows over several sheets: taken apart at the cuts, and tied together again by letters.
use std::collections::BTreeSet;

use kaizu_model::{PlacedEdge, Point};

use super::plan::Plan;

/// A side of a part of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// Which part of the picture: column, then row.
pub(super) type Place = (usize, usize);

/// A place where an arrow breaks off or goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Port {
    /// The side of the part.
    pub(super) side: Side,
    /// How far along that side.
    pub(super) along: f64,
    /// The number of its letter.
    pub(super) letter: usize,
}

/// One of the two ends of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// Where it comes in.
    Entry,
    /// Where it goes out.
    Exit,
}

/// What of an arrow lies in one part of the picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Which arrow, by its place in the list.
    pub(super) edge: usize,
    /// The part of the picture.
    pub(super) place: Place,
    /// The line.
    pub(super) points: Vec<Point>,
    /// From where it comes.
    pub(super) entry: Option<Port>,
    /// Where it goes on.
    pub(super) exit: Option<Port>,
}

impl Piece {
    /// Where the arrow breaks off at `end`.
    pub(super) fn at(&self, end: End) -> Option<Port> {
        match end {
            End::Entry => self.entry,
            End::Exit => self.exit,
        }
    }
}

impl End {
    /// Both.
    pub(super) const BOTH: [Self; 2] = [Self::Entry, Self::Exit];
}

/// The pieces of all arrows, with letters from `first` on. A part that an arrow only passes through is left out: its
/// letter leads on to the next part where something of it is to be seen. `carries` knows whether something rides there,
/// `homes` in which part the boxes at the two ends of each arrow are.
pub(super) fn pieces(
    edges: &[PlacedEdge],
    plan: &Plan,
    first: usize,
    carries: &BTreeSet<(usize, Place)>,
    homes: &[[Option<Place>; 2]],
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut links = Vec::new();
    for (edge, placed) in edges.iter().enumerate() {
        let mut parts = parts(edge, &placed.points, plan);
        if let Some([from, to]) = homes.get(edge) {
            lead_home(&mut parts, *from, *to);
        }
        let last = parts.len().saturating_sub(1);
        let kept = parts
            .into_iter()
            .enumerate()
            .filter(|(n, piece)| *n == 0 || *n == last || carries.contains(&(edge, piece.place)));
        for (n, (_, piece)) in kept.enumerate() {
            if n > 0 {
                links.push(pieces.len());
            }
            pieces.push(piece);
        }
    }
    // Letters follow the eye: sheet by sheet, side by side, from top to bottom.
    links.sort_by(|one, other| {
        let key = |link: &usize| {
            let from: &Piece = &pieces[link - 1];
            (from.place, from.exit.map(|port| port.side))
        };
        let along = |link: &usize| pieces[link - 1].exit.map_or(0.0, |port| port.along);
        key(one)
            .cmp(&key(other))
            .then(along(one).total_cmp(&along(other)))
            .then(one.cmp(other))
    });
    let mut tied = vec![(false, false); pieces.len()];
    for (n, link) in links.iter().enumerate() {
        tied[*link].0 = true;
        tied[*link - 1].1 = true;
        if let Some(port) = &mut pieces[*link - 1].exit {
            port.letter = first + n;
        }
        if let Some(port) = &mut pieces[*link].entry {
            port.letter = first + n;
        }
    }
    for (piece, (from, to)) in pieces.iter_mut().zip(tied) {
        piece.entry = piece.entry.filter(|_| from);
        piece.exit = piece.exit.filter(|_| to);
    }
    pieces
}

/// The line of an arrow cut at every cut it crosses, with heights as the lanes of each column are folded.
fn parts(edge: usize, points: &[Point], plan: &Plan) -> Vec<Piece> {
    let upright = plan.upright();
    let mut parts: Vec<Piece> = Vec::new();
    for pair in points.windows(2) {
        for (from, to) in straight(pair[0], pair[1], &upright, |point| point.x) {
            let column = plan.column(f64::midpoint(from.x, to.x));
            let fold = &plan.columns[column].fold;
            let folded = |point: Point| Point::new(point.x, fold.y(point.y));
            let level = plan.columns[column].rows.between();
            for (from, to) in straight(folded(from), folded(to), &level, |point| point.y) {
                let row = plan.row(column, f64::midpoint(from.y, to.y));
                add(&mut parts, edge, (column, row), (from, to));
            }
        }
    }
    parts
}

/// An arrow breaks off at its own box where that sticks out of a cut behind which the arrow begins, or before which it
/// ends.
fn lead_home(parts: &mut Vec<Piece>, from: Option<Place>, to: Option<Place>) {
    if let (Some(home), Some(first)) = (from, parts.first_mut())
        && home != first.place
        && let Some(at) = first.points.first().copied()
    {
        let side = side(home, first.place);
        first.entry = Some(port(opposite(side), at));
        let stub = stub(first.edge, home, at);
        parts.insert(
            0,
            Piece {
                exit: Some(port(side, at)),
                ..stub
            },
        );
    }
    if let (Some(home), Some(last)) = (to, parts.last_mut())
        && home != last.place
        && let Some(at) = last.points.last().copied()
    {
        let side = side(last.place, home);
        last.exit = Some(port(side, at));
        let stub = stub(last.edge, home, at);
        parts.push(Piece {
            entry: Some(port(opposite(side), at)),
            ..stub
        });
    }
}

/// A piece without any length.
fn stub(edge: usize, place: Place, at: Point) -> Piece {
    Piece {
        edge,
        place,
        points: vec![at, at],
        entry: None,
        exit: None,
    }
}

/// One more straight line, which goes on where the last one ended.
fn add(parts: &mut Vec<Piece>, edge: usize, place: Place, (from, to): (Point, Point)) {
    match parts.last_mut() {
        Some(part) if part.place == place => part.points.push(to),
        last => {
            let entry = last.map(|last| {
                let side = side(last.place, place);
                let end = last.points.last().copied().unwrap_or(from);
                last.exit = Some(port(side, end));
                port(opposite(side), from)
            });
            parts.push(Piece {
                edge,
                place,
                points: vec![from, to],
                entry,
                exit: None,
            });
        }
    }
}

/// The straight line between two points, in pieces from cut to cut of the axis that `along` tells.
fn straight(
    from: Point,
    to: Point,
    cuts: &[f64],
    along: impl Fn(Point) -> f64,
) -> Vec<(Point, Point)> {
    let (begin, end) = (along(from), along(to));
    let crossed = cuts.iter().filter(|cut| (begin < **cut) != (end < **cut));
    let mut shares: Vec<f64> = crossed.map(|cut| (cut - begin) / (end - begin)).collect();
    shares.extend([0.0, 1.0]);
    shares.sort_by(f64::total_cmp);
    let at = |share: f64| {
        Point::new(
            from.x + (to.x - from.x) * share,
            from.y + (to.y - from.y) * share,
        )
    };
    let pairs = shares.windows(2).filter(|pair| pair[1] - pair[0] > 1e-9);
    pairs.map(|pair| (at(pair[0]), at(pair[1]))).collect()
}

/// How many cuts lie before `at`.
pub(super) fn before(cuts: &[f64], at: f64) -> usize {
    cuts.iter().filter(|cut| **cut <= at).count()
}

/// The side on which `next` lies, seen from `place`.
fn side(place: Place, next: Place) -> Side {
    if next.0 > place.0 {
        Side::Right
    } else if next.0 < place.0 {
        Side::Left
    } else if next.1 > place.1 {
        Side::Bottom
    } else {
        Side::Top
    }
}

fn opposite(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Top => Side::Bottom,
        Side::Bottom => Side::Top,
    }
}

fn port(side: Side, at: Point) -> Port {
    Port {
        side,
        along: match side {
            Side::Left | Side::Right => at.y,
            Side::Top | Side::Bottom => at.x,
        },
        letter: 0,
    }
}

//! How far each piece of an arrow runs from the middle of its line.
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::grid::Grid;
use crate::segment::{Piece, Segment, Segments};
use crate::sign::Sign;
use crate::spread::spread;

/// From one track to the next.
pub(crate) const GAP: f64 = 14.0;
/// From a track to the corner of a step it touches.
const CORNER: f64 = 10.0;
/// Pieces that end this near to each other count as side by side.
const NEAR: f64 = 6.0;

/// The offset of every piece, arrow by arrow.
pub(crate) type Offsets = Vec<Vec<f64>>;

/// The claim of a piece to the middle of its line, the least first.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    /// It may run anywhere.
    #[default]
    None,
    /// It leaves a corner of a sign alone.
    Leaves,
    /// It reaches a corner of a sign.
    Reaches,
    /// It runs straight from box to box.
    Straight,
}

/// What tracks are given for.
pub(crate) struct Tracks<'a> {
    /// The lattice.
    pub grid: &'a Grid,
    /// The arrows.
    pub segments: &'a Segments,
    /// What stands on the lattice.
    pub signs: &'a [Sign],
    /// Source and target of each arrow.
    pub ends: &'a [(usize, usize)],
    /// For each piece, its bundle.
    pub bundle_of: &'a [Vec<usize>],
}

impl Tracks<'_> {
    /// The tracks of the upright pieces; the level ones are in the middle of their lines.
    pub(crate) fn upright(&self) -> Offsets {
        let pieces = self.segments.0.iter();
        let mut offsets: Offsets = pieces.map(|pieces| vec![0.0; pieces.len()]).collect();
        let meets = |a: Piece, b: Piece| {
            let (one, two) = (self.segments.get(a).span, self.segments.get(b).span);
            if one.1 == two.0 || two.1 == one.0 {
                // They meet in one cell only: apart where each would run into the other.
                self.segments.order(a, b).is_ne()
            } else {
                one.0 < two.1 && two.0 < one.1
            }
        };
        self.lines(false, self.grid.n_x, meets, &mut offsets);
        offsets
    }

    /// Gives the level pieces their tracks; `reach` says where each begins and ends.
    pub(crate) fn level(&self, reach: impl Fn(Piece) -> (f64, f64), offsets: &mut Offsets) {
        let of = |(way, pieces): (usize, &Vec<Segment>)| {
            let all = pieces.iter().enumerate();
            let reach = |(number, segment): (usize, &Segment)| {
                if segment.is_level {
                    reach((way, number))
                } else {
                    (0.0, 0.0)
                }
            };
            all.map(reach).collect::<Vec<_>>()
        };
        // Asked once for each piece: pairs are many.
        let reaches: Vec<Vec<(f64, f64)>> = self.segments.0.iter().enumerate().map(of).collect();
        let meets = |a: Piece, b: Piece| {
            let (one, two) = (reaches[a.0][a.1], reaches[b.0][b.1]);
            one.0 < two.1 + NEAR && two.0 < one.1 + NEAR
        };
        self.lines(true, self.grid.levels.len(), meets, offsets);
    }

    fn lines(
        &self,
        is_level: bool,
        n_lines: usize,
        meets: impl Fn(Piece, Piece) -> bool,
        offsets: &mut Offsets,
    ) {
        let mut on_line: Vec<Vec<Piece>> = vec![Vec::new(); n_lines];
        for (piece, segment) in self.segments.all() {
            if segment.is_level == is_level {
                on_line[segment.line].push(piece);
            }
        }
        for pieces in &on_line {
            let bundles = self.bundles(pieces);
            if bundles.len() < 2 {
                // Whatever is alone runs in the middle.
                continue;
            }
            let holds = self.holds(pieces);
            let mut holds: Vec<Hold> = bundles
                .iter()
                .map(|bundle| bundle.iter().map(|number| holds[*number]).max())
                .map(Option::unwrap_or_default)
                .collect();
            let before = self.pairs(pieces, &bundles, &meets);
            for (one, two) in &before {
                // Where two would lie on each other in the middle, the one with the lesser claim gives way.
                let weaker = if holds[*one] < holds[*two] {
                    *one
                } else {
                    *two
                };
                if holds[*one].min(holds[*two]) > Hold::None {
                    holds[weaker] = Hold::None;
                }
            }
            let fixed: Vec<bool> = holds.iter().map(|hold| *hold > Hold::None).collect();
            let tracks = spread(bundles.len(), &before, &fixed);
            let mut own = vec![0.0; pieces.len()];
            for (bundle, track) in bundles.iter().zip(tracks) {
                for number in bundle {
                    own[*number] = track;
                }
            }
            let gap = self.gap(pieces, &own);
            for (piece, track) in pieces.iter().zip(own) {
                offsets[piece.0][piece.1] = track * gap;
            }
        }
    }

    /// The pieces that share one track because their arrows are one from there on.
    fn bundles(&self, pieces: &[Piece]) -> Vec<Vec<usize>> {
        let mut bundles: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, piece) in pieces.iter().enumerate() {
            let bundle = self.bundle_of[piece.0][piece.1];
            bundles.entry(bundle).or_default().push(number);
        }
        bundles.into_values().collect()
    }

    /// What claim each piece has to the middle of its line.
    fn holds(&self, pieces: &[Piece]) -> Vec<Hold> {
        let mut straight = BTreeSet::new();
        let mut leaving = BTreeMap::new();
        for gate in pieces.iter().filter_map(|piece| self.left(*piece)) {
            *leaving.entry(gate).or_insert(0) += 1;
        }
        pieces
            .iter()
            .map(|piece| {
                let (begins, ends) = self.segments.ends(*piece);
                if begins && ends && straight.insert(self.segments.get(*piece).span) {
                    Hold::Straight
                } else if ends && self.signs[self.ends[piece.0].1].has_corners() {
                    Hold::Reaches
                } else if self.left(*piece).is_some_and(|gate| leaving[&gate] == 1) {
                    Hold::Leaves
                } else {
                    Hold::None
                }
            })
            .collect()
    }

    /// The sign with corners that a piece leaves, and whether towards greater numbers.
    fn left(&self, piece: Piece) -> Option<(usize, bool)> {
        let from = self.ends[piece.0].0;
        let leaves = self.segments.ends(piece).0 && self.signs[from].has_corners();
        leaves.then(|| (from, self.segments.get(piece).is_rising))
    }

    /// Which bundles meet, that with the lesser offset first.
    fn pairs(
        &self,
        pieces: &[Piece],
        bundles: &[Vec<usize>],
        meets: impl Fn(Piece, Piece) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (one, first) in bundles.iter().enumerate() {
            for (two, second) in bundles.iter().enumerate().skip(one + 1) {
                let both = first
                    .iter()
                    .flat_map(|a| second.iter().map(move |b| (a, b)));
                let mut met = both
                    .map(|(a, b)| (pieces[*a], pieces[*b]))
                    .filter(|(a, b)| meets(*a, *b))
                    .map(|(a, b)| self.segments.order(a, b))
                    .peekable();
                if met.peek().is_some() {
                    let is_reversed = met.find(|order| order.is_ne()).is_some_and(Ordering::is_gt);
                    pairs.push(if is_reversed { (two, one) } else { (one, two) });
                }
            }
        }
        pairs
    }

    /// The signs in which a piece begins or ends.
    fn touched(&self, piece: Piece) -> impl Iterator<Item = usize> {
        let (begins, ends) = self.segments.ends(piece);
        let (from, to) = self.ends[piece.0];
        [begins.then_some(from), ends.then_some(to)]
            .into_iter()
            .flatten()
    }

    /// The distance of tracks: less where so many reach the same side of a step that they would miss it.
    fn gap(&self, pieces: &[Piece], tracks: &[f64]) -> f64 {
        let mut gap = GAP;
        for (piece, track) in pieces.iter().zip(tracks) {
            for stop in self.touched(*piece) {
                let (width, height) = self.signs[stop].size;
                let side = if self.segments.get(*piece).is_level {
                    height
                } else {
                    width
                };
                if track.abs() > 0.0 {
                    gap = gap.min((side / 2.0 - CORNER).max(0.0) / track.abs());
                }
            }
        }
        gap
    }
}

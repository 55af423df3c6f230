//! How far each piece of an arrow runs from the middle of its line.
use std::collections::{BTreeMap, BTreeSet};

use crate::grid::Grid;
use crate::segment::{Piece, Segments};
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
}

impl Tracks<'_> {
    /// Gives the upright pieces their tracks.
    pub(crate) fn upright(&self, offsets: &mut Offsets) {
        let meets = |a: Piece, b: Piece| {
            let (one, two) = (self.segments.get(a).span, self.segments.get(b).span);
            if one.1 == two.0 || two.1 == one.0 {
                // They meet in one cell only: apart where each would run into the other.
                self.segments.order(a, b).is_ne()
            } else {
                one.0 < two.1 && two.0 < one.1
            }
        };
        self.lines(false, self.grid.n_x, meets, offsets);
    }

    /// Gives the level pieces their tracks; `reach` says where each begins and ends.
    pub(crate) fn level(&self, reach: impl Fn(Piece) -> (f64, f64), offsets: &mut Offsets) {
        let meets = |a: Piece, b: Piece| {
            let (one, two) = (reach(a), reach(b));
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
            let fixed = self.fixed(pieces);
            let before = self.pairs(pieces, &fixed, &meets);
            let tracks = spread(pieces.len(), &before, &fixed);
            let gap = self.gap(pieces, &tracks);
            for (piece, track) in pieces.iter().zip(tracks) {
                offsets[piece.0][piece.1] = track * gap;
            }
        }
    }

    /// Which pieces must run in the middle: those that reach a corner of a sign, those that leave one alone, and those
    /// straight from box to box.
    fn fixed(&self, pieces: &[Piece]) -> Vec<bool> {
        let mut straight = BTreeSet::new();
        let mut leaving = BTreeMap::new();
        for gate in pieces.iter().filter_map(|piece| self.left(*piece)) {
            *leaving.entry(gate).or_insert(0) += 1;
        }
        pieces
            .iter()
            .map(|piece| {
                let (begins, ends) = self.segments.ends(*piece);
                let reaches = ends && self.signs[self.ends[piece.0].1].has_corners();
                let is_alone = self.left(*piece).is_some_and(|gate| leaving[&gate] == 1);
                let is_straight =
                    begins && ends && straight.insert(self.segments.get(*piece).span);
                reaches || is_alone || is_straight
            })
            .collect()
    }

    /// The sign with corners that a piece leaves, and whether towards greater numbers.
    fn left(&self, piece: Piece) -> Option<(usize, bool)> {
        let from = self.ends[piece.0].0;
        let leaves = self.segments.ends(piece).0 && self.signs[from].has_corners();
        leaves.then(|| (from, self.segments.get(piece).is_rising))
    }

    fn pairs(
        &self,
        pieces: &[Piece],
        fixed: &[bool],
        meets: impl Fn(Piece, Piece) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (one, a) in pieces.iter().enumerate() {
            for (two, b) in pieces.iter().enumerate().skip(one + 1) {
                if (fixed[one] && fixed[two]) || !meets(*a, *b) {
                    continue;
                }
                let is_reversed = self.segments.order(*a, *b).is_gt();
                pairs.push(if is_reversed { (two, one) } else { (one, two) });
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

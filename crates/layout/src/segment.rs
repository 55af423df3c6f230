//! Arrows as straight pieces, and which of two that share a line must run above or left of the other.
//!
//! Pieces that run side by side are ordered by where their arrows part, all along the shared way; so two arrows cross
//! at most once there (the nudging of Wybrow, Marriott and Stuckey 2009).
use std::cmp::Ordering;

use crate::grid::{Cell, Side};

/// A straight piece of an arrow, on one line of the lattice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Segment {
    /// Whether it runs left or right.
    pub is_level: bool,
    /// Whether the arrow runs to greater numbers.
    pub is_rising: bool,
    /// The line on which it runs.
    pub line: usize,
    /// Where it begins and ends along that line, the lesser first.
    pub span: (usize, usize),
}

/// An arrow's number and a piece's number within it.
pub(crate) type Piece = (usize, usize);

/// Negative where the first of two pieces must have the lesser offset.
#[derive(Clone, Copy)]
struct Verdict {
    sign: i32,
    /// Whether they would lie on each other otherwise, where they part to opposite sides.
    is_strict: bool,
}

/// All arrows in pieces.
#[derive(Debug, Default)]
pub(crate) struct Segments(pub Vec<Vec<Segment>>);

impl Segments {
    /// The pieces of arrows that run along `paths`.
    pub(crate) fn of(paths: &[Vec<Cell>]) -> Self {
        Self(paths.iter().map(|path| pieces(path)).collect())
    }

    /// One piece.
    pub(crate) fn get(&self, (way, piece): Piece) -> Segment {
        self.0[way][piece]
    }

    /// Every piece, arrow by arrow.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Piece, Segment)> + '_ {
        self.0.iter().enumerate().flat_map(|(way, pieces)| {
            pieces
                .iter()
                .enumerate()
                .map(move |(piece, segment)| ((way, piece), *segment))
        })
    }

    /// Whether a piece begins or ends the arrow.
    pub(crate) fn ends(&self, (way, piece): Piece) -> (bool, bool) {
        (piece == 0, piece + 1 == self.0[way].len())
    }

    /// Which of two pieces on one line must have the lesser offset; equal where it does not matter.
    pub(crate) fn order(&self, a: Piece, b: Piece) -> Ordering {
        if a.0 == b.0 {
            return Ordering::Equal;
        }
        if a.0 > b.0 {
            return self.order(b, a).reverse();
        }
        let (low, high) = (self.sign_at(a, b, false), self.sign_at(a, b, true));
        let (ahead, behind) = if self.get(a).is_rising {
            (high, low)
        } else {
            (low, high)
        };
        // Where the two ends disagree, the arrows cross in any case; but they must not run into each other.
        let first = if behind.is_strict && !ahead.is_strict || ahead.sign == 0 {
            behind
        } else {
            ahead
        };
        first.sign.cmp(&0)
    }

    /// Which of two pieces must come first because of what happens at one end of what they share.
    fn sign_at(&self, mut a: Piece, mut b: Piece, mut at_high: bool) -> Verdict {
        let mut sign = 1;
        let mut is_strict = true;
        loop {
            let (one, two) = (self.get(a).span, self.get(b).span);
            let (turn_a, turn_b) = (self.turn(a, at_high), self.turn(b, at_high));
            let (end_a, end_b) = if at_high {
                (one.1, two.1)
            } else {
                (one.0, two.0)
            };
            if end_a != end_b {
                let a_ends_first = (end_a < end_b) == at_high;
                let sign = sign * if a_ends_first { turn_a.1 } else { -turn_b.1 };
                return Verdict {
                    sign,
                    is_strict: false,
                };
            }
            if turn_a.1 != turn_b.1 {
                return Verdict {
                    sign: sign * (turn_a.1 - turn_b.1).signum(),
                    is_strict,
                };
            }
            let (Some(next_a), Some(next_b)) = (turn_a.0, turn_b.0) else {
                return Verdict {
                    sign: 0,
                    is_strict: false,
                };
            };
            let goes_low = turn_a.1 < 0;
            if goes_low != at_high {
                sign = -sign;
            }
            is_strict = false;
            (a, b, at_high) = (next_a, next_b, !goes_low);
        }
    }

    /// The piece that goes on at one end, and to which side: -1, 0 (into a sign), 1.
    fn turn(&self, piece: Piece, at_high: bool) -> (Option<Piece>, i32) {
        let goes_on = self.get(piece).is_rising == at_high;
        let (way, number) = piece;
        let next = if goes_on {
            Some((way, number + 1)).filter(|next| next.1 < self.0[way].len())
        } else {
            number.checked_sub(1).map(|before| (way, before))
        };
        let Some(next) = next else { return (None, 0) };
        let rises_away = self.get(next).is_rising == goes_on;
        (Some(next), if rises_away { 1 } else { -1 })
    }
}

fn pieces(path: &[Cell]) -> Vec<Segment> {
    let mut pieces: Vec<Segment> = Vec::new();
    let mut last: Option<Side> = None;
    for pair in path.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let side = from.towards(to);
        let (line, here, next) = if side.is_level() {
            (from.y, from.x, to.x)
        } else {
            (from.x, from.y, to.y)
        };
        if last == Some(side)
            && let Some(piece) = pieces.last_mut()
        {
            piece.span = (piece.span.0.min(next), piece.span.1.max(next));
        } else {
            pieces.push(Segment {
                is_level: side.is_level(),
                is_rising: side.is_rising(),
                line,
                span: (here.min(next), here.max(next)),
            });
        }
        last = Some(side);
    }
    pieces
}

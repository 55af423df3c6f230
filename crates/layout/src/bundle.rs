//! Arrows that become one on their way into a common target.
//!
//! A picture with many arrows into one merge is calmer where they join early (Holten and van Wijk 2009 bundle freely
//! curved edges; here whole pieces of orthogonal arrows are joined).
use std::collections::BTreeMap;

use crate::course::Course;
use crate::pill::Load;

/// The look of a return; those of the others are less.
const RETURN: usize = 4;
/// What follows is another piece, never mistaken for a target.
const PIECE: usize = 5;

/// For each piece of each arrow, the number of its bundle: pieces on one line have the same where all that follows is
/// the same, up to the target. Arrows that look different, because of what they hand over or because they lead back,
/// never become one.
pub(crate) fn bundles(course: &Course, loads: &[Load]) -> Vec<Vec<usize>> {
    let mut numbers = BTreeMap::new();
    let mut bundle_of = Vec::with_capacity(loads.len());
    for ((way, pieces), load) in course.shape.ways.iter().zip(&course.segments.0).zip(loads) {
        // What follows the last piece: the target, and how the arrow looks.
        let look = load.handover.map_or(0, |it| 1 + it.carrier() as usize);
        let mut behind = (way.to, if way.is_return { RETURN } else { look });
        let mut own: Vec<usize> = Vec::with_capacity(pieces.len());
        for piece in pieces.iter().rev() {
            let key = (behind, piece.is_level, piece.is_rising, piece.line);
            let next = numbers.len();
            let number = *numbers.entry(key).or_insert(next);
            own.push(number);
            behind = (number, PIECE);
        }
        own.reverse();
        bundle_of.push(own);
    }
    bundle_of
}

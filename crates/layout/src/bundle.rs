//! Arrows that become one on their way into a common target.
//!
//! A picture with many arrows into one merge is calmer where they join early (Holten and van Wijk 2009 bundle freely
//! curved edges; here whole pieces of orthogonal arrows are joined).
use std::collections::BTreeMap;

use crate::flow::Chart;
use crate::segment::Segments;

/// For each piece of each arrow, the number of its bundle: pieces on one line have the same where all that follows is
/// the same, up to the target.
pub(crate) fn bundles(chart: &Chart, segments: &Segments) -> Vec<Vec<usize>> {
    let mut numbers = BTreeMap::new();
    let mut bundle_of = Vec::with_capacity(chart.ways.len());
    for (way, pieces) in chart.ways.iter().zip(&segments.0) {
        // What follows the last piece: the target, and whether the arrow looks like a return.
        let mut behind = (way.to, usize::from(way.is_return));
        let mut own: Vec<usize> = Vec::with_capacity(pieces.len());
        for piece in pieces.iter().rev() {
            let key = (behind, piece.is_level, piece.is_rising, piece.line);
            let next = numbers.len();
            let number = *numbers.entry(key).or_insert(next);
            own.push(number);
            // Never mistaken for a target.
            behind = (number, 2);
        }
        own.reverse();
        bundle_of.push(own);
    }
    bundle_of
}

//! A part of the picture from one upright cut to the next: only with the lanes in which something happens there, and cut
//! between lanes where it is still too high.
use std::collections::BTreeSet;

use super::cuts::{self, Candidate, Cuts, Extent};
use super::survey::{COSTS, Ground, Survey};

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// From left to right.
    pub(super) extent: Extent,
    /// Its lanes.
    pub(super) fold: Fold,
    /// From top to bottom, as its lanes are folded.
    pub(super) rows: Cuts,
}

/// The lanes of a column, moved up into the place of those in which nothing happens there.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fold(Vec<Kept>);

/// A lane that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kept {
    /// Its place in the list of lanes.
    pub(super) index: usize,
    /// Where it is in the picture.
    from: f64,
    to: f64,
    /// Where it comes to lie.
    pub(super) at: f64,
}

impl Column {
    /// The column within `extent`, cut into rows of at most `room`.
    pub(super) fn of(survey: &Survey, extent: Extent, room: f64) -> Option<Self> {
        let fold = Fold::of(survey, extent);
        let candidates = borders(survey, extent, &fold);
        let top = survey.body.y;
        let rows = cuts::best(top, fold.bottom(top), &candidates, room)?;
        Some(Self { extent, fold, rows })
    }
}

impl Fold {
    fn of(survey: &Survey, extent: Extent) -> Self {
        let lanes = &survey.drawing.placement.lanes;
        let mut shown = busy(survey, extent.from, extent.to);
        if extent.is_first {
            // A lane in which nothing ever happens is shown once.
            let all = busy(survey, f64::NEG_INFINITY, f64::INFINITY);
            shown.extend((0..lanes.len()).filter(|lane| !all.contains(lane)));
        }
        if shown.is_empty() || (extent.is_first && extent.is_last) {
            shown = (0..lanes.len()).collect();
        }
        let mut at = survey.body.y;
        let kept = shown.into_iter().map(|index| {
            let rect = lanes[index].rect;
            let kept = Kept {
                index,
                from: rect.y,
                to: rect.bottom(),
                at,
            };
            at += rect.h;
            kept
        });
        Self(kept.collect())
    }

    /// The lanes that are shown.
    pub(super) fn kept(&self) -> &[Kept] {
        &self.0
    }

    /// Where a height of the picture comes to lie.
    pub(super) fn y(&self, y: f64) -> f64 {
        let mut bottom = y;
        for (n, kept) in self.0.iter().enumerate() {
            if y < kept.from {
                // Above all lanes nothing is folded.
                return if n == 0 { y.min(kept.at) } else { bottom };
            }
            if y <= kept.to {
                return kept.at + y - kept.from;
            }
            bottom = kept.at + kept.to - kept.from;
        }
        bottom
    }

    /// Where the last lane ends; `top` where there is none.
    fn bottom(&self, top: f64) -> f64 {
        self.0
            .last()
            .map_or(top, |kept| kept.at + kept.to - kept.from)
            .max(top + 1.0)
    }
}

/// The lanes in which something stands or runs along between `from` and `to`. An arrow that only comes through from above
/// to below leaves a lane idle.
fn busy(survey: &Survey, from: f64, to: f64) -> BTreeSet<usize> {
    let placement = &survey.drawing.placement;
    let mut heights: Vec<(f64, f64)> = Vec::new();
    let inside = survey.wholes.iter();
    for whole in inside.filter(|it| it.ground() == Ground::Inside) {
        if from <= whole.anchor.x && whole.anchor.x < to {
            let middle = whole.area.centre().y;
            heights.extend([(whole.anchor.y, whole.anchor.y), (middle, middle)]);
        }
    }
    let segments = placement.edges.iter().flat_map(|it| it.points.windows(2));
    for pair in segments {
        let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
        if right - left > 1.0 && left.max(from) < right.min(to) {
            heights.push((pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y)));
        }
    }
    let is_busy = |(_, lane): &(usize, &kaizu_model::PlacedLane)| {
        let (top, bottom) = (lane.rect.y, lane.rect.bottom());
        heights
            .iter()
            .any(|(low, high)| *low <= bottom && *high >= top)
    };
    let lanes = placement.lanes.iter().enumerate().filter(is_busy);
    lanes.map(|(n, _)| n).collect()
}

/// The borders between the lanes that are shown.
fn borders(survey: &Survey, extent: Extent, fold: &Fold) -> Vec<Candidate> {
    let edges = &survey.drawing.placement.edges;
    let wholes = survey.wholes.iter().filter(|it| {
        it.ground() == Ground::Inside && extent.from <= it.anchor.x && it.anchor.x < extent.to
    });
    let candidate = |kept: &Kept| {
        let above = wholes.clone().filter(|it| it.anchor.y < kept.from);
        let bottoms = above.map(|it| fold.y(it.anchor.y) + it.area.bottom() - it.anchor.y);
        let segments = edges.iter().flat_map(|edge| edge.points.windows(2));
        let crossing = segments.filter(|pair| {
            let is_here = |x: f64| extent.from <= x && x <= extent.to;
            (pair[0].y < kept.from) != (pair[1].y < kept.from)
                && (is_here(pair[0].x) || is_here(pair[1].x))
        });
        Candidate {
            at: kept.at,
            reach: bottoms.fold(kept.at, f64::max),
            cost: crossing.count() as u32 * COSTS.0,
        }
    };
    fold.0.iter().skip(1).map(candidate).collect()
}

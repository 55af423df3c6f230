//! A part of the picture from one upright cut to the next: only with the lanes in which something happens there, and cut
//! between lanes where it is still too high.
use std::collections::BTreeSet;

use kaizu_model::{PlacedLane, RecordId};

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

/// What of a lane is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kept {
    /// Its place in the list of lanes.
    pub(super) index: usize,
    /// Where that is in the picture.
    from: f64,
    to: f64,
    /// Where it comes to lie.
    pub(super) at: f64,
}

/// White space that stays between what a lane holds and its borders.
const PADDING: f64 = 16.0;
/// No lane is lower.
const LOWEST: f64 = 48.0;
/// White space above and below the name of a lane.
const AIR: f64 = 8.0;

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

impl Kept {
    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.to - self.from
    }
}

impl Fold {
    fn of(survey: &Survey, extent: Extent) -> Self {
        let lanes = &survey.drawing.placement.lanes;
        let is_whole = extent.is_first && extent.is_last;
        let held = held(survey, extent.from, extent.to);
        // A lane in which nothing ever happens is shown once. Where nothing happens at all, because what people put
        // somewhere lies far apart, all lanes are shown: arrows come through them.
        let ever = if held.iter().all(Option::is_none) {
            BTreeSet::new()
        } else {
            held_anywhere(survey, extent)
        };
        let mut at = survey.body.y;
        let mut kept = Vec::new();
        for (index, lane) in lanes.iter().enumerate() {
            let whole = (lane.rect.y, lane.rect.bottom());
            let shown = match held[index] {
                _ if is_whole => Some(whole),
                Some(held) => Some(trimmed(whole, held, least(lane))),
                None if ever.contains(&index) => None,
                None => {
                    let middle = lane.rect.centre().y;
                    Some(trimmed(whole, (middle, middle), least(lane)))
                }
            };
            if let Some((from, to)) = shown {
                kept.push(Kept {
                    index,
                    from,
                    to,
                    at,
                });
                at += to - from;
            }
        }
        Self(kept)
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
            bottom = kept.at + kept.height();
        }
        bottom
    }

    /// Where the last lane ends; `top` where there is none.
    fn bottom(&self, top: f64) -> f64 {
        self.0
            .last()
            .map_or(top, |kept| kept.at + kept.height())
            .max(top + 1.0)
    }
}

/// The height that the name of a lane needs.
fn least(lane: &PlacedLane) -> f64 {
    let (Some(first), Some(last)) = (lane.lines.first(), lane.lines.last()) else {
        return LOWEST;
    };
    LOWEST.max(last.at.y - first.at.y + last.size + 2.0 * AIR)
}

/// `held` with white space around it, within `lane`, and high enough for its name.
fn trimmed(lane: (f64, f64), held: (f64, f64), least: f64) -> (f64, f64) {
    let (from, to) = (
        (held.0 - PADDING).max(lane.0),
        (held.1 + PADDING).min(lane.1),
    );
    let more = (least.min(lane.1 - lane.0) - (to - from)).max(0.0) / 2.0;
    let from = (from - more).max(lane.0);
    let to = (to + more).min(lane.1);
    // What one border leaves no room for goes to the other.
    let missing = (least.min(lane.1 - lane.0) - (to - from)).max(0.0);
    ((from - missing).max(lane.0), (to + missing).min(lane.1))
}

/// The lanes that need not be shown here, because something happens in them elsewhere; all but in the first column.
fn held_anywhere(survey: &Survey, extent: Extent) -> BTreeSet<usize> {
    let all = if extent.is_first {
        held(survey, f64::NEG_INFINITY, f64::INFINITY)
    } else {
        return (0..survey.drawing.placement.lanes.len()).collect();
    };
    let held = all
        .into_iter()
        .enumerate()
        .filter(|(_, held)| held.is_some());
    held.map(|(lane, _)| lane).collect()
}

/// From where to where something stands or runs along in each lane between `from` and `to`. An arrow that only comes
/// through leaves a lane idle.
fn held(survey: &Survey, from: f64, to: f64) -> Vec<Option<(f64, f64)>> {
    let placement = &survey.drawing.placement;
    let is_here = |x: f64| from <= x && x < to;
    let inside = survey.wholes.iter();
    let inside = inside.filter(|it| it.ground() == Ground::Inside && is_here(it.anchor.x));
    let mut spans: Vec<(f64, f64)> = Vec::new();
    let mut carriers: BTreeSet<RecordId> = BTreeSet::new();
    for whole in inside {
        spans.push((whole.area.y, whole.area.bottom()));
        carriers.insert(whole.atom.id);
    }
    for edge in &placement.edges {
        let ends = edge.points.first().into_iter().chain(edge.points.last());
        if ends.clone().any(|end| is_here(end.x)) || carriers.contains(&edge.id.into()) {
            let level = edge.points.windows(2).filter(|pair| {
                let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
                right - left > 1.0 && left.max(from) < right.min(to)
            });
            spans.extend(level.map(|pair| (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y))));
        }
    }
    let lanes = placement.lanes.iter().map(|lane| {
        let (top, bottom) = (lane.rect.y, lane.rect.bottom());
        let here = spans.iter().filter(|(low, high)| {
            let middle = f64::midpoint(*low, *high);
            let reaches = |y: f64| top <= y && y <= bottom;
            // What sticks out a little into the next lane does not make that lane busy.
            reaches(middle) || (*high - *low > LOWEST * 2.0 && *low < bottom && *high > top)
        });
        here.copied()
            .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    });
    lanes.collect()
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

//! Where a long thing is cut so that every part fits: in as few parts as can be, through as little as can be, evenly.
use crate::theme;

/// From a cut to where arrows that break off there have found their place.
pub(super) const SLANT: f64 = 14.0;
/// From there to the circle.
pub(super) const STUB: f64 = 13.0;
/// The room behind a cut for the circles in which arrows break off.
pub(super) const STRIP: f64 = SLANT + STUB + 2.0 * theme::CONNECTOR + 4.0;

/// A place where one could cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Where.
    pub(super) at: f64,
    /// How far things that begin before it stick out beyond it; `at` where nothing does.
    pub(super) reach: f64,
    /// What a cut there costs: arrows that break off, and other reasons against it.
    pub(super) cost: u32,
}

/// A part between two cuts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// Where the last thing that begins in it ends.
    pub(super) reach: f64,
    /// Whether nothing comes before it.
    pub(super) is_first: bool,
    /// Whether nothing comes after it.
    pub(super) is_last: bool,
}

/// A part is filled at least this far, or it costs something.
const FILLED: f64 = 0.6;
/// What an empty part would cost.
const EMPTY: f64 = 15.0;

/// The parts, and what their cuts cost.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cuts {
    /// From first to last.
    pub(super) parts: Vec<Extent>,
    /// The sum over all cuts.
    pub(super) cost: u32,
}

impl Extent {
    /// The room before it.
    pub(super) fn before(&self) -> f64 {
        if self.is_first { 0.0 } else { STRIP }
    }

    /// How long it is with the room before and behind it.
    pub(super) fn length(&self) -> f64 {
        let after = if self.is_last { 0.0 } else { STRIP };
        self.before() + self.reach - self.from + after
    }
}

impl Cuts {
    /// The places of the cuts.
    pub(super) fn between(&self) -> Vec<f64> {
        self.parts.iter().skip(1).map(|part| part.from).collect()
    }
}

/// The best way to one of the candidates: how many parts, what they cost, how uneven they are, and the cut before.
#[derive(Clone, Copy)]
struct Way {
    n: usize,
    cost: u32,
    uneven: f64,
    before: usize,
}

impl Way {
    fn is_better(&self, than: &Self) -> bool {
        (self.n, self.cost)
            .cmp(&(than.n, than.cost))
            .then(self.uneven.total_cmp(&than.uneven))
            .is_lt()
    }
}

/// What it costs that a part is filled only so far. Nobody likes a sheet with two steps on it.
fn lacking(filled: f64) -> u32 {
    ((FILLED - filled).max(0.0) / FILLED * EMPTY) as u32
}

/// Cuts what reaches from `from` to `to` at some of `candidates`, which are in order, into parts of at most `room`.
/// Nothing where that cannot be.
pub(super) fn best(from: f64, to: f64, candidates: &[Candidate], room: f64) -> Option<Cuts> {
    let edge = |at| Candidate {
        at,
        reach: at,
        cost: 0,
    };
    let inside = candidates.iter().filter(|it| it.at > from && it.at < to);
    let mut stops = vec![edge(from)];
    stops.extend(inside.copied());
    stops.push(edge(to));
    let last = stops.len() - 1;
    let part = |before: usize, after: usize| Extent {
        from: stops[before].at,
        to: stops[after].at,
        reach: stops[after].reach.max(stops[after].at),
        is_first: before == 0,
        is_last: after == last,
    };
    let mut ways: Vec<Option<Way>> = vec![None; stops.len()];
    ways[0] = Some(Way {
        n: 0,
        cost: 0,
        uneven: 0.0,
        before: 0,
    });
    for after in 1..stops.len() {
        for before in (0..after).rev() {
            let length = part(before, after).length();
            // The first part needs no room before it: it may fit where the second does not.
            if length > room + 1e-6 + if before > 0 { STRIP } else { 0.0 } {
                break;
            }
            let Some(way) = ways[before].filter(|_| length <= room + 1e-6) else {
                continue;
            };
            let way = Way {
                n: way.n + 1,
                cost: way.cost + stops[after].cost + lacking(length / room),
                uneven: way.uneven + length * length,
                before,
            };
            if ways[after].is_none_or(|known| way.is_better(&known)) {
                ways[after] = Some(way);
            }
        }
    }
    let cost = ways[last]?.cost;
    let mut parts = Vec::new();
    let mut at = last;
    while at > 0 {
        let before = ways[at]?.before;
        parts.push(part(before, at));
        at = before;
    }
    parts.reverse();
    Some(Cuts { parts, cost })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates(costs: &[(f64, u32)]) -> Vec<Candidate> {
        let candidate = |(at, cost): &(f64, u32)| Candidate {
            at: *at,
            reach: *at,
            cost: *cost,
        };
        costs.iter().map(candidate).collect()
    }

    fn cut(costs: &[(f64, u32)], room: f64) -> Option<Vec<f64>> {
        let cuts = best(0.0, 1000.0, &candidates(costs), room)?;
        assert!(cuts.parts.iter().all(|part| part.length() <= room + 1e-6));
        Some(cuts.between())
    }

    #[test]
    fn what_fits_is_not_cut() {
        assert_eq!(cut(&[(500.0, 0)], 1000.0), Some(vec![]));
    }

    #[test]
    fn few_parts_count_more_than_few_arrows_and_those_more_than_evenness() {
        let costs = [(300.0, 0), (480.0, 16), (560.0, 12), (720.0, 0)];
        assert_eq!(cut(&costs, 700.0), Some(vec![560.0]));
        assert_eq!(cut(&costs, 800.0), Some(vec![300.0]));
        assert_eq!(cut(&costs, 590.0), Some(vec![480.0]));
        assert_eq!(
            cut(&[(450.0, 1), (500.0, 1), (600.0, 1)], 800.0),
            Some(vec![500.0])
        );
    }

    #[test]
    fn what_cannot_be_cut_is_told() {
        assert_eq!(cut(&[(500.0, 0)], 400.0), None);
    }

    #[test]
    fn what_sticks_out_beyond_a_cut_counts() {
        let stop = [Candidate {
            at: 500.0,
            reach: 580.0,
            cost: 0,
        }];
        assert!(best(0.0, 1000.0, &stop, 500.0 + STRIP).is_none());
        assert!(best(0.0, 1000.0, &stop, 580.0 + STRIP).is_some());
    }
}

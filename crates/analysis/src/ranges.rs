//! How far the figures of a flow can be trusted: their ranges, and what should be measured first.
//!
//! Minutes that somebody measured or noted down are taken as they are. Where a range was given, its bounds count; an
//! estimate without one may be wrong by [`ESTIMATE`]. The bounds of a figure are reached where every guess is wrong to
//! the same side: wider than likely, never too narrow. Where minutes are missing, a figure has no upper bound, and its
//! lower one is what is known.
use kaizu_model::{Method, NodeId, Step, Work};
use serde::Serialize;
use ts_rs::TS;

use crate::graph::{Graph, Index};
use crate::lead::lead;

/// By how much an estimate without a range may be too high or too low. An assumption, told wherever it is used.
pub const ESTIMATE: f64 = 0.3;

/// How many inputs are named that should be measured first.
const FIRST: usize = 3;

/// A figure between two bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct Range {
    /// At the least.
    pub low: f64,
    /// Most likely; unknown where an input is.
    pub likely: Option<f64>,
    /// At the most; unknown where an input is.
    pub high: Option<f64>,
}

impl Range {
    /// Whether it is one number.
    pub fn is_exact(&self) -> bool {
        self.high == Some(self.low)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            likely: self.likely.zip(other.likely).map(|(a, b)| a + b),
            high: self.high.zip(other.high).map(|(a, b)| a + b),
        }
    }

    fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            likely: self.likely.map(|it| it * factor),
            high: self.high.map(|it| it * factor),
        }
    }
}

/// An input whose measurement would make a figure surer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    /// The step whose minutes are guessed or missing.
    pub node: NodeId,
    /// By how many minutes a case the figures could lie apart because of it; `None` where nothing is known of it.
    pub minutes_per_case: Option<f64>,
    /// Its part of everything that is uncertain, from 0 to 1; `None` where it or another input is missing.
    pub share: Option<f64>,
}

/// The ranges of the figures that hang on minutes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Ranges {
    /// Minutes of everyone but residents and businesses, a case.
    pub staff_min_per_case: Range,
    /// Minutes of residents and businesses, a case.
    pub resident_min_per_case: Range,
    /// From start to end, in office hours; `None` where it cannot be told.
    pub lead_working_hours: Option<Range>,
    /// Staff hours a year; `None` where the cases are unknown.
    pub staff_hours_per_year: Option<Range>,
}

/// The ranges of the figures of `graph`; `None` where a loop never ends.
pub fn ranges(graph: &Graph) -> Option<Ranges> {
    graph.visits()?;
    let executed = || graph.steps().filter(|(n, _)| graph.visit(*n) > 0.0);
    let sum = |is_counted: &dyn Fn(Index) -> bool| {
        let nothing = Range {
            low: 0.0,
            likely: Some(0.0),
            high: Some(0.0),
        };
        let steps = executed().filter(|(n, _)| is_counted(*n));
        steps.fold(nothing, |sum, (n, step)| {
            sum.plus(minutes(step).times(graph.visit(n)))
        })
    };
    let staff_min_per_case = sum(&|n| graph.is_staff(n));
    Some(Ranges {
        staff_min_per_case,
        resident_min_per_case: sum(&|n| graph.is_customers(n)),
        lead_working_hours: lead_range(graph),
        staff_hours_per_year: graph
            .volume()
            .map(|volume| staff_min_per_case.times(volume / 60.0)),
    })
}

/// Person-minutes of one execution.
fn minutes(step: &Step) -> Range {
    minutes_of(step).times(step.people.map_or(1.0, kaizu_model::Quantity::get))
}

/// Minutes of one execution, whoever takes part.
pub fn minutes_of(step: &Step) -> Range {
    let Some(likely) = step.minutes.map(kaizu_model::Minutes::get) else {
        return Range::default();
    };
    let (low, high) = match (step.method, step.work) {
        (Some(Method::Measured), _) => (likely, likely),
        (_, Some(Work::Triangular { low, high, .. } | Work::Uniform { low, high })) => {
            (low.get(), high.get())
        }
        (Some(Method::Estimated | Method::Ratio), _) => {
            (likely * (1.0 - ESTIMATE), likely * (1.0 + ESTIMATE))
        }
        (Some(Method::Reported) | None, _) => (likely, likely),
    };
    Range {
        low,
        likely: Some(likely),
        high: Some(high),
    }
}

/// The lead time with every guess at its bounds; waits are taken as they were entered.
fn lead_range(graph: &Graph) -> Option<Range> {
    let knows = |it: &dyn Fn(Range) -> Option<f64>| {
        let steps = || graph.steps().filter(|(n, _)| graph.visit(*n) > 0.0);
        let is_known =
            steps().all(|(n, step)| it(minutes_of(step)).is_some() && graph.wait(n).is_some());
        is_known.then(|| {
            lead(graph, &|n| {
                let work = graph.step(n).and_then(|step| it(minutes_of(step)));
                work.unwrap_or(0.0) / 60.0 + graph.wait(n).unwrap_or(0.0)
            })
        })?
    };
    let low = knows(&|range| range.likely.map(|_| range.low))?;
    Some(Range {
        low,
        likely: knows(&|range| range.likely),
        high: knows(&|range| range.high),
    })
}

/// The guesses that move the minutes of a case most, three at most, the most important first: what is missing comes before what is guessed, and what is done more
/// often before what is done seldom.
pub fn measure_first(graph: &Graph) -> Vec<Uncertain> {
    let of = |(n, step): (Index, &Step)| {
        let range = minutes(step);
        (
            n,
            graph.visit(n),
            range.high.map(|high| (high - range.low) * graph.visit(n)),
        )
    };
    let executed = graph.steps().filter(|(n, _)| graph.visit(*n) > 0.0);
    let mut guesses: Vec<(Index, f64, Option<f64>)> = executed
        .map(of)
        .filter(|(_, _, apart)| apart.is_none_or(|apart| apart > 0.0))
        .collect();
    guesses.sort_by(|(a, a_visits, a_apart), (b, b_visits, b_apart)| {
        let missing_first = a_apart.is_some().cmp(&b_apart.is_some());
        let wider = |visits: &f64, apart: &Option<f64>| apart.unwrap_or(*visits);
        missing_first
            .then(wider(b_visits, b_apart).total_cmp(&wider(a_visits, a_apart)))
            .then(a.cmp(b))
    });
    let all: Option<f64> = guesses.iter().map(|(_, _, apart)| *apart).sum();
    let named = guesses.iter().take(FIRST);
    named
        .map(|(n, _, apart)| Uncertain {
            node: graph.id(*n),
            minutes_per_case: *apart,
            share: apart.zip(all).map(|(apart, all)| apart / all),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn of(text: &str) -> (Ranges, Vec<Uncertain>, Vec<String>) {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let ranges = ranges(&graph).unwrap();
        let first = measure_first(&graph);
        let names = first
            .iter()
            .filter_map(|it| graph.index(it.node))
            .map(|n| graph.name(n).to_owned());
        let names = names.collect();
        (ranges, first, names)
    }

    fn range(low: f64, likely: f64, high: f64) -> Range {
        Range {
            low,
            likely: Some(likely),
            high: Some(high),
        }
    }

    #[test]
    fn what_was_entered_is_taken_as_it_is() {
        let (ranges, _, first) = of(
            "@年間件数 60件\n係: 受ける 5分 [待ち1時間]\n係: 見る 10分 [待ち2時間]\n  測り方: 実測\n",
        );
        assert_eq!(ranges.staff_min_per_case, range(15.0, 15.0, 15.0));
        assert_eq!(ranges.staff_hours_per_year, Some(range(15.0, 15.0, 15.0)));
        assert_eq!(ranges.lead_working_hours, Some(range(3.25, 3.25, 3.25)));
        assert!(first.is_empty());
    }

    #[test]
    fn guesses_give_ranges_and_the_widest_is_measured_first() {
        let text = "係: 受ける 5〜10分\n係: 見る 10分\n  測り方: 推定\n  人数: 2人\n係: 半分は直すか [分岐]\n  50% 要 → #N\n\
                    \x20 50% 不要 → #E\n係: 直す 1〜3分 [#N]\n係: 送る 4分 [#E]\n";
        let (ranges, guesses, first) = of(text);
        assert_eq!(
            ranges.staff_min_per_case,
            range(
                5.0 + 14.0 + 0.5 + 4.0,
                7.5 + 20.0 + 1.0 + 4.0,
                10.0 + 26.0 + 1.5 + 4.0
            )
        );
        assert_eq!(first, ["見る", "受ける", "直す"]);
        let shares = guesses.iter().filter_map(|it| it.share);
        assert!((shares.sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_missing_leaves_a_lower_bound_and_comes_first() {
        let (ranges, guesses, first) = of("係: 受ける 5〜10分\n係: 見る\n係: 送る 4分\n");
        let least = Range {
            low: 9.0,
            likely: None,
            high: None,
        };
        assert_eq!(ranges.staff_min_per_case, least);
        assert_eq!(first, ["見る", "受ける"]);
        assert_eq!(guesses[1].share, None);
        assert_eq!(ranges.lead_working_hours, None);
    }

    #[test]
    fn what_was_measured_has_no_range_however_it_varies() {
        let (ranges, _, first) = of("係: 受ける 5〜10分\n  測り方: 実測\n");
        assert!(ranges.staff_min_per_case.is_exact());
        assert!(first.is_empty());
    }
}

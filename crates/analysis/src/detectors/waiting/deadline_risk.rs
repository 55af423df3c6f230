//! Cases that take longer than the published standard period (標準処理期間).
//!
//! What is counted is the time from start to end without the applicant's own time and without waiting for other parties; what
//! is unknown counts as nothing. Where the flow was played, more than one case in twenty may not take longer. Where it was
//! not, the expected time is looked at alone: then one that is within the period does not say that every case is.
//!
//! ## Why it is waste
//! The city promised the period in public; who has to wait longer calls, and may complain by law.
//!
//! ## Flagged
//! ```flow
//! @標準処理期間 5日
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 申請を審査する 30分 [審査 待ち24時間]
//! 課長: 許可を決裁する 2分 [決裁 待ち16時間]
//! ```
//!
//! ## Clean
//! Neither time that is within the period nor that of the applicant and of others:
//! ```flow
//! @標準処理期間 10日
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 申請を審査する 30分 [審査 待ち24時間]
//! 課長: 許可を決裁する 2分 [決裁 待ち16時間]
//! ```
//! ```flow
//! @標準処理期間 5日
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 県の意見を聞く 30分 [照会 待ち24時間]
//!   待ちの理由: 相手方待ち
//! 課長: 許可を決裁する 2分 [決裁 待ち16時間]
//! ```
//!
//! ## What to do
//! Shorten the longest waits first; where that is not possible, publish a period that can be kept.
//!
//! ## Also
//! A03
use kaizu_model::{Outcome, Quantity};

use super::longest::{felt, longest, places};
use crate::demand::hours_a_day;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::processing::{LATE, is_own_wait, processing_days};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "deadline-risk"
    }

    fn code(&self) -> &'static str {
        "W04"
    }

    fn source(&self) -> &'static str {
        include_str!("deadline_risk.rs")
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(standard) = graph.process.standard_days.map(Quantity::get) else {
            return;
        };
        let played = graph.outcome();
        let played = played.and_then(|it| Some((it, it.over_standard_period?)));
        found.extend(match played {
            Some((outcome, share)) => self.seen(graph, standard, outcome, share),
            None => self.expected(graph, standard),
        });
    }
}

impl Rule {
    /// What playing showed: whether too great a part of the cases takes longer.
    fn seen(&self, graph: &Graph, standard: f64, outcome: &Outcome, share: f64) -> Option<Finding> {
        let waits = outcome.steps.iter().filter_map(|step| {
            let node = graph.index(step.node)?;
            let other = Some(step.other_wait_hours).filter(|_| is_own_wait(graph, node));
            let hours = step.queue_hours + other.unwrap_or(0.0);
            Some((node, hours * step.visits_per_case))
        });
        let p90 = outcome.lead_hours.p90 / hours_a_day(graph.document);
        (share > LATE).then(|| {
            Finding::at(self, graph, lying(graph, &felt(graph, waits)))
                .played()
                .number("share", share)
                .number("p90_days", p90)
                .number("standard_days", standard)
        })
    }

    /// What is to be expected: whether cases take longer even on average.
    fn expected(&self, graph: &Graph, standard: f64) -> Option<Finding> {
        // Adding up parts leaves a rest behind the twelfth decimal.
        let days = processing_days(graph).filter(|days| *days > standard + 1e-9)?;
        let waits = longest(graph, &|n| is_own_wait(graph, n));
        Some(
            Finding::at(self, graph, lying(graph, &waits))
                .number("days", days)
                .number("standard_days", standard),
        )
    }
}

/// Where cases wait longest; where the city works, if they wait nowhere.
fn lying(graph: &Graph, waits: &[(Index, f64)]) -> Vec<Index> {
    let busy = || graph.steps().map(|(n, _)| n).filter(|n| graph.is_staff(*n));
    if waits.is_empty() {
        busy().collect()
    } else {
        places(waits)
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::{NodeId, StepOutcome, TimeSpread, notation};

    use super::*;
    use crate::finding::Fact;

    const SLOW: &str = "@標準処理期間 5日\n窓口: 受け付ける 5分 [受領]\n\
                        審査担当: 審査する 30分 [審査 待ち24時間]\n課長: 決裁する 2分 [決裁 待ち16時間]\n";

    /// What is found where so great a part of the cases was late, and cases waited so many hours before each step.
    fn found(text: &str, late: Option<f64>, waits: &[f64]) -> Vec<Finding> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let step = |(n, hours): (usize, &f64)| StepOutcome {
            node: graph.id(n),
            visits_per_case: 1.0,
            queue_hours: *hours,
            other_wait_hours: 0.0,
            work_hours: 0.1,
        };
        let outcome = Outcome {
            over_standard_period: late,
            lead_hours: TimeSpread {
                p90: 62.0,
                ..TimeSpread::default()
            },
            steps: waits.iter().enumerate().map(step).collect(),
            ..Outcome::default()
        };
        let graph = graph.with_outcome(&outcome);
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found
    }

    #[test]
    fn more_than_one_late_case_in_twenty_is_a_risk() {
        let found = found(SLOW, Some(0.06), &[0.0, 3.0, 0.0]);
        let facts = &found[0].facts;
        assert_eq!(facts["share"], Fact::Number(0.06));
        assert_eq!(facts["p90_days"], Fact::Number(8.0));
        assert_eq!(facts["standard_days"], Fact::Number(5.0));
        assert!(found[0].is_played && !facts.contains_key("days"));
        assert!(matches!(found[0].nodes[..], [NodeId::Step(_)]));
    }

    #[test]
    fn one_late_case_in_twenty_is_none_whatever_is_to_be_expected() {
        assert_eq!(found(SLOW, Some(0.05), &[]), []);
        assert_eq!(found(SLOW, Some(0.051), &[])[0].nodes.len(), 3);
    }

    #[test]
    fn what_is_to_be_expected_counts_where_nothing_was_seen() {
        let found = found(SLOW, None, &[]);
        assert!(found[0].facts.contains_key("days") && !found[0].is_played);
    }
}

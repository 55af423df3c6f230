//! A case that takes longer than the published standard period (標準処理期間) even on average.
//!
//! What is counted is the expected time from start to end without the applicant's own time and without waiting for other
//! parties; what is unknown counts as nothing. How cases spread around that average is not looked at.
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
use kaizu_model::WaitCause;

use super::longest::{longest, places};
use crate::demand::hours_a_day;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::lead::lead;

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
        let Some(standard) = graph.process.standard_days else {
            return;
        };
        let wait = |n: Index| graph.wait(n).filter(|_| is_own(graph, n)).unwrap_or(0.0);
        let hours = lead(graph, &|n| {
            let minutes = graph.step(n).and_then(|step| step.minutes);
            let work = minutes.filter(|_| graph.is_staff(n));
            wait(n) + work.map_or(0.0, |minutes| minutes.get() / 60.0)
        });
        let days = hours.map(|hours| hours / hours_a_day(graph.document));
        // Adding up parts leaves a rest behind the twelfth decimal.
        let Some(days) = days.filter(|days| *days > standard.get() + 1e-9) else {
            return;
        };
        let waits = longest(graph, &|n| is_own(graph, n));
        let busy = || graph.steps().map(|(n, _)| n).filter(|n| graph.is_staff(*n));
        let places = if waits.is_empty() {
            busy().collect()
        } else {
            places(&waits)
        };
        found.push(
            Finding::at(self, graph, places)
                .number("days", days)
                .number("standard_days", standard.get()),
        );
    }
}

/// Whether the wait before a step is the city's own.
fn is_own(graph: &Graph, node: Index) -> bool {
    let cause = graph.step(node).and_then(|step| step.wait_cause);
    graph.is_staff(node) && cause != Some(WaitCause::OtherParty)
}

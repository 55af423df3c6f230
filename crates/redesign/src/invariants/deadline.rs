//! I8: cases are done within the standard period (標準処理期間).
//!
//! Where both flows were played, no more than one case in twenty may take longer; else the expected time may not be longer. The
//! applicant's own time and that of other parties do not count. What must stay true is what is true: where today's flow does
//! not keep the period either, the invariant holds as long as that gets no worse, and says so; even where it gets worse, which
//! is told, no change is refused for it.
use kaizu_analysis::{LATE, processing_days};
use kaizu_model::Quantity;

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

/// What is said where today's flow misses the period and the better one misses it more.
pub(super) const WORSE: &str = "deadline-worse";

/// So much more of the cases may be late by chance.
const CHANCE: f64 = 0.02;

/// How two flows stand to the period.
struct Times {
    was: f64,
    is: f64,
    most: f64,
    /// What is no difference.
    apart: f64,
    kept: &'static str,
}

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let Some(times) = parts(pair).or_else(|| days(pair)) else {
        return said(true, "deadline-unknown", 0);
    };
    let is_late = |time: f64| time > times.most + 1e-9;
    match (is_late(times.was), is_late(times.is)) {
        (_, false) => said(true, times.kept, 1),
        (false, true) => said(false, "deadline-missed", 1),
        (true, true) if times.is > times.was + times.apart => said(false, WORSE, 1),
        (true, true) => said(true, "deadline-missed-before", 1),
    }
}

/// The parts of the cases that took longer, where both flows were played.
fn parts(pair: &Pair) -> Option<Times> {
    Some(Times {
        was: pair.as_is.outcome()?.over_standard_period?,
        is: pair.to_be.outcome()?.over_standard_period?,
        most: LATE,
        apart: CHANCE,
        kept: "deadline-kept-played",
    })
}

/// The expected days.
fn days(pair: &Pair) -> Option<Times> {
    Some(Times {
        most: pair.as_is.process.standard_days.map(Quantity::get)?,
        was: processing_days(pair.as_is)?,
        is: processing_days(pair.to_be)?,
        apart: 1e-9,
        kept: "deadline-kept",
    })
}

fn said(holds: bool, why: &'static str, looked_at: usize) -> InvariantResult {
    InvariantResult {
        holds,
        why,
        looked_at,
        ..Seen::default().result("I8", why, why)
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Outcome, notation};

    use super::*;
    use crate::invariants::forbids;
    use crate::invariants::tests::between;

    /// What is said about a flow whose decision waits so many hours, and then so many.
    fn waiting(head: &str, was: u32, is: u32) -> (bool, &'static str, bool) {
        let flow = |hours| {
            format!("{head}\n課: 受ける 5分 [受領]\n課: 決める 5分 [決裁 待ち{hours}時間]\n")
        };
        let [before, after] = [was, is].map(|hours| notation::parse(&flow(hours)).unwrap());
        let said = between([&before, &after], [None, None], check);
        let stops = forbids(&said);
        (said.holds, said.why, stops)
    }

    /// What is said where such parts of the cases were late.
    fn late(was: f64, is: f64) -> (bool, &'static str, bool) {
        let document = notation::parse("@標準処理期間 5日\n課: 受ける 5分 [受領]\n").unwrap();
        let outcome = |share| Outcome {
            over_standard_period: Some(share),
            ..Outcome::default()
        };
        let (was, is) = (outcome(was), outcome(is));
        let said = between([&document, &document], [Some(&was), Some(&is)], check);
        let stops = forbids(&said);
        (said.holds, said.why, stops)
    }

    #[test]
    fn what_is_expected_within_the_period_keeps_it() {
        let head = "@標準処理期間 5日";
        assert_eq!(waiting(head, 40, 30), (true, "deadline-kept", false));
        assert_eq!(waiting(head, 30, 40), (false, "deadline-missed", true));
        assert_eq!(waiting("", 30, 400), (true, "deadline-unknown", false));
    }

    #[test]
    fn what_today_s_flow_misses_as_well_is_told_and_stops_nothing() {
        let head = "@標準処理期間 2日";
        let before = (true, "deadline-missed-before", false);
        assert_eq!(waiting(head, 40, 30), before);
        assert_eq!(waiting(head, 40, 48), (false, WORSE, false));
    }

    #[test]
    fn where_both_were_played_one_late_case_in_twenty_is_kept() {
        assert_eq!(late(0.2, 0.05), (true, "deadline-kept-played", false));
        assert_eq!(late(0.05, 0.06), (false, "deadline-missed", true));
        assert_eq!(late(0.2, 0.205), (true, "deadline-missed-before", false));
        assert_eq!(late(0.2, 0.3), (false, WORSE, false));
    }
}

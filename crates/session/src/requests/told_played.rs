//! How long cases take today and in the better flow once both were played through time, as it is told.
use kaizu_model::TimeSpread;
use kaizu_redesign::Played;
use serde::Serialize;
use ts_rs::TS;

use super::office_time::told;
use super::told_outcome::{assumptions, percent};
use crate::Session;
use crate::words::Words;

/// How long cases take, before and after.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldPlayed {
    /// Cases in each replication.
    pub cases: u64,
    /// How often both were played, with the same chances.
    pub replications: u32,
    /// From the start of a case to its end, in office hours: before, after.
    pub lead_hours: [TimeSpread; 2],
    /// The part of it in which a case waits for people and for collected work: before, after.
    pub wait_hours: [TimeSpread; 2],
    /// The part of the cases that take longer than the standard period: before, after.
    pub over_standard_period: [Option<f64>; 2],
    /// What had to be assumed.
    pub assumptions: Vec<String>,
}

impl ToldPlayed {
    /// What `played` shows of a flow of `session`.
    pub(super) fn of(session: &Session, played: &Played) -> Self {
        let both = [&played.before, &played.after];
        Self {
            cases: played.before.cases,
            replications: played.before.replications,
            lead_hours: both.map(|it| it.lead_hours),
            wait_hours: both.map(|it| it.wait_hours),
            over_standard_period: both.map(|it| it.over_standard_period),
            assumptions: assumptions(session, &played.before.assumptions),
        }
    }

    /// As lines for people.
    pub(super) fn lines(&self, words: &Words, day: f64) -> Vec<String> {
        let hours = |hours: f64| told(words, day, hours, false);
        let spread = |id: &str, [was, is]: [TimeSpread; 2]| {
            let values = [
                ("was", hours(was.mean)),
                ("is", hours(is.mean)),
                ("low", hours(is.low95)),
                ("high", hours(is.high95)),
                ("was_most", hours(was.p90)),
                ("most", hours(is.p90)),
            ];
            words.tell(id, &values)
        };
        let share = |share: f64| Words::number(percent(share));
        let [was, is] = self.over_standard_period;
        let over = was.zip(is).map(|(was, is)| {
            let values = [("was", share(was)), ("is", share(is))];
            words.tell("played-over", &values)
        });
        let played = [
            ("cases", Words::number(self.cases as f64)),
            ("replications", self.replications.to_string()),
        ];
        let lines = [
            words.tell("simulate-played", &played),
            spread("played-lead", self.lead_hours),
            spread("played-wait", self.wait_hours),
        ];
        let all = lines
            .into_iter()
            .chain(over)
            .chain(self.assumptions.clone());
        all.map(|line| format!("  {line}")).collect()
    }
}

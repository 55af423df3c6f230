//! What a simulation shows of a change, beside today's.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::trial::{Levers, Question, Trial, try_out};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "TryOutCall")]
pub struct TryOut {
    /// What is asked.
    pub question: Question,
    /// What is turned.
    pub levers: Levers,
    /// What the window calls this work.
    pub job: String,
}

impl Ask for TryOut {
    type Answer = Trial;

    fn answer(self, desk: &Desk) -> Result<Trial, Problem> {
        let (session, flow) = desk.snapshot()?;
        let trial = desk.working(&self.job, |progress| {
            try_out(&session, flow, self.question, &self.levers, progress)
        })?;
        if let Some(outcome) = &trial.as_drawn {
            let mut state = desk.state();
            let played = (session.revision(), outcome.clone());
            state.opened()?.played.insert(flow, played);
        }
        Ok(trial)
    }
}

//! What a simulation shows of a change, beside today's.
use std::sync::Arc;

use kaizu_model::{Cancel, Progress};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Event};
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

impl Desk {
    /// Does long work that the window calls `job`: it hears how far it is, and can stop it.
    pub(super) fn working<T>(
        &self,
        job: &str,
        work: impl FnOnce(&Progress) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let cancel: Cancel = self.begin_job(job);
        let (hear, name) = (Arc::clone(&self.options.hear), job.to_owned());
        let progress = Progress::of(&cancel).heard_by(move |found| {
            let job = name.clone();
            hear(Event::Progress { job, found });
        });
        let answer = work(&progress);
        self.end_job(job);
        answer
    }
}

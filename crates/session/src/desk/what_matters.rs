//! Which inputs move the lead time most.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::trial::{Levers, Matters, Question, what_matters};

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WhatMattersCall")]
pub struct WhatMatters {
    /// What is asked.
    pub question: Question,
    /// What is turned.
    pub levers: Levers,
    /// What the window calls this work.
    pub job: String,
}

impl Ask for WhatMatters {
    type Answer = Matters;

    fn answer(self, desk: &Desk) -> Result<Matters, Problem> {
        let (session, flow) = desk.snapshot()?;
        desk.working(&self.job, |progress| {
            what_matters(&session, flow, self.question, &self.levers, progress)
        })
    }
}

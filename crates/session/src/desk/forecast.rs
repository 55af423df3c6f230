//! What formulas tell of a change, at once.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::requests::trial::{Forecast, Levers, Question, forecast};

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ForecastCall")]
pub struct LookAhead {
    /// What is asked.
    pub question: Question,
    /// What is turned.
    pub levers: Levers,
}

impl Ask for LookAhead {
    type Answer = Forecast;

    fn answer(self, desk: &Desk) -> Result<Forecast, Problem> {
        let (session, flow) = desk.snapshot()?;
        forecast(&session, flow, self.question, &self.levers)
    }
}

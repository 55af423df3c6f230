//! The end of long work.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Empty};
use crate::problem::Problem;

/// Asks to stop the work called `job`; nothing happens where it is done already.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CancelCall")]
pub struct Stop {
    /// The name that the window gave it.
    pub job: String,
}

impl Ask for Stop {
    type Answer = Empty;

    fn answer(self, desk: &Desk) -> Result<Empty, Problem> {
        if let Some(cancel) = desk.state().jobs.get(&self.job) {
            cancel.cancel();
        }
        Ok(Empty {})
    }
}

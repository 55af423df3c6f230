//! The end of long work.
use kaizu_model::Cancel;
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

impl Desk {
    /// A flag for the long work `job`, which `cancel` raises.
    pub(super) fn begin_job(&self, job: &str) -> Cancel {
        let cancel = Cancel::default();
        self.state().jobs.insert(job.to_owned(), cancel.clone());
        cancel
    }

    /// Forgets the long work `job`.
    pub(super) fn end_job(&self, job: &str) {
        self.state().jobs.remove(job);
    }
}

//! Long work, and its end.
use std::sync::Arc;

use kaizu_model::{Cancel, Progress};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Empty, Event};
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
    /// Does long work that the window calls `job`: it hears how far it is, and can stop it.
    pub(super) fn working<T>(
        &self,
        job: &str,
        work: impl FnOnce(&Progress) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let cancel = Cancel::default();
        self.state().jobs.insert(job.to_owned(), cancel.clone());
        let (hear, name) = (Arc::clone(&self.options.hear), job.to_owned());
        let progress = Progress::of(&cancel).heard_by(move |found| {
            let job = name.clone();
            hear(Event::Progress { job, found });
        });
        let answer = work(&progress);
        self.state().jobs.remove(job);
        answer
    }
}

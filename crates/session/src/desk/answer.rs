//! The one line that a front door needs: a call as text, an answer as text, whatever happens in between.
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use ts_rs::TS;

use super::{Answer, Call, Desk};
use crate::problem::Problem;

/// Nothing but that it was done.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Empty {}

/// What goes back through a front door.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Ok(Answer),
    Problem(Problem),
}

impl Desk {
    /// The answer to the call that `text` holds, as `{"ok":…}` or `{"problem":…}`.
    pub fn answer_json(&self, text: &str) -> String {
        let outcome = match serde_json::from_str::<Call>(text) {
            Ok(call) => self.caught(call),
            Err(error) => Err(self.unreadable(&error)),
        };
        let outcome = match outcome {
            Ok(answer) => Outcome::Ok(answer),
            Err(problem) => Outcome::Problem(problem),
        };
        serde_json::to_string(&outcome).unwrap_or_else(|_| self.unwritable())
    }

    /// The answer to `call`. A mistake in Kaizu itself comes back as a problem: the journal on the disk is safe.
    pub fn caught(&self, call: Call) -> Result<Answer, Problem> {
        self.guarded(|| self.answer(call))
    }

    /// What `act` gives; a mistake in Kaizu itself as a problem.
    pub(super) fn guarded<T>(
        &self,
        act: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        catch_unwind(AssertUnwindSafe(act))
            .unwrap_or_else(|_| Err(Problem::new(&self.words(), "internal", &[])))
    }

    fn unreadable(&self, error: &serde_json::Error) -> Problem {
        let values = [("reason", error.to_string())];
        Problem::new(&self.words(), "unreadable-call", &values)
    }

    fn unwritable(&self) -> String {
        let problem = Problem::new(&self.words(), "internal", &[]);
        serde_json::to_string(&Outcome::Problem(problem)).unwrap_or_default()
    }
}

//! What a window hears without having asked.
use serde::Serialize;
use ts_rs::TS;

use crate::problem::Problem;

/// What a window hears without having asked.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(rename = "DeskEvent")]
pub enum Event {
    /// Long work goes on.
    Progress {
        /// The name that the window gave the work.
        job: String,
        /// How much was found so far.
        found: usize,
    },
    /// Something went wrong outside a call.
    Told {
        /// What.
        problem: Problem,
    },
    /// A file was opened from outside the window.
    Opened {
        /// Whether the window has to look again.
        view_needed: bool,
    },
}

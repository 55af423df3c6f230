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
    /// Everything up to a revision was read back from the disk.
    Kept {
        /// The file.
        path: String,
        /// Up to which revision.
        revision: u64,
        /// When, in milliseconds since 1970.
        verified_at: i64,
    },
    /// The file that is open is damaged: nothing is written to it any more.
    Damaged {
        /// What there is to say of it.
        problem: Problem,
    },
    /// A file was opened from outside the window.
    Opened {
        /// Whether the window has to look again.
        view_needed: bool,
    },
}

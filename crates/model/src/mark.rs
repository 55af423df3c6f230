//! What is drawn over a flow: findings, voices, differences.
use serde::{Deserialize, Serialize};

use crate::{Difference, Level, RecordId};

/// One thing drawn over a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Over which record.
    pub at: RecordId,
    /// What.
    pub kind: MarkKind,
}

/// What can be drawn over a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// A flag with the word of the gravest finding there.
    Finding(Level),
    /// Counters of voices.
    Voices {
        /// Of staff.
        staff: u32,
        /// Of residents.
        residents: u32,
    },
    /// A ground that is the warmer the more people speak about it, and their number.
    Heat {
        /// How many; nobody has to be told, too: then no colour of the ground means anything else.
        people: u32,
    },
    /// A badge and border that say what becomes of it.
    Difference(Difference),
}

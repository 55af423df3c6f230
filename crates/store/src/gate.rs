//! The gate before the file of an open project: what is known of the file, and whether it may be written.
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::InterruptHandle;

use crate::Failure;

/// What is known of the file, and who may write in it.
#[derive(Default)]
pub(crate) struct Gate {
    state: Mutex<Known>,
    changed: Condvar,
}

#[derive(Default)]
struct Known {
    health: Health,
    is_over: bool,
    /// Ends a long look at the file.
    look: Option<InterruptHandle>,
}

/// What is known of the file.
#[derive(Clone, Debug, Default)]
pub(crate) enum Health {
    /// Nothing: edits wait.
    #[default]
    Unknown,
    /// Nothing, and it cannot be looked at now: edits are refused until it can.
    Unseen,
    /// It was closed in order: edits need not wait until it was looked at.
    Assumed,
    /// It was looked at.
    Whole,
    /// It was looked at, and something is lost or makes no sense.
    Damaged(String),
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.known().health.fmt(f)
    }
}

impl Gate {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn learn(&self, health: Health) {
        self.known().health = health;
        self.changed.notify_all();
    }

    /// Refuses edits that wait for a look which cannot be taken now. Who need not wait goes on.
    pub(crate) fn put_off(&self) {
        let mut known = self.known();
        if let Health::Unknown = known.health {
            known.health = Health::Unseen;
        }
        drop(known);
        self.changed.notify_all();
    }

    /// Begins a long look that `look` ends; false where it is over already.
    pub(crate) fn begins(&self, look: InterruptHandle) -> bool {
        let mut known = self.known();
        known.look = Some(look);
        !known.is_over
    }

    pub(crate) fn is_over(&self) -> bool {
        self.known().is_over
    }

    /// Waits until the file may be written.
    pub(crate) fn admit(&self) -> Result<(), Failure> {
        let mut known = self.known();
        loop {
            match &known.health {
                Health::Assumed | Health::Whole => return Ok(()),
                Health::Damaged(what) => return Err(Failure::Damaged(what.clone())),
                Health::Unseen => return Err(Failure::Unchecked),
                Health::Unknown => {
                    let waited = self.changed.wait(known);
                    known = waited.unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    /// Whether something of the file is lost or makes no sense.
    pub(crate) fn is_damaged(&self) -> bool {
        matches!(self.known().health, Health::Damaged(_))
    }

    /// The long look came to its end.
    pub(crate) fn ends_look(&self) {
        self.known().look = None;
    }

    /// Nobody wants to know any more: ends a look that is going on.
    pub(crate) fn end(&self) {
        let mut known = self.known();
        known.is_over = true;
        if let Some(look) = known.look.take() {
            look.interrupt();
        }
    }
}

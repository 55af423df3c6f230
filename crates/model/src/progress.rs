//! How long work is told to stop, and tells how far it is.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A flag that asks work to stop. Copies share it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks everyone who holds this flag to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far work is: what asks it to stop, and how much it has found. Copies share both.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Asks it to stop.
    pub cancel: Cancel,
    found: Arc<AtomicUsize>,
}

impl Progress {
    /// Of work that `cancel` stops.
    pub fn of(cancel: &Cancel) -> Self {
        Self {
            cancel: cancel.clone(),
            found: Arc::default(),
        }
    }

    /// How much has been found so far.
    pub fn found(&self) -> usize {
        self.found.load(Ordering::Relaxed)
    }

    /// Tells that `found` have been found; never fewer than were told before.
    pub fn tell(&self, found: usize) {
        self.found.fetch_max(found, Ordering::Relaxed);
    }
}

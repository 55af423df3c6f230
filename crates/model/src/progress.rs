//! How long work is told to stop, and tells how far it is.
use std::fmt;
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

/// How far work is: what asks it to stop, how much it has found, and who hears of it. Copies share all of it.
#[derive(Clone, Default)]
pub struct Progress {
    /// Asks it to stop.
    pub cancel: Cancel,
    found: Arc<AtomicUsize>,
    hear: Option<Arc<dyn Fn(usize) + Send + Sync>>,
}

impl Progress {
    /// Of work that `cancel` stops.
    pub fn of(cancel: &Cancel) -> Self {
        Self {
            cancel: cancel.clone(),
            ..Self::default()
        }
    }

    /// The same, and `hear` is told each time that more was found.
    #[must_use]
    pub fn heard_by(self, hear: impl Fn(usize) + Send + Sync + 'static) -> Self {
        Self {
            hear: Some(Arc::new(hear)),
            ..self
        }
    }

    /// How much has been found so far.
    pub fn found(&self) -> usize {
        self.found.load(Ordering::Relaxed)
    }

    /// Tells that `found` have been found; never fewer than were told before.
    pub fn tell(&self, found: usize) {
        let known = self.found.fetch_max(found, Ordering::Relaxed);
        if let Some(hear) = self.hear.as_ref().filter(|_| found > known) {
            hear(found);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("cancel", &self.cancel)
            .field("found", &self.found)
            .finish_non_exhaustive()
    }
}

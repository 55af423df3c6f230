//! How the file of the open project is: what of it was read back from the disk, and whether it is damaged.
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kaizu_store::{Care, Report};

use super::{Desk, Event};
use crate::problem::Problem;
use crate::words::Words;

/// How long nobody must have edited before everything is copied into the file itself and read back.
const QUIET: Duration = Duration::from_secs(1);

/// How the file is; learnt beside the calls.
#[derive(Clone, Debug, Default)]
pub(super) struct Health(Arc<Mutex<Known>>);

/// What is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Everything up to this revision was read back, and when.
    pub(super) verified: Option<(u64, i64)>,
    /// Whether something of it is lost or makes no sense.
    pub(super) is_damaged: bool,
}

impl Health {
    /// What is known at this moment.
    pub(super) fn known(&self) -> Known {
        *self.lock()
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    /// How the project at `path` is looked after; what comes of it is learnt in `health` and told to the window in `words`.
    pub(super) fn care(&self, path: &Path, health: &Health, words: Arc<Words>) -> Care {
        let health = health.clone();
        let (hear, now_ms) = (Arc::clone(&self.options.hear), self.options.now_ms);
        let file = path.display().to_string();
        Care {
            home: self.options.home.clone(),
            now_ms,
            quiet: QUIET,
            hear: Arc::new(move |report| {
                let event = match report {
                    Report::Verified(revision) => {
                        let revision = u64::try_from(revision.0).unwrap_or_default();
                        let verified_at = now_ms();
                        health.lock().verified = Some((revision, verified_at));
                        Event::Kept {
                            path: file.clone(),
                            revision,
                            verified_at,
                        }
                    }
                    Report::Damaged(_) => {
                        health.lock().is_damaged = true;
                        let problem = Problem::new(&words, "damaged", &[]).in_file(&file);
                        Event::Damaged { problem }
                    }
                    Report::Failed(failure) => {
                        let problem = crate::failures::stored(&words, &failure).in_file(&file);
                        Event::Told { problem }
                    }
                };
                hear(event);
            }),
        }
    }
}

//! Erases a text or a person for good: the one thing that cannot be undone.
use kaizu_model::{Command, RecordId, Remove};
use kaizu_store::{Failure, backups, erase_in_copy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::traces::{Traces, erasure};
use super::{Ask, Desk};
use crate::problem::Problem;

/// Erases it from the project, its history and the copies that were kept of it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "EraseCall", optional_fields)]
pub struct Erase {
    /// A text.
    #[serde(default)]
    pub text: Option<String>,
    /// Or a person.
    #[serde(default)]
    pub person: Option<RecordId>,
}

/// What was erased.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Erased {
    /// Where it was held; of the copies, those from which it was erased.
    pub traces: Traces,
    /// Copies that could not be read and were removed for that.
    pub removed_copies: usize,
}

impl Ask for Erase {
    type Answer = Erased;

    fn answer(self, desk: &Desk) -> Result<Erased, Problem> {
        let now = desk.now();
        let mut state = desk.state();
        let opened = state.opened()?;
        if let Some(reading) = opened.reading() {
            return Err(opened.not_now(reading));
        }
        let erasure = erasure(opened, self.text.as_deref(), self.person)?;
        if let Some(person) = self.person
            && opened.session.document().record(person).is_some()
        {
            let remove = Command::from(Remove::new(person));
            state.change(now, |session, at| session.dispatch(&remove, at))?;
        }
        let opened = state.opened()?;
        let found = opened.session.with_store(|store| store.erase(&erasure))?;
        opened.saved_at = Some(now);
        opened.sent.clear();
        opened.flags.clear();
        let (mut copies, mut removed_copies, mut remains) = (0, 0, None);
        for copy in backups::of(&desk.options.home, &opened.path) {
            let erased = match erase_in_copy(&copy.path, &erasure) {
                Ok(found) => {
                    copies += usize::from(!found.is_empty());
                    Ok(())
                }
                // One that cannot be read may hold it.
                Err(Failure::Damaged(_) | Failure::NotAProject(_)) => {
                    removed_copies += 1;
                    backups::remove(&desk.options.home, &copy.path)
                }
                Err(failure) => Err(failure),
            };
            // The others are gone through all the same.
            remains = remains.or(erased.err());
        }
        if let Some(failure) = remains {
            let failure = Failure::Remains(failure.into());
            return Err(opened.session.stored(&failure));
        }
        drop(state);
        desk.remember();
        let traces = Traces {
            now: found.now,
            history: found.history,
            names: found.names,
            copies,
        };
        Ok(Erased {
            traces,
            removed_copies,
        })
    }
}

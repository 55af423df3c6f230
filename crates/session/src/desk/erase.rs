//! Erases a text or a person for good: the one thing that cannot be undone.
use kaizu_model::{Command, RecordId, Remove};
use kaizu_store::{backups, erase_in_copy};
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
        opened.sent = None;
        opened.flags.clear();
        let (mut copies, mut removed_copies) = (0, 0);
        for copy in backups::of(&desk.options.home, &opened.path) {
            if let Ok(found) = erase_in_copy(&copy.path, &erasure) {
                copies += usize::from(!found.is_empty());
            } else {
                let removed = backups::remove(&desk.options.home, &copy.path);
                removed.map_err(|failure| opened.session.stored(&failure))?;
                removed_copies += 1;
            }
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

//! Where a text or a person is held that is to be erased for good.
use kaizu_model::{Erasure, PersonId, RecordId, Refusal};
use kaizu_store::{Backup, Store, backups};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::opened::Opened;
use super::{Ask, Desk};
use crate::problem::Problem;

/// The fewest letters of a text that is erased: a single one is part of any word.
const SHORTEST: usize = 2;

/// Asks where it is held.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "TracesCall", optional_fields)]
pub struct FindTraces {
    /// A text.
    #[serde(default)]
    pub text: Option<String>,
    /// Or a person.
    #[serde(default)]
    pub person: Option<RecordId>,
}

/// Where it is held.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Traces {
    /// Records as they are.
    pub now: usize,
    /// Steps of the history.
    pub history: usize,
    /// Names of moments.
    pub names: usize,
    /// Copies that were kept.
    pub copies: usize,
}

impl Ask for FindTraces {
    type Answer = Traces;

    fn answer(self, desk: &Desk) -> Result<Traces, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        let erasure = erasure(opened, self.text.as_deref(), self.person)?;
        let found = opened.session.store()?.traces(&erasure);
        let found = found.map_err(|failure| opened.session.stored(&failure))?;
        let kept = backups::of(&desk.options.home, &opened.path);
        // A copy that cannot be read may hold it: it will be removed.
        let holds = |copy: &Backup| {
            let looked = Store::open(&copy.path).and_then(|store| store.traces(&erasure));
            looked.map_or(true, |found| !found.is_empty())
        };
        let copies = kept.iter().filter(|copy| holds(copy)).count();
        Ok(Traces {
            now: found.now,
            history: found.history,
            names: found.names,
            copies,
        })
    }
}

/// What is to be erased.
pub(super) fn erasure(
    opened: &Opened,
    text: Option<&str>,
    person: Option<RecordId>,
) -> Result<Erasure, Problem> {
    let session = &opened.session;
    let document = session.document();
    if let Some(id) = person {
        let person =
            PersonId::try_from(id).map_err(|_| session.refused(&Refusal::WrongKind(id)))?;
        let names = session.store()?.names_of(person);
        let names = names.map_err(|failure| session.stored(&failure))?;
        let erasure = Erasure::person(person, names.iter().map(String::as_str));
        return Ok(erasure.keeping_proposals(document));
    }
    let text = text.unwrap_or_default().trim();
    if text.chars().count() < SHORTEST {
        return Err(session.problem("too-short-to-erase", &[]));
    }
    Ok(Erasure::text(text).keeping_proposals(document))
}

//! Puts the project back to how it was at an earlier moment: a new edit, so that nothing after that moment is lost.
use kaizu_model::Restore as Command;
use kaizu_store::Revision;
use serde::Deserialize;
use ts_rs::TS;

use super::history::name_of;
use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// Puts the project back to how it was after a step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "RestoreCall", optional_fields)]
pub struct Restore {
    /// After which step.
    pub revision: i64,
    /// When that was, as people write it.
    #[serde(default)]
    pub when: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Restore {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let now = desk.now();
        let mut state = desk.state();
        let back = state.opened()?.back.as_ref().map(|back| back.past.revision);
        state.opened()?.look_at_now();
        let restored = state.change(now, |session, at| {
            let command = self.command(session)?;
            if command.put.is_empty() && command.remove.is_empty() {
                return Ok(());
            }
            session.dispatch(&command.into(), at)
        });
        if let (Err(problem), Some(revision)) = (&restored, back) {
            state.opened()?.look_back(revision)?;
            return Err(problem.clone());
        }
        restored?;
        state.view(self.seen)
    }
}

impl Restore {
    fn command(&self, session: &Session) -> Result<Command, Problem> {
        let store = session.store()?;
        let revision = Revision(self.revision);
        let stored = |failure| session.stored(&failure);
        let then = store.past(revision).map_err(stored)?;
        let name = name_of(&store.moments().map_err(stored)?, revision);
        let words = session.words();
        let title = match name.or_else(|| self.when.clone()) {
            Some(moment) => words.tell("history-restore", &[("moment", moment)]),
            None => words.say("command-restore"),
        };
        Ok(Command::between(session.document(), &then, title))
    }
}

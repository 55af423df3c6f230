//! A project of its own that begins with what is shown: for files that can only be read, and for earlier moments.
use kaizu_store::{files, library};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for a copy to go on with.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "EditCopyCall")]
pub struct EditCopy {}

impl Ask for EditCopy {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let now = desk.now();
        let mut state = desk.state();
        let opened = state.opened()?;
        let (shown, bytes) = (
            opened.shown().snapshot(),
            match opened.back {
                // An earlier moment has no history of its own.
                Some(_) => None,
                None => Some(opened.session.saved_file(now)?),
            },
        );
        let name = [("name", opened.name())];
        let name = opened.session.words().tell("desk-copy-of", &name);
        drop(state);
        let Some((bytes, losses)) = bytes else {
            return desk.open_draft(shown.document(), &name, Vec::new());
        };
        let stored = |failure| shown.stored(&failure);
        let path = library::draft(&desk.options.home, &name).map_err(stored)?;
        files::write(&path, &bytes).map_err(stored)?;
        desk.put(&path, losses)
    }
}

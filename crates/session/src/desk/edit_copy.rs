//! A project of its own that begins with what is shown: for files that can only be read, and for earlier moments.
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
        let name = opened.name();
        if opened.back.is_some() {
            // An earlier moment has no history of its own.
            let name = opened
                .session
                .words()
                .tell("desk-copy-of", &[("name", name)]);
            let document = opened.shown().document().clone();
            drop(state);
            return desk.open_draft(&document, &name, Vec::new());
        }
        let (bytes, losses) = opened.session.saved_file(now)?;
        drop(state);
        desk.open_copy(name, &bytes, losses)
    }
}

//! Takes the last edit back.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Takes the last edit back.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "UndoCall", optional_fields)]
pub struct Undo {
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Undo {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| session.undo(at).map(|_| ()))
    }
}

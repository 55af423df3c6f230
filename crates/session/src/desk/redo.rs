//! Does again what was taken back.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Does again what was taken back.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "RedoCall", optional_fields)]
pub struct Redo {
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Redo {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| session.redo(at).map(|_| ()))
    }
}

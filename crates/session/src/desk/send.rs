//! One edit.
use kaizu_model::Command;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for one edit.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SendCall", optional_fields)]
pub struct Send {
    /// What to do.
    pub command: Box<Command>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Send {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| session.dispatch(&self.command, at))
    }
}

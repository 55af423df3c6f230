//! The flow that is looked at, written anew as text: only what differs is done, and ids survive.
use kaizu_model::{Command, retyped};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::failures::mistaken;
use crate::problem::Problem;

/// Writes the flow as `text` has it, as one undo step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WriteTextCall", optional_fields)]
pub struct WriteText {
    /// In the notation `.flow`.
    pub text: String,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for WriteText {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let flow = desk.state().opened()?.flow;
        desk.edit(self.seen, |session, at| {
            let mut ids = session.ids();
            let command = retyped(session.document(), flow, &self.text, &mut ids)
                .map_err(|mistake| mistaken(session.words(), &mistake))?;
            if command.is_empty() {
                return Ok(());
            }
            session.dispatch(&Command::from(command), at)
        })
    }
}

//! The flow that is looked at, written anew as text: only what differs is done, and ids survive.
use kaizu_model::{Command, FlowId, RecordId, notation, retyped};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::failures::mistaken;
use crate::problem::Problem;

/// Writes the flow as `text` has it, as one undo step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WriteTextCall", optional_fields)]
pub struct WriteText {
    /// Whose text.
    pub flow: RecordId,
    /// In the notation `.flow`.
    pub text: String,
    /// What the flow said when somebody began to type. Where it says something else by now, nothing is written over; without it,
    /// the text counts whatever changed meanwhile.
    #[serde(default)]
    pub known: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for WriteText {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| {
            let flow =
                FlowId::try_from(self.flow).map_err(|refused| session.refused(&refused.into()))?;
            let now = notation::print(session.document(), flow);
            if self.known.as_ref().is_some_and(|known| *known != now) {
                return Err(session.problem("overtaken", &[]));
            }
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

//! One way of a branch, as people type it on the cards: 「20% 足りない → 住民：書類を出す → 4」.
use kaizu_model::{Many, NodeId, notation};
use serde::Deserialize;
use ts_rs::TS;

use super::write_cells::misread;
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks to write it, as one undo step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WriteWayCall", optional_fields)]
pub struct WriteWay {
    /// The branch or step that the way leaves.
    pub at: NodeId,
    /// Its share, its condition, and where it leads.
    pub text: String,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for WriteWay {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| {
            let mut ids = session.ids();
            let commands = notation::way(session.document(), self.at, &self.text, &mut ids)
                .map_err(|mistake| misread(session, self.at, &mistake))?;
            if commands.is_empty() {
                return Ok(());
            }
            let title = session.words().say("command-write-way");
            session.dispatch(&Many { title, commands }.into(), at)
        })
    }
}

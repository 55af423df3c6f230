//! Makes steps of a list or table, as one step that can be taken back.
use serde::Deserialize;
use ts_rs::TS;

use super::moment::Edit;
use super::pasted_list::PastedList;
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PasteListCall", optional_fields)]
pub struct PasteList {
    /// What was pasted.
    pub list: PastedList,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for PasteList {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.write(self.seen, |moment| {
            let (session, flow) = (&moment.session, moment.flow);
            let told = self.list.told(session, flow);
            let command = self.list.command(session, flow, &told, moment.ids)?;
            Ok(Edit { command, flow })
        })
    }
}

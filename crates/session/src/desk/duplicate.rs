//! Puts what is chosen into the flow once more, behind the last of it.
use kaizu_model::RecordId;
use serde::Deserialize;
use ts_rs::TS;

use super::copy_selection::chosen;
use super::paste::pasted;
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "DuplicateCall", optional_fields)]
pub struct Duplicate {
    /// Which steps, gateways and events.
    pub nodes: Vec<RecordId>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Duplicate {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.write(self.seen, |moment| {
            let (piece, nodes) = chosen(&moment.session, moment.flow, &self.nodes)?;
            let at = nodes.last().map(|id| RecordId::from(*id));
            pasted(moment, &piece, at, "excerpt-duplicated")
        })
    }
}

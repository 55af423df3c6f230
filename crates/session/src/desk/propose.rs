//! A better flow beside today's, with the reasons for every change.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for a better flow.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ProposeCall", optional_fields)]
pub struct Propose {
    /// How far it may go; the usual distance where nothing is said.
    #[serde(default)]
    pub package: Option<String>,
    /// What the window calls this work.
    pub job: String,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Propose {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        Err(desk.not_yet())
    }
}

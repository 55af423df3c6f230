//! What people decide about a finding.
use kaizu_model::{Decision, RecordId};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Decides about the finding of `detector` at `steps`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SetAsideCall", optional_fields)]
pub struct SetAside {
    /// The code of the detector.
    pub detector: String,
    /// Where it was found.
    pub steps: Vec<RecordId>,
    /// What is decided; `new` takes a decision back.
    pub decision: Decision,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for SetAside {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        Err(desk.not_yet())
    }
}

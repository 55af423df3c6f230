//! One change of a proposal, taken or left.
use kaizu_model::RecordId;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Takes or leaves the change `improvement`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "DecideCall", optional_fields)]
pub struct Decide {
    /// Which change.
    pub improvement: RecordId,
    /// Whether it is taken.
    pub accept: bool,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Decide {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        Err(desk.not_yet())
    }
}

//! Figures and findings of the flow that is looked at.
use std::collections::BTreeMap;

use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::analyze::Analysis;

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "AnalyzeCall", optional_fields)]
pub struct Analyze {
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

/// Figures and findings of one moment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Analysed {
    /// The moment: how often the project had been changed.
    pub revision: u64,
    /// The flow they are about.
    pub flow: RecordId,
    /// What was found.
    pub analysis: Analysis,
    /// Which record each name of a step in the analysis stands for.
    pub keys: BTreeMap<String, RecordId>,
    /// The picture with its flags, or what changed in it.
    pub painting: Painting,
    /// Whether the picture is whole.
    pub whole: bool,
    /// Counts views.
    pub serial: u32,
}

impl Ask for Analyze {
    type Answer = Analysed;

    fn answer(self, desk: &Desk) -> Result<Analysed, Problem> {
        let _ = (desk, self.seen);
        Err(desk.not_yet())
    }
}

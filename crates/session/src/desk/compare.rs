//! Two flows of the project, one above the other.
use std::collections::BTreeMap;

use kaizu_analysis::Metrics;
use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk, Painting};
use crate::problem::Problem;
use crate::requests::compare::ToldPair;

/// Asks what became of `before` in `after`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CompareCall")]
pub struct Compare {
    /// The flow of today.
    pub before: RecordId,
    /// The better flow.
    pub after: RecordId,
}

/// Two flows, step by step and figure by figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Comparison {
    /// The picture of the first: what goes is marked.
    pub above: Painting,
    /// The picture of the second: what came is marked.
    pub below: Painting,
    /// Step by step.
    pub steps: Vec<ToldPair>,
    /// The figures of the first.
    pub before: Metrics,
    /// The figures of the second.
    pub after: Metrics,
    /// How many steps of each kind there are.
    pub counts: BTreeMap<&'static str, usize>,
    /// Which record of the first flow each name of a step stands for.
    pub keys_before: BTreeMap<String, RecordId>,
    /// Which record of the second.
    pub keys_after: BTreeMap<String, RecordId>,
}

impl Ask for Compare {
    type Answer = Comparison;

    fn answer(self, desk: &Desk) -> Result<Comparison, Problem> {
        Err(desk.not_yet())
    }
}

//! A figure measured after a change (実績), to hold against the plan.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{FlowId, Method, Minutes, Quantity, StepId};

/// A figure measured after a change (実績), to hold against the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Measurement {
    /// The flow that ran.
    pub flow: FlowId,
    /// The step, or the whole flow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// When it was measured.
    pub period: String,
    /// Working time a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// Cases in the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<Quantity>,
    /// How it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
}

impl Refers for Measurement {
    fn refer(&mut self, follow: Follow) -> bool {
        super::may(&mut self.step, follow);
        super::needs(&mut self.flow, follow)
    }
}

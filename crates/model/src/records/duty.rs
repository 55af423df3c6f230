//! A segregation of duties (職務分離): two groups of steps that one person must not do both of.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{DutyScope, FlowId, StepId};

/// A segregation of duties (職務分離): two groups of steps that one person must not do both of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Duty {
    /// The flow it is part of.
    pub flow: FlowId,
    /// What the one does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub first: Vec<StepId>,
    /// What another must do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub second: Vec<StepId>,
    /// How far apart the two must be; different people where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<DutyScope>,
    /// The law or rule that demands it.
    pub basis: String,
}

impl Refers for Duty {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.first, follow);
        super::each(&mut self.second, follow);
        super::needs(&mut self.flow, follow)
    }
}

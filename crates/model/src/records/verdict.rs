//! What people decided about a finding, with their reason.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{Decision, FlowId, NodeId};

/// What people decided about a finding, with their reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Verdict {
    /// The flow it was found in.
    pub flow: FlowId,
    /// The code of the detector.
    pub detector: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub nodes: Vec<NodeId>,
    /// What was decided.
    pub decision: Decision,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Refers for Verdict {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.nodes, follow);
        super::needs(&mut self.flow, follow)
    }
}

//! What people decided about a finding, with their reason.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{Decision, Exclusion, FlowId, NodeId};

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
    /// What speaks against it, where it was set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Exclusion>,
    /// The reason in words; what is to be looked up, where it was made a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The sum of what the finding was based on when it was judged: where that is another now, the verdict no longer
    /// stands. One without a sum stands as long as the finding names the same nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

impl Refers for Verdict {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.nodes, follow);
        super::needs(&mut self.flow, follow)
    }
}

//! A change that a better flow is proposed to make (改善の一手), with what it brings and what people decided about it.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{
    Adoption, Authority, ComplaintId, Cost, Difference, FlowId, ImprovementId, NodeId, Rank,
};

/// A change that a better flow is proposed to make (改善の一手), with what it brings and what people decided about it.
///
/// Plain facts, no sentences: it can be told in any language, also where it is not made and the flow does not show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Improvement {
    /// The better flow.
    pub flow: FlowId,
    /// Where it stands in the list.
    pub rank: Rank,
    /// The id of the rewrite that makes it.
    pub rewrite: String,
    /// The code of the rewrite in the catalogue.
    pub code: String,
    /// Whether it drops, lessens or changes.
    pub class: Difference,
    /// What people decided.
    pub decision: Adoption,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The rejected change without which this one, though nobody rejected it, cannot be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub falls_with: Option<ImprovementId>,
    /// Nodes of the flow it was made from by which its place is recognised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub place: Vec<NodeId>,
    /// Nodes of the flow it was made from that it is made at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub steps: Vec<NodeId>,
    /// Those of them that go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub dropped: Vec<NodeId>,
    /// Every node of the flow it was made from in which it leaves a trace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touched: Vec<NodeId>,
    /// Nodes of the better flow that it made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub new_steps: Vec<NodeId>,
    /// What they are called: told of a change that is not made, whose nodes are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub new_names: Vec<String>,
    /// Voices it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub complaints: Vec<ComplaintId>,
    /// Findings it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub findings: Vec<Answered>,
    /// Changes without which it would not be possible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub depends_on: Vec<ImprovementId>,
    /// Who has to agree.
    pub authority: Authority,
    /// What it costs to bring about.
    pub cost: Cost,
    /// What one gives up with it: keys of sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub loses: Vec<String>,
    /// What has to be done formally: keys of sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub procedures: Vec<String>,
    /// Numbers for the sentences, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<_>")]
    pub facts: BTreeMap<String, f64>,
    /// The assumptions used, by name, with the figure that counted.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<_>")]
    pub parameters: BTreeMap<String, f64>,
    /// What the figures change by, by the figure's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<_>")]
    pub delta: BTreeMap<String, f64>,
    /// What staff minutes a case change by at the unfavourable and the favourable end of the assumptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_range: Option<[f64; 2]>,
}

/// A finding that a change answers. Its place in a list may change; what it is about does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The code of the detector.
    pub detector: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
}

impl Refers for Improvement {
    fn refer(&mut self, follow: Follow) -> bool {
        super::may(&mut self.falls_with, follow);
        super::each(&mut self.place, follow);
        super::each(&mut self.steps, follow);
        super::each(&mut self.dropped, follow);
        super::each(&mut self.touched, follow);
        super::each(&mut self.new_steps, follow);
        super::each(&mut self.complaints, follow);
        for finding in &mut self.findings {
            super::each(&mut finding.nodes, follow);
        }
        super::each(&mut self.depends_on, follow);
        super::needs(&mut self.flow, follow)
    }
}

impl Improvement {
    /// Whether the better flow makes it.
    pub fn is_made(&self) -> bool {
        self.decision == Adoption::Accepted
    }

    /// Whether people rejected it themselves.
    pub fn is_refused(&self) -> bool {
        self.decision == Adoption::Rejected && self.falls_with.is_none()
    }
}

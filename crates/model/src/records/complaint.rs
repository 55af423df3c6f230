//! A complaint, demand or idea (声) of staff or residents.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{ComplaintKind, ComplaintSource, FlowId, NodeId, PersonId, PhaseId, Quantity, Voice};

/// A complaint, demand or idea (声) of staff or residents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Complaint {
    /// The flow it is about.
    pub flow: FlowId,
    /// The steps it is about; the whole flow where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub steps: Vec<NodeId>,
    /// The phase it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<PhaseId>,
    /// Whose it is.
    pub voice: Voice,
    /// What it is.
    pub kind: ComplaintKind,
    /// In people's own words.
    pub text: String,
    /// How many said so; one where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Quantity>,
    /// How much it hurts, 1 to 3; 1 where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<u32>,
    /// Where it was heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<ComplaintSource>,
    /// The template from which it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// The version that answered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_by: Option<String>,
    /// Who wrote it down; shown only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<PersonId>,
}

impl Complaint {
    /// A voice about the flow as a whole.
    pub fn new(flow: FlowId, voice: Voice, kind: ComplaintKind, text: impl Into<String>) -> Self {
        Self {
            flow,
            steps: Vec::new(),
            phase: None,
            voice,
            kind,
            text: text.into(),
            count: None,
            severity: None,
            source: None,
            template: None,
            resolved_by: None,
            author: None,
        }
    }
}

impl Refers for Complaint {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.steps, follow);
        super::may(&mut self.phase, follow);
        super::may(&mut self.author, follow);
        super::needs(&mut self.flow, follow)
    }
}

impl Complaint {
    /// What it weighs: how many said so times how much it hurts.
    pub fn weight(&self) -> f64 {
        self.count.map_or(1.0, Quantity::get) * f64::from(self.severity.unwrap_or(1))
    }
}

//! What people said to a finding, in the form that leaves Kaizu.
use kaizu_analysis::Finding;
use kaizu_model::{Decision, Document, Exclusion, FlowId};
use serde::Serialize;
use ts_rs::TS;

use super::judged::{stands, verdict};
use crate::words::Words;

/// What people decided about a finding.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct ToldVerdict {
    /// What.
    pub decision: Decision,
    /// What speaks against it, where it was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Exclusion>,
    /// The reason in words; what is to be looked up, where it was made a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the steps are still as they were judged; where not, the finding is open again.
    pub stands: bool,
}

impl ToldVerdict {
    /// What people said to `finding`, which was seen in `flow`.
    pub(super) fn of(document: &Document, flow: FlowId, finding: &Finding) -> Option<Self> {
        let (_, said) = verdict(document, flow, finding.code, &finding.nodes)?;
        Some(Self {
            decision: said.decision,
            why: said.why,
            reason: said.reason.clone(),
            stands: stands(document, said),
        })
    }

    /// As a line for people.
    pub(super) fn line(&self, words: &Words) -> String {
        let language = words.language();
        let said = [
            Some(self.decision.word(language)),
            self.why.map(|why| why.word(language)),
            self.reason.as_deref(),
        ];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        let id = if self.stands {
            "verdict"
        } else {
            "verdict-outdated"
        };
        format!("      {}", words.tell(id, &[("said", said.join(" "))]))
    }
}

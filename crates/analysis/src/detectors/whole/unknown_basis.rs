//! Checks, approvals and attachments of which nobody knows why they are demanded, in a flow where most others say so.
//!
//! ## Why it is waste
//! What nobody knows the reason of can be neither defended nor dropped, so it stays. Often it is a habit that was taken
//! for a rule.
//!
//! ## Flagged
//! ```flow
//! 窓口: 記載を確認する 2分 [確認 紙 要綱]
//! 審査担当: 添付を確認する 2分 [確認 紙]
//! 課長: 交付を決裁する 1分 [決裁 紙 規則]
//! ```
//!
//! ## Clean
//! Where hardly anything says why, it is the drawing that is not finished.
//!
//! ```flow
//! 窓口: 記載を確認する 2分 [確認 紙 要綱]
//! 審査担当: 添付を確認する 2分 [確認 紙]
//! 課長: 交付を決裁する 1分 [決裁 紙]
//! ```
//!
//! ```flow
//! 窓口: 記載を確認する 2分 [確認 紙 要綱]
//! 審査担当: 添付を確認する 2分 [確認 紙]
//!   条文: 補助金等交付規則5条
//! 課長: 交付を決裁する 1分 [決裁 紙 規則]
//! ```
//!
//! ## What to do
//! Look for the article. Where there is none, ask whether it can be dropped.
use kaizu_model::{CheckReason, Step, StepKind};

use crate::controls::is_checking;
use crate::detectors::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees what is demanded for no known reason.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unknown-basis"
    }

    fn code(&self) -> &'static str {
        "X04"
    }

    fn source(&self) -> &'static str {
        include_str!("unknown_basis.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let demands = graph
            .steps()
            .filter(|(node, step)| is_demand(graph, *node, step));
        let (known, unknown): (Vec<_>, Vec<_>) = demands.partition(|(_, step)| is_known(step));
        if !unknown.is_empty() && known.len() > unknown.len() {
            found.push(Finding::at(
                self,
                graph,
                unknown.into_iter().map(|(node, _)| node),
            ));
        }
    }
}

/// Whether a step checks, approves or demands that something is attached.
fn is_demand(graph: &Graph, node: Index, step: &Step) -> bool {
    is_checking(graph, node)
        || matches!(step.kind, Some(StepKind::Approve | StepKind::Consent))
        || !step.attachments.is_empty()
}

/// Whether anything says why it is done.
fn is_known(step: &Step) -> bool {
    let reason = step.check.as_ref().and_then(|check| check.reason);
    step.basis.is_some() || step.article.is_some() || reason == Some(CheckReason::Statutory)
}

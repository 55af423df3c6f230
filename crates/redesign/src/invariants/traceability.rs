//! I9: every difference belongs to a change, and every change answers something that was seen.
use kaizu_model::{Improvement, NodeId};

use super::Seen;
use crate::difference::differences;
use crate::lineage::Pair;
use crate::proposal::{InvariantResult, ProposedChange};

/// What of a change must be traceable.
pub(crate) struct Trace<'a> {
    code: &'a str,
    touched: &'a [NodeId],
    new_steps: &'a [NodeId],
    is_answer: bool,
}

impl<'a> From<&'a ProposedChange> for Trace<'a> {
    fn from(change: &'a ProposedChange) -> Self {
        Self {
            code: change.code,
            touched: &change.touched,
            new_steps: &change.new_steps,
            is_answer: !change.findings.is_empty(),
        }
    }
}

impl<'a> From<&'a Improvement> for Trace<'a> {
    fn from(change: &'a Improvement) -> Self {
        Self {
            code: &change.code,
            touched: &change.touched,
            new_steps: &change.new_steps,
            is_answer: !change.findings.is_empty(),
        }
    }
}

pub(super) fn check(pair: &Pair, traces: &[Trace]) -> InvariantResult {
    let mut seen = Seen::default();
    for (node, copy) in differences(pair) {
        seen.look();
        let is_covered = traces.iter().any(|change| {
            node.is_some_and(|node| change.touched.contains(&node))
                || copy.is_some_and(|copy| change.new_steps.contains(&copy))
        });
        if !is_covered {
            seen.at.extend(copy.or(node));
        }
    }
    for change in traces {
        seen.look();
        if !change.is_answer {
            seen.lost(change.code);
        }
    }
    seen.result("I9", "traceable", "untraceable")
}

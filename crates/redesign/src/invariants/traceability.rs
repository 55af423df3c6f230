//! I9: every difference belongs to a change, and every change answers something that was seen.
use super::Seen;
use crate::difference::differences;
use crate::lineage::Pair;
use crate::proposal::{InvariantResult, ProposedChange};

pub(super) fn check(pair: &Pair, changes: &[ProposedChange]) -> InvariantResult {
    let mut seen = Seen::default();
    for (node, copy) in differences(pair) {
        seen.look();
        let is_covered = changes.iter().any(|change| {
            node.is_some_and(|node| change.touched.contains(&node))
                || copy.is_some_and(|copy| change.new_steps.contains(&copy))
        });
        if !is_covered {
            seen.at.extend(copy.or(node));
        }
    }
    for change in changes {
        seen.look();
        if change.findings.is_empty() {
            seen.lost(change.code);
        }
    }
    seen.result("I9", "traceable", "untraceable")
}

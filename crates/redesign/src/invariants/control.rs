//! I6: whatever was checked still has a control: a check by a person or a machine, or entry at the source that leaves
//! nothing to check.
use std::cell::LazyCell;
use std::collections::BTreeMap;

use kaizu_analysis::{Graph, Index, check_coverage, controls};
use kaizu_model::{StepKind, folded};

use super::Seen;
use crate::carriers;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;
use crate::reasons;
use crate::wording::COPYING_ASPECT;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    let now = controls(pair.to_be);
    let parts = LazyCell::new(|| Parts {
        before: check_coverage(pair.as_is),
        after: check_coverage(pair.to_be),
    });
    for ((object, aspect), nodes) in controls(pair.as_is) {
        seen.look();
        let key = (object.clone(), aspect.clone());
        let stays = |n: &Index| pair.copy(*n).is_some();
        let is_covered = now.contains_key(&key) && (nodes.iter().all(stays) || parts.is_kept(&key));
        let is_prevented =
            || folded(&aspect) == COPYING_ASPECT && nodes.iter().all(|n| is_prevented(pair, *n));
        if is_covered || is_prevented() {
            continue;
        }
        for node in nodes {
            seen.broken(pair.as_is.id(node), format!("{object}: {aspect}"));
        }
    }
    for (node, _) in pair.as_is.steps() {
        // A check that says nothing of what it looks at counts as one thing of its own.
        if is_unspecified_check(pair.as_is, node) {
            seen.look();
            if pair.copy(node).is_none() {
                seen.broken(pair.as_is.id(node), pair.as_is.name(node));
            }
        }
    }
    seen.result("I6", "controls-kept", "controls-lost")
}

/// The part of the cases of which each object and aspect is looked at.
struct Parts {
    before: BTreeMap<(String, String), f64>,
    after: BTreeMap<(String, String), f64>,
}

impl Parts {
    /// Whether as many cases are looked at as before.
    fn is_kept(&self, key: &(String, String)) -> bool {
        let part = |of: &BTreeMap<_, f64>| of.get(key).copied().unwrap_or(0.0);
        part(&self.after) >= part(&self.before) - 1e-9
    }
}

fn is_unspecified_check(graph: &Graph, node: Index) -> bool {
    matches!(
        graph.kind(node),
        Some(StepKind::Check | StepKind::Recalculate | StepKind::Examine | StepKind::Inspect)
    ) && graph.is_staff(node)
        && graph.step(node).is_some_and(|step| {
            step.check
                .as_ref()
                .is_none_or(|check| check.object.is_none() || check.aspects.is_empty())
        })
}

/// Whether those who copied by hand what the check at `node` compared are gone, and what they copied comes in digitally.
fn is_prevented(pair: &Pair, node: Index) -> bool {
    let copyists = reasons::copyists(pair.as_is, node);
    let is_gone = |n: &Index| pair.copy(*n).is_none();
    let is_digital = |n: &Index| {
        let items = pair
            .as_is
            .step(*n)
            .into_iter()
            .flat_map(|step| &step.writes)
            .map(|access| access.item);
        let last = pair.to_be.indices().rfind(|n| pair.to_be.is_staff(*n));
        items.into_iter().all(|item| {
            last.is_none_or(|last| {
                let known = carriers::definitions(pair.to_be, last, item);
                known.is_empty() || carriers::is_digital_at(pair.to_be, last, item)
            })
        })
    };
    !copyists.is_empty() && copyists.iter().all(|n| is_gone(n) && is_digital(n))
}

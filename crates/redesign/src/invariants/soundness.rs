//! I1: the better flow can be carried out. Nothing is proven about a drawing that cannot.
use kaizu_analysis::{Finding, Graph, Gravity, all};

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen {
        looked_at: pair.to_be.len(),
        ..Seen::default()
    };
    for finding in errors(pair.to_be) {
        for node in &finding.nodes {
            seen.broken(*node, finding.code);
        }
        if finding.nodes.is_empty() {
            seen.lost(finding.code);
        }
    }
    if pair.to_be.visits().is_none() && pair.as_is.visits().is_some() {
        seen.lost("L04");
    }
    seen.result("I1", "sound", "unsound")
}

/// What is said of today's flow where it cannot be carried out itself.
pub(super) fn unsound_before(as_is: &Graph) -> Option<InvariantResult> {
    let first = errors(as_is).into_iter().next()?;
    let seen = Seen {
        looked_at: as_is.len(),
        at: first.nodes,
        names: vec![first.code.to_owned()],
    };
    Some(seen.result("I1", "sound", "unsound-before"))
}

/// What cannot be right about a flow.
fn errors(graph: &Graph) -> Vec<Finding> {
    let mut found = Vec::new();
    for detector in all()
        .iter()
        .filter(|detector| detector.gravity() == Gravity::Error)
    {
        detector.detect(graph, &mut found);
    }
    // A branch of which only something is unsaid is a warning of the same detector.
    found.retain(|finding| finding.gravity == Gravity::Error);
    found
}

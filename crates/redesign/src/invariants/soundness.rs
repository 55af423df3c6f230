//! I1: the better flow can be carried out, wherever today's can.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Gravity, all, soundness};

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    let known: BTreeSet<&str> = errors(pair.as_is)
        .iter()
        .map(|finding| finding.code)
        .collect();
    seen.looked_at = pair.to_be.len();
    for finding in errors(pair.to_be)
        .iter()
        .filter(|finding| !known.contains(finding.code))
    {
        for node in &finding.nodes {
            seen.broken(*node, finding.code);
        }
    }
    let is_played = soundness(pair.to_be).is_sound() || !soundness(pair.as_is).is_sound();
    if !is_played || (pair.to_be.visits().is_none() && pair.as_is.visits().is_some()) {
        seen.lost("L01");
    }
    seen.result("I1", "sound", "unsound")
}

/// What the detectors of errors see.
fn errors(graph: &Graph) -> Vec<Finding> {
    let mut found = Vec::new();
    for detector in all()
        .iter()
        .filter(|detector| detector.gravity() == Gravity::Error)
    {
        detector.detect(graph, &mut found);
    }
    found
}

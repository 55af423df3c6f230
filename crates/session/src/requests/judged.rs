//! What people decided about findings, and whether that still stands.
use std::collections::BTreeSet;
use std::hash::Hasher;

use kaizu_model::{Decision, Document, FlowId, NodeId, Rank, Step, Verdict, VerdictId};
use twox_hash::XxHash3_64;

/// What people decided about the finding of `detector` at `nodes`.
pub(crate) fn verdict<'a>(
    document: &'a Document,
    flow: FlowId,
    detector: &str,
    nodes: &[NodeId],
) -> Option<(VerdictId, &'a Verdict)> {
    let places: BTreeSet<&NodeId> = nodes.iter().collect();
    document.verdicts().find(|(_, it)| {
        it.flow == flow
            && it.detector == detector
            && it.nodes.iter().collect::<BTreeSet<_>>() == places
    })
}

/// Whether what a verdict was about is still as it was judged.
pub(crate) fn stands(document: &Document, verdict: &Verdict) -> bool {
    let judged = verdict.basis.as_ref();
    judged.is_none_or(|judged| *judged == basis(document, &verdict.nodes))
}

/// Whether people set the finding of `detector` at `nodes` aside, and that still stands.
pub(crate) fn is_set_aside(
    document: &Document,
    flow: FlowId,
    detector: &str,
    nodes: &[NodeId],
) -> bool {
    verdict(document, flow, detector, nodes)
        .is_some_and(|(_, it)| it.decision == Decision::Excluded && stands(document, it))
}

/// The sum of what makes steps waste or not: who does what, on what, with what, and why. Names, places in the list or on
/// the picture, times, counts and notes may change without anybody having to judge again.
pub(crate) fn basis(document: &Document, nodes: &[NodeId]) -> String {
    let mut sum = XxHash3_64::new();
    let places: BTreeSet<&NodeId> = nodes.iter().collect();
    for node in places {
        sum.write(node.to_string().as_bytes());
        if let NodeId::Step(id) = node
            && let Ok(step) = document.step(*id)
        {
            // A record that cannot be written as JSON cannot be in a project either.
            sum.write(&serde_json::to_vec(&judged(step)).unwrap_or_default());
        }
    }
    format!("{:016x}", sum.finish())
}

/// A step without what does not count for judging it.
fn judged(step: &Step) -> Step {
    Step {
        rank: Rank::default(),
        key: None,
        name: String::new(),
        phase: None,
        pin: None,
        minutes: None,
        work: None,
        method: None,
        people: None,
        wait: None,
        sheets: None,
        travel: None,
        note: None,
        ..step.clone()
    }
}

//! Which steps carry a flag: those that a finding names, unless people set it aside.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Finding, Gravity};
use kaizu_model::{Decision, Document, FlowId, Level, Mark, MarkKind, NodeId, Verdict, VerdictId};

/// What is remembered of a finding to flag its steps.
#[derive(Clone, Debug)]
pub(crate) struct Flag {
    detector: &'static str,
    nodes: Vec<NodeId>,
    level: Level,
}

/// The findings that flag steps. What only the drawing is unclear about is told, not flagged as waste.
pub(crate) fn flags(found: &[Finding]) -> Vec<Flag> {
    found
        .iter()
        .filter(|finding| finding.gravity != Gravity::Warning)
        .filter(|finding| !matches!(finding.level, Level::Low | Level::Info))
        .map(|finding| Flag {
            detector: finding.code,
            nodes: finding.nodes.clone(),
            level: finding.level,
        })
        .collect()
}

/// A flag on each step that a finding names, with the gravest level there. What people set aside flags nothing.
pub(crate) fn flagged(document: &Document, flow: FlowId, flags: &[Flag]) -> Vec<Mark> {
    let mut gravest: BTreeMap<NodeId, Level> = BTreeMap::new();
    for flag in flags {
        let said = verdict(document, flow, flag.detector, &flag.nodes);
        if said.is_some_and(|(_, verdict)| verdict.decision == Decision::Excluded) {
            continue;
        }
        for node in &flag.nodes {
            let level = gravest.entry(*node).or_insert(flag.level);
            *level = (*level).min(flag.level);
        }
    }
    gravest
        .into_iter()
        .map(|(node, level)| Mark {
            at: node.into(),
            kind: MarkKind::Finding(level),
        })
        .collect()
}

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

//! Which steps carry a flag: those that a finding names, unless people set it aside.
use std::collections::BTreeMap;

use kaizu_analysis::{Finding, Gravity};
use kaizu_model::{Document, FlowId, Level, Mark, MarkKind, NodeId};

use super::judged::is_set_aside;

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
    let is_counted = |flag: &&Flag| !is_set_aside(document, flow, flag.detector, &flag.nodes);
    let counted = flags.iter().filter(is_counted);
    gravest(counted.map(|flag| (&flag.nodes, flag.level)))
}

/// A flag on each node that the findings name, whatever they weigh and whoever judged them.
pub(crate) fn marked(found: &[Finding]) -> Vec<Mark> {
    gravest(found.iter().map(|finding| (&finding.nodes, finding.level)))
}

/// A flag on each node, with the gravest level there.
fn gravest<'n>(named: impl Iterator<Item = (&'n Vec<NodeId>, Level)>) -> Vec<Mark> {
    let mut gravest: BTreeMap<NodeId, Level> = BTreeMap::new();
    for (nodes, level) in named {
        for node in nodes {
            let known = gravest.entry(*node).or_insert(level);
            *known = (*known).min(level);
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

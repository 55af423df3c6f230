//! The parts of a piece that hang together, and where a case comes into each and leaves it again.
use std::collections::{BTreeMap, BTreeSet};

use crate::{Document, EventKind, FlowId, NodeId};

/// Nodes that hang together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where a case comes in; nowhere where it begins there.
    pub(super) entry: Option<NodeId>,
    /// Where it leaves; nowhere where it ends there.
    pub(super) exits: Vec<NodeId>,
}

/// The runs of `flow` in the order of the list.
pub(super) fn runs(document: &Document, flow: FlowId) -> Vec<Run> {
    let nodes: Vec<NodeId> = document.nodes_of(flow).iter().map(|it| it.id).collect();
    let mut beside: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    let (mut reached, mut left) = (BTreeSet::new(), BTreeSet::new());
    for (_, edge) in document.edges_of(flow) {
        beside.entry(edge.from).or_default().push(edge.to);
        beside.entry(edge.to).or_default().push(edge.from);
        reached.insert(edge.to);
        left.insert(edge.from);
    }
    let mut seen: BTreeSet<NodeId> = BTreeSet::new();
    let mut runs = Vec::new();
    for first in &nodes {
        if !seen.insert(*first) {
            continue;
        }
        let mut run = BTreeSet::from([*first]);
        let mut next = vec![*first];
        while let Some(node) = next.pop() {
            for other in beside.get(&node).into_iter().flatten() {
                if run.insert(*other) {
                    next.push(*other);
                }
            }
        }
        seen.extend(&run);
        let run: Vec<NodeId> = nodes
            .iter()
            .copied()
            .filter(|it| run.contains(it))
            .collect();
        runs.push(ends(document, &run, &reached, &left));
    }
    runs
}

/// A ring has neither beginning nor end: its first and its last node stand for them.
fn ends(
    document: &Document,
    run: &[NodeId],
    reached: &BTreeSet<NodeId>,
    left: &BTreeSet<NodeId>,
) -> Run {
    let is = |id: NodeId, kind: EventKind| match id {
        NodeId::Event(id) => document.event(id).is_ok_and(|it| it.kind == kind),
        NodeId::Step(_) | NodeId::Gateway(_) => false,
    };
    let without = |ends: &BTreeSet<NodeId>, other: Option<&NodeId>| {
        let open: Vec<NodeId> = run
            .iter()
            .copied()
            .filter(|it| !ends.contains(it))
            .collect();
        if open.is_empty() {
            other.copied().into_iter().collect()
        } else {
            open
        }
    };
    let mut sources = without(reached, run.first()).into_iter();
    let sinks = without(left, run.last()).into_iter();
    Run {
        entry: sources.find(|id| !is(*id, EventKind::Start)),
        exits: sinks.filter(|id| !is(*id, EventKind::End)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::parse;

    fn told(text: &str) -> Vec<String> {
        let document = parse(text).unwrap();
        let name = |id: NodeId| document.node(id).unwrap().name.to_owned();
        let runs = runs(&document, document.first_flow().unwrap());
        let told = runs.into_iter().map(|run| {
            let exits: Vec<String> = run.exits.into_iter().map(name).collect();
            format!(
                "{}…{}",
                run.entry.map_or_else(String::new, name),
                exits.join("・")
            )
        });
        told.collect()
    }

    #[test]
    fn a_run_has_one_way_in_and_leaves_wherever_it_is_open() {
        let rows: &[(&str, &[&str])] = &[
            ("窓口: 甲\n窓口: 乙", &["甲…乙"]),
            ("窓口: 甲\n  → 終わり\n窓口: 乙", &["甲…甲", "乙…乙"]),
            (
                "窓口: 可否 [分岐]\n  → 甲\n  → 乙\n窓口: 甲\n  → 終わり\n窓口: 乙",
                &["可否…甲・乙"],
            ),
            ("窓口: 甲\n窓口: 乙\n  → 甲", &["甲…乙"]),
            ("窓口: 届く [始まり]\n窓口: 甲\n窓口: 済む [終わり]", &["…"]),
        ];
        for (text, wanted) in rows {
            assert_eq!(told(text), *wanted, "{text}");
        }
    }
}

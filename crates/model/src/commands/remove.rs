//! Removes a record of any kind.
use serde::{Deserialize, Serialize};

use super::Apply;
use crate::removal::removal;
use crate::{Change, Document, Edge, Edit, NodeId, Record, RecordId, Refusal, Share, Split};

/// Removes `id`. A node's arrows close up: whoever led to it then leads to what followed.
/// A lane with steps in it and the last flow of a process stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remove {
    /// What goes.
    pub id: RecordId,
}

impl Remove {
    /// Removes `id`.
    pub fn new(id: impl Into<RecordId>) -> Self {
        Self { id: id.into() }
    }
}

impl Apply for Remove {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let record = document.expect_record(self.id)?;
        if let RecordId::Lane(lane) = self.id {
            let nodes = record
                .flow()
                .map(|flow| document.nodes_of(flow))
                .unwrap_or_default();
            if let Some(node) = nodes.iter().find(|node| node.lane == lane) {
                return Err(Refusal::InUse(self.id, node.id.into()));
            }
        }
        if let Record::Flow(flow) = record
            && document.flows_of(flow.process).len() == 1
        {
            return Err(Refusal::InUse(self.id, flow.process.into()));
        }
        let Ok(node) = NodeId::try_from(self.id) else {
            return Ok(removal(document, &[self.id]));
        };
        let bridges = bridges(document, node);
        // The bridges are laid first, so that no arrow is torn out that then leads elsewhere.
        let between = document.after(&Change {
            edits: bridges.clone(),
        });
        let rest = removal(&between, &[self.id]);
        Ok(bridges.into_iter().chain(rest.edits).collect())
    }
}

/// Arrows that lead past `node`: each one that reached it goes on to what followed it.
fn bridges(document: &Document, node: NodeId) -> Vec<Edit> {
    let onward: Vec<&Edge> = document
        .edges_from(node)
        .map(|(_, edge)| edge)
        .filter(|edge| edge.to != node)
        .collect();
    let mut ids = document.free_ids();
    let mut edits: Vec<Edit> = Vec::new();
    for (id, edge) in document.edges_to(node) {
        let mut kept = Some(id);
        for next in &onward {
            let is_known = |other: &Edge| other.from == edge.from && other.to == next.to;
            let is_drawn = document
                .edges_from(edge.from)
                .any(|(_, other)| is_known(other));
            let is_bridged = edits
                .iter()
                .any(|edit| matches!(&edit.after, Some(Record::Edge(other)) if is_known(other)));
            if edge.from == next.to || is_drawn || is_bridged {
                continue;
            }
            let bridge = joined(edge, next, onward.len() > 1);
            edits.push(document.put(kept.take().unwrap_or_else(|| ids.mint()), bridge));
        }
    }
    edits
}

/// The arrow that does what `first` and `then` did one after the other.
fn joined(first: &Edge, then: &Edge, parts: bool) -> Edge {
    let share = match (first.share, then.share) {
        (Some(first), Some(then)) => Some(first.of(then)),
        (Some(share), None) | (None, Some(share)) => {
            Some(share).filter(|_| parts || first.share.is_some())
        }
        (None, None) => None,
    };
    Edge {
        to: then.to,
        share: share.filter(|share| *share != Share::ALL || first.split != Split::Sequence),
        split: if parts && first.split == Split::Sequence {
            then.split
        } else {
            first.split
        },
        condition: first
            .condition
            .clone()
            .or_else(|| then.condition.clone().filter(|_| parts)),
        repeat: first.repeat.or(then.repeat),
        transfer: first.transfer.or(then.transfer),
        bends: Vec::new(),
        ..first.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, holds, lane, step};

    fn remove(document: &Document, name: &str) -> Command {
        Remove::new(step(document, name)).into()
    }

    #[test]
    fn arrows_close_up_and_mentions_are_dropped() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙\n窓口: 丙",
                &|it| remove(it, "乙"),
                "窓口: 甲\n窓口: 丙",
            ),
            (
                "窓口: 甲\n窓口: 乙\n  20% 不備 → 丁\n窓口: 丙\n窓口: 丁",
                &|it| remove(it, "乙"),
                "窓口: 甲\n  20% 不備 → 丁\n  80% → 丙\n窓口: 丙\n窓口: 丁",
            ),
            (
                "窓口: 甲\n窓口: 乙\n  理由となる手順: 甲\n@声 職員 不満 甲、乙: 遅い",
                &|it| remove(it, "甲"),
                "窓口: 乙\n@声 職員 不満 乙: 遅い",
            ),
            (
                "窓口: 甲",
                &|it| Remove::new(lane(it, "窓口")).into(),
                "!in-use",
            ),
            (
                "窓口: 甲",
                &|it| Remove::new(it.first_flow().unwrap()).into(),
                "!in-use",
            ),
        ];
        holds(rows);
    }
}

//! Removes a record of any kind.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::removal::removal;
use crate::{
    Change, Document, Edge, EdgeId, Edit, Ids, NodeId, Record, RecordId, Refusal, Share, Split,
};

/// Removes `id`. A node's arrows close up: whoever led to it then leads to what followed.
/// A lane with steps in it, the last flow of a process and the last process stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
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
        if let RecordId::Process(process) = self.id
            && document.processes().count() == 1
            && let Some((flow, _)) = document.flows_of(process).first()
        {
            return Err(Refusal::InUse(self.id, (*flow).into()));
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
    let mut sources: Vec<NodeId> = document.edges_to(node).map(|(_, edge)| edge.from).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut ids = document.free_ids();
    let mut edits: Vec<Edit> = Vec::new();
    for from in sources.into_iter().filter(|from| *from != node) {
        for (id, edge) in closed_up(document, node, from, &onward, &mut ids) {
            if document.edge(id).ok() != Some(&edge) {
                edits.push(document.put(id, edge));
            }
        }
    }
    edits
}

/// What leaves `from` once `node` is gone. Where a way joins another or would lead back, the shares still make a whole.
fn closed_up(
    document: &Document,
    node: NodeId,
    from: NodeId,
    onward: &[&Edge],
    ids: &mut Ids,
) -> Vec<(EdgeId, Edge)> {
    let all: Vec<(EdgeId, &Edge)> = document.edges_from(from).collect();
    let others = all.iter().filter(|(_, edge)| edge.to != node);
    let mut ways: Vec<(EdgeId, Edge)> = others.map(|(id, edge)| (*id, (*edge).clone())).collect();
    for (id, edge) in all.iter().filter(|(_, edge)| edge.to == node) {
        let mut kept = Some(*id);
        for next in onward.iter().filter(|next| next.to != from) {
            let way = joined(edge, next, onward.len() > 1);
            if let Some((_, twin)) = ways.iter_mut().find(|(_, other)| other.to == next.to) {
                twin.share = twin.share.zip(way.share).map(|(a, b)| a.plus(b));
            } else {
                ways.push((kept.take().unwrap_or_else(|| ids.mint()), way));
            }
        }
    }
    let shares: Option<Vec<Share>> = ways.iter().map(|(_, way)| way.share).collect();
    if let Some(shares) = shares.filter(|_| adds_up(&all)) {
        let whole = shares.into_iter().fold(Share::NONE, Share::plus);
        let is_left = |way: &Edge| way.share.filter(|_| whole > Share::NONE);
        for (_, way) in &mut ways {
            way.share = is_left(way).map(|share| share.out_of(whole));
        }
    }
    if let ([(_, way)], true, NodeId::Step(_)) = (ways.as_mut_slice(), all.len() > 1, from) {
        way.split = Split::Sequence;
        way.share = None;
        way.condition = None;
    }
    ways
}

/// Whether the shares were a whole before.
fn adds_up(all: &[(EdgeId, &Edge)]) -> bool {
    let shares: Option<Vec<Share>> = all.iter().map(|(_, edge)| edge.share).collect();
    shares.is_some_and(|shares| shares.into_iter().fold(Share::NONE, Share::plus) == Share::ALL)
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
                "窓口: 甲\n  20% → 丙\n  80% → 乙\n窓口: 乙\n窓口: 丙",
                &|it| remove(it, "乙"),
                "窓口: 甲\n窓口: 丙",
            ),
            (
                "窓口: 甲\n  20% 不備 → 窓口: 乙 → 甲\n  80% 良 → 丙\n窓口: 丙",
                &|it| remove(it, "乙"),
                "窓口: 甲\n窓口: 丙",
            ),
            (
                "窓口: 甲\n  20% 不備 → 窓口: 乙 → 甲\n  60% 良 → 丙\n  20% 可 → 丁\n窓口: 丙\n窓口: 丁",
                &|it| remove(it, "乙"),
                "窓口: 甲\n  75% 良 → 丙\n  25% 可 → 丁\n窓口: 丙\n窓口: 丁",
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
            (
                "窓口: 甲",
                &|it| Remove::new(it.processes().next().unwrap().0).into(),
                "!in-use",
            ),
        ];
        holds(rows);
    }
}

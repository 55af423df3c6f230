//! Draws an arrow from one node to another.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Edge, EdgeId, GatewayKind, NodeId, RecordId, Refusal, Split};

/// Draws the arrow `edge` from `from` to `to`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Connect {
    /// A number nobody has.
    pub edge: EdgeId,
    /// Where the arrow begins.
    pub from: NodeId,
    /// Where it leads.
    pub to: NodeId,
}

impl Apply for Connect {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let id = RecordId::from(self.edge);
        if document.record(id).is_some() {
            return Err(Refusal::AlreadyThere(id));
        }
        let flow = document.expect_record(self.from.into())?.flow();
        let flow = flow.ok_or(Refusal::NoSuchRecord(self.from.into()))?;
        let edge = Edge::new(flow, self.from, self.to, split_of(document, self.from));
        Ok(document.put(id, edge).into())
    }
}

/// How a node hands on when nothing else is said.
pub(crate) fn split_of(document: &Document, from: NodeId) -> Split {
    let NodeId::Gateway(id) = from else {
        return Split::Sequence;
    };
    match document.gateway(id).map(|gateway| gateway.kind) {
        Ok(GatewayKind::Branch) => Split::Exclusive,
        Ok(GatewayKind::Fork) => Split::Parallel,
        Ok(GatewayKind::Merge | GatewayKind::Join) | Err(_) => Split::Sequence,
    }
}

/// Whether the flow parts at a node: what is written behind it is another way, never in between.
pub(crate) fn parts(document: &Document, node: NodeId) -> bool {
    match split_of(document, node) {
        Split::Exclusive | Split::Parallel => true,
        Split::Sequence => false,
    }
}

/// Refuses an arrow to itself, and a second arrow between the same two.
pub(super) fn check(document: &Document, id: RecordId, edge: &Edge) -> Result<(), Refusal> {
    if edge.from == edge.to {
        return Err(Refusal::SelfLoop(edge.from.into()));
    }
    let twin = document
        .edges_from(edge.from)
        .find(|(other, it)| RecordId::from(*other) != id && it.to == edge.to);
    if twin.is_some() {
        return Err(Refusal::AlreadyConnected(edge.from.into(), edge.to.into()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, edge, fresh, holds, node};

    fn connect(document: &Document, from: &str, to: &str) -> Command {
        Connect {
            edge: fresh(document, 0),
            from: node(document, from),
            to: node(document, to),
        }
        .into()
    }

    #[test]
    fn an_arrow_joins_two_nodes_once() {
        let taken = |document: &Document| {
            let edge = edge(document, "甲", "乙");
            let (from, to) = (node(document, "乙"), node(document, "甲"));
            Connect { edge, from, to }.into()
        };
        let rows: &[Row] = &[
            (
                "窓口: 甲\n  → 終わり\n窓口: 乙",
                &|it| connect(it, "甲", "乙"),
                "窓口: 甲\n窓口: 乙",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| connect(it, "乙", "甲"),
                "窓口: 甲\n窓口: 乙\n  → 甲",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| connect(it, "甲", "乙"),
                "!already-connected",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| connect(it, "甲", "甲"),
                "!self-loop",
            ),
            ("窓口: 甲\n窓口: 乙", &taken, "!already-there"),
        ];
        holds(rows);
    }
}

//! Lets a flow part or come together behind a node.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Apply, Place, connect, reorder};
use crate::{
    Change, Document, Edge, EdgeId, FlowId, Gateway, GatewayId, GatewayKind, LaneId, NodeId,
    RecordId, Refusal, Split,
};

/// Creates `gateway` in `lane`, behind `after` where one is named, else at the end of the list.
///
/// What followed `after` then follows the gateway, with its conditions and shares. Where `after` parts the flow itself,
/// its ways stay and the gateway begins another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddGateway {
    /// A number nobody has.
    pub gateway: GatewayId,
    /// The flow it becomes part of.
    pub flow: FlowId,
    /// Who decides.
    pub lane: LaneId,
    /// How it parts or joins.
    pub kind: GatewayKind,
    /// What is asked there; may be empty.
    pub name: String,
    /// The node it follows.
    pub after: Option<NodeId>,
    /// A number for the arrow that leads to it.
    pub edge: EdgeId,
}

impl Apply for AddGateway {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let id = RecordId::from(self.gateway);
        if let Some(taken) = [id, self.edge.into()]
            .into_iter()
            .find(|id| document.record(*id).is_some())
        {
            return Err(Refusal::AlreadyThere(taken));
        }
        let gateway = |rank| Gateway::new(self.flow, rank, self.lane, self.kind, self.name.trim());
        let Some(after) = self.after else {
            let rank = reorder::rank_at_end(document, self.flow);
            return Ok(document.put(id, gateway(rank)).into());
        };
        let (rank, mut edits) = reorder::rank_at(document, id, Place::After(after.into()))?;
        let phase = document.node(after)?.phase;
        edits.push(document.put(
            id,
            Gateway {
                phase,
                ..gateway(rank)
            },
        ));
        if !connect::parts(document, after) {
            edits.extend(document.edges_from(after).map(|(edge, it)| {
                let onward = Edge {
                    from: self.gateway.into(),
                    split: self.split().unwrap_or(it.split),
                    bends: Vec::new(),
                    ..it.clone()
                };
                document.put(edge, onward)
            }));
        }
        let split = connect::split_of(document, after);
        edits.push(document.put(
            self.edge,
            Edge::new(self.flow, after, self.gateway.into(), split),
        ));
        Ok(edits.into_iter().collect())
    }
}

impl AddGateway {
    /// How the arrows leave that it takes over; those of a merge or join stay as they are.
    fn split(&self) -> Option<Split> {
        match self.kind {
            GatewayKind::Branch => Some(Split::Exclusive),
            GatewayKind::Fork => Some(Split::Parallel),
            GatewayKind::Merge | GatewayKind::Join => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, fresh, gateway, holds, lane, node};

    fn add(document: &Document, kind: GatewayKind, after: Option<NodeId>) -> AddGateway {
        AddGateway {
            gateway: fresh(document, 0),
            flow: document.first_flow().unwrap(),
            lane: lane(document, "窓口"),
            kind,
            name: " 可否 ".into(),
            after,
            edge: fresh(document, 1),
        }
    }

    #[test]
    fn a_flow_parts_behind_a_step_and_what_followed_is_one_of_the_ways() {
        let behind = |document: &Document, kind| {
            let after = Some(node(document, "甲"));
            Command::from(add(document, kind, after))
        };
        let taken = |document: &Document| {
            let edge = document.edges().next().unwrap().0;
            let add = add(document, GatewayKind::Branch, Some(node(document, "甲")));
            AddGateway { edge, ..add }.into()
        };
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙",
                &|it| behind(it, GatewayKind::Branch),
                "窓口: 甲\n窓口: 可否 [分岐]\n窓口: 乙",
            ),
            (
                "## 受付\n窓口: 甲",
                &|it| behind(it, GatewayKind::Fork),
                "## 受付\n窓口: 甲\n窓口: 可否 [分岐AND]",
            ),
            (
                "窓口: 甲\n  10% 否 → 乙\n  → 丙\n窓口: 乙\n窓口: 丙",
                &|it| behind(it, GatewayKind::Branch),
                "窓口: 甲\n窓口: 可否 [分岐]\n  10% 否 → 乙\n  → 丙\n窓口: 乙\n窓口: 丙",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| add(it, GatewayKind::Join, None).into(),
                "窓口: 甲\n窓口: 乙\n  → 終わり\n窓口: 可否 [合流AND]",
            ),
            ("窓口: 甲\n窓口: 乙", &taken, "!already-there"),
        ];
        holds(rows);
    }

    #[test]
    fn a_branch_behind_a_branch_is_another_way() {
        let rows: &[Row] = &[(
            "窓口: 要否 [分岐]\n  → 甲\n窓口: 甲",
            &|it| add(it, GatewayKind::Branch, Some(gateway(it, "要否"))).into(),
            "窓口: 要否 [分岐]\n  → 甲\n  → 可否\n窓口: 可否 [分岐]\n  → 終わり\n窓口: 甲",
        )];
        holds(rows);
    }
}

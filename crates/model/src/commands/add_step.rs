//! Writes the next card: a step behind another one, with its arrow.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Apply, Place, connect, reorder};
use crate::notation::card;
use crate::{
    Change, Document, Edge, EdgeId, FlowId, LaneId, NodeId, Rank, RecordId, Refusal, Step, StepId,
};

/// Creates `step` in `lane`, behind `after` where one is named, else at the end of the list.
///
/// Where `after` leads on along a single arrow, that arrow then leaves the new step, so that the line stays whole.
/// Where `after` parts the flow, the step begins another way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddStep {
    /// A number nobody has.
    pub step: StepId,
    /// The flow it becomes part of.
    pub flow: FlowId,
    /// Who does it.
    pub lane: LaneId,
    /// What people call it; behind that may stand on what the work is and how long it takes: `申請書を書く 紙 15分`.
    pub name: String,
    /// The node it follows.
    pub after: Option<NodeId>,
    /// A number for the arrow that leads to it.
    pub edge: EdgeId,
}

impl Apply for AddStep {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let id = RecordId::from(self.step);
        if let Some(taken) = [id, self.edge.into()]
            .into_iter()
            .find(|id| document.record(*id).is_some())
        {
            return Err(Refusal::AlreadyThere(taken));
        }
        let step = card::step(self.flow, Rank::default(), self.lane, &self.name);
        if step.name.is_empty() {
            return Err(Refusal::EmptyName(id));
        }
        let Some(after) = self.after else {
            let rank = reorder::rank_at_end(document, self.flow);
            return Ok(document.put(id, Step { rank, ..step }).into());
        };
        let (rank, mut edits) = reorder::rank_at(document, id, Place::After(after.into()))?;
        let phase = document.node(after)?.phase;
        edits.push(document.put(
            id,
            Step {
                rank,
                phase,
                ..step
            },
        ));
        let onward: Vec<_> = document.edges_from(after).collect();
        if let [(edge, it)] = onward.as_slice()
            && !connect::parts(document, after)
        {
            edits.push(document.put(
                *edge,
                Edge {
                    from: self.step.into(),
                    ..(*it).clone()
                },
            ));
        }
        let split = connect::split_of(document, after);
        edits.push(document.put(
            self.edge,
            Edge::new(self.flow, after, self.step.into(), split),
        ));
        Ok(edits.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, fresh, gateway, holds, lane, node};

    fn add(document: &Document, name: &str, after: Option<&str>) -> Command {
        AddStep {
            step: fresh(document, 0),
            flow: document.first_flow().unwrap(),
            lane: lane(document, "窓口"),
            name: name.into(),
            after: after.map(|name| node(document, name)),
            edge: fresh(document, 1),
        }
        .into()
    }

    #[test]
    fn a_new_step_stands_behind_another_and_keeps_the_line_whole() {
        let taken = |document: &Document| {
            let step = crate::table::step(document, "甲");
            let Command::AddStep(add) = add(document, "丙", None) else {
                panic!("another command")
            };
            AddStep { step, ..add }.into()
        };
        let behind_branch = |document: &Document| {
            let Command::AddStep(add) = add(document, "丙", None) else {
                panic!("another command")
            };
            let after = Some(gateway(document, "可否"));
            AddStep { after, ..add }.into()
        };
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙",
                &|it| add(it, "丙", Some("甲")),
                "窓口: 甲\n窓口: 丙\n窓口: 乙",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| add(it, "丙", None),
                "窓口: 甲\n窓口: 乙\n  → 終わり\n窓口: 丙",
            ),
            (
                "## 受付\n窓口: 甲",
                &|it| add(it, " 丙 ", Some("甲")),
                "## 受付\n窓口: 甲\n窓口: 丙",
            ),
            (
                "窓口: 可否 [分岐]\n窓口: 乙",
                &behind_branch,
                "窓口: 可否 [分岐]\n  → 乙\n  → 丙\n窓口: 丙\n  → 終わり\n窓口: 乙",
            ),
            (
                "窓口: 甲",
                &|it| add(it, "丙 紙→電子 5分", Some("甲")),
                "窓口: 甲\n窓口: 丙 5分 [紙→電子]",
            ),
            ("窓口: 甲", &|it| add(it, "　", Some("甲")), "!empty-name"),
            (
                "窓口: 甲",
                &|it| add(it, "「」 紙", Some("甲")),
                "!empty-name",
            ),
            ("窓口: 甲", &taken, "!already-there"),
        ];
        holds(rows);
    }
}

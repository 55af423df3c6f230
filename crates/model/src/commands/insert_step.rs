//! Puts a new or loose step into an arrow.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Apply, Place, reorder};
use crate::notation::card;
use crate::{
    Change, Document, Edge, EdgeId, LaneId, Record, RecordId, Refusal, Split, Step, StepId,
};

/// Puts `step` into the arrow `into`: the arrow then ends at the step, and `edge` leads on from it.
///
/// A step that exists is used as it is; otherwise it is created in `lane` under `name`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct InsertStep {
    /// The step to insert, or a number nobody has.
    pub step: StepId,
    /// Who does it, where it is created.
    pub lane: LaneId,
    /// What people call it, where it is created, as in `AddStep`.
    pub name: String,
    /// The arrow it is put into.
    pub into: EdgeId,
    /// A number for the arrow that leads on.
    pub edge: EdgeId,
}

impl Apply for InsertStep {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let id = RecordId::from(self.step);
        if document.record(self.edge.into()).is_some() {
            return Err(Refusal::AlreadyThere(self.edge.into()));
        }
        let into = document.edge(self.into)?.clone();
        if into.from == self.step.into() || into.to == self.step.into() {
            return Err(Refusal::SelfLoop(id));
        }
        let mut edits = Vec::new();
        if document.record(id).is_none() {
            let (rank, room) = reorder::rank_at(document, id, Place::After(into.from.into()))?;
            let phase = document.node(into.from)?.phase;
            let step = Step {
                phase,
                ..card::step(into.flow, rank, self.lane, &self.name)
            };
            if step.name.is_empty() {
                return Err(Refusal::EmptyName(id));
            }
            edits.extend(room);
            edits.push(document.put(id, Record::Step(step)));
        }
        let onward = Edge::new(into.flow, self.step.into(), into.to, Split::Sequence);
        edits.push(document.put(
            self.into,
            Edge {
                to: self.step.into(),
                bends: Vec::new(),
                ..into
            },
        ));
        edits.push(document.put(self.edge, onward));
        Ok(edits.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, edge, fresh, holds, lane, step};

    fn insert(document: &Document, existing: Option<&str>, name: &str) -> Command {
        InsertStep {
            step: existing.map_or_else(|| fresh(document, 0), |name| step(document, name)),
            lane: lane(document, "窓口"),
            name: name.into(),
            into: edge(document, "甲", "乙"),
            edge: fresh(document, 1),
        }
        .into()
    }

    #[test]
    fn a_new_or_loose_step_is_put_into_an_arrow() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙",
                &|it| insert(it, None, "丙"),
                "窓口: 甲\n窓口: 丙\n窓口: 乙",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| insert(it, None, "丙 口頭 1時間半"),
                "窓口: 甲\n窓口: 丙 90分 [口頭]\n窓口: 乙",
            ),
            (
                "窓口: 甲\n窓口: 乙\n  → 終わり\n窓口: 丙",
                &|it| insert(it, Some("丙"), ""),
                "窓口: 甲\n  → 丙\n窓口: 乙\n  → 終わり\n窓口: 丙\n  → 乙",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| insert(it, None, " "),
                "!empty-name",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| insert(it, Some("乙"), ""),
                "!self-loop",
            ),
            (
                "窓口: 甲\n窓口: 乙\n窓口: 丙\n  → 乙",
                &|it| insert(it, Some("丙"), ""),
                "!already-connected",
            ),
        ];
        holds(rows);
    }
}

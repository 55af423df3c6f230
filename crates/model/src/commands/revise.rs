//! Replaces a record by another version of itself.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Puts `record` where `id` is. Its flow stays the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Revise {
    /// What is revised.
    pub id: RecordId,
    /// What stands there from now on.
    pub record: Record,
}

impl Revise {
    /// Puts `record` where `id` is.
    pub fn new(id: impl Into<RecordId>, record: impl Into<Record>) -> Self {
        Self {
            id: id.into(),
            record: record.into(),
        }
    }
}

impl Apply for Revise {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let before = document.expect_record(self.id)?;
        if let Some((own, other)) = before
            .flow()
            .zip(self.record.flow())
            .filter(|(own, other)| own != other)
        {
            return Err(Refusal::AcrossFlows(own.into(), other.into()));
        }
        Ok(document.put(self.id, self.record.clone()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, edge, holds, step};
    use crate::{Command, NodeId, Step};

    fn longer(document: &Document) -> Command {
        let id = step(document, "甲");
        let minutes = Some(5.0.try_into().unwrap());
        let step = document.step(id).unwrap().clone();
        Revise::new(id, Step { minutes, ..step }).into()
    }

    fn back(document: &Document) -> Command {
        let id = edge(document, "甲", "乙");
        let edge = document.edge(id).unwrap().clone();
        let to: NodeId = edge.from;
        Revise::new(id, crate::Edge { to, ..edge }).into()
    }

    #[test]
    fn a_record_gives_way_to_another_version_of_itself() {
        let rows: &[Row] = &[
            ("窓口: 甲", &longer, "窓口: 甲 5分"),
            ("窓口: 甲\n窓口: 乙", &back, "!self-loop"),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| {
                    let lane = it.step(step(it, "甲")).unwrap().lane;
                    Revise::new(step(it, "甲"), it.lane(lane).unwrap().clone()).into()
                },
                "!wrong-kind",
            ),
        ];
        holds(rows);
    }
}

//! Creates a record of any kind.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Puts `record` under the fresh `id`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Create {
    /// A number nobody has.
    pub id: RecordId,
    /// What to put there.
    pub record: Record,
}

impl Create {
    /// Creates `record` under `id`.
    pub fn new(id: impl Into<RecordId>, record: impl Into<Record>) -> Self {
        Self {
            id: id.into(),
            record: record.into(),
        }
    }
}

impl Apply for Create {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        if document.record(self.id).is_some() {
            return Err(Refusal::AlreadyThere(self.id));
        }
        Ok(document.put(self.id, self.record.clone()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, edge, fresh, holds, node};
    use crate::{Command, Edge, EdgeId, Lane, LaneId, LaneKind, Rank, Split, StepId};

    fn lane(document: &Document) -> Lane {
        let flow = document.first_flow().unwrap();
        Lane::new(flow, Rank::nth(5), LaneKind::External, "県")
    }

    fn second_arrow(document: &Document) -> Command {
        let flow = document.first_flow().unwrap();
        let (from, to) = (node(document, "甲"), node(document, "乙"));
        let arrow = Edge::new(flow, from, to, Split::Sequence);
        Create::new(fresh::<EdgeId>(document, 0), arrow).into()
    }

    #[test]
    fn a_record_is_created_where_nothing_is_yet() {
        let rows: &[Row] = &[
            (
                "窓口: 甲",
                &|it| Create::new(fresh::<LaneId>(it, 0), lane(it)).into(),
                "@担当 窓口 [職員]\n@担当 県 [外部機関]\n窓口: 甲",
            ),
            (
                "窓口: 甲",
                &|it| Create::new(fresh::<StepId>(it, 0), lane(it)).into(),
                "!wrong-kind",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| Create::new(edge(it, "甲", "乙"), lane(it)).into(),
                "!already-there",
            ),
            ("窓口: 甲\n窓口: 乙", &second_arrow, "!already-connected"),
        ];
        holds(rows);
    }
}

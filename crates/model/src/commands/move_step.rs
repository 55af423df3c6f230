//! Hands a step, gateway or event to another lane.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, LaneId, NodeId, Record, Refusal};

/// Hands `node` to `lane`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MoveStep {
    /// What moves.
    pub node: NodeId,
    /// Where it goes.
    pub lane: LaneId,
}

impl Apply for MoveStep {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        document.lane(self.lane)?;
        let moved: Record = match self.node {
            NodeId::Step(id) => crate::Step {
                lane: self.lane,
                ..document.step(id)?.clone()
            }
            .into(),
            NodeId::Gateway(id) => crate::Gateway {
                lane: self.lane,
                ..document.gateway(id)?.clone()
            }
            .into(),
            NodeId::Event(id) => crate::Event {
                lane: self.lane,
                ..document.event(id)?.clone()
            }
            .into(),
        };
        Ok(document.put(self.node, moved).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, holds, lane, node};
    use crate::{Command, LaneId};

    fn hand(document: &Document, lane: LaneId) -> Command {
        let node = node(document, "甲");
        MoveStep { node, lane }.into()
    }

    #[test]
    fn a_step_goes_to_another_lane_and_its_old_one_stays() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n審査: 乙",
                &|it| hand(it, lane(it, "審査")),
                "@担当 窓口 [職員]\n@担当 審査 [職員]\n審査: 甲\n審査: 乙",
            ),
            (
                "窓口: 甲",
                &|it| hand(it, LaneId(it.free_ids().peek())),
                "!no-such-record",
            ),
        ];
        holds(rows);
    }
}

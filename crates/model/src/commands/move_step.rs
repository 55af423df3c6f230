//! Hands a step, gateway or event to another lane.
use serde::{Deserialize, Serialize};

use super::Apply;
use crate::{Change, Document, LaneId, NodeId, Record, Refusal};

/// Hands `node` to `lane`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

//! Writes the next card: a step behind another one, with its arrow.
use serde::{Deserialize, Serialize};

use super::{Apply, Place, connect, reorder};
use crate::{
    Change, Document, Edge, EdgeId, FlowId, LaneId, NodeId, Rank, RecordId, Refusal, Step, StepId,
};

/// Creates `step` in `lane`, behind `after` where one is named, else at the end of the list.
///
/// Where `after` leads on along a single arrow, that arrow then leaves the new step, so that the line stays whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddStep {
    /// A number nobody has.
    pub step: StepId,
    /// The flow it becomes part of.
    pub flow: FlowId,
    /// Who does it.
    pub lane: LaneId,
    /// What people call it.
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
        if self.name.trim().is_empty() {
            return Err(Refusal::EmptyName(id));
        }
        let step = |rank| Step::new(self.flow, rank, self.lane, self.name.trim());
        let Some(after) = self.after else {
            let last = document
                .nodes_of(self.flow)
                .last()
                .map_or(0, |node| node.rank.0);
            return Ok(document
                .put(id, step(Rank(last.saturating_add(Rank::GAP))))
                .into());
        };
        let (rank, mut edits) = reorder::rank_at(document, id, Place::After(after.into()))?;
        let phase = document.node(after)?.phase;
        edits.push(document.put(
            id,
            Step {
                phase,
                ..step(rank)
            },
        ));
        let onward: Vec<_> = document.edges_from(after).collect();
        if let [(edge, it)] = onward.as_slice() {
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

//! A second way beside the one on paper: cases part in front of it and come together where it ends.
use kaizu_analysis::Graph;
use kaizu_model::{
    Edge, EdgeId, Gateway, GatewayId, GatewayKind, LaneId, NodeId, Refusal, Revise, Share, Split,
    Step, StepId,
};

use crate::draft::Draft;
use crate::paper_way::PaperWay;

/// What is to be opened.
pub(crate) struct SecondWay<'a> {
    /// Who decides which way a case goes.
    pub(crate) lane: LaneId,
    /// What is decided there.
    pub(crate) choice: &'a str,
    /// When a case goes the second way, and when the first.
    pub(crate) conditions: [&'a str; 2],
    /// The part of the cases that go the second way.
    pub(crate) share: Share,
    /// The steps of the second way, one behind the other, still without keys and places.
    pub(crate) steps: [Step; 2],
}

impl SecondWay<'_> {
    /// Opens it beside `way`.
    pub(crate) fn open(
        self,
        draft: &mut Draft,
        graph: &Graph,
        way: &PaperWay,
    ) -> Result<(), Refusal> {
        let Some(first) = way.steps.first().map(|n| graph.id(*n)) else {
            return Ok(());
        };
        let choice = part(draft, first, self.lane, self.choice)?;
        let [one, other] = self.steps;
        let (one, other) = (place(draft, first, one)?, place(draft, first, other)?);
        let flow = draft.flow;
        let arrow = |to: NodeId, share: Share, condition: &str| Edge {
            share: Some(share),
            condition: Some(condition.to_owned()),
            ..Edge::new(flow, choice.into(), to, Split::Exclusive)
        };
        let [second, usual] = self.conditions;
        draft.draw(arrow(one.into(), self.share, second))?;
        draft.draw(arrow(first, self.share.rest(), usual))?;
        draft.link(one.into(), other.into(), Split::Sequence)?;
        draft.link(other.into(), graph.id(way.next), Split::Sequence)?;
        Ok(())
    }
}

/// Puts a branch into every arrow that reaches `first`.
fn part(draft: &mut Draft, first: NodeId, lane: LaneId, name: &str) -> Result<GatewayId, Refusal> {
    let node = draft.document.node(first)?;
    let (rank, phase) = (node.rank, node.phase);
    let inward: Vec<(EdgeId, Edge)> = draft
        .document
        .edges_to(first)
        .map(|(id, edge)| (id, edge.clone()))
        .collect();
    let choice = Gateway {
        key: Some(draft.fresh_key()),
        phase,
        ..Gateway::new(draft.flow, rank, lane, GatewayKind::Branch, name)
    };
    let choice: GatewayId = draft.create_before(first, choice)?;
    for (edge, it) in inward {
        let redirected = Edge {
            to: choice.into(),
            bends: Vec::new(),
            ..it
        };
        draft.run(Revise::new(edge, redirected))?;
    }
    Ok(choice)
}

/// Puts a step in front of `first` in the list, in its part of the work.
fn place(draft: &mut Draft, first: NodeId, step: Step) -> Result<StepId, Refusal> {
    let node = draft.document.node(first)?;
    let (rank, phase) = (node.rank, node.phase);
    let placed = Step {
        key: Some(draft.fresh_key()),
        rank,
        phase,
        ..step
    };
    draft.create_before(first, placed)
}

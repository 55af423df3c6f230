//! The flow to place, by number instead of by id, with the returns found.
use kaizu_model::{
    Document, Edge, EdgeId, EdgeNature, FlowId, Lane, LaneId, Node, NodeId, Phase, PhaseId, Point,
    RecordId, Step,
};
use std::collections::BTreeMap;

use crate::cycle;

/// A node of the flow.
pub(crate) struct Stop<'a> {
    /// The record's common part.
    pub node: Node<'a>,
    /// The whole of it, where it is a step.
    pub step: Option<&'a Step>,
    /// Its lane, counted from the top.
    pub lane: usize,
    /// Its phase, counted from the left.
    pub phase: Option<usize>,
    /// Where a person put it.
    pub pin: Option<Point>,
}

/// An arrow of the flow.
pub(crate) struct Way<'a> {
    /// Which edge.
    pub id: EdgeId,
    /// The record.
    pub edge: &'a Edge,
    /// The number of its source.
    pub from: usize,
    /// The number of its target.
    pub to: usize,
    /// Whether it leads back to where the case has been.
    pub is_return: bool,
}

/// Everything of one flow.
pub(crate) struct Chart<'a> {
    /// From top to bottom.
    pub lanes: Vec<(LaneId, &'a Lane)>,
    /// From left to right.
    pub phases: Vec<(PhaseId, &'a Phase)>,
    /// In the order people gave them.
    pub stops: Vec<Stop<'a>>,
    /// Oldest first; both ends are stops.
    pub ways: Vec<Way<'a>>,
}

impl<'a> Chart<'a> {
    /// Everything of `flow`.
    pub(crate) fn of(document: &'a Document, flow: FlowId) -> Self {
        let lanes = document.lanes_of(flow);
        let phases = document.phases_of(flow);
        let lane_at: BTreeMap<LaneId, usize> = numbered(lanes.iter().map(|(id, _)| *id));
        let phase_at: BTreeMap<PhaseId, usize> = numbered(phases.iter().map(|(id, _)| *id));
        let stops: Vec<Stop> = document
            .nodes_of(flow)
            .into_iter()
            .map(|node| (node.id.step().and_then(|id| document.step(id).ok()), node))
            .map(|(step, node)| Stop {
                step,
                lane: lane_at.get(&node.lane).copied().unwrap_or(0),
                phase: node.phase.and_then(|phase| phase_at.get(&phase).copied()),
                pin: pin(document, step, node.id)
                    .filter(|pin| pin.x.is_finite() && pin.y.is_finite()),
                node,
            })
            .collect();
        let stop_at: BTreeMap<RecordId, usize> =
            numbered(stops.iter().map(|stop| stop.node.id.into()));
        let mut ways: Vec<Way> = document
            .edges_of(flow)
            .filter_map(|(id, edge)| {
                let from = *stop_at.get(&edge.from.into())?;
                let to = *stop_at.get(&edge.to.into())?;
                Some(Way {
                    id,
                    edge,
                    from,
                    to,
                    is_return: false,
                })
            })
            .collect();
        let ends: Vec<(usize, usize)> = ways.iter().map(|way| (way.from, way.to)).collect();
        let is_marked = |way: &Way| way.edge.nature == Some(EdgeNature::Return);
        let marked: Vec<bool> = ways.iter().map(is_marked).collect();
        for (way, is_return) in ways
            .iter_mut()
            .zip(cycle::returns(stops.len(), &ends, &marked))
        {
            way.is_return = is_return;
        }
        Self {
            lanes,
            phases,
            stops,
            ways,
        }
    }
}

fn numbered<T: Ord>(ids: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    ids.enumerate().map(|(n, id)| (id, n)).collect()
}

fn pin(document: &Document, step: Option<&Step>, id: NodeId) -> Option<Point> {
    match id {
        NodeId::Step(_) => step?.pin,
        NodeId::Gateway(id) => document.gateway(id).ok()?.pin,
        NodeId::Event(id) => document.event(id).ok()?.pin,
    }
}

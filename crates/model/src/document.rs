//! Records by id: what a project holds at one moment. Cheap to copy, never changed in place.
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{
    Change, Complaint, ComplaintId, Duty, DutyId, Edge, EdgeId, Edit, FlowId, Ids, Item, ItemId,
    Lane, LaneId, Node, NodeId, Phase, PhaseId, ProcessId, Record, RecordId, Refusal, Variant,
};

/// A whole project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    records: Arc<BTreeMap<RecordId, Arc<Record>>>,
}

impl Document {
    /// The record called `id`.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(&id).map(AsRef::as_ref)
    }

    /// The record called `id`, or the refusal that names it.
    pub fn expect_record(&self, id: RecordId) -> Result<&Record, Refusal> {
        self.record(id).ok_or(Refusal::NoSuchRecord(id))
    }

    /// Every record, in the order of ids.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Record)> + Clone {
        self.records
            .iter()
            .map(|(id, record)| (*id, record.as_ref()))
    }

    pub(crate) fn range(
        &self,
        from: RecordId,
        to: RecordId,
    ) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records
            .range(from..=to)
            .map(|(id, record)| (*id, record.as_ref()))
    }

    /// Numbers that no record of this document has.
    pub fn free_ids(&self) -> Ids {
        let highest = self.records.keys().map(|id| id.number()).max();
        Ids::from(highest.map_or(1, |number| number.saturating_add(1)))
    }

    /// The document after `change`.
    #[must_use]
    pub fn after(&self, change: &Change) -> Self {
        let mut next = self.clone();
        let records = Arc::make_mut(&mut next.records);
        for Edit { id, after, .. } in &change.edits {
            match after {
                Some(record) => records.insert(*id, Arc::new(record.clone())),
                None => records.remove(id),
            };
        }
        next
    }

    /// An edit that puts `after` where `id` is now.
    pub fn edit(&self, id: impl Into<RecordId>, after: Option<Record>) -> Edit {
        let id = id.into();
        Edit {
            id,
            before: self.record(id).cloned(),
            after,
        }
    }

    /// An edit that puts `record` where `id` is now.
    pub fn put(&self, id: impl Into<RecordId>, record: impl Into<Record>) -> Edit {
        self.edit(id, Some(record.into()))
    }

    /// The step, gateway or event called `id`.
    pub fn node(&self, id: NodeId) -> Result<Node<'_>, Refusal> {
        macro_rules! node {
            ($record:expr) => {{
                let it = $record;
                Node {
                    id,
                    key: it.key.as_deref(),
                    name: &it.name,
                    lane: it.lane,
                    phase: it.phase,
                    rank: it.rank,
                }
            }};
        }
        Ok(match id {
            NodeId::Step(id) => node!(self.step(id)?),
            NodeId::Gateway(id) => node!(self.gateway(id)?),
            NodeId::Event(id) => node!(self.event(id)?),
        })
    }

    /// The nodes of `flow`, as people ordered them.
    pub fn nodes_of(&self, flow: FlowId) -> Vec<Node<'_>> {
        let steps = self
            .steps()
            .filter(|(_, it)| it.flow == flow)
            .map(|(id, _)| NodeId::Step(id));
        let gateways = self
            .gateways()
            .filter(|(_, it)| it.flow == flow)
            .map(|(id, _)| NodeId::Gateway(id));
        let events = self
            .events()
            .filter(|(_, it)| it.flow == flow)
            .map(|(id, _)| NodeId::Event(id));
        let mut nodes: Vec<_> = steps
            .chain(gateways)
            .chain(events)
            .filter_map(|id| self.node(id).ok())
            .collect();
        nodes.sort_by_key(|node| (node.rank, RecordId::from(node.id).number()));
        nodes
    }

    /// The edges of `flow`, oldest first.
    pub fn edges_of(&self, flow: FlowId) -> impl Iterator<Item = (EdgeId, &Edge)> {
        self.edges().filter(move |(_, edge)| edge.flow == flow)
    }

    /// The edges that leave `node`, oldest first.
    pub fn edges_from(&self, node: NodeId) -> impl Iterator<Item = (EdgeId, &Edge)> {
        self.edges().filter(move |(_, edge)| edge.from == node)
    }

    /// The edges that reach `node`, oldest first.
    pub fn edges_to(&self, node: NodeId) -> impl Iterator<Item = (EdgeId, &Edge)> {
        self.edges().filter(move |(_, edge)| edge.to == node)
    }

    /// The lanes of `flow` from top to bottom.
    pub fn lanes_of(&self, flow: FlowId) -> Vec<(LaneId, &Lane)> {
        let mut lanes: Vec<_> = self.lanes().filter(|(_, lane)| lane.flow == flow).collect();
        lanes.sort_by_key(|(id, lane)| (lane.rank, *id));
        lanes
    }

    /// The phases of `flow` from left to right.
    pub fn phases_of(&self, flow: FlowId) -> Vec<(PhaseId, &Phase)> {
        let mut phases: Vec<_> = self
            .phases()
            .filter(|(_, phase)| phase.flow == flow)
            .collect();
        phases.sort_by_key(|(id, phase)| (phase.rank, *id));
        phases
    }

    /// The voices about `flow`, oldest first.
    pub fn complaints_of(&self, flow: FlowId) -> impl Iterator<Item = (ComplaintId, &Complaint)> {
        self.complaints()
            .filter(move |(_, complaint)| complaint.flow == flow)
    }

    /// The duties of `flow` that must stay separate.
    pub fn duties_of(&self, flow: FlowId) -> impl Iterator<Item = (DutyId, &Duty)> {
        self.duties().filter(move |(_, duty)| duty.flow == flow)
    }

    /// The items of `process`.
    pub fn items_of(&self, process: ProcessId) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items()
            .filter(move |(_, item)| item.process == process)
    }

    /// The flows of `process`: as-is first, then in the order they were made.
    pub fn flows_of(&self, process: ProcessId) -> Vec<(FlowId, &crate::Flow)> {
        let mut flows: Vec<_> = self
            .flows()
            .filter(|(_, flow)| flow.process == process)
            .collect();
        flows.sort_by_key(|(id, flow)| (flow.variant != Variant::AsIs, *id));
        flows
    }

    /// The as-is flow of the first process: what a file opens with.
    pub fn first_flow(&self) -> Option<FlowId> {
        let (process, _) = self.processes().next()?;
        self.flows_of(process).first().map(|(id, _)| *id)
    }
}

impl FromIterator<(RecordId, Record)> for Document {
    fn from_iter<T: IntoIterator<Item = (RecordId, Record)>>(records: T) -> Self {
        let records = records.into_iter();
        Self {
            records: Arc::new(records.map(|(id, record)| (id, Arc::new(record))).collect()),
        }
    }
}

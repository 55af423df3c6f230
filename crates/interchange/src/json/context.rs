//! What is known while a file is read: the ids given out so far, and by which names the file calls them.
use std::collections::BTreeMap;

use kaizu_model::{
    FlowId, GatewayKind, Ids, Item, ItemId, LaneId, NodeId, PhaseId, ProcessId, Record, RecordId,
    Split, StepId,
};

use super::fields::Fields;
use crate::{Failure, Loss, LossKind};

/// What is known while a file is read.
pub(super) struct Context {
    pub(super) ids: Ids,
    pub(super) process: ProcessId,
    pub(super) flow: FlowId,
    pub(super) records: Vec<(RecordId, Record)>,
    pub(super) losses: Vec<Loss>,
    pub(super) lanes: BTreeMap<String, LaneId>,
    pub(super) phases: BTreeMap<String, PhaseId>,
    pub(super) nodes: BTreeMap<String, NodeId>,
    pub(super) items: BTreeMap<String, ItemId>,
}

impl Context {
    /// Nothing read yet: the process and its flow have their ids.
    pub(super) fn new() -> Self {
        let mut ids = Ids::from(1);
        Self {
            process: ids.mint(),
            flow: ids.mint(),
            ids,
            records: Vec::new(),
            losses: Vec::new(),
            lanes: BTreeMap::new(),
            phases: BTreeMap::new(),
            nodes: BTreeMap::new(),
            items: BTreeMap::new(),
        }
    }

    /// Keeps a record.
    pub(super) fn put(&mut self, id: impl Into<RecordId>, record: impl Into<Record>) {
        self.records.push((id.into(), record.into()));
    }

    /// The item called `name`; the first mention creates it.
    pub(super) fn item(&mut self, name: &str) -> ItemId {
        if let Some(id) = self.items.get(name) {
            return *id;
        }
        let id = self.ids.mint();
        self.items.insert(name.to_owned(), id);
        self.put(id, Item::new(self.process, name));
        id
    }

    /// The items that the list `key` names.
    pub(super) fn items_in(
        &mut self,
        fields: &mut Fields,
        key: &str,
    ) -> Result<Vec<ItemId>, Failure> {
        let names = fields.texts(key)?;
        Ok(names.iter().map(|(_, name)| self.item(name)).collect())
    }

    /// The nodes that the list `key` names; what is not in the file is lost.
    pub(super) fn nodes_in(
        &mut self,
        fields: &mut Fields,
        key: &str,
    ) -> Result<Vec<NodeId>, Failure> {
        let mut found = Vec::new();
        for (at, name) in fields.texts(key)? {
            match self.nodes.get(&name) {
                Some(node) => found.push(*node),
                None => self
                    .losses
                    .push(Loss::dropped(LossKind::UnknownReference, at, name)),
            }
        }
        Ok(found)
    }

    /// The steps that the list `key` names; gateways and what is not in the file are lost.
    pub(super) fn steps_in(
        &mut self,
        fields: &mut Fields,
        key: &str,
    ) -> Result<Vec<StepId>, Failure> {
        let mut found = Vec::new();
        for (at, name) in fields.texts(key)? {
            match self.nodes.get(&name).copied().and_then(NodeId::step) {
                Some(step) => found.push(step),
                None => self
                    .losses
                    .push(Loss::dropped(LossKind::UnknownReference, at, name)),
            }
        }
        Ok(found)
    }

    /// The lane that `key` names. Without it the file cannot be read.
    pub(super) fn lane(&self, fields: &mut Fields) -> Result<LaneId, Failure> {
        let name = fields.id("lane")?;
        found(&self.lanes, fields.at("lane"), name)
    }

    /// The phase that `key` names.
    pub(super) fn phase(&self, fields: &mut Fields) -> Result<Option<PhaseId>, Failure> {
        let Some(name) = fields.text("phase")? else {
            return Ok(None);
        };
        found(&self.phases, fields.at("phase"), name).map(Some)
    }

    /// How the arrows from `node` split a case where the file does not say.
    pub(super) fn split_from(&self, node: NodeId) -> Split {
        let id = RecordId::from(node);
        let mut records = self.records.iter();
        let kind = match (node, records.find(|(other, _)| *other == id)) {
            (NodeId::Gateway(_), Some((_, Record::Gateway(gateway)))) => gateway.kind,
            _ => return Split::Sequence,
        };
        match kind {
            GatewayKind::Branch => Split::Exclusive,
            GatewayKind::Fork => Split::Parallel,
            GatewayKind::Merge | GatewayKind::Join => Split::Sequence,
        }
    }

    /// The node that `key` names, one end of an arrow.
    pub(super) fn end_of_edge(&self, fields: &mut Fields, key: &str) -> Result<NodeId, Failure> {
        let name = fields.id(key)?;
        found(&self.nodes, fields.at(key), name)
    }
}

/// What `name` stands for.
fn found<T: Copy>(names: &BTreeMap<String, T>, at: String, name: String) -> Result<T, Failure> {
    names
        .get(&name)
        .copied()
        .ok_or(Failure::UnknownReference { at, name })
}

/// Keeps `id` under `name`, which must be new.
pub(super) fn call<T>(
    names: &mut BTreeMap<String, T>,
    name: &str,
    id: T,
    at: String,
) -> Result<(), Failure> {
    if names.insert(name.to_owned(), id).is_some() {
        let name = name.to_owned();
        return Err(Failure::Duplicate { at, name });
    }
    Ok(())
}

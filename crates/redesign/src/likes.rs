//! What people renamed in a composed flow is still the thing that was composed.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Document, EdgeId, FlowId, NodeId, Record, RecordId};

use crate::own_edits::is_part;

/// The composed `records` under the ids that they have in `now`, also where people gave something another name: what was
/// found by none stands for what nothing was found for, where both are of one kind and do the same.
pub(crate) fn likes(
    records: &[(RecordId, Record)],
    now: &Document,
    flow: FlowId,
) -> Vec<(RecordId, Record)> {
    let taken: BTreeSet<RecordId> = records.iter().map(|(id, _)| *id).collect();
    let own = now.records().filter(|(id, record)| {
        record.flow() == Some(flow) && is_part(record) && !taken.contains(id)
    });
    let mut free: Vec<(RecordId, &Record)> = own.collect();
    let mut names: BTreeMap<RecordId, RecordId> = BTreeMap::new();
    for (id, record) in records.iter().filter(|(id, _)| now.record(*id).is_none()) {
        if let Some(at) = free.iter().position(|(_, other)| are_alike(record, other)) {
            names.insert(*id, free.remove(at).0);
        }
    }
    let name = |id: RecordId| names.get(&id).copied().unwrap_or(id);
    let renamed = |(id, record): &(RecordId, Record)| {
        let record = record.following(&mut |id| Some(name(id)))?;
        Some((name(*id), record))
    };
    let records: Vec<(RecordId, Record)> = records.iter().filter_map(renamed).collect();
    arrows_again(records, now, flow)
}

fn are_alike(one: &Record, other: &Record) -> bool {
    match (one, other) {
        (Record::Step(one), Record::Step(other)) => {
            one.kind == other.kind && one.key == other.key && one.system == other.system
        }
        (Record::Gateway(one), Record::Gateway(other)) => {
            one.kind == other.kind && one.key == other.key
        }
        (Record::Event(one), Record::Event(other)) => one.kind == other.kind,
        (Record::Lane(one), Record::Lane(other)) => one.kind == other.kind,
        (Record::Phase(one), Record::Phase(other)) => one.rank == other.rank,
        _ => false,
    }
}

/// Arrows under the ids of those that join the same nodes.
fn arrows_again(
    records: Vec<(RecordId, Record)>,
    now: &Document,
    flow: FlowId,
) -> Vec<(RecordId, Record)> {
    let taken: BTreeSet<RecordId> = records.iter().map(|(id, _)| *id).collect();
    let mut known: BTreeMap<(NodeId, NodeId), EdgeId> = now
        .edges_of(flow)
        .filter(|(id, _)| !taken.contains(&(*id).into()))
        .map(|(id, edge)| ((edge.from, edge.to), id))
        .collect();
    let again = |(id, record): (RecordId, Record)| {
        let Record::Edge(edge) = &record else {
            return (id, record);
        };
        let is_new = now.record(id).is_none();
        let same = is_new
            .then(|| known.remove(&(edge.from, edge.to)))
            .flatten();
        (same.map_or(id, RecordId::from), record)
    };
    records.into_iter().map(again).collect()
}

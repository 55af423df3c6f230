//! The records that a draft amounts to, under their provisional ids.
use super::draft::{Draft, Drawn, FLOW, PROCESS, Shape, number};
use crate::{
    Event, EventId, FormId, Gateway, GatewayId, ItemId, LaneId, NodeId, PhaseId, Record, RecordId,
    StepId, StoreId,
};

/// The provisional id of the node at `at`.
pub(super) fn id_of((at, drawn): (usize, &Drawn)) -> NodeId {
    match drawn.shape {
        Shape::Step => StepId(number(at)).into(),
        Shape::Gateway(_) => GatewayId(number(at)).into(),
        Shape::Event(_) => EventId(number(at)).into(),
    }
}

/// The record of a node.
pub(super) fn record(drawn: &Drawn) -> Record {
    let step = drawn.step.clone();
    match drawn.shape {
        Shape::Step => step.into(),
        Shape::Gateway(kind) => Gateway {
            key: step.key,
            phase: step.phase,
            pin: step.pin,
            ..Gateway::new(FLOW, step.rank, step.lane, kind, step.name)
        }
        .into(),
        Shape::Event(kind) => Event {
            key: step.key,
            phase: step.phase,
            pin: step.pin,
            ..Event::new(FLOW, step.rank, step.lane, kind, step.name)
        }
        .into(),
    }
}

/// Adds everything that names no step.
pub(super) fn add_rest(records: &mut Vec<(RecordId, Record)>, draft: Draft) {
    records.push((PROCESS.into(), draft.process.into()));
    records.push((FLOW.into(), draft.flow.into()));
    let mut add = |id: RecordId, record: Record| records.push((id, record));
    for (at, lane) in draft.lanes.into_iter().enumerate() {
        add(LaneId(number(at)).into(), lane.into());
    }
    for (at, phase) in draft.phases.into_iter().enumerate() {
        add(PhaseId(number(at)).into(), phase.into());
    }
    for (at, item) in draft.items.into_iter().enumerate() {
        add(ItemId(number(at)).into(), item.into());
    }
    for (at, form) in draft.forms.into_iter().enumerate() {
        add(FormId(number(at)).into(), form.into());
    }
    for (at, store) in draft.stores.into_iter().enumerate() {
        add(StoreId(number(at)).into(), store.into());
    }
}

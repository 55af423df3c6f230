//! One flow alone, numbered as it is printed: two flows print alike exactly when their canonical forms are equal.
use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Document, Edge, FlowId, Ids, ItemId, Point, ProcessId, Rank, Record, RecordId, StepId,
};

/// Just `flow` with its process, items, forms and stores: ids from 1 and ranks in printed order.
///
/// What a text does not say is left out: other flows, who wrote a voice down, which flow this one was made from and how,
/// what was decided, and the key of a node where one above it has the same.
/// A document without `flow` gives an empty one.
pub fn canonical(document: &Document, flow: FlowId) -> Document {
    numbered(document, flow).0
}

/// The canonical form of `flow`, and the number of each of its records there.
pub(crate) fn numbered(
    document: &Document,
    flow: FlowId,
) -> (Document, BTreeMap<RecordId, RecordId>) {
    let Ok(process) = document.flow(flow).map(|it| it.process) else {
        return (Document::default(), BTreeMap::new());
    };
    let order = order(document, flow, process);
    let mut ids = Ids::from(1);
    let renumbered: BTreeMap<RecordId, RecordId> = order
        .iter()
        .map(|id| (*id, id.numbered(ids.mint::<StepId>().0)))
        .collect();
    let mut ranks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut keys = BTreeSet::new();
    let mut records = Vec::new();
    for id in &order {
        let (Some(record), Some(new)) = (document.record(*id), renumbered.get(id)) else {
            continue;
        };
        let mut record = record.clone();
        if !record.refer(&mut |id| renumbered.get(&id).copied()) {
            continue;
        }
        // References to what a text does not hold are gone: the flow it was made from, who wrote a voice down.
        let is_node = matches!(
            id,
            RecordId::Step(_) | RecordId::Gateway(_) | RecordId::Event(_)
        );
        let rank = ranks
            .entry(if is_node { "node" } else { id.word() })
            .or_default();
        record.set_rank(Rank::nth(*rank));
        *rank += 1;
        drop_unwritable(&mut record, &mut keys);
        records.push((*new, record));
    }
    (records.into_iter().collect(), renumbered)
}

/// Drops places that are no numbers, and a key that a node above has: it would call that one.
fn drop_unwritable(record: &mut Record, keys: &mut BTreeSet<String>) {
    let is_place = |point: &Point| point.x.is_finite() && point.y.is_finite();
    if let Some((key, pin)) = record.key_and_pin() {
        *key = key.take().filter(|key| keys.insert(key.clone()));
        *pin = pin.filter(is_place);
    } else if let Record::Edge(edge) = record {
        edge.bends.retain(is_place);
    } else if let Record::Flow(flow) = record {
        flow.composed = None;
    }
}

/// The records of a text, in the order in which they are printed and counted.
fn order(document: &Document, flow: FlowId, process: ProcessId) -> Vec<RecordId> {
    let mut order: Vec<RecordId> = vec![process.into(), flow.into()];
    order.extend(
        items(document, flow, process)
            .into_iter()
            .map(RecordId::from),
    );
    let forms = document.forms().filter(|(_, it)| it.process == process);
    order.extend(forms.map(|(id, _)| RecordId::from(id)));
    let stores = document.stores().filter(|(_, it)| it.process == process);
    order.extend(stores.map(|(id, _)| RecordId::from(id)));
    order.extend(
        document
            .lanes_of(flow)
            .into_iter()
            .map(|(id, _)| RecordId::from(id)),
    );
    order.extend(
        document
            .phases_of(flow)
            .into_iter()
            .map(|(id, _)| RecordId::from(id)),
    );
    let nodes: Vec<RecordId> = document
        .nodes_of(flow)
        .iter()
        .map(|it| it.id.into())
        .collect();
    let places: BTreeMap<RecordId, usize> = nodes.iter().copied().zip(0..).collect();
    order.extend(nodes);
    let place = |edge: &Edge| places.get(&edge.from.into()).copied();
    let mut edges: Vec<_> = document
        .edges_of(flow)
        .map(|(id, it)| (place(it), id))
        .collect();
    edges.sort_unstable();
    order.extend(edges.into_iter().map(|(_, id)| RecordId::from(id)));
    order.extend(
        document
            .complaints_of(flow)
            .map(|(id, _)| RecordId::from(id)),
    );
    order.extend(document.duties_of(flow).map(|(id, _)| RecordId::from(id)));
    order
}

/// Items that need a line of their own, then the others as the text mentions them.
fn items(document: &Document, flow: FlowId, process: ProcessId) -> Vec<ItemId> {
    let mentioned = mentioned(document, flow, process);
    let mut order: Vec<ItemId> = Vec::new();
    let mut taken = BTreeSet::new();
    let declared = declared(document, process, &mentioned);
    for id in declared.into_iter().chain(mentioned) {
        let is_own = document.item(id).is_ok_and(|item| item.process == process);
        if is_own && taken.insert(id) {
            order.push(id);
        }
    }
    order
}

/// Items about which more is known than the name, that share it, or that nothing mentions.
pub(super) fn declared(
    document: &Document,
    process: ProcessId,
    mentioned: &[ItemId],
) -> Vec<ItemId> {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, item) in document.items_of(process) {
        *names.entry(&item.name).or_default() += 1;
    }
    let mentioned: BTreeSet<&ItemId> = mentioned.iter().collect();
    let is_declared = |id: &ItemId, item: &crate::Item| {
        crate::Item::new(process, item.name.clone()) != *item
            || names.get(item.name.as_str()) != Some(&1)
            || !mentioned.contains(id)
    };
    let items = document.items_of(process);
    items
        .filter(|(id, item)| is_declared(id, item))
        .map(|(id, _)| id)
        .collect()
}

/// The items that lines mention, in the order of the text.
pub(super) fn mentioned(document: &Document, flow: FlowId, process: ProcessId) -> Vec<ItemId> {
    let mut found = Vec::new();
    if let Ok(it) = document.process(process) {
        found.extend(&it.required_outputs);
    }
    for (_, form) in document.forms().filter(|(_, it)| it.process == process) {
        found.extend(form.items.iter().chain(&form.attachments));
    }
    for (_, store) in document.stores().filter(|(_, it)| it.process == process) {
        found.extend(&store.authoritative_for);
    }
    let steps = document.nodes_of(flow);
    let steps: Vec<StepId> = steps.iter().filter_map(|node| node.id.step()).collect();
    for step in steps.into_iter().filter_map(|id| document.step(id).ok()) {
        found.extend(
            step.reads
                .iter()
                .chain(&step.writes)
                .map(|access| access.item),
        );
        found.extend(&step.attachments);
    }
    found
}

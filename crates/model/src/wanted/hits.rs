//! Where a text stands in a flow: at which things of its picture, in the order in which one reads them.
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use super::{Part, Wanted, parts};
use crate::{Document, FlowId, ItemId, NodeId, Record, RecordId, Step};

/// One thing at which it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// A lane, phase, node or arrow; a voice where that is about the whole flow.
    pub id: RecordId,
    /// Everything there that holds it.
    pub found: Vec<Found>,
}

/// One text that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// What the text is.
    pub part: Part,
    /// The whole of it.
    pub text: String,
    /// How often it is held.
    pub n: usize,
    /// Whether other steps have it as well: it is not replaced for one of them alone.
    pub is_shared: bool,
}

impl Wanted {
    /// The things of `flow` at which it stands; and in how many places that is, part by part, where what several things
    /// share counts once.
    pub fn hits(&self, document: &Document, flow: FlowId) -> (Vec<Hit>, BTreeMap<Part, usize>) {
        let mut known: BTreeMap<RecordId, Vec<Found>> = BTreeMap::new();
        let mut places = BTreeMap::new();
        for id in holders(document, flow, None) {
            let found = self.found(document, id);
            for Found { part, n, .. } in &found {
                *places.entry(*part).or_default() += n;
            }
            known.insert(id, found);
        }
        let at = |id| known.get(&id).into_iter().flatten().cloned();
        let hits = things(document, flow).into_iter().map(|(id, holders)| Hit {
            id,
            found: holders.into_iter().flat_map(at).collect(),
        });
        let hits = hits.filter(|hit| !hit.found.is_empty()).collect();
        (hits, places)
    }

    /// What the record `id` says of it.
    fn found(&self, document: &Document, id: RecordId) -> Vec<Found> {
        let mut found = Vec::new();
        let Some(mut record) = document.record(id).cloned() else {
            return Vec::new();
        };
        parts::each(&mut record, &mut |part, text| {
            let n = self.count(text);
            if n > 0 {
                found.push((part, text.clone(), n));
            }
        });
        // To ask who else has it goes through all steps.
        let is_shared = !found.is_empty() && is_shared(document, id);
        let told = found.into_iter().map(|(part, text, n)| Found {
            part,
            text,
            n,
            is_shared,
        });
        told.collect()
    }
}

/// Whether several steps have the item or the voice `id`, of whatever flow.
fn is_shared(document: &Document, id: RecordId) -> bool {
    if let RecordId::Complaint(id) = id {
        return document.complaint(id).is_ok_and(|it| it.steps.len() > 1);
    }
    let RecordId::Item(item) = id else {
        return false;
    };
    let has = |record: &Record| {
        if let Record::Step(step) = record {
            items_in(step).contains(&item)
        } else {
            false
        }
    };
    let steps = document.records().filter(|(_, record)| has(record));
    steps.take(2).count() > 1
}

/// The records whose texts belong to `flow`, or to the one thing `at` of it alone.
pub(super) fn holders(
    document: &Document,
    flow: FlowId,
    at: Option<RecordId>,
) -> BTreeSet<RecordId> {
    if at.is_some() {
        let all = things(document, flow).into_iter();
        let here = all.filter(|(id, _)| Some(*id) == at);
        let holders = here.flat_map(|(_, holders)| holders);
        return holders.filter(|id| !is_shared(document, *id)).collect();
    }
    let process = document.flow(flow).ok().map(|it| it.process);
    let shared = |record: &Record| {
        if let Record::Item(it) = record {
            Some(it.process)
        } else if let Record::Form(it) = record {
            Some(it.process)
        } else if let Record::Store(it) = record {
            Some(it.process)
        } else {
            None
        }
    };
    let belongs = |record: &Record| match shared(record) {
        Some(whose) => Some(whose) == process,
        None => record.flow() == Some(flow),
    };
    let all = document.records().filter(|(_, record)| belongs(record));
    all.map(|(id, _)| id).collect()
}

/// The things of a flow, each with the records that say something of it.
fn things(document: &Document, flow: FlowId) -> Vec<(RecordId, Vec<RecordId>)> {
    let alone = |id: RecordId| (id, vec![id]);
    let mut all: Vec<_> = document
        .lanes_of(flow)
        .iter()
        .map(|(id, _)| alone((*id).into()))
        .collect();
    all.extend(
        document
            .phases_of(flow)
            .iter()
            .map(|(id, _)| alone((*id).into())),
    );
    let voices = voices(document, flow);
    for node in document.nodes_of(flow) {
        let id: RecordId = node.id.into();
        let mut holders = vec![id];
        holders.extend(items_of(document, node.id));
        holders.extend(voices.get(&Some(node.id)).into_iter().flatten());
        all.push((id, holders));
        all.extend(document.edges_from(node.id).map(|(id, _)| alone(id.into())));
    }
    all.extend(voices.get(&None).into_iter().flatten().map(|id| alone(*id)));
    all
}

/// What is said, by what it is about.
fn voices(document: &Document, flow: FlowId) -> BTreeMap<Option<NodeId>, Vec<RecordId>> {
    let mut voices: BTreeMap<Option<NodeId>, Vec<RecordId>> = BTreeMap::new();
    for (id, voice) in document.complaints_of(flow) {
        let about = voice.steps.iter().copied().map(Some);
        let whole = voice.steps.is_empty().then_some(None);
        for node in about.chain(whole) {
            voices.entry(node).or_default().push(id.into());
        }
    }
    voices
}

/// The items that a step needs or produces.
fn items_of(document: &Document, node: NodeId) -> Vec<RecordId> {
    let Some(step) = node.step().and_then(|id| document.step(id).ok()) else {
        return Vec::new();
    };
    items_in(step).into_iter().map(RecordId::from).collect()
}

fn items_in(step: &Step) -> BTreeSet<ItemId> {
    let accesses = step.reads.iter().chain(&step.writes).map(|it| it.item);
    accesses.chain(step.attachments.iter().copied()).collect()
}

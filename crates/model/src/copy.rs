//! A flow copied under fresh ids.
use std::collections::{BTreeMap, BTreeSet};

use crate::{Document, FlowId, Ids, ProcessId, Record, RecordId, Refusal};

/// Records under fresh ids, and what became of the old ones.
#[derive(Clone, Debug, Default)]
pub struct Copied {
    /// The copies.
    pub records: Vec<(RecordId, Record)>,
    /// Old id to new id.
    pub ids: BTreeMap<RecordId, RecordId>,
}

impl Copied {
    /// Copies `flow` within its own process: items are shared, everything else is new. Voices stay with the original, and so
    /// does what was decided about it.
    pub fn of_flow(document: &Document, flow: FlowId, ids: &mut Ids) -> Result<Self, Refusal> {
        document.flow(flow)?;
        let belongs = |id: RecordId, record: &Record| {
            id == flow.into()
                || (record.flow() == Some(flow)
                    && !matches!(
                        record,
                        Record::Complaint(_)
                            | Record::Measurement(_)
                            | Record::Verdict(_)
                            | Record::Improvement(_)
                    ))
        };
        Ok(Self::of(
            document
                .records()
                .filter(|(id, record)| belongs(*id, record)),
            ids,
        ))
    }

    /// Copies a process of another project with everything that belongs to it: flows, items, forms, stores, voices, and what
    /// was decided.
    pub fn of_process(
        document: &Document,
        process: ProcessId,
        ids: &mut Ids,
    ) -> Result<Self, Refusal> {
        document.process(process)?;
        let flows: BTreeSet<FlowId> = document
            .flows_of(process)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let belongs = |id: RecordId, record: &Record| {
            id == process.into()
                || record.process() == Some(process)
                || record.flow().is_some_and(|flow| flows.contains(&flow))
        };
        let own = document
            .records()
            .filter(|(id, record)| belongs(*id, record));
        Ok(Self::of(own, ids))
    }

    fn of<'a>(
        records: impl Iterator<Item = (RecordId, &'a Record)> + Clone,
        ids: &mut Ids,
    ) -> Self {
        let renamed: BTreeMap<RecordId, RecordId> = records
            .clone()
            .map(|(id, _)| (id, fresh(id, ids)))
            .collect();
        let records = records
            .map(|(id, record)| {
                let mut copy = record.clone();
                copy.refer(&mut |id| Some(renamed.get(&id).copied().unwrap_or(id)));
                (renamed.get(&id).copied().unwrap_or(id), copy)
            })
            .collect();
        Self {
            records,
            ids: renamed,
        }
    }

    /// What `id` is called in the copy.
    pub fn new_id<T: Copy + Into<RecordId> + TryFrom<RecordId>>(&self, id: T) -> Option<T> {
        self.ids
            .get(&id.into())
            .and_then(|id| T::try_from(*id).ok())
    }
}

/// An id of the same kind with a number nobody has.
pub(crate) fn fresh(id: RecordId, ids: &mut Ids) -> RecordId {
    match id {
        RecordId::Project(id) => id.into(),
        RecordId::LifeEvent(_) => RecordId::LifeEvent(ids.mint()),
        RecordId::Process(_) => RecordId::Process(ids.mint()),
        RecordId::Flow(_) => RecordId::Flow(ids.mint()),
        RecordId::Lane(_) => RecordId::Lane(ids.mint()),
        RecordId::Phase(_) => RecordId::Phase(ids.mint()),
        RecordId::Step(_) => RecordId::Step(ids.mint()),
        RecordId::Gateway(_) => RecordId::Gateway(ids.mint()),
        RecordId::Event(_) => RecordId::Event(ids.mint()),
        RecordId::Edge(_) => RecordId::Edge(ids.mint()),
        RecordId::Item(_) => RecordId::Item(ids.mint()),
        RecordId::Form(_) => RecordId::Form(ids.mint()),
        RecordId::Store(_) => RecordId::Store(ids.mint()),
        RecordId::Complaint(_) => RecordId::Complaint(ids.mint()),
        RecordId::Duty(_) => RecordId::Duty(ids.mint()),
        RecordId::Person(_) => RecordId::Person(ids.mint()),
        RecordId::Measurement(_) => RecordId::Measurement(ids.mint()),
        RecordId::Verdict(_) => RecordId::Verdict(ids.mint()),
        RecordId::Improvement(_) => RecordId::Improvement(ids.mint()),
    }
}

//! What people changed by hand in a flow that was composed, made once more in another composition of it.
//!
//! Three states of one flow are held against each other, record by record and field by field: as it was composed, as people
//! made it, and as it is composed now. What people touched is theirs; the rest follows the composition.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Graph, soundness};
use kaizu_model::{
    Command, Create, Document, FlowId, Ids, Improvement, NodeId, Record, RecordId, ReplaceFlow,
};

use crate::decided::Decided;
use crate::ends::{Ends, give_way, part_anew};
use crate::likes::likes;
use crate::proposal::{Proposal, ProposedChange};

type Records = BTreeMap<RecordId, Record>;

/// A composed flow that people edited.
#[derive(Debug)]
pub struct OwnEdits<'a> {
    /// The project with the flow as it was composed.
    composed: Document,
    /// The project with the flow as it is.
    now: &'a Document,
    flow: FlowId,
}

impl<'a> OwnEdits<'a> {
    /// What people changed in `flow` since `proposal` was written there, with what they had `decided` then.
    ///
    /// `None` where `proposal` is not what was written: today's flow is another by now, or other rules compose it.
    pub fn since(
        proposal: &Proposal,
        now: &'a Document,
        flow: FlowId,
        decided: &Decided,
        ids: &mut Ids,
    ) -> Option<Self> {
        if !is_written(&proposal.changes, decided) {
            return None;
        }
        let contents = proposal.contents(now, flow, decided, ids);
        let records = likes(&contents.within, now, flow);
        let create = |(id, record)| Command::from(Create { id, record });
        let mut commands: Vec<Command> = contents.beside.into_iter().map(create).collect();
        commands.push(ReplaceFlow { flow, records }.into());
        let composed = crate::effect::applied(now, &commands)?;
        Some(Self {
            composed,
            now,
            flow,
        })
    }

    /// The project with the flow as it was composed, beside which another composition finds the names of things.
    pub fn composed(&self) -> &Document {
        &self.composed
    }

    /// What `next` composed, with what people changed. `None` where both do not go together: cases would part where nobody let
    /// them, or come to no end.
    pub fn made_in(&self, next: Vec<(RecordId, Record)>) -> Option<Vec<(RecordId, Record)>> {
        let (base, own) = (
            contents_of(&self.composed, self.flow),
            contents_of(self.now, self.flow),
        );
        let next: Records = next.into_iter().collect();
        let mut merged = merged(&base, &own, &next);
        lend_bands(&mut merged, &base, &own);
        give_way(&mut merged, &base, &own, &next);
        Ends::of(&base, &own).join(&mut merged);
        if part_anew(&merged, [&own, &next]) {
            return None;
        }
        let there: BTreeSet<RecordId> = merged.keys().copied().collect();
        let mut is_there = |id: RecordId| {
            let is_beside = self
                .now
                .record(id)
                .is_some_and(|it| it.flow() != Some(self.flow));
            let is_new = self.composed.record(id).is_none() && self.now.record(id).is_none();
            (there.contains(&id) || is_beside || is_new).then_some(id)
        };
        let whole: Vec<(RecordId, Record)> = merged
            .iter()
            .filter_map(|(id, record)| Some((*id, record.following(&mut is_there)?)))
            .collect();
        self.goes_together(&whole).then_some(whole)
    }

    /// Whether every case still comes to an end, unless none did as people left it.
    fn goes_together(&self, records: &[(RecordId, Record)]) -> bool {
        let is_sound = |document: &Document| {
            let graph = Graph::of(document, self.flow);
            graph.is_ok_and(|graph| soundness(&graph).is_sound())
        };
        let command = ReplaceFlow {
            flow: self.flow,
            records: records.to_vec(),
        };
        let change = Command::from(command).apply(self.now);
        change.is_ok_and(|change| !is_sound(self.now) || is_sound(&self.now.after(&change)))
    }
}

/// Whether these are the changes that were made when the flow was written.
fn is_written(changes: &[ProposedChange], decided: &Decided) -> bool {
    let made = decided.improvements.iter().map(|(_, it)| it);
    let known: BTreeSet<(&str, &[NodeId], &[NodeId])> = made
        .filter(|it| it.is_made())
        .map(|it: &Improvement| {
            (
                it.rewrite.as_str(),
                it.place.as_slice(),
                it.dropped.as_slice(),
            )
        })
        .collect();
    let now: BTreeSet<(&str, &[NodeId], &[NodeId])> = changes
        .iter()
        .map(|it| (it.rewrite, it.place.as_slice(), it.dropped.as_slice()))
        .collect();
    known == now
}

/// What the flow is made of, without what is said of its changes.
fn contents_of(document: &Document, flow: FlowId) -> Records {
    let own = document
        .records()
        .filter(|(_, record)| record.flow() == Some(flow));
    own.filter(|(_, record)| is_part(record))
        .map(|(id, record)| (id, record.clone()))
        .collect()
}

pub(crate) fn is_part(record: &Record) -> bool {
    matches!(
        record,
        Record::Lane(_)
            | Record::Phase(_)
            | Record::Step(_)
            | Record::Gateway(_)
            | Record::Event(_)
            | Record::Edge(_)
            | Record::Duty(_)
    )
}

/// `next` with what people changed, took out and added.
fn merged(base: &Records, own: &Records, next: &Records) -> Records {
    let is_taken_out = |id: &RecordId| base.contains_key(id) && !own.contains_key(id);
    // Where the composition no longer has what people took out, their arrow around it is no matter any more.
    let is_around_nothing = |id: &RecordId| {
        let ends = match base.get(id) {
            Some(Record::Edge(was)) => vec![was.from.into(), was.to.into()],
            Some(_) | None => Vec::new(),
        };
        ends.iter()
            .any(|end| is_taken_out(end) && !next.contains_key(end))
    };
    let kept = next.iter().filter(|(id, _)| !is_taken_out(id));
    let mut merged: Records = kept
        .map(|(id, record)| {
            let both = base.get(id).zip(own.get(id));
            let both = both.filter(|_| !is_around_nothing(id));
            let mine = both.and_then(|(was, is)| with_edits(was, is, record));
            (*id, mine.unwrap_or_else(|| record.clone()))
        })
        .collect();
    for (id, record) in own {
        let is_mine = match base.get(id) {
            None => true,
            // An arrow that people turned stays although the composition has none there now.
            Some(was) => {
                matches!(record, Record::Edge(_)) && was != record && !is_around_nothing(id)
            }
        };
        if is_mine && !merged.contains_key(id) {
            merged.insert(*id, record.clone());
        }
    }
    merged
}

/// `next` with the fields in which `is` differs from `was`; nothing where they cannot be told apart.
fn with_edits(was: &Record, is: &Record, next: &Record) -> Option<Record> {
    if was == is {
        return None;
    }
    let told = |record: &Record| serde_json::to_value(record).ok();
    let (was, is, mut next) = (told(was)?, told(is)?, told(next)?);
    for (kind, fields) in next.as_object_mut()? {
        let (was, is) = (was.get(kind)?.as_object()?, is.get(kind)?.as_object()?);
        let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let fields = fields.as_object_mut()?;
        for name in names {
            if was.get(name) == is.get(name) {
                continue;
            }
            match is.get(name) {
                Some(value) => fields.insert(name.clone(), value.clone()),
                None => fields.remove(name),
            };
        }
    }
    serde_json::from_value(next).ok()
}

/// Lanes and phases in which people put something are there, also where the composition no longer needs them.
fn lend_bands(merged: &mut Records, base: &Records, own: &Records) {
    let mut wanted: BTreeSet<RecordId> = BTreeSet::new();
    for record in merged.values() {
        record.following(&mut |id| {
            wanted.insert(id);
            Some(id)
        });
    }
    wanted.retain(|id| matches!(id, RecordId::Lane(_) | RecordId::Phase(_)));
    for id in wanted {
        let band = own.get(&id).or_else(|| base.get(&id));
        if let Some(band) = band.filter(|_| !merged.contains_key(&id)) {
            merged.insert(id, band.clone());
        }
    }
}

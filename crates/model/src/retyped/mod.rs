//! A flow as somebody typed it, put in the place of the flow as it is by the smallest difference.
mod order;
mod pairs;
mod signs;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::copy::fresh;
use crate::notation::{Mistake, numbered, parse};
use crate::{Document, FlowId, Ids, Rank, Record, RecordId, WriteText};
use pairs::pairs;
use signs::{GROUPS, Group, known};

/// The command after which `flow` says what `text` says. What is in both keeps its id: by its key, then by lane and name, then
/// by its place; and whatever of it a text does not say.
pub fn retyped(
    document: &Document,
    flow: FlowId,
    text: &str,
    ids: &mut Ids,
) -> Result<WriteText, Mistake> {
    let typed = parse(text)?;
    let (printed, real) = numbered(document, flow);
    let mut retyping = Retyping {
        document,
        flow,
        before: renamed(&printed, &real),
        typed: typed.records().map(|(id, it)| (id, it.clone())).collect(),
        ids: BTreeMap::new(),
        same: BTreeSet::new(),
    };
    for group in GROUPS {
        retyping.recognise(group, ids);
    }
    let (put, remove) = (retyping.put(), retyping.remove());
    Ok(WriteText { flow, put, remove })
}

/// The records of a printed flow under their own ids.
fn renamed(printed: &Document, real: &BTreeMap<RecordId, RecordId>) -> Vec<(RecordId, Record)> {
    let called: BTreeMap<RecordId, RecordId> = real.iter().map(|(own, it)| (*it, *own)).collect();
    let own = |(id, record): (RecordId, &Record)| {
        let mut record = record.clone();
        record.refer(&mut |id| called.get(&id).copied());
        Some((*called.get(&id)?, record))
    };
    printed.records().filter_map(own).collect()
}

/// A flow while the things of a text are being recognised in it.
struct Retyping<'a> {
    document: &'a Document,
    flow: FlowId,
    /// What a text says of the flow as it is, under its own ids.
    before: Vec<(RecordId, Record)>,
    /// What is typed, under the ids of the text.
    typed: Vec<(RecordId, Record)>,
    /// The ids of what is typed, as far as it is recognised.
    ids: BTreeMap<RecordId, RecordId>,
    /// What was there before.
    same: BTreeSet<RecordId>,
}

impl Retyping<'_> {
    /// Finds which of `group` is which; what nothing is gets one of `ids`. Its references are recognised already.
    fn recognise(&mut self, group: &Group, ids: &mut Ids) {
        let before = of_group(&self.before, group);
        let typed: Vec<(RecordId, Record)> = of_group(&self.typed, group)
            .into_iter()
            .map(|(id, record)| (id, self.told(&record)))
            .collect();
        let old = known(&before, &self.before);
        // Lanes are called by the names that they have in the text.
        let told: Vec<(RecordId, Record)> = self
            .typed
            .iter()
            .filter_map(|(id, record)| Some((*self.ids.get(id)?, record.clone())))
            .collect();
        let new = known(&typed, &told);
        for ((id, _), found) in typed.iter().zip(pairs(&old, &new)) {
            let own = match found.and_then(|at| before.get(at)) {
                Some((known, _)) => {
                    self.same.insert(*known);
                    *known
                }
                None => fresh(*id, ids),
            };
            self.ids.insert(*id, own);
        }
    }

    /// A typed record with the ids that are recognised so far.
    fn told(&self, record: &Record) -> Record {
        let mut record = record.clone();
        record.refer(&mut |id| Some(self.ids.get(&id).copied().unwrap_or(id)));
        record
    }

    /// What is new or differs, under its id.
    fn put(&self) -> Vec<(RecordId, Record)> {
        let before: BTreeMap<RecordId, &Record> =
            self.before.iter().map(|(id, it)| (*id, it)).collect();
        let ranks = self.ranks();
        let mut put = Vec::new();
        for (id, record) in &self.typed {
            let Some(id) = self.ids.get(id).copied() else {
                continue;
            };
            let mut after = self.told(record);
            // A text may begin with the first step: that the work has no name, nobody says.
            if let (Record::Process(it), Some(now)) = (&mut after, self.document.record(id))
                && it.name.is_empty()
            {
                now.name().unwrap_or_default().clone_into(&mut it.name);
            }
            after.set_rank(ranks.get(&id).copied().unwrap_or_default());
            let known = before.get(&id).zip(self.document.record(id));
            let after = match known {
                Some((before, now)) => merged(before, after, now),
                None => Some(after),
            };
            put.extend(after.map(|it| (id, it)));
        }
        put
    }

    /// Where everything that stands in a list stands in it.
    fn ranks(&self) -> BTreeMap<RecordId, Rank> {
        let mut ranks = BTreeMap::new();
        for group in GROUPS.iter().filter(|it| it.is_ranked) {
            let listed = of_group(&self.typed, group);
            let ids: Vec<RecordId> = listed
                .iter()
                .filter_map(|(id, _)| self.ids.get(id).copied())
                .collect();
            let had: Vec<Option<(Rank, u32)>> = ids
                .iter()
                .map(|id| Some((self.document.record(*id)?.rank()?, id.number())))
                .collect();
            ranks.extend(ids.into_iter().zip(order::ranks(&had)));
        }
        ranks
    }

    /// What is typed no longer. Items, forms and ledgers that another flow speaks of stay.
    fn remove(&self) -> Vec<RecordId> {
        let own: BTreeSet<RecordId> = self.before.iter().map(|(id, _)| *id).collect();
        let elsewhere: BTreeSet<RecordId> = self
            .document
            .records()
            .filter(|(id, record)| !own.contains(id) && record.flow() != Some(self.flow))
            .flat_map(|(_, record)| record.references())
            .collect();
        let ids = self.before.iter().map(|(id, _)| *id);
        ids.filter(|id| !self.same.contains(id) && !elsewhere.contains(id))
            .collect()
    }
}

/// The records of `group`, in the order of their list.
fn of_group(records: &[(RecordId, Record)], group: &Group) -> Vec<(RecordId, Record)> {
    let mut own: Vec<(RecordId, Record)> = records
        .iter()
        .filter(|(id, _)| group.words.contains(&id.word()))
        .cloned()
        .collect();
    if group.is_ranked {
        own.sort_by_key(|(id, record)| (record.rank(), id.number()));
    }
    own
}

/// `now` with what `after` says otherwise than `before`; nothing where that is nothing.
fn merged(before: &Record, after: Record, now: &Record) -> Option<Record> {
    let mut before = before.clone();
    before.set_rank(now.rank().unwrap_or_default());
    if before == after {
        return None;
    }
    let json = |record: &Record| serde_json::to_value(record).ok();
    let (before, told, mut merged) = (json(&before)?, json(&after)?, json(now)?);
    let fields = |it: &Value| it.as_object()?.values().next()?.as_object().cloned();
    let (before, told) = (fields(&before)?, fields(&told)?);
    let place = merged
        .as_object_mut()?
        .values_mut()
        .next()?
        .as_object_mut()?;
    for name in before.keys().chain(told.keys()) {
        match told.get(name) {
            same if before.get(name) == same => {}
            Some(value) => drop(place.insert(name.clone(), value.clone())),
            None => drop(place.remove(name)),
        }
    }
    // A key that two have is printed once; it is not kept for whom the text calls without it.
    if !told.contains_key("key") {
        place.remove("key");
    }
    // What two records of one kind say fits into a third.
    let merged = serde_json::from_value(merged).unwrap_or(after);
    (merged != *now).then_some(merged)
}

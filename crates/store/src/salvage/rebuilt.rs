//! The project, made up from all that is known of its records.
use std::collections::BTreeSet;

use kaizu_model::{Change, Document, Edit, Record, RecordId};

use super::Missing;
use super::found::{Extent, Found, mentions};
use super::past::Past;

/// The project as it can be had again.
pub(super) struct Rebuilt {
    pub(super) document: Document,
    /// Whether it is known to be the project as it was.
    pub(super) is_exact: bool,
    pub(super) past: Past,
    pub(super) missing: Vec<Missing>,
}

/// What becomes of one record.
enum Fate {
    /// It is as it was.
    Kept(Record),
    /// It may have been another one last.
    Older(Record),
    /// Nothing of it is left.
    Lost,
    /// It was removed, or never there.
    Gone,
}

/// Makes up the project, and says what is missing.
pub(super) fn rebuild(found: &Found, past: Past) -> Rebuilt {
    let ids: BTreeSet<RecordId> = found
        .records
        .keys()
        .chain(past.states.keys())
        .copied()
        .collect();
    let mut missing = Vec::new();
    let mut lost = BTreeSet::new();
    let mut kept = Vec::new();
    let mut is_exact = past.is_complete();
    if !is_exact && found.extent == Extent::Some {
        missing.push(Missing::Unknown);
    }
    is_exact |= found.extent == Extent::All;
    for id in ids {
        match fate(found, &past, id) {
            Fate::Kept(record) => kept.push((id, record)),
            Fate::Older(record) => {
                is_exact = false;
                missing.push(Missing::Older(id));
                kept.push((id, record));
            }
            Fate::Lost => {
                is_exact = false;
                lost.insert(id);
            }
            Fate::Gone => {}
        }
    }
    let mut document: Document = kept.into_iter().collect();
    if !is_exact {
        let mentioned = document.records().flat_map(|(_, record)| mentions(record));
        lost.extend(mentioned.filter(|id| document.record(*id).is_none()));
        let mending = document.mending();
        missing.extend(lost.into_iter().map(Missing::Record));
        missing.extend(costs(&mending));
        document = document.after(&mending);
    }
    Rebuilt {
        document,
        is_exact,
        past,
        missing,
    }
}

/// The newest known state where that is the newest there was, else what the row of the record says, else what is known.
fn fate(found: &Found, past: &Past, id: RecordId) -> Fate {
    let known = past.states.get(&id);
    if let Some(state) = known.filter(|state| past.is_newest(state)) {
        return state.record.clone().map_or(Fate::Gone, Fate::Kept);
    }
    if known.is_none() && past.is_complete() {
        return Fate::Gone;
    }
    if let Some(record) = found.whole(id) {
        return Fate::Kept(record);
    }
    let row = found.records.get(&id);
    match known.and_then(|state| state.record.clone()) {
        // Only the sum of the row is damaged: two sources say the same.
        Some(record) if row.and_then(|row| row.record(id)).as_ref() == Some(&record) => {
            Fate::Kept(record)
        }
        // It was removed in a row that is lost.
        Some(_) if row.is_none() && found.extent == Extent::All => Fate::Gone,
        Some(record) => Fate::Older(record),
        None if row.is_some() => Fate::Lost,
        None => Fate::Gone,
    }
}

/// What it costs to mend a document.
fn costs(mending: &Change) -> Vec<Missing> {
    let mut costs = Vec::new();
    for Edit { id, before, after } in &mending.edits {
        let Some(before) = before else { continue };
        let Some(after) = after else {
            costs.push(Missing::Dependent {
                id: *id,
                name: before.name().map(str::to_owned),
            });
            continue;
        };
        let left = mentions(after);
        let dropped: BTreeSet<RecordId> = mentions(before)
            .into_iter()
            .filter(|to| !left.contains(to))
            .collect();
        costs.extend(
            dropped
                .into_iter()
                .map(|to| Missing::Reference { of: *id, to }),
        );
    }
    costs
}

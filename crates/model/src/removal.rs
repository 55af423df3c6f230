//! What goes when a record goes: whatever cannot live without it; mentions of it elsewhere are dropped.
use std::collections::BTreeSet;

use crate::{Change, Document, Record, RecordId};

/// The change that removes `ids` and everything that means nothing without them.
pub(crate) fn removal(document: &Document, ids: &[RecordId]) -> Change {
    let mut gone: BTreeSet<RecordId> = ids.iter().copied().collect();
    // To list what a record mentions costs a copy of it, so that it is done once.
    let mentions: Vec<(RecordId, &Record, Vec<RecordId>)> = document
        .records()
        .map(|(id, record)| (id, record, record.references()))
        .collect();
    let without = |record: &Record, gone: &BTreeSet<RecordId>| {
        let mut left = record.clone();
        left.refer(&mut |id| (!gone.contains(&id)).then_some(id))
            .then_some(left)
    };
    loop {
        let touched = mentions.iter().filter(|(id, _, others)| {
            !gone.contains(id) && others.iter().any(|other| gone.contains(other))
        });
        let doomed: Vec<RecordId> = touched
            .filter(|(_, record, _)| without(record, &gone).is_none())
            .map(|(id, _, _)| *id)
            .collect();
        if doomed.is_empty() {
            break;
        }
        gone.extend(doomed);
    }
    let edit = |(id, record, others): &(RecordId, &Record, Vec<RecordId>)| {
        if gone.contains(id) {
            return Some(document.edit(*id, None));
        }
        let is_touched = others.iter().any(|other| gone.contains(other));
        is_touched.then(|| document.edit(*id, without(record, &gone)))
    };
    mentions.iter().filter_map(edit).collect()
}

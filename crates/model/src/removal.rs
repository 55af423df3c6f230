//! What goes when a record goes: whatever cannot live without it; mentions of it elsewhere are dropped.
use std::collections::BTreeSet;

use crate::{Change, Document, RecordId};

/// The change that removes `ids` and everything that means nothing without them.
pub(crate) fn removal(document: &Document, ids: &[RecordId]) -> Change {
    let mut gone: BTreeSet<RecordId> = ids.iter().copied().collect();
    loop {
        let doomed: Vec<RecordId> = document
            .records()
            .filter(|(id, record)| {
                !gone.contains(id)
                    && !(*record)
                        .clone()
                        .refer(&mut |id| (!gone.contains(&id)).then_some(id))
            })
            .map(|(id, _)| id)
            .collect();
        if doomed.is_empty() {
            break;
        }
        gone.extend(doomed);
    }
    document
        .records()
        .filter_map(|(id, record)| {
            if gone.contains(&id) {
                return Some(document.edit(id, None));
            }
            let mut next = record.clone();
            next.refer(&mut |id| (!gone.contains(&id)).then_some(id));
            (next != *record).then(|| document.edit(id, Some(next)))
        })
        .collect()
}

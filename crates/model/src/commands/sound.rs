//! What every change must leave true: each reference leads to a record of its own flow, and arrows join two nodes once.
use std::collections::BTreeSet;

use crate::{Change, Document, Record, RecordId, Refusal};

/// Refuses a change after which a record would mention something that is gone or lies elsewhere.
pub(crate) fn check(document: &Document, change: &Change) -> Result<(), Refusal> {
    let next = document.after(change);
    let touched: BTreeSet<RecordId> = change.edits.iter().map(|edit| edit.id).collect();
    for id in &touched {
        if let Some(record) = next.record(*id) {
            check_record(&next, *id, record)?;
        }
    }
    let gone: BTreeSet<RecordId> = touched
        .into_iter()
        .filter(|id| next.record(*id).is_none())
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    for (id, record) in next.records() {
        if let Some(lost) = record
            .references()
            .into_iter()
            .find(|other| gone.contains(other))
        {
            return Err(Refusal::InUse(lost, id));
        }
    }
    Ok(())
}

/// Refuses a record under an id of another kind, and one that mentions something that is gone or lies elsewhere.
pub(crate) fn check_record(
    document: &Document,
    id: RecordId,
    record: &Record,
) -> Result<(), Refusal> {
    if !record.fits(id) {
        return Err(Refusal::WrongKind(id));
    }
    if let Record::Edge(edge) = record {
        super::connect::check(document, id, edge)?;
    }
    for other in record.references() {
        let there = document.expect_record(other)?;
        let is_elsewhere = record
            .flow()
            .zip(there.flow())
            .is_some_and(|(own, theirs)| own != theirs);
        if is_elsewhere && !record.tells_of_other_flows() {
            return Err(Refusal::AcrossFlows(id, other));
        }
    }
    Ok(())
}

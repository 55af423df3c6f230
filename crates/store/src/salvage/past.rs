//! What the journal and the last whole snapshot tell of the records.
use std::collections::BTreeMap;

use kaizu_model::{Change, Record, RecordId};

use super::found::{Extent, Found};
use crate::journal;
use crate::sums::Row;

/// What is known of the past, and how far it reaches.
pub(super) struct Past {
    /// Rows of the journal that are as they were written, with what they changed.
    pub(super) rows: BTreeMap<i64, (Row, Change)>,
    /// Records by their newest known states.
    pub(super) states: BTreeMap<RecordId, State>,
    /// Whether `states` begin with a whole document, so that what is not among them was not there.
    pub(super) has_begin: bool,
    /// The last row; nothing where the end of the journal is lost.
    pub(super) end: Option<i64>,
    /// The last row of which nothing is known: states from it on are the newest.
    gap: i64,
}

/// A record after some row of the journal; none where it was removed.
pub(super) struct State {
    at: i64,
    pub(super) record: Option<Record>,
}

impl Past {
    pub(super) fn of(found: &Found) -> Self {
        let rows = effects(rows(found));
        let begin = found.snapshot.as_ref().map_or(0, |(at, _)| *at);
        let mut states = BTreeMap::new();
        let mut keep = |at, id: RecordId, record: Option<Record>| {
            states.insert(id, State { at, record });
        };
        for (id, record) in found.snapshot.iter().flat_map(|(_, it)| it.records()) {
            keep(begin, id, Some(record.clone()));
        }
        for (at, (_, change)) in rows.range(begin.saturating_add(1)..) {
            for edit in &change.edits {
                let is_right = edit.after.as_ref().is_none_or(|it| it.fits(edit.id));
                keep(*at, edit.id, edit.after.clone().filter(|_| is_right));
            }
        }
        // A last row that is damaged may be any row, and is not the last one where another lies behind it.
        let is_known = |end: &i64| {
            let is_whole = *end == begin || *end > begin && rows.contains_key(end);
            is_whole && found.journal.keys().all(|row| row <= end)
        };
        let end = found.end.filter(is_known);
        let last = end.unwrap_or_default();
        let gap = (begin.saturating_add(1)..=last)
            .rev()
            .find(|row| !rows.contains_key(row));
        let mut past = Self {
            rows,
            states,
            has_begin: found.snapshot.is_some(),
            end,
            gap: gap.unwrap_or(begin),
        };
        if !found.has_all_journal && past.contradicts(found) {
            past.end = None;
        }
        past
    }

    /// Whether the newest known state of a record is the newest there was.
    pub(super) fn is_newest(&self, state: &State) -> bool {
        self.end.is_some() && state.at >= self.gap
    }

    /// Whether every record of the project is known as it was last.
    pub(super) fn is_complete(&self) -> bool {
        self.has_begin && self.states.values().all(|state| self.is_newest(state))
    }

    /// Whether the records that are as they were written are others than the journal makes them: then rows at its end are
    /// lost, though nothing shows it.
    fn contradicts(&self, found: &Found) -> bool {
        let differs = |id: &RecordId| {
            let known = self.states.get(id);
            let is_newest = known.map_or(self.is_complete(), |state| self.is_newest(state));
            let expected = known.and_then(|state| state.record.as_ref());
            let there = found.whole(*id);
            let can_tell = there.is_some() || found.extent == Extent::All;
            is_newest && can_tell && there.as_ref() != expected
        };
        found.records.keys().chain(self.states.keys()).any(differs)
    }
}

/// The rows that are as they were written: each sums up the one before it, which is there with its sum, or is the first.
fn rows(found: &Found) -> BTreeMap<i64, Row> {
    let has_sums = found.has_sums;
    let is_as_written = |(revision, (row, sum)): &(&i64, &(Row, i64))| {
        let before = match **revision {
            1 => Some(0),
            revision => found
                .journal
                .get(&(revision.saturating_sub(1)))
                .map(|(_, sum)| *sum),
        };
        !has_sums || before.is_some_and(|before| row.sum(before) == *sum)
    };
    let whole = found.journal.iter().filter(is_as_written);
    whole
        .map(|(revision, (row, _))| (*revision, row.clone()))
        .collect()
}

/// What each row changed; rows that undo or redo what is lost are left out.
fn effects(rows: BTreeMap<i64, Row>) -> BTreeMap<i64, (Row, Change)> {
    let mut known: BTreeMap<i64, (Row, Change)> = BTreeMap::new();
    for (revision, row) in rows {
        let done = match (row.target, &row.change) {
            (Some(target), _) => known.get(&target).map(|(_, change)| change.clone()),
            (None, Some(json)) => journal::parsed(revision, json).ok(),
            (None, None) => None,
        };
        if let Some(done) = done {
            let effect = if row.kind == "undo" {
                done.inverse()
            } else {
                done
            };
            known.insert(revision, (row, effect));
        }
    }
    known
}

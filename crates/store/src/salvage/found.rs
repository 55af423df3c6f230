//! What can be read of a damaged file, row by row.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Document, Record, RecordId};
use rusqlite::{Connection, OptionalExtension, Row as Read};

use super::past::Past;
use crate::sums::{self, Row};
use crate::{Moment, Revision, records, rows, snapshots};

/// Rows of the journal that are looked up one by one at most.
const MOST: i64 = 1 << 20;

/// What was read, from all sources together; what was read first stays.
#[derive(Default)]
pub(super) struct Found {
    /// Whether rows have sums: the first schema had none.
    pub(super) has_sums: bool,
    /// Records by their rows, as they are written, with the sums they say of themselves.
    pub(super) records: BTreeMap<RecordId, Written>,
    /// How much there is of the records.
    pub(super) extent: Extent,
    /// Rows of the journal with the sums they say of themselves.
    pub(super) journal: BTreeMap<i64, (Row, i64)>,
    /// The last row of the journal, or 0; nothing where its end cannot be read.
    pub(super) end: Option<i64>,
    /// Whether nothing of the journal lies where it cannot be read.
    pub(super) has_all_journal: bool,
    /// The last whole snapshot, with its row.
    pub(super) snapshot: Option<(i64, Document)>,
    /// Moments with names, oldest first.
    pub(super) moments: Vec<Moment>,
    /// The number that the file says is free.
    pub(super) next_id: Option<u32>,
}

/// How much there is of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    /// What could be read; one does not know what could not.
    #[default]
    Some,
    /// Every row, damaged ones included.
    EveryRow,
    /// Every row, each as it was written.
    All,
}

/// A record as its row holds it.
pub(super) struct Written {
    json: String,
    sum: i64,
}

impl Written {
    /// The record, whether or not the sum is right.
    pub(super) fn record(&self, id: RecordId) -> Option<Record> {
        Some(records::parsed(&id.to_string(), &self.json).ok()?.1)
    }

    fn is_trusted(&self, id: RecordId, has_sums: bool) -> bool {
        if has_sums {
            sums::record(&id.to_string(), &self.json) == self.sum
        } else {
            self.record(id).is_some()
        }
    }
}

impl Found {
    /// Reads all tables of one source.
    pub(super) fn read(&mut self, connection: &Connection) {
        // Either table tells: where the description of one is damaged, its rows must not pass for rows of the first schema.
        let has_sums = ["record", "journal"].iter().any(|table| {
            let sql = format!("SELECT sum FROM {table} LIMIT 0");
            connection.prepare(&sql).is_ok()
        });
        self.read_records(connection, has_sums);
        self.read_journal(connection, has_sums);
        self.read_snapshots(connection);
        self.read_moments(connection);
        self.has_sums = self.records.values().any(|row| row.sum != 0)
            || self.journal.values().any(|(_, sum)| *sum != 0);
        let next = records::free_ids(connection).ok();
        self.next_id = self.next_id.or(next.map(kaizu_model::Ids::peek));
    }

    /// The record of a row that is as it was written.
    pub(super) fn whole(&self, id: RecordId) -> Option<Record> {
        let row = self.records.get(&id)?;
        row.is_trusted(id, self.has_sums)
            .then(|| row.record(id))
            .flatten()
    }

    fn read_records(&mut self, connection: &Connection, has_sums: bool) {
        let sum = if has_sums { "sum" } else { "0" };
        let sql = format!("SELECT id, json, {sum} FROM record ORDER BY id");
        let mut seen = 0;
        let mut are_whole = true;
        let is_read = scan(connection, &sql, |row| {
            let id: String = row.get(0)?;
            let Ok(id) = id.parse() else {
                return Ok(false);
            };
            let is_whole = self.take(id, row, has_sums);
            seen += usize::from(is_whole);
            are_whole &= is_whole;
            Ok(true)
        });
        if is_read && seen > 0 && is_sound(connection, "record") {
            let extent = if are_whole {
                Extent::All
            } else {
                Extent::EveryRow
            };
            self.extent = self.extent.max(extent);
        }
    }

    /// Keeps the row of the record `id`, unless a better one is there. Whether it is as it was written.
    fn take(&mut self, id: RecordId, row: &Read, has_sums: bool) -> bool {
        let written = Written {
            json: row.get(1).unwrap_or_default(),
            sum: row.get(2).unwrap_or_default(),
        };
        let is_whole = written.is_trusted(id, has_sums);
        let known = self.records.get(&id);
        if known.is_none_or(|known| is_whole && !known.is_trusted(id, has_sums)) {
            self.records.insert(id, written);
        }
        is_whole
    }

    /// A second source tells of the journal only where the first one told nothing.
    fn read_journal(&mut self, connection: &Connection, has_sums: bool) {
        if self.has_all_journal || !self.journal.is_empty() {
            return;
        }
        let sum = if has_sums { "sum" } else { "0" };
        let columns = format!(
            "SELECT revision, at, kind, head, parent, name, title, command, change, target, {sum} FROM journal"
        );
        let mut rows = BTreeMap::new();
        let is_whole = scan(
            connection,
            &format!("{columns} ORDER BY revision"),
            |found| {
                let row = rows::row(found)?;
                rows.entry(row.revision).or_insert((row, found.get(10)?));
                Ok(true)
            },
        );
        let last = "SELECT revision FROM journal ORDER BY revision DESC LIMIT 1";
        let end = connection.query_row(last, [], |row| row.get(0)).optional();
        if !is_whole {
            let sql = format!("{columns} WHERE revision = ?");
            look_for_rows(connection, &sql, &mut rows);
        }
        self.has_all_journal = is_whole && is_sound(connection, "journal");
        self.end = end.ok().map(Option::unwrap_or_default);
        self.journal = rows;
    }

    fn read_snapshots(&mut self, connection: &Connection) {
        let sql = "SELECT revision, records, sum FROM snapshot ORDER BY revision";
        scan(connection, sql, |row| {
            let revision: i64 = row.get(0)?;
            let packed: Vec<u8> = row.get(1)?;
            let is_newer = self.snapshot.as_ref().is_none_or(|(at, _)| *at < revision);
            if is_newer && let Some(it) = snapshots::unpacked(revision, &packed, row.get(2)?) {
                self.snapshot = Some((revision, it));
            }
            Ok(true)
        });
    }

    fn read_moments(&mut self, connection: &Connection) {
        if !self.moments.is_empty() {
            return;
        }
        let mut known = BTreeMap::new();
        let sql = "SELECT revision, name, at FROM moment ORDER BY revision";
        scan(connection, sql, |row| {
            let revision = row.get(0)?;
            let moment = Moment {
                revision: Revision(revision),
                name: row.get(1)?,
                named_at: row.get(2)?,
            };
            known.entry(revision).or_insert(moment);
            Ok(true)
        });
        self.moments = known.into_values().collect();
    }

    /// Looks for records that others know of one by one, where reading in order did not reach all.
    pub(super) fn look_up(&mut self, connection: &Connection, past: &Past) {
        if self.extent == Extent::All {
            return;
        }
        let has_sums = self.has_sums;
        let sum = if has_sums { "sum" } else { "0" };
        let sql = format!("SELECT id, json, {sum} FROM record WHERE id = ?");
        let Ok(mut statement) = connection.prepare(&sql) else {
            return;
        };
        let mut known: Vec<RecordId> = past.states.keys().copied().collect();
        let read: BTreeSet<RecordId> = self.records.keys().copied().collect();
        for id in read {
            known.extend(self.whole(id).iter().flat_map(mentions));
        }
        let mut tried = BTreeSet::new();
        while let Some(id) = known.pop() {
            if self.whole(id).is_some() || !tried.insert(id) {
                continue;
            }
            let found = statement.query_row([id.to_string()], |row| {
                self.take(id, row, has_sums);
                Ok(())
            });
            if found.is_ok() {
                known.extend(self.whole(id).iter().flat_map(mentions));
            }
        }
    }
}

/// Looks for rows of the journal one by one, where reading in order did not reach all.
fn look_for_rows(connection: &Connection, sql: &str, rows: &mut BTreeMap<i64, (Row, i64)>) {
    let highest = rows.keys().next_back().copied().unwrap_or_default();
    let Ok(mut statement) = connection.prepare(sql) else {
        return;
    };
    for revision in 1..highest.min(MOST) {
        if rows.contains_key(&revision) {
            continue;
        }
        let found =
            statement.query_row([revision], |found| Ok((rows::row(found)?, found.get(10)?)));
        if let Ok(found) = found {
            rows.insert(revision, found);
        }
    }
}

/// The ids that a record mentions.
pub(super) fn mentions(record: &Record) -> Vec<RecordId> {
    let mut found = Vec::new();
    let _ = record.following(&mut |id| {
        found.push(id);
        Some(id)
    });
    found
}

/// Passes every row that can be read to `each`: from the first on, and, where that comes to a place that cannot be read,
/// from the last one back. Whether all rows could be read, and `each` was content with them.
fn scan(
    connection: &Connection,
    sql: &str,
    mut each: impl FnMut(&Read) -> rusqlite::Result<bool>,
) -> bool {
    let mut is_whole = true;
    let mut pass = |sql: &str| -> rusqlite::Result<()> {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            is_whole &= each(row).unwrap_or(false);
        }
        Ok(())
    };
    if pass(sql).is_ok() {
        return is_whole;
    }
    let _ = pass(&format!("{sql} DESC"));
    false
}

/// Whether `SQLite` finds nothing wrong with the pages of a table.
fn is_sound(connection: &Connection, table: &str) -> bool {
    let sql = format!("PRAGMA quick_check({table})");
    let verdict = connection.query_row(&sql, [], |row| row.get::<_, String>(0));
    verdict.is_ok_and(|verdict| verdict == "ok")
}

//! The document in the file: one row a record, and the number that is free next.
use kaizu_model::{Change, Document, Ids, Record, RecordId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::Failure;

/// The row of `meta` that holds the next free number.
const NEXT_ID: &str = "next_id";

/// The document that the rows hold.
pub(crate) fn document(connection: &Connection) -> Result<Document, Failure> {
    let mut statement = connection.prepare("SELECT id, json FROM record")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    rows.map(|row| {
        let (id, json) = row?;
        let damaged = |why: &dyn std::fmt::Display| Failure::Damaged(format!("{id}: {why}"));
        let number: RecordId = id.parse().map_err(|why| damaged(&why))?;
        let record: Record = serde_json::from_str(&json).map_err(|why| damaged(&why))?;
        if record.fits(number) {
            Ok((number, record))
        } else {
            Err(damaged(&"a record of another kind"))
        }
    })
    .collect()
}

/// Writes a whole document into an empty file.
pub(crate) fn insert(connection: &Connection, document: &Document) -> Result<(), Failure> {
    for (id, record) in document.records() {
        put(connection, id, record)?;
    }
    put_meta(connection, NEXT_ID, &document.free_ids().peek().to_string())
}

/// Writes what `change` leaves of each record it touches.
pub(crate) fn update(connection: &Connection, change: &Change) -> Result<(), Failure> {
    for edit in &change.edits {
        if let Some(record) = &edit.after {
            put(connection, edit.id, record)?;
        } else {
            let mut statement = connection.prepare_cached("DELETE FROM record WHERE id = ?")?;
            statement.execute([edit.id.to_string()])?;
        }
    }
    let highest = change.edits.iter().map(|edit| edit.id.number()).max();
    let next = highest.map_or(1, |number| number.saturating_add(1));
    if next > free_ids(connection)?.peek() {
        put_meta(connection, NEXT_ID, &next.to_string())?;
    }
    Ok(())
}

/// Numbers that no record of this file has or had.
pub(crate) fn free_ids(connection: &Connection) -> Result<Ids, Failure> {
    let next = meta(connection, NEXT_ID)?;
    let next = next.as_deref().map_or(Ok(1), str::parse);
    next.map(Ids::from)
        .map_err(|why| Failure::Damaged(format!("{NEXT_ID}: {why}")))
}

/// What the file says of itself under `key`.
pub(crate) fn meta(connection: &Connection, key: &str) -> Result<Option<String>, Failure> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = ?")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Says `value` of the file under `key`.
pub(crate) fn put_meta(connection: &Connection, key: &str, value: &str) -> Result<(), Failure> {
    let sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
    connection.prepare_cached(sql)?.execute([key, value])?;
    Ok(())
}

fn put(connection: &Connection, id: RecordId, record: &Record) -> Result<(), Failure> {
    let sql = "INSERT INTO record (id, json) VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json";
    let json = serde_json::to_string(record)?;
    connection
        .prepare_cached(sql)?
        .execute(params![id.to_string(), json])?;
    Ok(())
}

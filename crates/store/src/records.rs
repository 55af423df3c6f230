//! The document in the file: one row a record, and the number that is free next.
use kaizu_model::{Change, Document, Ids, Record, RecordId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Failure, sums};

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
        parsed(&id, &json)
    })
    .collect()
}

/// The record `id` that is written as `json`.
pub(crate) fn parsed(id: &str, json: &str) -> Result<(RecordId, Record), Failure> {
    let damaged = |why: &dyn std::fmt::Display| Failure::Damaged(format!("{id}: {why}"));
    let number: RecordId = id.parse().map_err(|why| damaged(&why))?;
    let record: Record = serde_json::from_str(json).map_err(|why| damaged(&why))?;
    if record.fits(number) {
        Ok((number, record))
    } else {
        Err(damaged(&"a record of another kind"))
    }
}

/// Writes a whole document into an empty file.
pub(crate) fn insert(connection: &Connection, document: &Document) -> Result<(), Failure> {
    for (id, record) in document.records() {
        put(connection, id, record)?;
    }
    put_free_ids(connection, document.free_ids())
}

/// Writes what `change` leaves of each record it touches. Gives the numbers that are free then, which were `ids`.
pub(crate) fn update(connection: &Connection, change: &Change, ids: Ids) -> Result<Ids, Failure> {
    for edit in &change.edits {
        if let Some(record) = &edit.after {
            put(connection, edit.id, record)?;
        } else {
            let mut statement = connection.prepare_cached("DELETE FROM record WHERE id = ?")?;
            statement.execute([edit.id.to_string()])?;
        }
    }
    let highest = change.edits.iter().map(|edit| edit.id.number()).max();
    let next = Ids::from(highest.map_or(1, |number| number.saturating_add(1)));
    if next.peek() <= ids.peek() {
        return Ok(ids);
    }
    put_free_ids(connection, next)?;
    Ok(next)
}

/// Numbers that no record of this file has or had.
pub(crate) fn free_ids(connection: &Connection) -> Result<Ids, Failure> {
    let next = meta(connection, NEXT_ID)?;
    let next = next.as_deref().map_or(Ok(1), str::parse);
    next.map(Ids::from)
        .map_err(|why| Failure::Damaged(format!("{NEXT_ID}: {why}")))
}

/// Says which numbers are free.
pub(crate) fn put_free_ids(connection: &Connection, ids: Ids) -> Result<(), Failure> {
    put_meta(connection, NEXT_ID, &ids.peek().to_string())
}

/// What the file says of itself under `key`.
pub(crate) fn meta(connection: &Connection, key: &str) -> Result<Option<String>, Failure> {
    let mut statement = connection.prepare_cached("SELECT value FROM meta WHERE key = ?")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Says of the file what `next` makes of what is said of it; the number that is free is no text.
pub(crate) fn reword_meta(
    connection: &Connection,
    next: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    let mut statement = connection.prepare("SELECT key, value FROM meta WHERE key <> ?")?;
    let rows = statement.query_map([NEXT_ID], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
    for (key, value) in rows {
        if let Some(value) = next(&value) {
            put_meta(connection, &key, &value)?;
        }
    }
    Ok(())
}

/// Says `value` of the file under `key`.
pub(crate) fn put_meta(connection: &Connection, key: &str, value: &str) -> Result<(), Failure> {
    let sql = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
    connection.prepare_cached(sql)?.execute([key, value])?;
    Ok(())
}

/// Writes one record.
pub(crate) fn put(connection: &Connection, id: RecordId, record: &Record) -> Result<(), Failure> {
    let sql = "INSERT INTO record (id, json, sum) VALUES (?, ?, ?) \
               ON CONFLICT DO UPDATE SET json = excluded.json, sum = excluded.sum";
    let (id, json) = (id.to_string(), serde_json::to_string(record)?);
    let sum = sums::record(&id, &json);
    connection
        .prepare_cached(sql)?
        .execute(params![id, json, sum])?;
    Ok(())
}

/// Every record as it is written, with the sum it says of itself, passed to `each`.
pub(crate) fn each_row(
    connection: &Connection,
    mut each: impl FnMut(&str, &str, i64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = connection.prepare("SELECT id, json, sum FROM record")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(
            row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?,
            row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?,
            row.get(2)?,
        )?;
    }
    Ok(())
}

/// Sums up every record anew.
pub(crate) fn sum_up(connection: &Connection) -> Result<(), Failure> {
    let mut put = connection.prepare("UPDATE record SET sum = ? WHERE id = ?")?;
    let mut sums = Vec::new();
    each_row(connection, |id, json, _| {
        sums.push((sums::record(id, json), id.to_owned()));
        Ok(())
    })?;
    for (sum, id) in sums {
        put.execute(params![sum, id])?;
    }
    Ok(())
}

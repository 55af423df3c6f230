//! The whole document after some rows of the journal, packed: no moment is far from one.
use kaizu_model::{Document, Record, RecordId};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Failure, sums};

/// Rows of the journal between two snapshots.
pub(crate) const EVERY: i64 = 256;
/// How hard is packed: quickly, for it is done while somebody waits.
const EFFORT: u8 = 1;
/// No document is larger when unpacked, in bytes.
const LARGEST: usize = 1 << 30;

/// Keeps `document` as it is after row `revision`.
pub(crate) fn keep(
    connection: &Connection,
    revision: i64,
    document: &Document,
) -> Result<(), Failure> {
    let records: Vec<(RecordId, &Record)> = document.records().collect();
    let packed = compress_to_vec_zlib(&serde_json::to_vec(&records)?, EFFORT);
    let sql = "INSERT OR REPLACE INTO snapshot (revision, records, sum) VALUES (?, ?, ?)";
    connection.prepare_cached(sql)?.execute(params![
        revision,
        packed,
        sums::snapshot(revision, &packed)
    ])?;
    Ok(())
}

/// The snapshot nearest to row `revision` at or before it, and the first one behind it; damaged ones are passed over.
pub(crate) fn around(
    connection: &Connection,
    revision: i64,
) -> Result<[Option<(i64, Document)>; 2], Failure> {
    let before = "SELECT revision, records, sum FROM snapshot WHERE revision <= ? ORDER BY revision DESC LIMIT 1";
    let behind =
        "SELECT revision, records, sum FROM snapshot WHERE revision > ? ORDER BY revision LIMIT 1";
    Ok([
        found(connection, before, revision)?,
        found(connection, behind, revision)?,
    ])
}

fn found(
    connection: &Connection,
    sql: &str,
    revision: i64,
) -> Result<Option<(i64, Document)>, Failure> {
    let row = connection
        .prepare_cached(sql)?
        .query_row([revision], |row| {
            Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(row.and_then(|(at, packed, sum)| Some((at, unpacked(at, &packed, sum)?))))
}

/// The document in a packed snapshot; nothing where it is damaged.
pub(crate) fn unpacked(revision: i64, packed: &[u8], sum: i64) -> Option<Document> {
    if sums::snapshot(revision, packed) != sum {
        return None;
    }
    let json = decompress_to_vec_zlib_with_limit(packed, LARGEST).ok()?;
    let records: Vec<(RecordId, Record)> = serde_json::from_slice(&json).ok()?;
    Some(records.into_iter().collect())
}

/// Keeps what `next` makes of each snapshot; damaged ones, of which nobody knows what is in them, go.
pub(crate) fn rewrite(
    connection: &Connection,
    next: impl Fn(&Document) -> Document,
) -> Result<(), Failure> {
    let mut revisions = connection.prepare("SELECT revision FROM snapshot")?;
    let revisions: Vec<i64> = revisions
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let sql = "SELECT revision, records, sum FROM snapshot WHERE revision = ?";
    for revision in revisions {
        if let Some((_, document)) = found(connection, sql, revision)? {
            keep(connection, revision, &next(&document))?;
        } else {
            connection.execute("DELETE FROM snapshot WHERE revision = ?", [revision])?;
        }
    }
    Ok(())
}

/// Every snapshot as it is packed, with the sum it says of itself, passed to `each`.
pub(crate) fn each_row(
    connection: &Connection,
    mut each: impl FnMut(i64, &[u8], i64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = connection.prepare("SELECT revision, records, sum FROM snapshot")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let packed = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, packed, row.get(2)?)?;
    }
    Ok(())
}

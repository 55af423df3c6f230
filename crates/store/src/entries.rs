//! The journal as people read it: row by row, with what was done, taken back or done again.
use rusqlite::{Connection, params};

use crate::Failure;
use crate::journal::{Label, Revision, label};

/// What a row of the journal did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something was done.
    Done,
    /// It was taken back.
    Undone,
    /// It was done again.
    Redone,
}

/// A row of the journal, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub revision: Revision,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What it did.
    pub deed: Deed,
    /// What was done, taken back or done again.
    pub label: Label,
}

/// Up to `most` rows from row `first` on.
pub(crate) fn entries(
    connection: &Connection,
    first: i64,
    most: u32,
) -> Result<Vec<Entry>, Failure> {
    let sql = "SELECT it.revision, it.at, it.kind, it.target, did.name, did.title, \
                      did.command ->> '$.id', did.command ->> '$.attribute', did.command ->> '$.name' \
               FROM journal AS it JOIN journal AS did ON did.revision = coalesce(it.target, it.revision) \
               WHERE it.revision >= ? ORDER BY it.revision LIMIT ?";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![first, most], |row| {
        Ok(Entry {
            revision: Revision(row.get(0)?),
            at: row.get(1)?,
            deed: match row.get_ref(2)?.as_str()? {
                "undo" => Deed::Undone,
                "redo" => Deed::Redone,
                _ => Deed::Done,
            },
            label: label(row, 4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

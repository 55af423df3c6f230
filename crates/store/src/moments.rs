//! The project as it was after any row of the journal, and the names people gave to such moments.
use kaizu_model::Document;
use rusqlite::{Connection, params};

use crate::{Failure, Revision, journal, snapshots};

/// A moment that people gave a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// After which row.
    pub revision: Revision,
    /// What people call it.
    pub name: String,
    /// When it was named, in milliseconds since 1970.
    pub named_at: i64,
}

/// The document after row `revision`, reached from the nearest moment that is known: a snapshot, or `now`.
pub(crate) fn document(
    connection: &Connection,
    now: (Revision, &Document),
    revision: i64,
) -> Result<Document, Failure> {
    let [before, behind] = snapshots::around(connection, revision)?;
    let now = (now.0.0, now.1.clone());
    let known = [before, behind, Some(now)].into_iter().flatten();
    let nearest = known.min_by_key(|(at, _)| at.abs_diff(revision));
    let Some((at, mut document)) = nearest else {
        return Err(Failure::Damaged(format!(
            "journal row {revision} is missing"
        )));
    };
    for row in at + 1..=revision {
        document = document.after(&journal::effect(connection, row)?);
    }
    for row in (revision + 1..=at).rev() {
        document = document.after(&journal::effect(connection, row)?.inverse());
    }
    Ok(document)
}

/// Every moment with a name, oldest first.
pub(crate) fn named(connection: &Connection) -> Result<Vec<Moment>, Failure> {
    let sql = "SELECT revision, name, at FROM moment ORDER BY revision";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Moment {
            revision: Revision(row.get(0)?),
            name: row.get(1)?,
            named_at: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Gives the moment after row `revision` a name, or takes it away.
pub(crate) fn name(
    connection: &Connection,
    revision: Revision,
    name: Option<&str>,
    at: i64,
) -> Result<(), Failure> {
    if let Some(name) = name {
        let sql = "INSERT OR REPLACE INTO moment (revision, name, at) VALUES (?, ?, ?)";
        connection.execute(sql, params![revision.0, name, at])?;
    } else {
        connection.execute("DELETE FROM moment WHERE revision = ?", [revision.0])?;
    }
    Ok(())
}

/// Gives every moment the name that `next` makes of its name.
pub(crate) fn rename(
    connection: &Connection,
    next: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    for moment in named(connection)? {
        if let Some(name) = next(&moment.name) {
            let sql = "UPDATE moment SET name = ? WHERE revision = ?";
            connection.execute(sql, params![name, moment.revision.0])?;
        }
    }
    Ok(())
}

//! The rows of the journal as they are written, each summed up with the row before it.
use rusqlite::{Connection, OptionalExtension, Row as Found, params};

use crate::Failure;
use crate::journal::Revision;
use crate::sums::Row;

/// Adds `row` behind the row with the sum `before`. Gives its sum.
pub(crate) fn insert(connection: &Connection, before: i64, row: &Row) -> Result<i64, Failure> {
    let sql = "INSERT INTO journal (revision, at, kind, head, parent, name, title, command, change, target, sum) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let sum = row.sum(before);
    connection.prepare_cached(sql)?.execute(params![
        row.revision,
        row.at,
        row.kind,
        row.head,
        row.parent,
        row.name,
        row.title,
        row.command,
        row.change,
        row.target,
        sum
    ])?;
    Ok(sum)
}

/// The sum that row `revision` says of itself; 0 where there is none.
pub(crate) fn sum_of(connection: &Connection, revision: Revision) -> Result<i64, Failure> {
    let sql = "SELECT sum FROM journal WHERE revision = ?";
    let mut statement = connection.prepare_cached(sql)?;
    let sum = statement.query_row([revision.0], |row| row.get(0));
    Ok(sum.optional()?.unwrap_or_default())
}

/// Every row behind row `from` with the sum it says of itself, in order, passed to `each` until that fails.
pub(crate) fn each_row_behind(
    connection: &Connection,
    from: Revision,
    mut each: impl FnMut(Row, i64) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let sql = "SELECT revision, at, kind, head, parent, name, title, command, change, target, sum \
               FROM journal WHERE revision > ? ORDER BY revision";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([from.0])?;
    while let Some(found) = rows.next()? {
        each(row(found)?, found.get(10)?)?;
    }
    Ok(())
}

/// The first ten columns of a row, as [`each_row_behind`] asks for them.
pub(crate) fn row(found: &Found) -> rusqlite::Result<Row> {
    Ok(Row {
        revision: found.get(0)?,
        at: found.get(1)?,
        kind: found.get(2)?,
        head: found.get(3)?,
        parent: found.get(4)?,
        name: found.get(5)?,
        title: found.get(6)?,
        command: found.get(7)?,
        change: found.get(8)?,
        target: found.get(9)?,
    })
}

/// Sums up every row anew.
pub(crate) fn sum_up(connection: &Connection) -> Result<(), Failure> {
    let mut before = 0;
    let mut put = connection.prepare("UPDATE journal SET sum = ? WHERE revision = ?")?;
    each_row_behind(connection, Revision(0), |row, _| {
        before = row.sum(before);
        put.execute([before, row.revision])?;
        Ok(())
    })
}

//! What was done, undone and redone, in order. Where undo stands follows from the last row alone.
use kaizu_model::{Change, Command};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row as Found};

use crate::sums::Row;
use crate::{Failure, rows};

/// How many transactions the project has seen; 0 as it was created.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub i64);

/// What a step of undo or redo is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The command's name, as in the message catalogue.
    pub command: String,
    /// The title of several commands done as one.
    pub title: Option<String>,
    /// The record it is about, where it names one.
    pub id: Option<String>,
    /// The attribute that it sets, where it sets one.
    pub attribute: Option<String>,
    /// The name that it gives, where it gives one.
    pub name: Option<String>,
}

impl Label {
    /// How `command` is called. Its written form says what it is about, here as in the journal.
    pub fn of(command: &Command) -> Self {
        Self::written(command, &serde_json::to_value(command).unwrap_or_default())
    }

    fn written(command: &Command, written: &serde_json::Value) -> Self {
        let text = |key: &str| Some(written.get(key)?.as_str()?.to_owned());
        Self {
            command: command.name().to_owned(),
            title: text("title"),
            id: text("id"),
            attribute: text("attribute"),
            name: text("name"),
        }
    }
}

/// Something done, by its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    /// Its row.
    pub(crate) revision: i64,
    /// What it is called.
    pub(crate) label: Label,
}

/// Where the project stands in its journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Position {
    /// The last row.
    pub(crate) revision: Revision,
    /// Its sum; 0 where there is none.
    pub(crate) sum: i64,
    /// What undo takes back.
    pub(crate) undo: Option<Done>,
    /// What redo does again.
    pub(crate) redo: Option<Done>,
}

impl Position {
    fn head(&self) -> i64 {
        self.undo.as_ref().map_or(0, |done| done.revision)
    }

    /// The last row and its sum, as [`last`] gives it.
    pub(crate) fn last(&self) -> (Revision, i64) {
        (self.revision, self.sum)
    }

    /// The row that comes next.
    pub(crate) fn next(&self) -> i64 {
        self.revision.0.saturating_add(1)
    }
}

/// The last row and its sum.
pub(crate) fn last(connection: &Connection) -> Result<(Revision, i64), Failure> {
    let sql = "SELECT revision, sum FROM journal ORDER BY revision DESC LIMIT 1";
    let last = connection
        .prepare_cached(sql)?
        .query_row([], |row| Ok((Revision(row.get(0)?), row.get(1)?)))
        .optional()?;
    Ok(last.unwrap_or_default())
}

/// Where the file stands.
pub(crate) fn position(connection: &Connection) -> Result<Position, Failure> {
    let (revision, sum) = last(connection)?;
    let head: i64 = connection
        .prepare_cached("SELECT head FROM journal WHERE revision = ?")?
        .query_row([revision.0], |row| row.get(0))
        .optional()?
        .unwrap_or_default();
    let undo = done_in(connection, head)?;
    if head != 0 && undo.is_none() {
        return Err(Failure::Damaged(format!("journal row {head} is missing")));
    }
    Ok(Position {
        revision,
        sum,
        undo,
        redo: undone_on(connection, head)?,
    })
}

/// What was done in row `revision`.
fn done_in(connection: &Connection, revision: i64) -> Result<Option<Done>, Failure> {
    let sql = "SELECT revision, name, title, command ->> '$.id', command ->> '$.attribute', command ->> '$.name' \
               FROM journal WHERE revision = ? AND kind = 'do'";
    found(connection.prepare_cached(sql)?, revision)
}

/// Of all that was done on `head`, the youngest is what was last undone; the others are out of reach.
fn undone_on(connection: &Connection, head: i64) -> Result<Option<Done>, Failure> {
    let sql = "SELECT revision, name, title, command ->> '$.id', command ->> '$.attribute', command ->> '$.name' \
               FROM journal WHERE parent = ? AND kind = 'do' ORDER BY revision DESC LIMIT 1";
    found(connection.prepare_cached(sql)?, head)
}

fn found(mut statement: CachedStatement<'_>, at: i64) -> Result<Option<Done>, Failure> {
    let done = |row: &Found| {
        Ok(Done {
            revision: row.get(0)?,
            label: label(row, 1)?,
        })
    };
    Ok(statement.query_row([at], done).optional()?)
}

/// A label in five columns from `first` on.
pub(crate) fn label(row: &Found, first: usize) -> rusqlite::Result<Label> {
    Ok(Label {
        command: row.get(first)?,
        title: row.get(first + 1)?,
        id: row.get(first + 2)?,
        attribute: row.get(first + 3)?,
        name: row.get(first + 4)?,
    })
}

/// Adds that `command` was done.
pub(crate) fn add_done(
    connection: &Connection,
    position: &Position,
    command: &Command,
    change: &Change,
    at: i64,
) -> Result<Position, Failure> {
    let revision = position.next();
    let written = serde_json::to_value(command)?;
    let label = Label::written(command, &written);
    let row = Row {
        revision,
        at,
        kind: "do".into(),
        head: revision,
        parent: Some(position.head()),
        name: Some(label.command.clone()),
        title: label.title.clone(),
        command: Some(written.to_string()),
        change: Some(serde_json::to_string(change)?),
        target: None,
    };
    let sum = rows::insert(connection, position.sum, &row)?;
    Ok(Position {
        revision: Revision(revision),
        sum,
        undo: Some(Done { revision, label }),
        redo: None,
    })
}

/// Adds that `target` was undone.
pub(crate) fn add_undone(
    connection: &Connection,
    position: &Position,
    target: &Done,
    at: i64,
) -> Result<Position, Failure> {
    let parent: i64 = connection
        .prepare_cached("SELECT parent FROM journal WHERE revision = ?")?
        .query_row([target.revision], |row| row.get(0))?;
    let sum = add_step(connection, position, "undo", parent, target, at)?;
    Ok(Position {
        revision: Revision(position.next()),
        sum,
        undo: done_in(connection, parent)?,
        redo: Some(target.clone()),
    })
}

/// Adds that `target` was done again.
pub(crate) fn add_redone(
    connection: &Connection,
    position: &Position,
    target: &Done,
    at: i64,
) -> Result<Position, Failure> {
    let sum = add_step(connection, position, "redo", target.revision, target, at)?;
    Ok(Position {
        revision: Revision(position.next()),
        sum,
        undo: Some(target.clone()),
        redo: undone_on(connection, target.revision)?,
    })
}

/// Adds a row that leads to `head` by way of `target`.
fn add_step(
    connection: &Connection,
    position: &Position,
    kind: &str,
    head: i64,
    target: &Done,
    at: i64,
) -> Result<i64, Failure> {
    let row = Row {
        revision: position.next(),
        at,
        kind: kind.into(),
        head,
        parent: None,
        name: None,
        title: None,
        command: None,
        change: None,
        target: Some(target.revision),
    };
    rows::insert(connection, position.sum, &row)
}

/// What was done in row `revision`.
pub(crate) fn change(connection: &Connection, revision: i64) -> Result<Change, Failure> {
    let sql = "SELECT change FROM journal WHERE revision = ? AND kind = 'do'";
    let json: String = connection
        .prepare_cached(sql)?
        .query_row([revision], |row| row.get(0))?;
    parsed(revision, &json)
}

/// What row `revision` changed, whether it did something, undid it or did it again.
pub(crate) fn effect(connection: &Connection, revision: i64) -> Result<Change, Failure> {
    let sql = "SELECT kind, target FROM journal WHERE revision = ?";
    let (kind, target): (String, Option<i64>) = connection
        .prepare_cached(sql)?
        .query_row([revision], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let done = change(connection, target.unwrap_or(revision))?;
    Ok(if kind == "undo" { done.inverse() } else { done })
}

/// When row `revision` was written; nothing where there is none.
pub(crate) fn at(connection: &Connection, revision: i64) -> Result<Option<i64>, Failure> {
    let sql = "SELECT at FROM journal WHERE revision = ?";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([revision], |row| row.get(0))
        .optional()?)
}

/// The change of row `revision`, as it is written.
pub(crate) fn parsed(revision: i64, json: &str) -> Result<Change, Failure> {
    serde_json::from_str(json)
        .map_err(|why| Failure::Damaged(format!("journal row {revision}: {why}")))
}

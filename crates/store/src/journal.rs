//! What was done, undone and redone, in order. Where undo stands follows from the last row alone.
use kaizu_model::{Change, Command};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Failure;

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
}

impl Label {
    /// How `command` is called. Its written form says what it is about, here as in the journal.
    pub fn of(command: &Command) -> Self {
        let written = serde_json::to_value(command).unwrap_or_default();
        let text = |key: &str| Some(written.get(key)?.as_str()?.to_owned());
        Self {
            command: command.name().to_owned(),
            title: text("title"),
            id: text("id"),
            attribute: text("attribute"),
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
    /// What undo takes back.
    pub(crate) undo: Option<Done>,
    /// What redo does again.
    pub(crate) redo: Option<Done>,
}

impl Position {
    fn head(&self) -> i64 {
        self.undo.as_ref().map_or(0, |done| done.revision)
    }

    fn next(&self) -> i64 {
        self.revision.0.saturating_add(1)
    }
}

/// Where the file stands.
pub(crate) fn position(connection: &Connection) -> Result<Position, Failure> {
    let last = "SELECT revision, head FROM journal ORDER BY revision DESC LIMIT 1";
    let last = connection
        .prepare_cached(last)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (revision, head): (i64, i64) = last.unwrap_or_default();
    let undo = "SELECT revision, name, title, command ->> '$.id', command ->> '$.attribute' \
                FROM journal WHERE revision = ? AND kind = 'do'";
    // Of all that was done on this head, the youngest is what was last undone; the others are out of reach.
    let redo = "SELECT revision, name, title, command ->> '$.id', command ->> '$.attribute' \
                FROM journal WHERE parent = ? AND kind = 'do' ORDER BY revision DESC LIMIT 1";
    let find = |sql| -> Result<Option<Done>, Failure> {
        let mut statement = connection.prepare_cached(sql)?;
        Ok(statement.query_row([head], done).optional()?)
    };
    let undo = find(undo)?;
    if head != 0 && undo.is_none() {
        return Err(Failure::Damaged(format!("journal row {head} is missing")));
    }
    Ok(Position {
        revision: Revision(revision),
        undo,
        redo: find(redo)?,
    })
}

/// Adds that `command` was done.
pub(crate) fn add_done(
    connection: &Connection,
    position: &Position,
    command: &Command,
    change: &Change,
    at: i64,
) -> Result<(), Failure> {
    let sql = "INSERT INTO journal (revision, at, kind, head, parent, name, title, command, change) \
               VALUES (?1, ?2, 'do', ?1, ?3, ?4, ?5, ?6, ?7)";
    let label = Label::of(command);
    connection.prepare_cached(sql)?.execute(params![
        position.next(),
        at,
        position.head(),
        label.command,
        label.title,
        serde_json::to_string(command)?,
        serde_json::to_string(change)?,
    ])?;
    Ok(())
}

/// Adds that `target` was undone.
pub(crate) fn add_undone(
    connection: &Connection,
    position: &Position,
    target: i64,
    at: i64,
) -> Result<(), Failure> {
    let sql = "INSERT INTO journal (revision, at, kind, head, target) \
               SELECT ?1, ?2, 'undo', parent, revision FROM journal WHERE revision = ?3";
    connection
        .prepare_cached(sql)?
        .execute([position.next(), at, target])?;
    Ok(())
}

/// Adds that `target` was done again.
pub(crate) fn add_redone(
    connection: &Connection,
    position: &Position,
    target: i64,
    at: i64,
) -> Result<(), Failure> {
    let sql =
        "INSERT INTO journal (revision, at, kind, head, target) VALUES (?1, ?2, 'redo', ?3, ?3)";
    connection
        .prepare_cached(sql)?
        .execute([position.next(), at, target])?;
    Ok(())
}

/// What was done in row `revision`.
pub(crate) fn change(connection: &Connection, revision: i64) -> Result<Change, Failure> {
    let sql = "SELECT change FROM journal WHERE revision = ? AND kind = 'do'";
    let json: String = connection
        .prepare_cached(sql)?
        .query_row([revision], |row| row.get(0))?;
    serde_json::from_str(&json)
        .map_err(|why| Failure::Damaged(format!("journal row {revision}: {why}")))
}

fn done(row: &Row) -> rusqlite::Result<Done> {
    Ok(Done {
        revision: row.get(0)?,
        label: Label {
            command: row.get(1)?,
            title: row.get(2)?,
            id: row.get(3)?,
            attribute: row.get(4)?,
        },
    })
}

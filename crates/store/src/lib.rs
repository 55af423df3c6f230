//! The project file: one `SQLite` file in which every command is one transaction.
//!
//! What the store shows is what the disk holds: memory is changed only after the transaction is on the disk, so that
//! a document never says more than a restart would find.
#![expect(
    clippy::disallowed_methods,
    reason = "the store is where files are read and written"
)]
mod failure;
mod file;
pub mod files;
mod glance;
mod journal;
pub mod library;
mod records;
pub mod settings;

use std::collections::BTreeMap;
use std::path::Path;

use kaizu_model::{Change, Command, Document, Ids, Record, RecordId};
use rusqlite::{Connection, TransactionBehavior};

pub use failure::Failure;
pub use glance::glance;
pub use journal::{Label, Revision};

use journal::Position;

/// An open project.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    document: Document,
    position: Position,
    ids: Ids,
    is_prepared: bool,
}

impl Store {
    /// Creates a project at `path` that begins as `document`. An empty file may lie there already, nothing else.
    pub fn create(path: &Path, document: &Document, application: &str) -> Result<Self, Failure> {
        let mut connection = file::create(path)?;
        let transaction = connection.transaction()?;
        records::insert(&transaction, document)?;
        records::put_meta(&transaction, "application", application)?;
        transaction.commit()?;
        Self::over(connection)
    }

    /// Opens the project at `path`. Reading alone leaves the file as it is.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        Self::over(file::open(path)?)
    }

    fn over(connection: Connection) -> Result<Self, Failure> {
        Ok(Self {
            document: records::document(&connection)?,
            position: journal::position(&connection)?,
            ids: records::free_ids(&connection)?,
            connection,
            is_prepared: false,
        })
    }

    /// The project as it is on the disk.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Numbers that no record of this project has or had.
    pub fn ids(&self) -> Ids {
        self.ids
    }

    /// How many transactions the project has seen.
    pub fn revision(&self) -> Revision {
        self.position.revision
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.position.undo.as_ref().map(|done| &done.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.position.redo.as_ref().map(|done| &done.label)
    }

    /// The program that created the file.
    pub fn application(&self) -> Result<Option<String>, Failure> {
        records::meta(&self.connection, "application")
    }

    /// Does `change`, which came from `command`, at the moment `at` (milliseconds since 1970, UTC).
    /// When this returns, it is on the disk.
    pub fn append(
        &mut self,
        command: &Command,
        change: &Change,
        at: i64,
    ) -> Result<Revision, Failure> {
        in_step(&self.document, change)?;
        self.commit(change, |connection, position| {
            journal::add_done(connection, position, command, change, at)
        })
    }

    /// Takes back what was done last and is not undone. `None` where nothing is left.
    pub fn undo(&mut self, at: i64) -> Result<Option<Revision>, Failure> {
        let Some(target) = self.position.undo.as_ref().map(|done| done.revision) else {
            return Ok(None);
        };
        let change = journal::change(&self.connection, target)?.inverse();
        in_step(&self.document, &change)?;
        self.commit(&change, |connection, position| {
            journal::add_undone(connection, position, target, at)
        })
        .map(Some)
    }

    /// Does again what was undone last. `None` where nothing is left.
    pub fn redo(&mut self, at: i64) -> Result<Option<Revision>, Failure> {
        let Some(target) = self.position.redo.as_ref().map(|done| done.revision) else {
            return Ok(None);
        };
        let change = journal::change(&self.connection, target)?;
        in_step(&self.document, &change)?;
        self.commit(&change, |connection, position| {
            journal::add_redone(connection, position, target, at)
        })
        .map(Some)
    }

    /// Writes the whole project, history included, to `path`, where nothing lies yet.
    pub fn copy_to(&self, path: &Path) -> Result<(), Failure> {
        file::copy(&self.connection, path)
    }

    /// Closes the project and folds what lies beside the file into it.
    pub fn close(mut self) -> Result<(), Failure> {
        self.fold()
    }

    /// One transaction: the journal row, the record rows, and then, and only then, memory.
    fn commit(
        &mut self,
        change: &Change,
        journal: impl FnOnce(&Connection, &Position) -> Result<(), Failure>,
    ) -> Result<Revision, Failure> {
        if !self.is_prepared {
            file::prepare(&self.connection)?;
            self.is_prepared = true;
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if journal::position(&transaction)? != self.position {
            return Err(Failure::ChangedElsewhere);
        }
        journal(&transaction, &self.position)?;
        records::update(&transaction, change)?;
        let position = journal::position(&transaction)?;
        let ids = records::free_ids(&transaction)?;
        transaction.commit()?;
        self.document = self.document.after(change);
        self.position = position;
        self.ids = ids;
        Ok(self.position.revision)
    }

    fn fold(&mut self) -> Result<(), Failure> {
        if self.is_prepared {
            file::fold(&self.connection)?;
            self.is_prepared = false;
        }
        Ok(())
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Whoever wants to know calls `close`. What is not folded here is folded when the file is opened again.
        let _ = self.fold();
    }
}

/// Refuses a change that was made from another state than the one on the disk.
fn in_step(document: &Document, change: &Change) -> Result<(), Failure> {
    let mut now: BTreeMap<RecordId, Option<&Record>> = BTreeMap::new();
    for edit in &change.edits {
        let state = now
            .entry(edit.id)
            .or_insert_with(|| document.record(edit.id));
        if *state != edit.before.as_ref() {
            return Err(Failure::OutOfStep(edit.id));
        }
        *state = edit.after.as_ref();
    }
    Ok(())
}

//! The one transaction of an edit: on the disk first, then, and only then, in memory.
use std::collections::BTreeMap;

use kaizu_model::{Change, Command, Document, Record, RecordId};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::journal::{self, Position, Revision};
use crate::store::{Access, State, Store};
use crate::{Failure, file, moments, place, records, schema, snapshots};

impl Store {
    /// Does `change`, which came from `command`, at the moment `at` (milliseconds since 1970, UTC).
    /// When this returns, it is on the disk.
    pub fn append(
        &mut self,
        command: &Command,
        change: &Change,
        at: i64,
    ) -> Result<Revision, Failure> {
        self.prepare()?;
        self.commit(change, |connection, position| {
            journal::add_done(connection, position, command, change, at)
        })
    }

    /// Takes back what was done last and is not undone. `None` where nothing is left.
    pub fn undo(&mut self, at: i64) -> Result<Option<Revision>, Failure> {
        let Some(target) = self.state.position.undo.clone() else {
            return Ok(None);
        };
        self.prepare()?;
        let change = journal::change(&self.connection, target.revision)?.inverse();
        self.commit(&change, |connection, position| {
            journal::add_undone(connection, position, &target, at)
        })
        .map(Some)
    }

    /// Does again what was undone last. `None` where nothing is left.
    pub fn redo(&mut self, at: i64) -> Result<Option<Revision>, Failure> {
        let Some(target) = self.state.position.redo.clone() else {
            return Ok(None);
        };
        self.prepare()?;
        let change = journal::change(&self.connection, target.revision)?;
        self.commit(&change, |connection, position| {
            journal::add_redone(connection, position, &target, at)
        })
        .map(Some)
    }

    /// Gives the moment after row `revision` a name, or takes it away where `name` is none.
    pub fn name_moment(
        &mut self,
        revision: Revision,
        name: Option<&str>,
        at: i64,
    ) -> Result<(), Failure> {
        self.prepare()?;
        moments::name(&self.connection, revision, name, at)?;
        if let Some(keeper) = &self.keeper {
            keeper.edited();
        }
        Ok(())
    }

    /// One transaction: the journal row, the record rows, and then, and only then, memory.
    fn commit(
        &mut self,
        change: &Change,
        journal: impl FnOnce(&Connection, &Position) -> Result<Position, Failure>,
    ) -> Result<Revision, Failure> {
        in_step(&self.state.document, change)?;
        let mut next = State {
            document: self.state.document.after(change),
            ..self.state.clone()
        };
        if let Err(failure) = self.write(change, &mut next, journal) {
            self.look_again(&next, failure)?;
        }
        self.state = next;
        if let Some(keeper) = &self.keeper {
            keeper.edited();
        }
        Ok(self.state.position.revision)
    }

    /// Writes what leads from the state that is to `next`, and completes that.
    fn write(
        &mut self,
        change: &Change,
        next: &mut State,
        journal: impl FnOnce(&Connection, &Position) -> Result<Position, Failure>,
    ) -> Result<(), Failure> {
        let now = &self.state.position;
        let transaction = begin(&mut self.connection, now)?;
        next.position = journal(&transaction, now)?;
        next.ids = records::update(&transaction, change, self.state.ids)?;
        let Revision(revision) = next.position.revision;
        if revision % snapshots::EVERY == 0 {
            snapshots::keep(&transaction, revision, &next.document)?;
        }
        Ok(transaction.commit()?)
    }

    /// After a failed write: what the disk holds decides. Good where `next` is on it all the same.
    fn look_again(&mut self, next: &State, failure: Failure) -> Result<(), Failure> {
        if let (Failure::Damaged(what), Some(keeper)) = (&failure, &self.keeper) {
            keeper.met_damage(what);
        }
        if !failure.leaves_doubt() {
            return Err(failure);
        }
        self.is_adrift = true;
        // Where it failed before it got a row, `next` has none either, and nothing of it is there.
        let has_row = next.position.revision > self.state.position.revision;
        self.doubtful = has_row.then(|| next.clone());
        let Ok((connection, there)) = self.look_at_disk() else {
            return Err(failure);
        };
        let is_there = has_row && there == next.position.last();
        if !is_there && there != self.state.position.last() {
            return Err(failure);
        }
        if !is_there {
            // A log may hold what was refused: it is emptied, so that nothing of it comes back after a crash.
            let _ = file::checkpoint(&connection);
        }
        match self.go_on_with(connection) {
            Ok(()) if is_there => Ok(()),
            Ok(()) | Err(_) => Err(failure),
        }
    }

    /// Opens the file anew, as after a stick was put in again; and the last row there.
    pub(crate) fn look_at_disk(&self) -> Result<(Connection, (Revision, i64)), Failure> {
        let connection = file::connect(&self.path, OpenFlags::empty())?;
        let there = journal::last(&connection)?;
        Ok((connection, there))
    }

    /// Goes on with another connection, whose file holds what memory holds.
    pub(crate) fn go_on_with(&mut self, connection: Connection) -> Result<(), Failure> {
        file::prepare(&connection, &self.path, self.writing)?;
        self.connection = connection;
        self.identity = place::identity(&self.path);
        self.is_prepared = true;
        self.is_adrift = false;
        self.doubtful = None;
        Ok(())
    }

    /// After the file was out of reach: what it holds has to be what memory holds, or what was refused in doubt, which is an
    /// edit to be taken back then.
    fn come_back(&mut self) -> Result<(), Failure> {
        let (connection, there) = self.look_at_disk()?;
        let doubtful = self.doubtful.take();
        if there != self.state.position.last() {
            match doubtful {
                Some(next) if there == next.position.last() => self.state = next,
                doubtful => {
                    (self.is_adrift, self.doubtful) = (true, doubtful);
                    return Err(Failure::ChangedElsewhere);
                }
            }
        }
        self.go_on_with(connection)
    }

    /// Makes sure that the file may be written now.
    pub(crate) fn prepare(&mut self) -> Result<(), Failure> {
        match &self.access {
            Access::Full => {}
            Access::Place => return Err(Failure::ReadOnly),
            Access::Held(holder) => return Err(Failure::Held(holder.clone())),
        }
        if let Some(keeper) = &self.keeper {
            keeper.admit()?;
        }
        if self.is_old {
            self.connection = file::connect(&self.path, OpenFlags::empty())?;
            schema::bring_up_to_date(&mut self.connection)?;
            self.is_old = false;
        }
        if !self.path.exists() {
            return Err(Failure::Gone(self.path.clone()));
        }
        // Another file there may be the same on a stick that was put in again.
        if self.is_adrift || place::identity(&self.path) != self.identity {
            self.come_back()?;
        }
        if !self.is_prepared {
            file::prepare(&self.connection, &self.path, self.writing)?;
            self.is_prepared = true;
        }
        Ok(())
    }
}

/// Begins to write to a file that ends where memory does, at `now`.
pub(crate) fn begin<'a>(
    connection: &'a mut Connection,
    now: &Position,
) -> Result<Transaction<'a>, Failure> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if journal::last(&transaction)? == now.last() {
        Ok(transaction)
    } else {
        Err(Failure::ChangedElsewhere)
    }
}

/// Refuses a change that was made from another state than the one on the disk.
pub(crate) fn in_step(document: &Document, change: &Change) -> Result<(), Failure> {
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

#[cfg(test)]
mod tests {
    use kaizu_model::notation;
    use rusqlite::ffi::{Error, SQLITE_IOERR};

    use super::*;

    #[test]
    fn an_edit_that_failed_before_it_was_written_is_not_taken_for_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kaizu");
        let document = notation::parse("窓口: 受け取る\n").unwrap();
        let mut store = Store::create(&path, &document, "test").unwrap();
        let next = store.state.clone();
        let failure = rusqlite::Error::SqliteFailure(Error::new(SQLITE_IOERR), None);
        let looked = store.look_again(&next, failure.into());
        assert_eq!(looked.unwrap_err().code(), "out-of-reach");
        assert_eq!(store.revision(), Revision(0));
    }
}

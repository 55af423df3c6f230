//! A text or a person taken out of a project file for good: the one thing that cannot be undone.
//!
//! Records, the journal, the snapshots and the names of moments say the same without it, in one transaction. Then the file is
//! written anew, so that nothing of it lies between the rows; what the disk itself remembers is out of reach.
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use kaizu_model::{Erasure, PersonId, Record};
use rusqlite::{Connection, params};

use crate::journal::{self, Revision};
use crate::store::{State, Store};
use crate::sums::Row;
use crate::{Failure, file, moments, records, rows, snapshots, write};

/// Between two looks whether somebody is still in the way.
const PAUSE: Duration = Duration::from_millis(20);

/// Where a project holds what is to be erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// Records as they are.
    pub now: usize,
    /// Rows of the journal.
    pub history: usize,
    /// Names of moments.
    pub names: usize,
}

impl Traces {
    /// Whether it is held nowhere.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is said of a row of the journal and may be a text.
struct Said {
    command: Option<String>,
    change: Option<String>,
    title: Option<String>,
}

impl Store {
    /// Where the project holds it.
    pub fn traces(&self, erasure: &Erasure) -> Result<Traces, Failure> {
        traces(&self.connection, erasure)
    }

    /// Every name by which `person` is or ever was known.
    pub fn names_of(&self, person: PersonId) -> Result<BTreeSet<String>, Failure> {
        let mut names = BTreeSet::new();
        let mut note = |record: Option<&Record>| {
            if let Some(Record::Person(it)) = record {
                names.insert(it.name.clone());
            }
        };
        note(self.state.document.record(person.into()));
        rows::each_row_behind(&self.connection, Revision(0), |row, _| {
            let Some(json) = &row.change else {
                return Ok(());
            };
            let change = journal::parsed(row.revision, json)?;
            for edit in change.edits.iter().filter(|it| it.id == person.into()) {
                note(edit.before.as_ref());
                note(edit.after.as_ref());
            }
            Ok(())
        })?;
        Ok(names)
    }

    /// Takes it out of everything, for good. Says where it was.
    ///
    /// Where this fails the file is as it was, but for [`Failure::Remains`]: then the project is without it, and erasing it
    /// once more cleans the file.
    pub fn erase(&mut self, erasure: &Erasure) -> Result<Traces, Failure> {
        self.prepare()?;
        // Who is in the way now would be in the way of cleaning up as well.
        fold_log(&self.connection)?;
        let found = self.traces(erasure)?;
        let erasure = erasure.clone().keeping_proposals(&self.state.document);
        match self.rewrite(&erasure) {
            Ok(state) => self.state = state,
            Err(failure) => self.look_whether_erased(failure)?,
        }
        let swept = sweep(&self.connection);
        if let Some(keeper) = &self.keeper {
            keeper.edited();
        }
        swept.map_err(|failure| Failure::Remains(failure.into()))?;
        Ok(found)
    }

    /// The one transaction. Gives what the file holds afterwards.
    fn rewrite(&mut self, erasure: &Erasure) -> Result<State, Failure> {
        // Zeros take the place of what is deleted.
        self.connection.pragma_update(None, "secure_delete", true)?;
        let transaction = write::begin(&mut self.connection, &self.state.position)?;
        for (id, record) in records::document(&transaction)?.records() {
            if let Some(next) = erasure.in_record(id, record) {
                records::put(&transaction, id, &next)?;
            }
        }
        rewrite_journal(&transaction, erasure)?;
        rows::sum_up(&transaction)?;
        snapshots::rewrite(&transaction, |document| erasure.in_document(document))?;
        moments::rename(&transaction, |name| erasure.in_text(name))?;
        records::reword_meta(&transaction, |value| erasure.in_text(value))?;
        let state = State::read(&transaction)?;
        transaction.commit()?;
        Ok(state)
    }

    /// After a failed transaction: what the disk holds decides.
    fn look_whether_erased(&mut self, failure: Failure) -> Result<(), Failure> {
        if !failure.leaves_doubt() {
            return Err(failure);
        }
        let before = self.state.position.last();
        self.is_adrift = true;
        let Ok((connection, there)) = self.look_at_disk() else {
            return Err(failure);
        };
        // A log may hold what was refused: it is emptied, so that nothing of it comes back after a crash.
        let _ = file::checkpoint(&connection);
        let state = State::read(&connection)?;
        if self.go_on_with(connection).is_err() {
            return Err(failure);
        }
        self.state = state;
        if there == before {
            Err(failure)
        } else {
            Ok(())
        }
    }
}

/// Takes it out of a copy of a project that no window has open: as [`Store::erase`], and one file afterwards.
pub fn erase_in_copy(path: &Path, erasure: &Erasure) -> Result<Traces, Failure> {
    let mut store = Store::open(path)?;
    let found = store.erase(erasure)?;
    store.close()?;
    Ok(found)
}

fn traces(connection: &Connection, erasure: &Erasure) -> Result<Traces, Failure> {
    let now = erasure.holders(&records::document(connection)?).len();
    let mut history = 0;
    rows::each_row_behind(connection, Revision(0), |row, _| {
        history += usize::from(Said::without(erasure, &row)?.is_some());
        Ok(())
    })?;
    let names = moments::named(connection)?;
    let holds = |name: &str| erasure.in_text(name).is_some();
    Ok(Traces {
        now,
        history,
        names: names.iter().filter(|it| holds(&it.name)).count(),
    })
}

fn rewrite_journal(connection: &Connection, erasure: &Erasure) -> Result<(), Failure> {
    let sql = "UPDATE journal SET command = ?, change = ?, title = ? WHERE revision = ?";
    let mut put = connection.prepare(sql)?;
    rows::each_row_behind(connection, Revision(0), |row, _| {
        if let Some(said) = Said::without(erasure, &row)? {
            put.execute(params![said.command, said.change, said.title, row.revision])?;
        }
        Ok(())
    })
}

impl Said {
    /// What `row` says without it; nothing where it does not hold it.
    fn without(erasure: &Erasure, row: &Row) -> Result<Option<Self>, Failure> {
        let Some(json) = &row.change else {
            return Ok(None);
        };
        let change = erasure.in_change(&journal::parsed(row.revision, json)?);
        let change = change.map(|it| serde_json::to_string(&it)).transpose()?;
        let command = row.command.as_deref();
        let command = command.and_then(|json| erasure.in_written_command(json));
        let title = row.title.as_deref();
        let title = title.and_then(|title| erasure.in_text(title));
        let is_held = change.is_some() || command.is_some() || title.is_some();
        Ok(is_held.then(|| Self {
            command: command.or_else(|| row.command.clone()),
            change: change.or_else(|| row.change.clone()),
            title: title.or_else(|| row.title.clone()),
        }))
    }
}

/// Writes the file anew and empties the log, so that neither holds what no row holds.
fn sweep(connection: &Connection) -> Result<(), Failure> {
    connection.pragma_update(None, "secure_delete", true)?;
    // No file for a while that somebody else could read.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    fold_log(connection)?;
    patiently(|| {
        connection.execute_batch("VACUUM")?;
        Ok(true)
    })?;
    fold_log(connection)
}

/// Copies the log into the file and empties it.
fn fold_log(connection: &Connection) -> Result<(), Failure> {
    patiently(|| file::checkpoint(connection))
}

/// Tries until it is done: the keeper may have its hand on the log, for which `SQLite` itself does not wait.
fn patiently(attempt: impl Fn() -> Result<bool, Failure>) -> Result<(), Failure> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Ok(true) => return Ok(()),
            Ok(false) | Err(Failure::Busy(_)) if begun.elapsed() < file::PATIENCE => {
                std::thread::sleep(PAUSE);
            }
            Ok(false) => return Err(Failure::busy()),
            Err(failure) => return Err(failure),
        }
    }
}

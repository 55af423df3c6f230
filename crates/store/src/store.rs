//! An open project: what it holds, and how it is opened and closed.
use std::path::{Path, PathBuf};

use kaizu_model::{Document, Ids};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::entries::{self, Entry};
use crate::file::{self, Found, Writing};
use crate::hold::{Hold, Holder};
use crate::journal::{self, Label, Position, Revision};
use crate::keeper::{Care, Keeper};
use crate::moments::{self, Moment};
use crate::place::{self, Identity};
use crate::pulse::Pulse;
use crate::schema::{self, KNOWN};
use crate::{Failure, backups, check, records, snapshots};

/// An open project.
#[derive(Debug)]
pub struct Store {
    pub(crate) path: PathBuf,
    pub(crate) connection: Connection,
    /// Which file that is, where the system tells.
    pub(crate) identity: Option<Identity>,
    /// What the disk holds.
    pub(crate) state: State,
    pub(crate) writing: Writing,
    pub(crate) is_prepared: bool,
    /// Whether the file is written in an older form, and looked at in memory.
    pub(crate) is_old: bool,
    /// Whether the last write ended in a way after which one has to look again what the disk holds.
    pub(crate) is_adrift: bool,
    /// What was refused and may be on the disk all the same.
    pub(crate) doubtful: Option<State>,
    pub(crate) access: Access,
    /// Where copies of it are kept, while it is open in a window.
    pub(crate) home: Option<PathBuf>,
    /// Who looks after the file while it is open in a window.
    pub(crate) keeper: Option<Keeper>,
    pub(crate) pulse: Option<Pulse>,
    #[expect(
        dead_code,
        reason = "held so that the folder stays as long as the copy in it is looked at"
    )]
    pub(crate) scratch: Option<TempDir>,
}

/// The project after its last row.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) document: Document,
    pub(crate) position: Position,
    pub(crate) ids: Ids,
}

impl State {
    /// The project that the file holds.
    pub(crate) fn read(connection: &Connection) -> Result<Self, Failure> {
        Ok(Self {
            document: records::document(connection)?,
            position: journal::position(connection)?,
            ids: records::free_ids(connection)?,
        })
    }
}

/// What may be done with an open project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Full,
    /// Only reading: nothing can be written where it lies.
    Place,
    /// Only reading: somebody else has it open.
    Held(Holder),
}

impl Store {
    /// Creates a project at `path` that begins as `document`. An empty file may lie there already, nothing else.
    pub fn create(path: &Path, document: &Document, application: &str) -> Result<Self, Failure> {
        let mut connection = file::create(path)?;
        let transaction = connection.transaction()?;
        records::insert(&transaction, document)?;
        records::put_meta(&transaction, "application", application)?;
        snapshots::keep(&transaction, 0, document)?;
        transaction.commit()?;
        Self::over(path, Found::new(connection))
    }

    /// Opens the project at `path`, and looks at all of it first. Reading alone leaves the file as it is.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let mut found = file::open(path)?;
        if found.version < KNOWN {
            check::pages(&found.connection)?;
            found.lift()?;
        }
        check::whole(&found.connection)?;
        Self::over(path, found)
    }

    /// Opens the project at `path` to work in it, and looks after it as `care` says: what there is to see is there before
    /// all of the file was looked at.
    pub fn keep(path: &Path, care: Care) -> Result<Self, Failure> {
        let (hold, access, was_dropped) = match Hold::take(path, &care.home, (care.now_ms)()) {
            Ok((hold, was_dropped)) => (Some(hold), Access::Full, was_dropped),
            Err(Failure::Held(holder)) => (None, Access::Held(holder), false),
            Err(Failure::ReadOnly) => (None, Access::Place, false),
            Err(failure) => return Err(failure),
        };
        let mut found = file::open(path)?;
        let mut is_sure = found.was_closed && !was_dropped;
        if found.version < KNOWN {
            check::pages(&found.connection)?;
            if access == Access::Full {
                backups::keep(&care.home, path, &found.connection, (care.now_ms)())?;
                schema::bring_up_to_date(&mut found.connection)?;
                found.version = KNOWN;
                is_sure = true;
            } else {
                found.lift()?;
            }
        }
        let looked_at = found.scratch.is_none() && found.version == KNOWN;
        let mut store = Self::over(path, found)?;
        if access != Access::Full {
            store.access = access;
        }
        store.home = Some(care.home.clone());
        if looked_at {
            let keeper = Keeper::start(path, care, hold.is_some(), is_sure);
            store.keeper = Some(keeper);
        } else {
            check::whole(&store.connection)?;
        }
        store.pulse = hold.map(Pulse::of);
        Ok(store)
    }

    pub(crate) fn over(path: &Path, found: Found) -> Result<Self, Failure> {
        let state = State::read(&found.connection)?;
        let access = match &found.scratch {
            Some(_) => Access::Place,
            None => Access::Full,
        };
        Ok(Self {
            path: path.to_owned(),
            identity: place::identity(path),
            state,
            connection: found.connection,
            writing: Writing::default(),
            is_prepared: false,
            is_old: found.version < KNOWN,
            is_adrift: false,
            doubtful: None,
            access,
            home: None,
            keeper: None,
            pulse: None,
            scratch: found.scratch,
        })
    }

    /// Writes as `writing` says from the first edit on.
    #[must_use]
    pub fn writing(mut self, writing: Writing) -> Self {
        self.writing = writing;
        self
    }

    /// The project as it is on the disk.
    pub fn document(&self) -> &Document {
        &self.state.document
    }

    /// Numbers that no record of this project has or had.
    pub fn ids(&self) -> Ids {
        self.state.ids
    }

    /// How many transactions the project has seen.
    pub fn revision(&self) -> Revision {
        self.state.position.revision
    }

    /// What may be done with it.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.state.position.undo.as_ref().map(|done| &done.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.state.position.redo.as_ref().map(|done| &done.label)
    }

    /// The program that created the file.
    pub fn application(&self) -> Result<Option<String>, Failure> {
        records::meta(&self.connection, "application")
    }

    /// Up to `most` rows of the journal from row `first` on, oldest first.
    pub fn entries(&self, first: Revision, most: u32) -> Result<Vec<Entry>, Failure> {
        entries::entries(&self.connection, first.0, most)
    }

    /// When the row `revision` was written, in milliseconds since 1970; nothing where there is none.
    pub fn written_at(&self, revision: Revision) -> Result<Option<i64>, Failure> {
        journal::at(&self.connection, revision.0)
    }

    /// The project as it was after the row `revision`; 0 is as it was created.
    pub fn past(&self, revision: Revision) -> Result<Document, Failure> {
        let now = (self.state.position.revision, &self.state.document);
        let row = revision.0.clamp(0, now.0.0);
        moments::document(&self.connection, now, row)
    }

    /// Every moment with a name, oldest first.
    pub fn moments(&self) -> Result<Vec<Moment>, Failure> {
        moments::named(&self.connection)
    }

    /// Writes the whole project, history included, to `path`, where nothing lies yet.
    pub fn copy_to(&self, path: &Path) -> Result<(), Failure> {
        file::copy(&self.connection, path)
    }

    /// Closes the project and folds what lies beside the file into it.
    pub fn close(mut self) -> Result<(), Failure> {
        self.fold()
    }

    fn fold(&mut self) -> Result<(), Failure> {
        // Whoever looks after the file has a connection of its own, which would be in the way.
        let is_damaged = self.keeper.take().is_some_and(|it| it.is_damaged());
        // What a program that died left beside the file is folded in by whoever holds it next.
        let log = file::beside(&self.path, "-wal");
        let is_open = self.is_prepared || (self.pulse.is_some() && log.exists());
        if is_open && !is_damaged {
            file::fold(&self.connection)?;
            self.is_prepared = false;
        }
        Ok(())
    }
}

impl Found {
    fn new(connection: Connection) -> Self {
        Self {
            connection,
            version: KNOWN,
            was_closed: true,
            scratch: None,
        }
    }

    /// Brings what is only looked at up to date in memory.
    fn lift(&mut self) -> Result<(), Failure> {
        self.connection = file::in_memory(&self.connection)?;
        schema::bring_up_to_date(&mut self.connection)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Whoever wants to know calls `close`. What is not folded here is folded when the file is opened again.
        let _ = self.fold();
    }
}

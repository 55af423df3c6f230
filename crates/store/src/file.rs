//! The file itself: what may be opened as a project, and the settings under which it is written.
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::schema::{self, APPLICATION, KNOWN};
use crate::{Failure, holder, place};

/// How every `SQLite` file begins.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where the header says how the file is written: 2 is a log beside it, which is folded in and unsaid on closing.
const WRITTEN_BY: usize = 18;
/// Bytes of the header that are looked at.
const HEAD: usize = WRITTEN_BY + 1;
/// How long one waits for another program to finish its transaction.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// Pages that are copied at once.
const PAGES: i32 = 1024;

/// A file that is known to be a project which this Kaizu understands.
#[derive(Debug)]
pub(crate) struct Found {
    /// It, or a copy of it where it is written in an old form or lies where nothing can be written.
    pub(crate) connection: Connection,
    /// Its schema.
    pub(crate) version: i64,
    /// Whether whoever wrote it last came to an end in order.
    pub(crate) was_closed: bool,
    /// The folder of a copy.
    pub(crate) scratch: Option<TempDir>,
}

/// A new file with the schema and nothing in it.
pub(crate) fn create(path: &Path) -> Result<Connection, Failure> {
    match path.metadata() {
        Ok(found) if found.is_dir() => return Err(Failure::Folder(path.to_owned())),
        Ok(found) if found.len() > 0 => return Err(Failure::AlreadyThere(path.to_owned())),
        Ok(_) => {}
        Err(source) if source.kind() == ErrorKind::NotFound => {}
        Err(source) => return Err(disk(path, source)),
    }
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    schema::bring_up_to_date(&mut connection)?;
    Ok(connection)
}

/// An existing file. It is not written to.
pub(crate) fn open(path: &Path) -> Result<Found, Failure> {
    let was_closed = header(path)?[WRITTEN_BY] != 2 && !beside(path, "-journal").exists();
    let (connection, scratch) = match identified(path) {
        // A log cannot be read where nothing may be written beside it.
        Err(Failure::Unreachable(_) | Failure::ReadOnly) if !was_closed => {
            let (folder, copy) = copied_to_scratch(path)?;
            (identified(&copy)?, Some(folder))
        }
        found => (found?, None),
    };
    let (connection, version) = connection;
    Ok(Found {
        connection,
        version,
        was_closed,
        scratch,
    })
}

/// The first bytes of a file that looks like a database.
fn header(path: &Path) -> Result<[u8; HEAD], Failure> {
    let found = path.metadata().map_err(|source| disk(path, source))?;
    if found.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    if found.len() == 0 {
        return Err(Failure::Empty(path.to_owned()));
    }
    let mut start = Vec::new();
    File::open(path)
        .and_then(|file| file.take(HEAD as u64).read_to_end(&mut start))
        .map_err(|source| disk(path, source))?;
    if !start.starts_with(MAGIC) {
        return Err(Failure::NotAProject(path.to_owned()));
    }
    <[u8; HEAD]>::try_from(start).map_err(|_| Failure::Damaged("the file ends in its head".into()))
}

/// A connection to the project at `path`, and its schema.
fn identified(path: &Path) -> Result<(Connection, i64), Failure> {
    let connection = connect(path, OpenFlags::empty())?;
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let is_ours = number("application_id")? == APPLICATION;
    let version = number("user_version")?;
    if !is_ours || version < 1 {
        return Err(Failure::NotAProject(path.to_owned()));
    }
    if version > KNOWN {
        return Err(Failure::TooNew {
            found: version,
            known: KNOWN,
        });
    }
    Ok((connection, version))
}

/// The file at `path` and what lies beside it, in a folder where both can be written.
pub(crate) fn copied_to_scratch(path: &Path) -> Result<(TempDir, PathBuf), Failure> {
    let folder = crate::files::scratch()?;
    let copy = folder.path().join("project.kaizu");
    for ending in ["", "-wal", "-journal"] {
        let from = beside(path, ending);
        if ending.is_empty() || from.exists() {
            copy_bytes(&from, &beside(&copy, ending))?;
        }
    }
    Ok((folder, copy))
}

/// Copies bytes and nothing else: what may only be read here can be written there.
pub(crate) fn copy_bytes(from: &Path, to: &Path) -> Result<(), Failure> {
    let mut source = File::open(from).map_err(|source| disk(from, source))?;
    let unwritten = |source| Failure::unwritten(to, source);
    let mut target = File::create(to).map_err(unwritten)?;
    std::io::copy(&mut source, &mut target)
        .and_then(|_| target.sync_all())
        .map_err(unwritten)
}

/// The file that `SQLite` keeps beside the one at `path`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// How edits reach the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// By a log beside the file; by the rollback journal where the file lies on a network share, for which a log is unsafe
    /// (<https://www.sqlite.org/wal.html>).
    #[default]
    AsThePlaceAllows,
    /// By the rollback journal.
    Rollback,
}

/// Makes ready for writing the file at `path`.
///
/// Only writers do this, so that reading leaves the file as it is.
pub(crate) fn prepare(
    connection: &Connection,
    path: &Path,
    writing: Writing,
) -> Result<(), Failure> {
    let wants_log = writing == Writing::AsThePlaceAllows && !place::is_on_a_share(path);
    if !wants_log || set_journal(connection, "WAL")? != "wal" {
        set_journal(connection, "DELETE")?;
    }
    Ok(())
}

/// Copies the log into the file, so that the file alone holds everything. Nothing to do where there is no log.
///
/// False where another program reads or writes at this moment.
pub(crate) fn checkpoint(connection: &Connection) -> Result<bool, Failure> {
    // A connection that was opened before there was a log learns of it by reading.
    let _: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

/// Folds the log into the file, so that the file alone is the whole project.
///
/// Where another program has the file open as well, an empty log stays: whoever closes last folds it.
pub(crate) fn fold(connection: &Connection) -> Result<(), Failure> {
    checkpoint(connection)?;
    connection.busy_timeout(Duration::ZERO)?;
    match set_journal(connection, "DELETE") {
        Ok(_) | Err(Failure::Busy(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Makes ready for `bytes` to take the place of the file at `path`.
///
/// A log that a dead program left beside a project would be taken for the log of the new one. It is folded into the
/// old file first, so that this is whole until the moment it is replaced. A project that is open stays where it is.
pub(crate) fn make_way(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(holder) = holder(path) {
        return Err(Failure::Held(holder));
    }
    let logs = ["-wal", "-shm", "-journal"].map(|ending| beside(path, ending));
    if !bytes.starts_with(MAGIC) || !logs.iter().any(|log| log.exists()) {
        return Ok(());
    }
    let folded = connect(path, OpenFlags::empty()).and_then(|connection| {
        connection.busy_timeout(Duration::ZERO)?;
        set_journal(&connection, "DELETE")
    });
    if let Err(failure @ Failure::Busy(_)) = folded {
        return Err(failure);
    }
    for log in logs.iter().filter(|log| log.exists()) {
        std::fs::remove_file(log).map_err(|source| disk(log, source))?;
    }
    Ok(())
}

/// A complete copy at `path`, where nothing lies yet: one file, with nothing beside it.
pub(crate) fn copy(connection: &Connection, path: &Path) -> Result<(), Failure> {
    let mut target = connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
    pour(connection, &mut target)?;
    set_journal(&target, "DELETE")?;
    Ok(())
}

/// A copy in memory, to be looked at.
pub(crate) fn in_memory(connection: &Connection) -> Result<Connection, Failure> {
    let mut target = Connection::open_in_memory()?;
    pour(connection, &mut target)?;
    Ok(target)
}

/// Copies every page as it is at one moment (<https://www.sqlite.org/backup.html>).
fn pour(from: &Connection, to: &mut Connection) -> Result<(), Failure> {
    Backup::new(from, to)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    Ok(())
}

pub(crate) fn set_journal(connection: &Connection, mode: &str) -> Result<String, Failure> {
    Ok(connection
        .pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0))?)
}

/// A connection under the settings that all have.
pub(crate) fn connect(path: &Path, flag: OpenFlags) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | flag;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // Beyond FULL, the folder is synced when a rollback journal is removed, which is what commits an edit there.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Who only looks changes nothing, least of all a file that turns out to be damaged: writers fold the log themselves.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

pub(crate) fn disk(path: &Path, source: std::io::Error) -> Failure {
    let path = path.to_owned();
    if source.kind() == ErrorKind::NotFound {
        Failure::Missing(path)
    } else {
        Failure::Disk { path, source }
    }
}

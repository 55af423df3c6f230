//! The file itself: what may be opened as a project, and the settings under which it is written.
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::Failure;

/// Marks a `SQLite` file as a Kaizu project: “KAIZ”.
const APPLICATION: i64 = 0x4B41_495A;

/// How every `SQLite` file begins.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The schema, one step a version. Only ever added to.
const STEPS: &[M<'_>] = &[M::up(include_str!("sql/migrations/0001_project.sql"))];

/// The schema version that this Kaizu writes.
const KNOWN: i64 = STEPS.len() as i64;

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
    Migrations::from_slice(STEPS).to_latest(&mut connection)?;
    Ok(connection)
}

/// An existing file, known to be a project that this Kaizu understands. It is not written to.
pub(crate) fn open(path: &Path) -> Result<Connection, Failure> {
    let found = path.metadata().map_err(|source| disk(path, source))?;
    if found.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    if found.len() == 0 {
        return Err(Failure::Empty(path.to_owned()));
    }
    let mut start = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut start))
        .map_err(|source| disk(path, source))?;
    if start != MAGIC {
        return Err(Failure::NotAProject(path.to_owned()));
    }
    let mut connection = connect(path, OpenFlags::empty())?;
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let is_ours = number("application_id")? == APPLICATION;
    let found = number("user_version")?;
    if !is_ours || found < 1 {
        return Err(Failure::NotAProject(path.to_owned()));
    }
    if found > KNOWN {
        return Err(Failure::TooNew {
            found,
            known: KNOWN,
        });
    }
    check(&connection)?;
    if found < KNOWN {
        Migrations::from_slice(STEPS).to_latest(&mut connection)?;
    }
    Ok(connection)
}

/// Makes ready for writing: a log beside the file where the place allows it, else the classic journal.
///
/// Only writers do this, so that reading leaves the file as it is.
pub(crate) fn prepare(connection: &Connection) -> Result<(), Failure> {
    if set_journal(connection, "WAL")? != "wal" {
        set_journal(connection, "DELETE")?;
    }
    Ok(())
}

/// Folds the log into the file, so that the file alone is the whole project.
///
/// Where another program has the file open as well, the log stays: whoever closes last folds it.
pub(crate) fn fold(connection: &Connection) -> Result<(), Failure> {
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
    let logs = ["-wal", "-shm", "-journal"].map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
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

/// A complete copy at `path`, where nothing lies yet.
pub(crate) fn copy(connection: &Connection, path: &Path) -> Result<(), Failure> {
    connection.execute("VACUUM INTO ?1", [path.display().to_string()])?;
    Ok(())
}

fn set_journal(connection: &Connection, mode: &str) -> Result<String, Failure> {
    Ok(connection
        .pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0))?)
}

fn connect(path: &Path, flag: OpenFlags) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | flag;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Looks at every page once: a file that was cut off or overwritten is noticed before anything is built on it.
fn check(connection: &Connection) -> Result<(), Failure> {
    let verdict: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(Failure::Damaged(verdict))
    }
}

fn disk(path: &Path, source: std::io::Error) -> Failure {
    let path = path.to_owned();
    if source.kind() == ErrorKind::NotFound {
        Failure::Missing(path)
    } else {
        Failure::Disk { path, source }
    }
}

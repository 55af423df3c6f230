//! Backups: projects as they were when they were opened, each one complete file.
//!
//! They lie in `home/backups`, in one folder a project, which is called after the sum of the project's path and says in
//! `place.json` which path that is. A backup is called after its moment and its revision: `1700000000000-42.kaizu`.
use std::ffi::OsStr;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use crate::journal::{self, Revision};
use crate::{Failure, file, files, library, sums};

/// The folder of all backups.
const BACKUPS: &str = "backups";
/// Says of which project the backups beside it are.
const PLACE: &str = "place.json";
/// No place is longer, in bytes.
const LARGEST_PLACE: u64 = 64 * 1024;
/// A backup that is being written.
const UNFINISHED: &str = "unfinished";
/// Backups that are kept of one project.
const MOST: usize = 10;

/// A project as it was when it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, in milliseconds since 1970.
    pub at: i64,
    /// How many transactions the project had seen.
    pub revision: i64,
    /// Its size.
    pub bytes: u64,
}

/// What is kept of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// Where the project lies, or lay.
    pub of: PathBuf,
    /// Newest first; never empty.
    pub backups: Vec<Backup>,
}

#[derive(Serialize, Deserialize)]
struct Place {
    path: String,
}

/// A whole copy of a project that may become a backup; it goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Draft {
    unfinished: PathBuf,
}

/// Draws a copy of the project at `path`, which is open in `connection`, as it is at one moment. Who writes in it is held up
/// for a moment at most.
pub(crate) fn draw(home: &Path, path: &Path, connection: &Connection) -> Result<Draft, Failure> {
    if is_backup(home, path) {
        return Err(Failure::ReadOnly);
    }
    let folder = folder(home, path);
    library::prepare(&folder)?;
    say_place(&folder, path)?;
    let draft = Draft {
        unfinished: folder.join(UNFINISHED),
    };
    sweep(&draft.unfinished);
    file::copy(connection, &draft.unfinished)?;
    Ok(draft)
}

impl Draft {
    /// The copy, to be looked at.
    pub(crate) fn look(&self) -> Result<Connection, Failure> {
        looked_at(&self.unfinished)
    }

    /// Keeps the copy as a backup of the moment `now_ms`, unless nothing changed since the newest one; the oldest goes.
    pub(crate) fn keep(self, now_ms: i64) -> Result<(), Failure> {
        let folder = self.unfinished.parent().unwrap_or(Path::new(""));
        let copy = self.look()?;
        let newest = within(folder).into_iter().next();
        if newest.is_some_and(|newest| is_same(&newest, &copy)) {
            return Ok(());
        }
        let revision = revision(&copy)?;
        drop(copy);
        // Two of one moment lie beside each other.
        let named = |at: i64| folder.join(format!("{at:013}-{revision}.kaizu"));
        let moments = now_ms..now_ms.saturating_add(MOST as i64);
        let kept = moments.map(named).find(|path| !path.exists());
        let kept = kept.unwrap_or_else(|| named(now_ms));
        fs::rename(&self.unfinished, &kept).map_err(|source| Failure::unwritten(&kept, source))?;
        let others = within(folder)
            .into_iter()
            .filter(|other| other.path != kept);
        for old in others.skip(MOST - 1) {
            // One that somebody looks at goes the next time.
            let _ = fs::remove_file(old.path);
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        sweep(&self.unfinished);
    }
}

/// Keeps a backup of the project at `path`, which is open in `connection`, as it is at the moment `now_ms`. Nothing to do
/// where nothing changed since the newest one.
pub(crate) fn keep(
    home: &Path,
    path: &Path,
    connection: &Connection,
    now_ms: i64,
) -> Result<(), Failure> {
    if is_backup(home, path) {
        return Ok(());
    }
    draw(home, path, connection)?.keep(now_ms)
}

/// Removes what came to no end.
fn sweep(unfinished: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let _ = fs::remove_file(file::beside(unfinished, ending));
    }
}

/// Whether `backup` ends with the same row as the project in `connection`.
fn is_same(backup: &Backup, connection: &Connection) -> bool {
    // Rows of an older schema have no sums: one cannot know.
    let Ok(now) = journal::last(connection) else {
        return false;
    };
    let then = (now.0 == Revision(backup.revision))
        .then(|| looked_at(&backup.path).and_then(|backup| journal::last(&backup)));
    matches!(then, Some(Ok(then)) if then == now)
}

fn looked_at(path: &Path) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// The last row of a project of any schema.
fn revision(connection: &Connection) -> Result<i64, Failure> {
    let sql = "SELECT coalesce(max(revision), 0) FROM journal";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Every backup there is, projects with the newest one first. What cannot be read is passed over.
pub fn list(home: &Path) -> Vec<Backups> {
    let folders = folders(home).into_iter();
    let mut list: Vec<Backups> = folders
        .filter_map(|folder| {
            let of = place(&folder)?;
            let backups = within(&folder);
            (!backups.is_empty()).then_some(Backups { of, backups })
        })
        .collect();
    let newest = |of: &Backups| of.backups.first().map(|backup| backup.at);
    list.sort_by(|one, other| (newest(other), &one.of).cmp(&(newest(one), &other.of)));
    list
}

/// The backups of the project at `path`, newest first.
pub fn of(home: &Path, path: &Path) -> Vec<Backup> {
    within(&folder(home, path))
}

/// Whether the file at `path` lies among the backups.
pub fn is_backup(home: &Path, path: &Path) -> bool {
    library::is_within(path, &home.join(BACKUPS))
}

/// Removes one backup. Anything else is refused.
pub fn remove(home: &Path, backup: &Path) -> Result<(), Failure> {
    if let Err(source) = backup.symlink_metadata() {
        return Err(file::disk(backup, source));
    }
    if !is_backup(home, backup) || named(backup).is_none() {
        let source = Error::from(ErrorKind::PermissionDenied);
        return Err(Failure::unwritten(backup, source));
    }
    delete(backup)
}

/// Removes all backups of the project at `path`.
pub fn clear(home: &Path, path: &Path) -> Result<(), Failure> {
    clear_folder(&folder(home, path))
}

/// Removes all backups of all projects.
pub fn clear_all(home: &Path) -> Result<(), Failure> {
    folders(home).iter().try_for_each(|of| clear_folder(of))
}

/// Lets the backups follow the project that lay at `from` and lies at `to` now. Those of what lay there before stay.
pub fn moved(home: &Path, from: &Path, to: &Path) -> Result<(), Failure> {
    let (old, new) = (folder(home, from), folder(home, to));
    if old == new || !old.is_dir() {
        return Ok(());
    }
    library::prepare(&new)?;
    say_place(&new, to)?;
    for backup in within(&old) {
        let path = new.join(backup.path.file_name().unwrap_or_default());
        fs::rename(&backup.path, &path).map_err(|source| Failure::unwritten(&path, source))?;
    }
    clear_folder(&old)
}

/// The folder of the backups of the project at `path`.
fn folder(home: &Path, path: &Path) -> PathBuf {
    let sum = sums::path(&library::real(path));
    home.join(BACKUPS).join(format!("{sum:016x}"))
}

/// The folders of all projects.
fn folders(home: &Path) -> Vec<PathBuf> {
    let is_ours = |path: &Path| {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        name.len() == 16 && name.chars().all(|c| c.is_ascii_hexdigit())
    };
    let entries = fs::read_dir(home.join(BACKUPS)).into_iter().flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    paths.filter(|path| is_ours(path)).collect()
}

/// The backups in `folder`, newest first; none where it cannot be read.
fn within(folder: &Path) -> Vec<Backup> {
    let paths = library::list(folder).into_iter();
    let mut backups: Vec<Backup> = paths
        .filter_map(|path| {
            let (at, revision) = named(&path)?;
            Some(Backup {
                at,
                revision,
                bytes: path.metadata().ok()?.len(),
                path,
            })
        })
        .collect();
    backups.sort_by_key(|backup| std::cmp::Reverse((backup.at, backup.revision)));
    backups
}

/// The moment and the revision that the name of a backup says.
fn named(path: &Path) -> Option<(i64, i64)> {
    let name = path.file_name()?.to_str()?.strip_suffix(".kaizu")?;
    let (at, revision) = name.split_once('-')?;
    Some((at.parse().ok()?, revision.parse().ok()?))
}

fn place(folder: &Path) -> Option<PathBuf> {
    let bytes = files::read(&folder.join(PLACE), LARGEST_PLACE).ok()?;
    let place: Place = serde_json::from_slice(&bytes).ok()?;
    Some(place.path.into())
}

/// Writes down that the backups in `folder` are of the project at `path`, unless that is known.
fn say_place(folder: &Path, path: &Path) -> Result<(), Failure> {
    let path = library::real(path).to_string_lossy().into_owned();
    if place(folder).as_deref() == Some(Path::new(&path)) {
        return Ok(());
    }
    files::write(&folder.join(PLACE), &serde_json::to_vec(&Place { path })?)
}

/// Removes what is ours in `folder`, and the folder itself where nothing else is in it.
fn clear_folder(folder: &Path) -> Result<(), Failure> {
    for backup in within(folder) {
        delete(&backup.path)?;
    }
    sweep(&folder.join(UNFINISHED));
    let _ = fs::remove_file(folder.join(PLACE));
    let _ = fs::remove_dir(folder);
    Ok(())
}

fn delete(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|source| Failure::unwritten(path, source))
}

#[cfg(test)]
mod tests;

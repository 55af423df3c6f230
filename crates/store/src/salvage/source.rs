//! Copies of the damaged file through which `SQLite` may be able to read it.
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use kaizu_model::Document;
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::{Failure, Store, file};

/// Where the head of a file says how long its pages are, in two bytes.
const PAGE_SIZE: usize = 16;
/// Where it says how many pages there are; where it says 0 they are counted (<https://www.sqlite.org/fileformat.html>).
const PAGES: std::ops::Range<usize> = 28..32;

/// A copy that can be opened.
pub(super) struct Source {
    pub(super) connection: Connection,
    /// The folder of a copy of its own.
    _scratch: Option<TempDir>,
}

/// The copy at `copy` of the damaged file at `path` as it is, and one with a new first page.
///
/// Without its first page `SQLite` cannot find anything in a file, while all its other pages may be whole. That page is the
/// same in all projects except for a few numbers: the tables lie where the schema puts them in an empty file. What is read
/// through a page that does not belong there has no right sum.
pub(super) fn all(path: &Path, copy: &Path) -> Vec<Source> {
    let as_it_is = file::connect(copy, OpenFlags::empty()).map(|connection| Source {
        connection,
        _scratch: None,
    });
    [as_it_is, with_new_head(path)]
        .into_iter()
        .flatten()
        .collect()
}

fn with_new_head(path: &Path) -> Result<Source, Failure> {
    let (folder, copy) = file::copied_to_scratch(path)?;
    let head = head(folder.path())?;
    let unwritten = |source| Failure::unwritten(&copy, source);
    let mut target = OpenOptions::new()
        .write(true)
        .open(&copy)
        .map_err(unwritten)?;
    target
        .seek(SeekFrom::Start(0))
        .and_then(|_| target.write_all(&head))
        .map_err(unwritten)?;
    drop(target);
    Ok(Source {
        connection: file::connect(&copy, OpenFlags::empty())?,
        _scratch: Some(folder),
    })
}

/// The first page of a new project, made in `folder`.
fn head(folder: &Path) -> Result<Vec<u8>, Failure> {
    let path = folder.join("new.kaizu");
    Store::create(&path, &Document::default(), "")?.close()?;
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .map_err(|source| file::disk(&path, source))?;
    if let Some(pages) = bytes.get_mut(PAGES) {
        pages.fill(0);
    }
    let size = |at: usize| bytes.get(at).copied().map_or(0, usize::from);
    bytes.truncate(size(PAGE_SIZE) * 256 + size(PAGE_SIZE + 1));
    Ok(bytes)
}

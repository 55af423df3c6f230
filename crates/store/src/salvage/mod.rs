//! A new project from what can be read of a damaged one.
//!
//! A row counts only where its sum says that it is as it was written (a file of the first schema has no sums: there a row
//! counts that makes sense). What the rows of the project lack is made up from the last whole snapshot and the rows of the
//! journal behind it. Where these reach the end without a gap, that is the project as it was, and nothing is missing;
//! else a record that only they know is an older state of it, and is named as such.
//!
//! Of the journal the longest end is carried over that leads back, row by row, from the salvaged project, and in which
//! nothing is undone that was done before it. Its rows are numbered anew. Rows before a gap are left: what undo would do
//! beyond the gap is not known.
mod found;
mod past;
mod rebuilt;
mod source;
mod tail;

use std::path::Path;

use kaizu_model::RecordId;

use crate::{Failure, Revision, Store};

/// What was saved of a damaged project, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// Records of the new project.
    pub records: usize,
    /// Rows of the journal that were carried over.
    pub edits: usize,
    /// What is not as it was, or not there. Empty where everything is.
    pub missing: Vec<Missing>,
}

/// Something that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A record that is lost altogether.
    Record(RecordId),
    /// A record of which the newest state is lost: an older one was found. It may be the same.
    Older(RecordId),
    /// A record that was found and left out, for it means nothing without what is lost.
    Dependent {
        /// Which one.
        id: RecordId,
        /// What people called it, where it had a name.
        name: Option<String>,
    },
    /// A mention of a lost record, dropped from a record that lives without it.
    Reference {
        /// The record that is there.
        of: RecordId,
        /// The record that it mentioned.
        to: RecordId,
    },
    /// Records of which nothing is known: a place where records stood cannot be read.
    Unknown,
    /// Rows of the journal, numbered as in the damaged file.
    History {
        /// The first one.
        from: Revision,
        /// The last one; none where the end of the journal is lost as well.
        to: Option<Revision>,
    },
    /// The name of a moment that is lost with its row.
    Moment(String),
}

/// Makes a new project at `into`, where nothing lies, from what can be read of the damaged one at `path`, which stays as it
/// is. `application` is the program that does it, at the moment `now_ms` (milliseconds since 1970).
///
/// Fails as [`Store::open`] does where nothing can be read.
pub fn salvage(
    path: &Path,
    into: &Path,
    application: &str,
    now_ms: i64,
) -> Result<Salvaged, Failure> {
    if path.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    if into.exists() {
        return Err(Failure::AlreadyThere(into.to_owned()));
    }
    let (_scratch, copy) = crate::file::copied_to_scratch(path)?;
    // A project that opens is made anew as well: in pages of which nobody complained something may be wrong all the same.
    let failure = Store::open(&copy).err();
    let is_hopeless = matches!(
        failure,
        Some(Failure::TooNew { .. } | Failure::Empty(_) | Failure::Full(_) | Failure::Disk { .. })
    );
    if is_hopeless && let Some(failure) = failure {
        return Err(about(path, failure));
    }
    let sources = source::all(path, &copy);
    let mut found = found::Found::default();
    for source in &sources {
        found.read(&source.connection);
    }
    let past = past::Past::of(&found);
    for source in &sources {
        found.look_up(&source.connection, &past);
    }
    let rebuilt = rebuilt::rebuild(&found, past);
    if rebuilt.document.records().next().is_none()
        && let Some(failure) = failure
    {
        return Err(about(path, failure));
    }
    tail::write(into, rebuilt, &found, (application, now_ms))
}

/// A failure of a copy, said of the file at `path`.
fn about(path: &Path, failure: Failure) -> Failure {
    let path = path.to_owned();
    if let Failure::NotAProject(_) = failure {
        Failure::NotAProject(path)
    } else if let Failure::Empty(_) = failure {
        Failure::Empty(path)
    } else {
        failure
    }
}

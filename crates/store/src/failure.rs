//! Why a project file could not be opened or written.
use std::path::{Path, PathBuf};

use kaizu_model::RecordId;

use crate::hold::Holder;

/// What the world said no to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nothing lies there.
    #[error("there is no file “{}”", .0.display())]
    Missing(PathBuf),
    /// A new project would replace something.
    #[error("“{}” is there already", .0.display())]
    AlreadyThere(PathBuf),
    /// A folder lies there.
    #[error("“{}” is a folder", .0.display())]
    Folder(PathBuf),
    /// A file without content.
    #[error("“{}” is empty", .0.display())]
    Empty(PathBuf),
    /// A file of another program.
    #[error("“{}” is not a Kaizu project", .0.display())]
    NotAProject(PathBuf),
    /// A project written by a later Kaizu.
    #[error("the project has format {found}, and this Kaizu knows formats up to {known}")]
    TooNew {
        /// The format of the file.
        found: i64,
        /// The latest one that is known.
        known: i64,
    },
    /// A project of which a part is lost or makes no sense.
    #[error("the project file is damaged: {0}")]
    Damaged(String),
    /// The file may not be written.
    #[error("the project file cannot be written")]
    ReadOnly,
    /// No room is left where the file lies.
    #[error("the disk is full")]
    Full(#[source] rusqlite::Error),
    /// The file is out of reach: the stick was pulled out, the share is gone, the disk fails.
    #[error("the project file is out of reach")]
    Unreachable(#[source] rusqlite::Error),
    /// The file is no longer where it was opened, or another one lies there.
    #[error("“{}” is no longer where it was", .0.display())]
    Gone(PathBuf),
    /// What was left by a program that died could not be looked at yet.
    #[error("the project file could not be looked at")]
    Unchecked,
    /// Somebody else has it open to write in it.
    #[error("{0} has the project file open")]
    Held(Holder),
    /// Another program is writing to it at this moment.
    #[error("another program is using the project file")]
    Busy(#[source] rusqlite::Error),
    /// Another program has changed it since it was opened.
    #[error("another program has changed the project file")]
    ChangedElsewhere,
    /// The change starts from another state of a record than the one in the file.
    #[error("the change starts from another state of {0}")]
    OutOfStep(RecordId),
    /// What was erased is in the project no more, but the disk may still hold remains of it.
    #[error("what was erased may still be found in the file by those who search the disk")]
    Remains(#[source] Box<Failure>),
    /// A file of a size that nothing Kaizu reads has.
    #[error("“{}” is too large", .0.display())]
    TooLarge(PathBuf),
    /// The disk took nothing.
    #[error("“{}” cannot be written", .path.display())]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: std::io::Error,
    },
    /// The disk said no.
    #[error("“{}” cannot be read", .path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What it said.
        source: std::io::Error,
    },
    /// The schema could not be brought up to date.
    #[error("the project file cannot be brought up to date")]
    Migration(#[from] rusqlite_migration::Error),
    /// A record could not be written as text.
    #[error("a record cannot be written")]
    Unwritable(#[from] serde_json::Error),
    /// The database said no.
    #[error("the project file cannot be used")]
    Database(#[source] rusqlite::Error),
}

impl Failure {
    /// Another program reads or writes at this moment.
    pub(crate) fn busy() -> Self {
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Self::Busy(rusqlite::Error::SqliteFailure(busy, None))
    }

    /// The disk took nothing at `path`.
    pub(crate) fn unwritten(path: &Path, source: std::io::Error) -> Self {
        Self::Unwritten {
            path: path.to_owned(),
            source,
        }
    }

    /// Who has the file open, where somebody has.
    pub fn holder(&self) -> Option<&Holder> {
        if let Self::Held(holder) = self {
            Some(holder)
        } else {
            None
        }
    }

    /// Whether one does not know how much of what was to be written is on the disk.
    pub(crate) fn leaves_doubt(&self) -> bool {
        matches!(
            self,
            Self::Full(_) | Self::Unreachable(_) | Self::Database(_)
        )
    }

    /// The file it is about, where it is about one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing(path)
            | Self::AlreadyThere(path)
            | Self::Folder(path)
            | Self::Empty(path)
            | Self::NotAProject(path)
            | Self::Gone(path)
            | Self::TooLarge(path)
            | Self::Unwritten { path, .. }
            | Self::Disk { path, .. } => Some(path),
            Self::TooNew { .. }
            | Self::Damaged(_)
            | Self::ReadOnly
            | Self::Unchecked
            | Self::Full(_)
            | Self::Unreachable(_)
            | Self::Held(_)
            | Self::Busy(_)
            | Self::ChangedElsewhere
            | Self::OutOfStep(_)
            | Self::Remains(_)
            | Self::Migration(_)
            | Self::Unwritable(_)
            | Self::Database(_) => None,
        }
    }

    /// A stable name for front ends to branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "no-such-file",
            Self::AlreadyThere(_) => "file-exists",
            Self::Folder(_) => "is-a-folder",
            Self::Empty(_) => "empty-file",
            Self::NotAProject(_) => "not-a-project",
            Self::TooNew { .. } => "too-new",
            Self::Damaged(_) => "damaged",
            Self::ReadOnly => "read-only",
            Self::Full(_) => "disk-full",
            Self::Unreachable(_) => "out-of-reach",
            Self::Gone(_) => "file-gone",
            Self::Unchecked => "unchecked",
            Self::Held(_) => "held",
            Self::Busy(_) => "busy",
            Self::ChangedElsewhere => "changed-elsewhere",
            Self::OutOfStep(_) => "out-of-step",
            Self::Remains(_) => "remains",
            Self::TooLarge(_) => "too-large",
            Self::Unwritten { .. } => "unwritten",
            Self::Disk { .. } => "disk",
            Self::Migration(_) => "migration",
            Self::Unwritable(_) => "unwritable",
            Self::Database(_) => "database",
        }
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let code = error.sqlite_error_code();
        if let Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) = code {
            Self::Busy(error)
        } else if let Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) = code {
            Self::ReadOnly
        } else if let Some(ErrorCode::DiskFull) = code {
            Self::Full(error)
        } else if matches!(
            code,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen)
        ) && !ends_early(&error)
        {
            Self::Unreachable(error)
        } else if matches!(
            code,
            // The last one is a table that is not there: what is asked is always the same.
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown)
        ) || holds_nonsense(&error)
            || ends_early(&error)
        {
            Self::Damaged(error.to_string())
        } else {
            Self::Database(error)
        }
    }
}

/// Whether a row is not there, or a value in it is none that Kaizu ever wrote.
fn holds_nonsense(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::Utf8Error(..)
    )
}

/// Whether the disk gave all that there is, and there should be more.
fn ends_early(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|found| found.extended_code);
    code == Some(rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi::{Error, SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ};

    use super::*;

    #[test]
    fn a_file_that_ends_early_is_damaged_and_a_disk_that_fails_is_out_of_reach() {
        let said = |code| {
            let error = rusqlite::Error::SqliteFailure(Error::new(code), None);
            Failure::from(error).code()
        };
        assert_eq!(said(SQLITE_IOERR_SHORT_READ), "damaged");
        assert_eq!(said(SQLITE_IOERR_READ), "out-of-reach");
    }
}

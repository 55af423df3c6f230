//! Why a file could not be read or written at all.
use kaizu_model::{OutOfRange, Refusal};

/// Why a file could not be read or written at all. Each names the place.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// Not a text.
    #[error("the file is not UTF-8 text")]
    NotText(#[from] std::str::Utf8Error),
    /// Not the syntax of its format.
    #[error("the file is not well-formed: {0}")]
    Syntax(#[from] serde_json::Error),
    /// Another form than the one expected.
    #[error("“format” is “{0}”, not “kaizu-process/1”")]
    WrongFormat(String),
    /// A key without which nothing can be read.
    #[error("“{0}” is missing")]
    Missing(String),
    /// A value of another type.
    #[error("“{at}” is not {expected}")]
    WrongType {
        /// The path of the value.
        at: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A number outside its range.
    #[error("“{at}” is out of range: {source}")]
    OutOfRange {
        /// The path of the number.
        at: String,
        /// Which range it leaves.
        source: OutOfRange,
    },
    /// A name that nothing bears.
    #[error("“{at}” names “{name}”, which is not in the file")]
    UnknownReference {
        /// The path of the name.
        at: String,
        /// The name.
        name: String,
    },
    /// An id that two things bear.
    #[error("“{at}” is “{name}”, as is another one before it")]
    Duplicate {
        /// The path of the second one.
        at: String,
        /// The id.
        name: String,
    },
    /// What was to be written is not there.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl Failure {
    /// A stable name for front ends to branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty-file",
            Self::NotText(_) => "not-text",
            Self::Syntax(_) => "not-well-formed",
            Self::WrongFormat(_) => "wrong-format",
            // What does not even say what it is was never a process.
            Self::Missing(at) if at == "format" => "wrong-format",
            Self::Missing(_) => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::OutOfRange { .. } => "out-of-range",
            Self::UnknownReference { .. } => "unknown-reference",
            Self::Duplicate { .. } => "duplicate-id",
            Self::Refused(refusal) => refusal.code(),
        }
    }

    /// The path in the file, where it is known.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::WrongFormat(_) => Some("format"),
            Self::Missing(at)
            | Self::WrongType { at, .. }
            | Self::OutOfRange { at, .. }
            | Self::UnknownReference { at, .. }
            | Self::Duplicate { at, .. } => Some(at),
            Self::Empty | Self::NotText(_) | Self::Syntax(_) | Self::Refused(_) => None,
        }
    }

    /// Line and column, counted from 1, where they are known.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        if let Self::Syntax(why) = self {
            Some((why.line(), why.column())).filter(|(line, _)| *line > 0)
        } else {
            None
        }
    }
}

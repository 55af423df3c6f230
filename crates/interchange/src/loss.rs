//! What could not be carried over. Never an error: the rest was, and people are told.

/// Why a part was not carried over as it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossKind {
    /// The file has a key that Kaizu does not know.
    UnknownKey,
    /// The word is not in the vocabulary of its key.
    UnknownWord,
    /// The reference leads to nothing.
    UnknownReference,
    /// The other side has no place for it.
    NoPlace,
    /// The file does not say it and it cannot stay open, so that the usual was assumed.
    Assumed,
    /// Two things bear one id, so that one of them got another.
    Renamed,
    /// The file holds one flow, and this is not part of it.
    OtherFlow,
}

impl LossKind {
    /// A stable name for front ends to branch on.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownKey => "unknown-key",
            Self::UnknownWord => "unknown-word",
            Self::UnknownReference => "unknown-reference",
            Self::NoPlace => "no-place",
            Self::Assumed => "assumed",
            Self::Renamed => "renamed",
            Self::OtherFlow => "other-flow",
        }
    }
}

/// One part that was not carried over as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Why.
    pub what: LossKind,
    /// Where: the path in the file that was read (`nodes[3].minutes`), or the id and attribute that were not written
    /// (`A16.note`).
    pub at: String,
    /// What stood there, shortened.
    pub detail: String,
    /// Whether something of it lives on.
    pub kept: bool,
}

/// So much of a value is quoted.
const QUOTED: usize = 80;

impl Loss {
    /// Something that is gone.
    pub(crate) fn dropped(
        what: LossKind,
        at: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            what,
            at: at.into(),
            detail: shortened(detail.into()),
            kept: false,
        }
    }

    /// Something that lives on in another form.
    pub(crate) fn kept(what: LossKind, at: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            kept: true,
            ..Self::dropped(what, at, detail)
        }
    }
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}

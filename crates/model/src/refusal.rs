//! Why a command was not done.
use crate::{NotAnId, RecordId};

/// A reason a person can act on. Each names the record it is about.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The thing to change is not in the document.
    #[error("{0} is not in this project")]
    NoSuchRecord(RecordId),
    /// The thing to create is there already.
    #[error("{0} is in this project already")]
    AlreadyThere(RecordId),
    /// A record stands under an id of another kind.
    #[error("{0} cannot hold a record of another kind")]
    WrongKind(RecordId),
    /// A name has no visible character.
    #[error("the name of {0} has no visible character")]
    EmptyName(RecordId),
    /// The record has no name.
    #[error("{0} has no name to change")]
    Nameless(RecordId),
    /// Something in use cannot go.
    #[error("{0} is still in use by {1}")]
    InUse(RecordId, RecordId),
    /// Two records that belong together lie in different flows.
    #[error("{0} and {1} are not in the same flow")]
    AcrossFlows(RecordId, RecordId),
    /// An arrow would lead from a thing to itself.
    #[error("an arrow cannot lead from {0} to itself")]
    SelfLoop(RecordId),
    /// The two are joined by an arrow already.
    #[error("{0} already leads to {1}")]
    AlreadyConnected(RecordId, RecordId),
    /// The two steps do not follow each other directly.
    #[error("{0} is not followed by {1} alone")]
    NotAdjacent(RecordId, RecordId),
    /// A record cannot be placed beside itself or among other kinds.
    #[error("{0} cannot be placed beside {1}")]
    NotSiblings(RecordId, RecordId),
    /// No such attribute.
    #[error("{0} has no attribute “{1}”")]
    NoSuchAttribute(RecordId, String),
    /// The attribute does not take that value.
    #[error("“{1}” of {0} does not take this value: {2}")]
    WrongValue(RecordId, String, String),
    /// The text names no record.
    #[error(transparent)]
    NotAnId(#[from] NotAnId),
}

impl Refusal {
    /// A stable name for front ends to branch on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchRecord(_) => "no-such-record",
            Self::AlreadyThere(_) => "already-there",
            Self::WrongKind(_) => "wrong-kind",
            Self::EmptyName(_) => "empty-name",
            Self::Nameless(_) => "nameless",
            Self::InUse(..) => "in-use",
            Self::AcrossFlows(..) => "across-flows",
            Self::SelfLoop(_) => "self-loop",
            Self::AlreadyConnected(..) => "already-connected",
            Self::NotAdjacent(..) => "not-adjacent",
            Self::NotSiblings(..) => "not-siblings",
            Self::NoSuchAttribute(..) => "no-such-attribute",
            Self::WrongValue(..) => "wrong-value",
            Self::NotAnId(_) => "not-an-id",
        }
    }

    /// The record it is about.
    pub fn at(&self) -> Option<RecordId> {
        match self {
            Self::NoSuchRecord(id)
            | Self::AlreadyThere(id)
            | Self::WrongKind(id)
            | Self::EmptyName(id)
            | Self::Nameless(id)
            | Self::InUse(id, _)
            | Self::AcrossFlows(id, _)
            | Self::SelfLoop(id)
            | Self::AlreadyConnected(id, _)
            | Self::NotAdjacent(id, _)
            | Self::NotSiblings(id, _)
            | Self::NoSuchAttribute(id, _)
            | Self::WrongValue(id, ..) => Some(*id),
            Self::NotAnId(_) => None,
        }
    }
}

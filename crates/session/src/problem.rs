//! The only shape in which an error leaves Rust: what happened, to which thing, what to do.
use std::fmt;

use kaizu_model::{Document, NodeId, RecordId, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::Words;

/// Where a problem lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct At {
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The record, or the place in a structured file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Which of the cells that were to be written, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<usize>,
}

/// An error as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// Stable, kebab-case; front ends branch on it.
    pub code: String,
    /// What happened, to which thing.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Where.
    pub at: At,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Problem {
    /// The problem `code`, with the catalogue's sentences `problem-CODE` and `problem-CODE-hint`.
    pub fn new(words: &Words, code: &str, values: &[(&str, String)]) -> Self {
        Self {
            code: code.to_owned(),
            message: words.tell(&format!("problem-{code}"), values),
            hint: words.tell(&format!("problem-{code}-hint"), values),
            at: At::default(),
        }
    }

    /// The problem, found in `file`.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.at.file = Some(file.to_owned());
        self
    }

    /// The problem, at a line and column.
    #[must_use]
    pub fn at_line(mut self, line: usize, column: usize) -> Self {
        self.at.line = Some(line);
        self.at.column = Some(column);
        self
    }

    /// The problem, about `id`.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.at.id = Some(id.into());
        self
    }

    /// The problem, in one of the cells that were to be written.
    #[must_use]
    pub fn in_cell(mut self, cell: usize) -> Self {
        self.at.cell = Some(cell);
        self
    }

    /// A refusal of the model.
    pub fn refused(words: &Words, document: &Document, refusal: &Refusal) -> Self {
        let called = |id: RecordId| called(document, id);
        let values = [
            ("id", refusal.at().map(called).unwrap_or_default()),
            ("other", other(refusal).map(called).unwrap_or_default()),
            ("attribute", attribute(refusal)),
        ];
        let problem = Self::new(words, refusal.code(), &values);
        match refusal.at() {
            Some(id) => problem.about(id.to_string()),
            None => problem,
        }
    }
}

/// What people call a record: its name, else its key, else its id.
pub(crate) fn called(document: &Document, id: RecordId) -> String {
    let name = document
        .record(id)
        .and_then(kaizu_model::Record::name)
        .filter(|name| !name.trim().is_empty());
    let key = NodeId::try_from(id)
        .ok()
        .and_then(|id| document.node(id).ok())
        .and_then(|node| node.key);
    name.or(key)
        .map_or_else(|| id.to_string(), ToOwned::to_owned)
}

fn other(refusal: &Refusal) -> Option<RecordId> {
    match refusal {
        Refusal::InUse(_, other)
        | Refusal::AcrossFlows(_, other)
        | Refusal::AlreadyConnected(_, other)
        | Refusal::NotAdjacent(_, other)
        | Refusal::NotSiblings(_, other) => Some(*other),
        Refusal::NoSuchRecord(_)
        | Refusal::AlreadyThere(_)
        | Refusal::WrongKind(_)
        | Refusal::EmptyName(_)
        | Refusal::Nameless(_)
        | Refusal::SelfLoop(_)
        | Refusal::NoSuchAttribute(..)
        | Refusal::WrongValue(..)
        | Refusal::NotAnId(_) => None,
    }
}

fn attribute(refusal: &Refusal) -> String {
    if let Refusal::NoSuchAttribute(_, name) | Refusal::WrongValue(_, name, _) = refusal {
        name.clone()
    } else if let Refusal::NotAnId(text) = refusal {
        text.0.clone()
    } else {
        String::new()
    }
}

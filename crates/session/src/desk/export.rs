//! A flow, a comparison or the project as the bytes of a file.
use kaizu_model::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ExportCall", optional_fields)]
pub struct Export {
    /// How the name of the file ends: what it is.
    pub ending: String,
    /// What is exported.
    #[serde(default)]
    pub what: What,
    /// The flow; the one that is looked at where none is named.
    #[serde(default)]
    pub flow: Option<RecordId>,
    /// The sheet of a PDF.
    #[serde(default)]
    pub page: Option<String>,
}

/// What is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// One flow; the whole project where the form is one of projects.
    #[default]
    Flow,
    /// A better flow and today's, one above the other.
    Compare,
}

/// A file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// What it could be called.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its bytes.
    pub base64: String,
}

impl Ask for Export {
    type Answer = Exported;

    fn answer(self, desk: &Desk) -> Result<Exported, Problem> {
        Err(desk.not_yet())
    }
}

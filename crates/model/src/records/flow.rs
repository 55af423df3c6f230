//! A flow (業務フロー): one drawn graph of a process, as it is or as it could be.
use serde::{Deserialize, Serialize};

use super::{Follow, Refers};
use crate::{FlowId, ProcessId, Variant};

/// A flow (業務フロー): one drawn graph of a process, as it is or as it could be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The process it shows.
    pub process: ProcessId,
    /// What people call it.
    pub name: String,
    /// Today's work or a better one.
    pub variant: Variant,
    /// The flow it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_from: Option<FlowId>,
    /// Which version of it this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How far it has come: a draft, agreed, in force, or in people's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Flow {
    /// A flow without anything in it.
    pub fn new(process: ProcessId, variant: Variant, name: impl Into<String>) -> Self {
        Self {
            process,
            name: name.into(),
            variant,
            made_from: None,
            version: None,
            status: None,
            note: None,
        }
    }
}

impl Refers for Flow {
    fn refer(&mut self, follow: Follow) -> bool {
        super::may(&mut self.made_from, follow);
        super::needs(&mut self.process, follow)
    }
}

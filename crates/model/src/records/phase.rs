//! A phase (工程): a part of the work, drawn as a column with a heading.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{FlowId, Rank};

/// A phase (工程): a part of the work, drawn as a column with a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Phase {
    /// The flow it is part of.
    pub flow: FlowId,
    /// Where it stands from left to right.
    pub rank: Rank,
    /// What a file calls it, where that is not the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
}

impl Phase {
    /// A phase.
    pub fn new(flow: FlowId, rank: Rank, name: impl Into<String>) -> Self {
        Self {
            flow,
            rank,
            key: None,
            name: name.into(),
        }
    }
}

impl Refers for Phase {
    fn refer(&mut self, follow: Follow) -> bool {
        super::needs(&mut self.flow, follow)
    }
}

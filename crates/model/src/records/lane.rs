//! A lane (担当): who does the steps in it.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{FlowId, LaneKind, Quantity, Rank, Yen};

/// A lane (担当): who does the steps in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Lane {
    /// The flow it is part of.
    pub flow: FlowId,
    /// Where it stands from top to bottom.
    pub rank: Rank,
    /// What a file calls it, where that is not the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people call it.
    pub name: String,
    /// What kind of party it is.
    pub kind: LaneKind,
    /// The section it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Building and floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// People available for this work, in full-time equivalents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount: Option<Quantity>,
    /// The pool of people that several lanes share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<String>,
    /// Cost of an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yen_per_hour: Option<Yen>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

impl Lane {
    /// A lane of which only name and kind are known.
    pub fn new(flow: FlowId, rank: Rank, kind: LaneKind, name: impl Into<String>) -> Self {
        Self {
            flow,
            rank,
            key: None,
            name: name.into(),
            kind,
            section: None,
            location: None,
            headcount: None,
            pool: None,
            yen_per_hour: None,
            hours: None,
        }
    }
}

impl Refers for Lane {
    fn refer(&mut self, follow: Follow) -> bool {
        super::needs(&mut self.flow, follow)
    }
}

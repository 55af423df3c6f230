//! A flow (業務フロー): one drawn graph of a process, as it is or as it could be.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{
    Authority, Cost, Document, FlowId, Outlook, Package, ProcessId, Variant, content_mark,
};

/// A flow (業務フロー): one drawn graph of a process, as it is or as it could be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
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
    /// How it was composed, where it is a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composed: Option<Composed>,
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
            composed: None,
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

/// What a proposal was composed with, so that it can be composed again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Composed {
    /// How far it may go.
    pub package: Package,
    /// Which end of the assumptions counts.
    #[serde(default)]
    pub outlook: Outlook,
    /// Assumptions of the city's own, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, f64>,
    /// What people allow of that.
    #[serde(default, skip_serializing_if = "Limits::is_open")]
    #[ts(optional, as = "Option<Limits>")]
    pub limits: Limits,
    /// Marks what it was composed from: see [`crate::content_mark`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from_mark: String,
    /// Marks what was composed: another mark tells that people edited it since.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
}

/// What people allow of what a package would do; nothing said is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Limits {
    /// Who may have to agree at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// What a change may cost at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// How many changes may be made at once: people get used to a few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<u32>,
}

impl Limits {
    /// Whether nothing is limited.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a change that needs `authority` and costs `cost` is within them.
    pub fn allow(&self, authority: Authority, cost: Cost) -> bool {
        self.authority.is_none_or(|most| authority <= most)
            && self.cost.is_none_or(|most| cost <= most)
    }
}

impl Composed {
    /// The same, where `document` holds what was composed as `flow`.
    #[must_use]
    pub fn marking(self, document: &Document, flow: FlowId) -> Self {
        Self {
            mark: content_mark(document, flow),
            ..self
        }
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "a vocabulary derives the same for all"
)]
impl Default for Package {
    fn default() -> Self {
        Self::Free
    }
}

impl Package {
    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Rules => "rules",
            Self::Free => "free",
        }
    }

    /// Whether a change that needs `authority` and costs `cost` belongs to it.
    pub fn allows(self, authority: Authority, cost: Cost) -> bool {
        match self {
            Self::Fast => authority <= Authority::Section && cost <= Cost::Low,
            Self::Rules => authority <= Authority::Mayor && cost <= Cost::Middle,
            Self::Free => authority <= Authority::Assembly,
        }
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "a vocabulary derives the same for all"
)]
impl Default for Outlook {
    fn default() -> Self {
        Self::Likely
    }
}

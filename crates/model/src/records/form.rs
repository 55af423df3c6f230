//! A form or document type: which items stand on it.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{ItemId, ProcessId, Quantity, SealKind};

/// A form or document type: which items stand on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Form {
    /// The process it is part of.
    pub process: ProcessId,
    /// What people call it.
    pub name: String,
    /// What stands on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub items: Vec<ItemId>,
    /// Copies made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Quantity>,
    /// What must be attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub attachments: Vec<ItemId>,
    /// Seals it bears.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub seals: Vec<SealKind>,
    /// How long it must be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_years: Option<Quantity>,
}

impl Refers for Form {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.items, follow);
        super::each(&mut self.attachments, follow);
        super::needs(&mut self.process, follow)
    }
}

//! A store: a ledger, spreadsheet or system that keeps items.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{ItemId, ProcessId, StoreKind};

/// A store: a ledger, spreadsheet or system that keeps items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Store {
    /// The process it is part of.
    pub process: ProcessId,
    /// What steps call it.
    pub name: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<StoreKind>,
    /// The section that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Items of which it holds the right value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub authoritative_for: Vec<ItemId>,
}

impl Refers for Store {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.authoritative_for, follow);
        super::needs(&mut self.process, follow)
    }
}

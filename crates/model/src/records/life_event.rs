//! Something in a life that sets several processes off, such as moving in.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::ProcessId;

/// Something in a life that sets several processes off, such as moving in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LifeEvent {
    /// What people call it.
    pub name: String,
    /// What sets it off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<String>,
    /// The processes, in the order in which a resident meets them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub processes: Vec<ProcessId>,
}

impl Refers for LifeEvent {
    fn refer(&mut self, follow: Follow) -> bool {
        super::each(&mut self.processes, follow);
        true
    }
}

//! A person who takes part in the project.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};

/// A person who takes part in the project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Person {
    /// The name, or a pen name.
    pub name: String,
    /// Where the person works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// 発案, 担当, 決裁, DX推進.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<_>")]
    pub roles: Vec<String>,
}

impl Refers for Person {
    fn refer(&mut self, follow: Follow) -> bool {
        let _ = follow;
        true
    }
}

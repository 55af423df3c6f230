//! A data item or document that steps read and write.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follow, Refers};
use crate::{ItemClass, ProcessId, Source};

/// A data item or document that steps read and write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "DataItem")]
pub struct Item {
    /// The process it is part of.
    pub process: ProcessId,
    /// What people call it; unique within the process.
    pub name: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ItemClass>,
    /// Whether the city already holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_known_to_city: Option<bool>,
    /// Where the right value is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Whether it is personal information.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_personal: Option<bool>,
    /// Whether it is personal information with an individual number in it (特定個人情報).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_specific_personal: Option<bool>,
    /// Who gets it, where it is a required output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
}

impl Item {
    /// An item of which only the name is known.
    pub fn new(process: ProcessId, name: impl Into<String>) -> Self {
        Self {
            process,
            name: name.into(),
            class: None,
            is_known_to_city: None,
            source: None,
            is_personal: None,
            is_specific_personal: None,
            recipient: None,
        }
    }
}

impl Refers for Item {
    fn refer(&mut self, follow: Follow) -> bool {
        super::needs(&mut self.process, follow)
    }
}

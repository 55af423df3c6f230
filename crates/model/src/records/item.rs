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

    /// Whether the city holds it, as recorded: said so, or kept in a register that the city may look into.
    pub fn is_held_by_city(&self) -> bool {
        let is_in_a_register = matches!(
            self.source,
            Some(Source::ResidentRegister | Source::Tax | Source::NumberNetwork)
        );
        self.is_known_to_city.unwrap_or(is_in_a_register)
    }
}

impl Refers for Item {
    fn refer(&mut self, follow: Follow) -> bool {
        super::needs(&mut self.process, follow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_counts_more_than_where_it_is_kept() {
        let held = |is_known: Option<bool>, source: Option<Source>| {
            let item = Item::new(ProcessId(1), "住所");
            let item = Item {
                is_known_to_city: is_known,
                source,
                ..item
            };
            item.is_held_by_city()
        };
        assert!(held(None, Some(Source::NumberNetwork)));
        assert!(!held(Some(false), Some(Source::ResidentRegister)));
        assert!(held(Some(true), None));
        assert!(!held(None, Some(Source::Person)));
        assert!(!held(None, None));
    }
}

//! Items that nearly every process of a city hall has, so that nobody has to type them. They exist where they are used.
use serde::Serialize;
use ts_rs::TS;

use crate::{ItemClass, Language};

/// An item that nearly every process has.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[ts(optional_fields)]
pub struct UsualItem {
    /// What people call it.
    pub name: &'static str,
    /// What it is about.
    pub class: ItemClass,
    /// Set where it is always personal information.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_personal: Option<bool>,
}

/// The Japanese and the English name, what it is about, and whether it is always personal.
const ITEMS: &[(&str, &str, ItemClass, Option<bool>)] = &[
    ("氏名", "Name", ItemClass::Identity, Some(true)),
    ("住所", "Address", ItemClass::Identity, Some(true)),
    ("生年月日", "Date of birth", ItemClass::Identity, Some(true)),
    (
        "世帯員",
        "Household members",
        ItemClass::Household,
        Some(true),
    ),
    ("口座", "Bank account", ItemClass::Account, Some(true)),
    ("電話", "Phone number", ItemClass::Identity, Some(true)),
    ("受付番号", "Receipt number", ItemClass::CaseNumber, None),
    ("所得", "Income", ItemClass::Income, Some(true)),
    ("写し", "Copy", ItemClass::Copy, None),
    ("決定", "Decision", ItemClass::Decision, None),
];

/// The items, as people call them in `language`.
pub fn usual_items(language: Language) -> Vec<UsualItem> {
    let named = ITEMS.iter().map(|(ja, en, class, is_personal)| UsualItem {
        name: match language {
            Language::Ja => ja,
            Language::En => en,
        },
        class: *class,
        is_personal: *is_personal,
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_item_has_a_name_of_its_own_in_either_language() {
        for language in [Language::Ja, Language::En] {
            let mut names: Vec<_> = usual_items(language).iter().map(|it| it.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), ITEMS.len());
        }
    }
}

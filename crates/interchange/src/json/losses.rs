//! Collects what the form has no key for, so that nothing is left out silently.
use serde::Serialize;
use serde_json::Value;

use crate::{Loss, LossKind};

/// Losses found while writing.
#[derive(Default)]
pub(super) struct Losses {
    found: Vec<Loss>,
}

impl Losses {
    /// Names `attribute` of `owner` as lost, unless it says nothing.
    pub(super) fn attribute(&mut self, owner: &str, attribute: &str, value: &impl Serialize) {
        let value = serde_json::to_value(value).unwrap_or(Value::Null);
        let says_nothing = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(parts) => parts.is_empty(),
            Value::Bool(true) | Value::Number(_) | Value::Object(_) => false,
        };
        if !says_nothing {
            let detail = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            self.dropped(LossKind::NoPlace, format!("{owner}.{attribute}"), detail);
        }
    }

    /// Names `attribute` of `owner` as lost where a person answered it, be it with no.
    pub(super) fn answer(&mut self, owner: &str, attribute: &str, value: Option<bool>) {
        if let Some(value) = value {
            let at = format!("{owner}.{attribute}");
            self.dropped(LossKind::NoPlace, at, value.to_string());
        }
    }

    /// Names something as lost.
    pub(super) fn dropped(&mut self, what: LossKind, at: String, detail: impl Into<String>) {
        self.found.push(Loss::dropped(what, at, detail));
    }

    /// Names something as changed.
    pub(super) fn kept(&mut self, what: LossKind, at: String, detail: impl Into<String>) {
        self.found.push(Loss::kept(what, at, detail));
    }

    /// Everything found.
    pub(super) fn list(self) -> Vec<Loss> {
        self.found
    }
}

//! Sets one attribute of any record.
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Gives `attribute` of `id` the value `value`; `null` makes it unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetAttribute {
    /// Whose attribute.
    pub id: RecordId,
    /// The field's name, as in the record.
    pub attribute: String,
    /// The value as it is written in the record's JSON form.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// What says where a record belongs; changed by moving it, never by hand.
const FIXED: &[&str] = &["flow", "process", "rank"];

impl SetAttribute {
    /// Sets `attribute` of `id` to `value`.
    pub fn new(
        id: impl Into<RecordId>,
        attribute: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        Self {
            id: id.into(),
            attribute: attribute.into(),
            value: value.into(),
        }
    }

    fn wrong(&self, why: &serde_json::Error) -> Refusal {
        Refusal::WrongValue(self.id, self.attribute.clone(), why.to_string())
    }

    fn unknown(&self) -> Refusal {
        Refusal::NoSuchAttribute(self.id, self.attribute.clone())
    }
}

impl Apply for SetAttribute {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let record = document.expect_record(self.id)?;
        if FIXED.contains(&self.attribute.as_str()) {
            return Err(self.unknown());
        }
        // The record's own (de)serialisation knows every attribute, its type and its range: one path for them all.
        let mut tagged = serde_json::to_value(record).map_err(|why| self.wrong(&why))?;
        let fields = tagged
            .as_object_mut()
            .and_then(|object| object.values_mut().next())
            .and_then(Value::as_object_mut);
        if let Some(fields) = fields {
            if self.value.is_null() {
                fields.remove(&self.attribute);
            } else {
                fields.insert(self.attribute.clone(), self.value.clone());
            }
        }
        let next: Record = serde_json::from_value(tagged).map_err(|why| {
            if why.to_string().starts_with("unknown field") {
                self.unknown()
            } else {
                self.wrong(&why)
            }
        })?;
        Ok(document.put(self.id, next).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, holds, step};

    fn set(document: &Document, attribute: &str, value: impl Into<Value>) -> Command {
        SetAttribute::new(step(document, "甲"), attribute, value).into()
    }

    #[test]
    fn one_attribute_changes_within_its_range() {
        let rows: &[Row] = &[
            ("窓口: 甲", &|it| set(it, "minutes", 5.0), "窓口: 甲 5分"),
            (
                "窓口: 甲 5分",
                &|it| set(it, "minutes", Value::Null),
                "窓口: 甲",
            ),
            ("窓口: 甲", &|it| set(it, "basis", "law"), "窓口: 甲 [法令]"),
            ("窓口: 甲", &|it| set(it, "minutes", -1.0), "!wrong-value"),
            (
                "窓口: 甲",
                &|it| set(it, "name", Value::Null),
                "!wrong-value",
            ),
            (
                "窓口: 甲",
                &|it| set(it, "colour", "red"),
                "!no-such-attribute",
            ),
            ("窓口: 甲", &|it| set(it, "rank", 1), "!no-such-attribute"),
            ("窓口: 甲", &|it| set(it, "lane", 99), "!no-such-record"),
        ];
        holds(rows);
    }
}

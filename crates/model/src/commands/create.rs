//! Creates a record of any kind.
use serde::{Deserialize, Serialize};

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Puts `record` under the fresh `id`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Create {
    /// A number nobody has.
    pub id: RecordId,
    /// What to put there.
    pub record: Record,
}

impl Create {
    /// Creates `record` under `id`.
    pub fn new(id: impl Into<RecordId>, record: impl Into<Record>) -> Self {
        Self {
            id: id.into(),
            record: record.into(),
        }
    }
}

impl Apply for Create {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        if document.record(self.id).is_some() {
            return Err(Refusal::AlreadyThere(self.id));
        }
        Ok(document.put(self.id, self.record.clone()).into())
    }
}

//! Replaces a record by another version of itself.
use serde::{Deserialize, Serialize};

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Puts `record` where `id` is. Its flow stays the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Revise {
    /// What is revised.
    pub id: RecordId,
    /// What stands there from now on.
    pub record: Record,
}

impl Revise {
    /// Puts `record` where `id` is.
    pub fn new(id: impl Into<RecordId>, record: impl Into<Record>) -> Self {
        Self {
            id: id.into(),
            record: record.into(),
        }
    }
}

impl Apply for Revise {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let before = document.expect_record(self.id)?;
        if let Some((own, other)) = before
            .flow()
            .zip(self.record.flow())
            .filter(|(own, other)| own != other)
        {
            return Err(Refusal::AcrossFlows(own.into(), other.into()));
        }
        Ok(document.put(self.id, self.record.clone()).into())
    }
}

//! Gives a record another name.
use serde::{Deserialize, Serialize};

use super::Apply;
use crate::{Change, Document, RecordId, Refusal};

/// Calls `id` by `name`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rename {
    /// What is renamed.
    pub id: RecordId,
    /// What it is called from now on.
    pub name: String,
}

impl Apply for Rename {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let mut record = document.expect_record(self.id)?.clone();
        // A branch or an end often needs no word; everything else does.
        let may_be_nameless = matches!(self.id, RecordId::Gateway(_) | RecordId::Event(_));
        if self.name.trim().is_empty() && !may_be_nameless {
            return Err(Refusal::EmptyName(self.id));
        }
        self.name
            .trim()
            .clone_into(record.name_mut().ok_or(Refusal::Nameless(self.id))?);
        Ok(document.put(self.id, record).into())
    }
}

//! What a command did, in a form that can be undone.
use serde::{Deserialize, Serialize};

use crate::{Record, RecordId};

/// One record, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// Which record.
    pub id: RecordId,
    /// `None` when the edit creates it.
    pub before: Option<Record>,
    /// `None` when the edit removes it.
    pub after: Option<Record>,
}

/// Everything one command did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// In the order they were made.
    pub edits: Vec<Edit>,
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let flip = |Edit { id, before, after }: &Edit| Edit {
            id: *id,
            before: after.clone(),
            after: before.clone(),
        };
        Self {
            edits: self.edits.iter().rev().map(flip).collect(),
        }
    }

    /// Whether nothing differs afterwards.
    pub fn is_empty(&self) -> bool {
        self.edits.iter().all(|edit| edit.before == edit.after)
    }
}

impl From<Edit> for Change {
    fn from(edit: Edit) -> Self {
        Self { edits: vec![edit] }
    }
}

impl FromIterator<Edit> for Change {
    fn from_iter<T: IntoIterator<Item = Edit>>(edits: T) -> Self {
        Self {
            edits: edits.into_iter().collect(),
        }
    }
}

//! Gives a record another name.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, RecordId, Refusal};

/// Calls `id` by `name`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Command;
    use crate::table::{Row, edge, holds, step};

    fn rename(id: impl Into<RecordId>, name: &str) -> Command {
        let (id, name) = (id.into(), name.into());
        Rename { id, name }.into()
    }

    #[test]
    fn what_has_a_name_gets_another() {
        let rows: &[Row] = &[
            ("窓口: 甲", &|it| rename(step(it, "甲"), " 乙 "), "窓口: 乙"),
            (
                "窓口: 甲",
                &|it| rename(step(it, "甲"), "　"),
                "!empty-name",
            ),
            (
                "窓口: 甲\n窓口: 乙",
                &|it| rename(edge(it, "甲", "乙"), "丙"),
                "!nameless",
            ),
        ];
        holds(rows);
    }
}

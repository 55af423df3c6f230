//! Several commands as one: done together, undone together.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Apply, Command};
use crate::{Change, Document, Refusal};

/// Does `commands` in order, or none of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Many {
    /// What the whole is called in the undo menu.
    pub title: String,
    /// Each sees what the ones before it did.
    pub commands: Vec<Command>,
}

impl Apply for Many {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let mut now = document.clone();
        let mut whole = Change::default();
        for command in &self.commands {
            let change = command.apply(&now)?;
            now = now.after(&change);
            whole.edits.extend(change.edits);
        }
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rename;
    use crate::table::{Row, holds, step};

    fn twice(document: &Document, first: &str, second: &str) -> Command {
        let id = step(document, "甲").into();
        let name = |name: &str| {
            Rename {
                id,
                name: name.into(),
            }
            .into()
        };
        Many {
            title: "改名".into(),
            commands: vec![name(first), name(second)],
        }
        .into()
    }

    #[test]
    fn all_are_done_or_none() {
        let rows: &[Row] = &[
            ("窓口: 甲", &|it| twice(it, "乙", "丙"), "窓口: 丙"),
            ("窓口: 甲", &|it| twice(it, "乙", ""), "!empty-name"),
        ];
        holds(rows);
    }
}

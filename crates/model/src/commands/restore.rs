//! Puts the project back to how it was at an earlier moment, as an edit like any other.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Apply;
use crate::{Change, Document, Record, RecordId, Refusal};

/// Lets the project be as it was: what differs is put back, what came later goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Restore {
    /// The moment, as people call it.
    pub title: String,
    /// Records as they were then, under the ids they had.
    pub put: Vec<(RecordId, Record)>,
    /// Records that were not there then.
    pub remove: Vec<RecordId>,
}

impl Restore {
    /// What leads from `now` to `then`, which is called `title`.
    pub fn between(now: &Document, then: &Document, title: impl Into<String>) -> Self {
        let differs =
            |(id, record): &(RecordId, &Record)| now.record(*id).is_none_or(|it| it != *record);
        Self {
            title: title.into(),
            put: then
                .records()
                .filter(differs)
                .map(|(id, record)| (id, record.clone()))
                .collect(),
            remove: now
                .records()
                .map(|(id, _)| id)
                .filter(|id| then.record(*id).is_none())
                .collect(),
        }
    }
}

impl Apply for Restore {
    fn apply(&self, document: &Document) -> Result<Change, Refusal> {
        let gone = self.remove.iter().map(|id| {
            document.expect_record(*id)?;
            Ok(document.edit(*id, None))
        });
        let put = self
            .put
            .iter()
            .map(|(id, record)| Ok(document.put(*id, record.clone())));
        put.chain(gone).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Row, holds};
    use crate::{Command, notation};

    fn to(document: &Document, text: &str) -> Command {
        Restore::between(document, &notation::parse(text).unwrap(), "昨日").into()
    }

    #[test]
    fn what_differs_is_put_back_and_what_came_later_goes() {
        let rows: &[Row] = &[
            (
                "窓口: 甲\n窓口: 乙",
                &|it| to(it, "窓口: 甲 5分"),
                "窓口: 甲 5分",
            ),
            (
                "窓口: 甲",
                &|it| to(it, "窓口: 甲\n審査: 乙\n@声 職員 不満 乙: 遅い"),
                "窓口: 甲\n審査: 乙\n@声 職員 不満 乙: 遅い",
            ),
            (
                "窓口: 甲",
                &|it| {
                    let title = String::new();
                    let put = Vec::new();
                    let (lane, _) = it.lanes().next().unwrap();
                    let remove = vec![lane.into()];
                    Restore { title, put, remove }.into()
                },
                "!in-use",
            ),
        ];
        holds(rows);
    }
}

//! What of a pasted list is not used as it stands, in words.
use kaizu_interchange::MOST_ROWS;
use kaizu_model::notation::Unread;
use kaizu_model::{
    Authority, Basis, Batch, Channel, CheckReason, Column, Contact, Medium, Method, Routine,
    SealKind, StepKind, ValueClass, WaitCause,
};
use serde::Serialize;
use ts_rs::TS;

use super::pasted_list::Told;
use crate::session::Session;
use crate::words::Words;

/// More is only counted.
const MOST_LOSSES: usize = 50;

/// Something that is not used as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields)]
pub struct ListLoss {
    /// In which row, from 0; nothing where it is about more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// In which column, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What becomes of it, as a sentence.
    pub sentence: String,
}

impl Told {
    /// Everything that is not used as it stands.
    pub(super) fn losses(&self, session: &Session) -> Vec<ListLoss> {
        let words = session.words();
        let mut losses = Vec::new();
        if self.grid.left > 0 {
            let values = [
                ("n", self.grid.left.to_string()),
                ("most", MOST_ROWS.to_string()),
            ];
            losses.push(whole(words.tell("list-loss-left", &values)));
        }
        for (at, column) in self.columns.iter().enumerate() {
            let cells = self.grid.rows.iter().filter_map(|row| row.get(at));
            let n = cells.filter(|cell| !cell.is_empty()).count();
            if column.is_none() && n > 0 {
                let head = self.grid.head.get(at).filter(|it| !it.is_empty());
                let values = [
                    (
                        "name",
                        head.map(|it| it.replace('\n', "")).unwrap_or_default(),
                    ),
                    ("at", (at + 1).to_string()),
                    ("n", n.to_string()),
                ];
                let id = if head.is_some() {
                    "list-loss-column"
                } else {
                    "list-loss-nameless-column"
                };
                losses.push(ListLoss {
                    column: Some(at),
                    ..whole(words.tell(id, &values))
                });
            }
        }
        let unread = &self.listed.unread;
        losses.extend(unread.iter().map(|it| self.unread(session, it)));
        let beyond = losses.len().saturating_sub(MOST_LOSSES);
        if beyond > 0 {
            losses.truncate(MOST_LOSSES);
            let n = [("n", beyond.to_string())];
            losses.push(whole(words.tell("list-loss-more", &n)));
        }
        losses
    }

    fn unread(&self, session: &Session, unread: &Unread) -> ListLoss {
        let words = session.words();
        let found: String = unread.found.replace('\n', " ").chars().take(40).collect();
        let values = [
            ("row", (unread.row + 1).to_string()),
            ("column", unread.column.word(words.language()).to_owned()),
            ("found", found),
            ("expected", expects(words, unread)),
        ];
        let id = match (unread.expected.code(), unread.is_kept) {
            ("step-name", _) => "list-loss-nameless",
            (_, true) => "list-loss-kept",
            (_, false) => "list-loss-gone",
        };
        ListLoss {
            row: Some(unread.row),
            column: self
                .columns
                .iter()
                .position(|it| *it == Some(unread.column)),
            sentence: words.tell(id, &values),
        }
    }
}

/// So many words of a vocabulary are named where another one stands.
const NAMED: usize = 5;

/// What would have been understood: words of the vocabulary of the column where it has one.
fn expects(words: &Words, unread: &Unread) -> String {
    let language = words.language();
    macro_rules! named {
        ($vocabulary:ident) => {{
            let all = $vocabulary::ALL.iter().map(|it| it.word(language));
            let named: Vec<&str> = all.take(NAMED).collect();
            words.tell("list-expects-words", &[("words", words.list(&named))])
        }};
    }
    match unread.column {
        Column::Media | Column::MediumIn | Column::MediumOut => named!(Medium),
        Column::Kind => named!(StepKind),
        Column::Basis => named!(Basis),
        Column::ChangeableBy => named!(Authority),
        Column::WaitCause => named!(WaitCause),
        Column::Batch => named!(Batch),
        Column::Contact => named!(Contact),
        Column::Seals => named!(SealKind),
        Column::Channel => named!(Channel),
        Column::CheckReason => named!(CheckReason),
        Column::Method => named!(Method),
        Column::Value => named!(ValueClass),
        Column::Routine => named!(Routine),
        Column::Minutes => words.say("list-expects-minutes"),
        Column::Next => words.say("list-expects-next"),
        Column::Number
        | Column::Name
        | Column::Lane
        | Column::Phase
        | Column::System
        | Column::Wait
        | Column::People
        | Column::Role
        | Column::BatchSize
        | Column::Reads
        | Column::Writes
        | Column::CheckObject
        | Column::CheckAspects
        | Column::CheckAgainst
        | Column::Article
        | Column::OtherSystems
        | Column::CheckIndependentOf
        | Column::CheckWhy
        | Column::CatchRate
        | Column::Obligatory
        | Column::Sheets
        | Column::Attachments
        | Column::Travel
        | Column::Judgement
        | Column::ErrorRate
        | Column::Pressure
        | Column::Remote
        | Column::Began
        | Column::BecauseOf
        | Column::Note => words.say(&format!("expected-{}", unread.expected.code())),
    }
}

fn whole(sentence: String) -> ListLoss {
    ListLoss {
        row: None,
        column: None,
        sentence,
    }
}

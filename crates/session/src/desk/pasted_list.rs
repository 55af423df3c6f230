//! A list or a table that was pasted: what it says, the edit that makes a flow of it, and what could not be used.
use std::collections::BTreeSet;

use kaizu_interchange::{Grid, Headed, MOST_ROWS, Pasted, grid};
use kaizu_model::notation::{Heading, Listed, Listing, Unread, listing};
use kaizu_model::{
    Authority, Basis, Batch, Column, Command, Contact, Document, FlowId, Ids, Many, Medium, NodeId,
    RecordId, Remove, SealKind, StepKind, WaitCause, paste,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::Problem;
use crate::session::Session;
use crate::words::Words;

/// More is only counted.
const MOST_LOSSES: usize = 50;

/// A list or a table, and what the person says about it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PastedList {
    /// As text.
    pub plain: String,
    /// As HTML, where the clipboard had it.
    #[serde(default)]
    pub html: String,
    /// Whether the first row names the columns.
    #[serde(default)]
    pub head: HeadRow,
    /// What each column says, where the person chose it; as guessed without it.
    #[serde(default)]
    pub columns: Option<Vec<Option<Column>>>,
    /// The node that the steps go behind, or the arrow they go into; the end of the list without it.
    #[serde(default)]
    pub at: Option<RecordId>,
}

/// Whether the first row names the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeadRow {
    /// Where it looks so.
    #[default]
    Guessed,
    /// It does.
    First,
    /// It does not.
    Never,
}

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

/// What a pasted list says.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) grid: Grid,
    pub(super) columns: Vec<Option<Column>>,
    pub(super) listed: Listed,
    /// How many steps, branches, beginnings and ends come of it.
    pub(super) count: usize,
}

impl PastedList {
    /// What it says, for `flow` of what is open.
    pub(super) fn told(&self, session: &Session, flow: FlowId) -> Told {
        let headed = match self.head {
            HeadRow::Guessed => Headed::Guessed,
            HeadRow::First => Headed::First,
            HeadRow::Never => Headed::Never,
        };
        let pasted = Pasted {
            plain: &self.plain,
            html: &self.html,
        };
        let grid = grid(pasted, headed);
        let width = grid.headings.len();
        let chosen = self.columns.clone().filter(|it| it.len() == width);
        let guessed = || grid.headings.iter().map(|it| it.column).collect();
        let columns: Vec<Option<Column>> = chosen.unwrap_or_else(guessed);
        let headings: Vec<Heading> = columns
            .iter()
            .zip(&grid.headings)
            .map(|(column, guessed)| Heading {
                column: *column,
                unit: guessed.unit,
            })
            .collect();
        let listed = listing(&Listing {
            headings: &headings,
            rows: &grid.rows,
            lane: &self.lane(session, flow),
            language: session.words().language(),
        });
        let of = listed.document.first_flow();
        let count = of.map_or(0, |of| listed.document.nodes_of(of).len());
        Told {
            grid,
            columns,
            listed,
            count,
        }
    }

    /// Who does what the list hands to nobody: the lane of what it goes behind, else the first of ours.
    fn lane(&self, session: &Session, flow: FlowId) -> String {
        let document = session.document();
        let node = self.at.and_then(|id| NodeId::try_from(id).ok());
        let node = node.and_then(|id| document.node(id).ok());
        let beside = node.and_then(|node| document.lane(node.lane).ok());
        let lanes = document.lanes_of(flow);
        let ours = lanes
            .iter()
            .map(|(_, it)| *it)
            .find(|it| !it.kind.is_customer());
        let lane = beside.or(ours).or(lanes.first().map(|(_, it)| *it));
        lane.map_or_else(
            || session.words().say("desk-new-lane-staff"),
            |it| it.name.clone(),
        )
    }

    /// The edit that puts it into `flow` of `session`, as one step.
    pub(super) fn command(
        &self,
        session: &Session,
        flow: FlowId,
        told: &Told,
        mut ids: Ids,
    ) -> Result<Command, Problem> {
        if told.count == 0 {
            return Err(session.problem("no-list", &[]));
        }
        let refused = |refusal| session.refused(&refusal);
        let (document, piece) = (session.document(), &told.listed.document);
        let mut commands = unused_lanes(session, flow, piece);
        let put = paste(document, flow, piece, self.at, &mut ids).map_err(refused)?;
        commands.extend(put);
        let n = [("n", told.count.to_string())];
        let title = session.words().tell("list-added", &n);
        Ok(Many { title, commands }.into())
    }
}

/// An empty flow has lanes only so that one may begin: those that the list does not name go.
fn unused_lanes(session: &Session, flow: FlowId, piece: &Document) -> Vec<Command> {
    let document = session.document();
    if !document.nodes_of(flow).is_empty() {
        return Vec::new();
    }
    let ids = [
        "desk-new-lane-resident",
        "desk-new-lane-staff",
        "desk-new-lane-role",
    ];
    let ours: Vec<String> = ids.iter().map(|id| session.words().say(id)).collect();
    let named: BTreeSet<&str> = piece.lanes().map(|(_, it)| it.name.as_str()).collect();
    let lanes = document.lanes_of(flow).into_iter();
    lanes
        .filter(|(_, it)| ours.contains(&it.name) && !named.contains(it.name.as_str()))
        .map(|(id, _)| Remove::new(id).into())
        .collect()
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
        | Column::Sheets
        | Column::Began
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

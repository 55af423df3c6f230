//! What people write into cells of a table or into a field, as they write it: 「1時間半」, 「紙→Excel」, 「氏名、住所」.
use std::collections::BTreeMap;

use kaizu_model::{Column, Command, Document, FlowId, Ids, Many, NodeId, RecordId, notation};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// Asks to write cells, as one undo step.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "WriteCellsCall", optional_fields)]
pub struct WriteCells {
    /// What undo calls it; one command of one cell has its own name.
    pub title: String,
    /// In the order in which they are written.
    pub cells: Vec<Cell>,
    /// The node that the first new row follows; without it the last of the list.
    #[serde(default)]
    pub after: Option<NodeId>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

/// One attribute of one node.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Cell {
    /// Whose.
    pub at: CellRow,
    /// Which.
    pub column: Column,
    /// What is written there; nothing makes it unknown.
    pub text: String,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(untagged)]
pub enum CellRow {
    /// One that is there.
    Node(NodeId),
    /// A new one, each number one of its own: it follows the new one before it.
    New(u32),
}

impl Ask for WriteCells {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let flow = desk.state().opened()?.flow;
        desk.edit(self.seen, |session, at| {
            let commands = Writing::of(session, flow).all(&self)?;
            let command = match <[Command; 1]>::try_from(commands) {
                Ok([only]) => only,
                Err(commands) if commands.is_empty() => return Ok(()),
                Err(commands) => Many {
                    title: self.title.clone(),
                    commands,
                }
                .into(),
            };
            session.dispatch(&command, at)
        })
    }
}

/// Cells while they are being written.
struct Writing<'a> {
    session: &'a Session,
    flow: FlowId,
    ids: Ids,
    /// The document that the cells so far leave.
    now: Document,
    commands: Vec<Command>,
    /// The new rows that are there already.
    rows: BTreeMap<u32, NodeId>,
}

impl<'a> Writing<'a> {
    fn of(session: &'a Session, flow: FlowId) -> Self {
        Self {
            session,
            flow,
            ids: session.ids(),
            now: session.document().clone(),
            commands: Vec::new(),
            rows: BTreeMap::new(),
        }
    }

    /// The commands of all cells, each read in the document that the ones before it leave. All are understood, or none is done.
    fn all(mut self, asked: &WriteCells) -> Result<Vec<Command>, Problem> {
        let mut last = asked.after;
        for (n, cell) in asked.cells.iter().enumerate() {
            let done = match cell.at {
                CellRow::Node(node) => self.cell(node, cell),
                CellRow::New(row) => self.cell_of_new(row, &mut last, cell, asked),
            };
            done.map_err(|problem| problem.in_cell(n))?;
        }
        Ok(self.commands)
    }

    /// A cell of a new row, which is begun by the first of its cells.
    fn cell_of_new(
        &mut self,
        row: u32,
        last: &mut Option<NodeId>,
        cell: &Cell,
        asked: &WriteCells,
    ) -> Result<(), Problem> {
        let node = match self.rows.get(&row) {
            Some(node) => *node,
            None => self.begin(row, *last, asked)?,
        };
        *last = Some(node);
        if cell.column == Column::Kind && said(asked, row, "").says(cell.column) {
            return Ok(());
        }
        self.cell(node, cell).map_err(|mut problem| {
            // Nobody can be shown what was not made.
            problem.at.id = None;
            problem
        })
    }

    /// Begins a new row; what it is and who does it stands in its cells.
    fn begin(
        &mut self,
        row: u32,
        after: Option<NodeId>,
        asked: &WriteCells,
    ) -> Result<NodeId, Problem> {
        let words = self.session.words();
        let (name, first_lane) = (words.say("ui-table-new-step"), words.say("ui-step-lane"));
        let said = notation::Row {
            name: &name,
            first_lane: &first_lane,
            ..said(asked, row, "")
        };
        let (node, commands) = notation::begin(&self.now, self.flow, after, &said, &mut self.ids);
        self.rows.insert(row, node);
        self.take(commands)?;
        Ok(node)
    }

    fn cell(&mut self, node: NodeId, cell: &Cell) -> Result<(), Problem> {
        let wrong = |mistake| misread(self.session, node, &mistake);
        let commands = notation::write(&self.now, node, cell.column, &cell.text, &mut self.ids)
            .map_err(wrong)?;
        self.take(commands)
    }

    fn take(&mut self, commands: Vec<Command>) -> Result<(), Problem> {
        for command in commands {
            let change = command
                .apply(&self.now)
                .map_err(|refusal| self.session.refused(&refusal))?;
            self.now = self.now.after(&change);
            self.commands.push(command);
        }
        Ok(())
    }
}

/// What the cells of the new row `row` say about it.
fn said<'a>(asked: &'a WriteCells, row: u32, unnamed: &'a str) -> notation::Row<'a> {
    let text = |column| {
        let of_row = |cell: &&Cell| matches!(cell.at, CellRow::New(n) if n == row);
        let mut cells = asked.cells.iter().filter(of_row);
        let cell = cells.find(|cell| cell.column == column);
        cell.map_or("", |cell| cell.text.as_str())
    };
    notation::Row {
        name: unnamed,
        lane: text(Column::Lane),
        first_lane: unnamed,
        kind: text(Column::Kind),
    }
}

/// What is written in a cell is not understood. A cell is too small for a place within it.
pub(super) fn misread(session: &Session, at: NodeId, mistake: &notation::Mistake) -> Problem {
    let words = session.words();
    let expected = words.say(&format!("expected-{}", mistake.expected.code()));
    let values = [("found", mistake.found.clone()), ("expected", expected)];
    let sentence = if mistake.found.is_empty() {
        "cell-empty"
    } else {
        "cell"
    };
    Problem::new(words, sentence, &values).about(RecordId::from(at).to_string())
}

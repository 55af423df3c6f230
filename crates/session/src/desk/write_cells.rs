//! What people write into cells of a table or into a field, as they write it: 「1時間半」, 「紙→Excel」, 「氏名、住所」.
use kaizu_model::{Column, Command, Many, NodeId, RecordId, notation};
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
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

/// One attribute of one node.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Cell {
    /// Whose.
    pub at: NodeId,
    /// Which.
    pub column: Column,
    /// What is written there; nothing makes it unknown.
    pub text: String,
}

impl Ask for WriteCells {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.edit(self.seen, |session, at| {
            let commands = self.commands(session)?;
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

impl WriteCells {
    /// The commands of all cells, each read in the document that the ones before it leave. All are understood, or none is done.
    fn commands(&self, session: &Session) -> Result<Vec<Command>, Problem> {
        let mut ids = session.ids();
        let mut now = session.document().clone();
        let mut all = Vec::new();
        for cell in &self.cells {
            let wrong = |mistake| misread(session, cell.at, &mistake);
            let commands =
                notation::write(&now, cell.at, cell.column, &cell.text, &mut ids).map_err(wrong)?;
            for command in commands {
                let change = command
                    .apply(&now)
                    .map_err(|refusal| session.refused(&refusal))?;
                now = now.after(&change);
                all.push(command);
            }
        }
        Ok(all)
    }
}

/// What is written in a cell is not understood. A cell is too small for a place within it.
fn misread(session: &Session, at: NodeId, mistake: &notation::Mistake) -> Problem {
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

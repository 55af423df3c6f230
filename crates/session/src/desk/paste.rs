//! Puts a text into the flow that is looked at: what was copied in any window, or the notation of a flow from anywhere.
use kaizu_interchange::is_list;
use kaizu_model::{Document, Many, RecordId, notation, paste};
use serde::Deserialize;
use ts_rs::TS;

use super::copy_selection::{MARK, counted};
use super::moment::{Edit, Moment};
use super::{Ask, Desk, View};
use crate::failures::mistaken;
use crate::problem::Problem;
use crate::words::Words;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "PasteCall", optional_fields)]
pub struct Paste {
    /// What was on the clipboard.
    pub text: String,
    /// The node it goes behind, or the arrow it goes into; the end of the list without it.
    #[serde(default)]
    pub at: Option<RecordId>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Paste {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let piece = piece(&desk.words(), &self.text)?;
        desk.write(self.seen, |moment| {
            pasted(moment, &piece, self.at, "excerpt-pasted")
        })
    }
}

/// The flow that `text` holds. A text that says it is a piece of a flow is told what is wrong in it; of any other it is
/// only said that it is none.
fn piece(words: &Words, text: &str) -> Result<Document, Problem> {
    match text.find(MARK).and_then(|at| text.get(at..)) {
        Some(marked) => notation::parse(marked).map_err(|mistake| mistaken(words, &mistake)),
        // 「1. 窓口: 受け取る」 would be a step of 「1. 窓口」: a list is looked at first.
        None if is_list(text) => Err(Problem::new(words, "no-excerpt", &[])),
        None => notation::parse(text).map_err(|_| Problem::new(words, "no-excerpt", &[])),
    }
}

/// The edit that puts `piece` there, as one step called by the sentence `title`.
pub(super) fn pasted(
    moment: &Moment,
    piece: &Document,
    at: Option<RecordId>,
    title: &str,
) -> Result<Edit, Problem> {
    let (session, flow) = (&moment.session, moment.flow);
    let mut ids = moment.ids;
    let commands = paste(moment.document(), flow, piece, at, &mut ids)
        .map_err(|refusal| session.refused(&refusal))?;
    let what = [("what", counted(session.words(), piece))];
    let title = session.words().tell(title, &what);
    let command = Many { title, commands }.into();
    Ok(Edit { command, flow })
}

//! What is chosen, as a text that other windows and people read: the notation of a flow.
use kaizu_model::{Document, FlowId, NodeId, RecordId, Refusal, notation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ask, Desk};
use crate::problem::Problem;
use crate::session::Session;
use crate::words::Words;

/// Begins the line that tells a piece of a flow from any other text.
pub(super) const MARK: &str = "※ Kaizu";
/// From so many on things are counted without the counter of small numbers.
const MANY: usize = 10;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CopySelectionCall")]
pub struct CopySelection {
    /// Which steps, gateways and events.
    pub nodes: Vec<RecordId>,
}

/// What goes on the clipboard.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CopiedSelection")]
pub struct Copied {
    /// The text.
    pub text: String,
    /// That it was copied, as a sentence.
    pub told: String,
}

impl Ask for CopySelection {
    type Answer = Copied;

    fn answer(self, desk: &Desk) -> Result<Copied, Problem> {
        let (session, flow) = desk.snapshot()?;
        let words = session.words();
        let (piece, _) = chosen(&session, flow, &self.nodes)?;
        let (head, text) = (words.say("excerpt-head"), notation::print(&piece, flow));
        let what = [("what", counted(words, &piece))];
        Ok(Copied {
            text: format!("{MARK} {head}\n{text}"),
            told: words.tell("excerpt-copied", &what),
        })
    }
}

/// The piece of `flow` that is chosen, and its nodes in the order of the list.
pub(super) fn chosen(
    session: &Session,
    flow: FlowId,
    ids: &[RecordId],
) -> Result<(Document, Vec<NodeId>), Problem> {
    let refused = |refusal: Refusal| session.refused(&refusal);
    let node = |id: &RecordId| NodeId::try_from(*id).map_err(|why| refused(why.into()));
    let nodes: Result<Vec<NodeId>, Problem> = ids.iter().map(node).collect();
    let nodes = nodes?;
    if nodes.is_empty() {
        return Err(session.problem("nothing-chosen", &[]));
    }
    let document = session.document();
    let piece = document.excerpt(flow, &nodes).map_err(refused)?;
    let all = document.nodes_of(flow).into_iter().map(|node| node.id);
    Ok((piece, all.filter(|id| nodes.contains(id)).collect()))
}

/// How many things a piece holds, in words: 手順3つ.
pub(super) fn counted(words: &Words, piece: &Document) -> String {
    let nodes = piece
        .first_flow()
        .map_or_else(Vec::new, |flow| piece.nodes_of(flow));
    let steps = nodes.iter().filter(|node| node.id.step().is_some()).count();
    let (id, n) = match (nodes.len(), steps) {
        (1, 1) => ("excerpt-step", 1),
        (n, steps) if n == steps && n < MANY => ("excerpt-steps", n),
        (n, steps) if n == steps => ("excerpt-many-steps", n),
        (n, _) if n < MANY => ("excerpt-things", n),
        (n, _) => ("excerpt-many-things", n),
    };
    words.tell(id, &[("n", n.to_string())])
}

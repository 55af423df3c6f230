//! Takes what is chosen out of the flow, for somebody who has it on the clipboard.
use kaizu_model::{Command, Document, FlowId, Many, NodeId, RecordId, Remove};
use serde::Deserialize;
use ts_rs::TS;

use super::copy_selection::{chosen, counted};
use super::moment::Edit;
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CutCall", optional_fields)]
pub struct Cut {
    /// Which steps, gateways and events.
    pub nodes: Vec<RecordId>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Cut {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.write(self.seen, |moment| {
            let (session, flow) = (&moment.session, moment.flow);
            let (piece, nodes) = chosen(session, flow, &self.nodes)?;
            let what = [("what", counted(session.words(), &piece))];
            let said = said_of(moment.document(), flow, &nodes).into_iter();
            let gone = said.chain(nodes.into_iter().map(RecordId::from));
            let many = Many {
                title: session.words().tell("excerpt-cut", &what),
                commands: gone.map(|id| Command::from(Remove { id })).collect(),
            };
            let command = many.into();
            Ok(Edit { command, flow })
        })
    }
}

/// The voices and duties that are about nothing but `nodes`: they go along, and would stay as if they were about everything.
fn said_of(document: &Document, flow: FlowId, nodes: &[NodeId]) -> Vec<RecordId> {
    let is_gone = |id: &NodeId| nodes.contains(id);
    let voices = document.complaints_of(flow);
    let voices = voices.filter(|(_, it)| !it.steps.is_empty() && it.steps.iter().all(is_gone));
    let duties = document.duties_of(flow).filter(|(_, it)| {
        let mut both = it.first.iter().chain(&it.second);
        both.all(|id| is_gone(&(*id).into()))
    });
    let voices = voices.map(|(id, _)| RecordId::from(id));
    voices
        .chain(duties.map(|(id, _)| RecordId::from(id)))
        .collect()
}

//! Another flow, or the same once more and whole.
use kaizu_model::{FlowId, ProcessId, RecordId, Refusal};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// Asks for a flow: that of a process where only the process is named, the one that is looked at where none is.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "LookCall", optional_fields)]
pub struct Look {
    /// Which process.
    #[serde(default)]
    pub process: Option<RecordId>,
    /// Which flow.
    #[serde(default)]
    pub flow: Option<RecordId>,
}

impl Ask for Look {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        let flow = match (self.flow, self.process) {
            (Some(id), _) => flow(opened.shown(), id)?,
            (None, Some(id)) => first_flow(opened.shown(), id)?,
            (None, None) => opened.flow,
        };
        if opened.flow != flow {
            opened.stop_analysing();
        }
        opened.flow = flow;
        opened.sent.clear();
        state.view(None)
    }
}

/// The flow called `id`, where there is one.
pub(super) fn flow(session: &Session, id: RecordId) -> Result<FlowId, Problem> {
    let known = FlowId::try_from(id).ok();
    known
        .filter(|flow| session.document().flow(*flow).is_ok())
        .ok_or_else(|| session.refused(&Refusal::NoSuchRecord(id)))
}

/// The first flow of the process called `id`.
fn first_flow(session: &Session, id: RecordId) -> Result<FlowId, Problem> {
    let process = ProcessId::try_from(id).ok();
    let flows = process.map(|process| session.document().flows_of(process));
    let first = flows.and_then(|flows| flows.first().map(|(id, _)| *id));
    first.ok_or_else(|| session.refused(&Refusal::NoSuchRecord(id)))
}

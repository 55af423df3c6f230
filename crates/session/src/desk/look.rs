//! Another flow, or the same once more and whole.
use kaizu_model::{FlowId, ProcessId};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for a flow: that of a process where only the process is named, the one that is looked at where none is.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "LookCall", optional_fields)]
pub struct Look {
    /// Which process.
    #[serde(default)]
    pub process: Option<kaizu_model::RecordId>,
    /// Which flow.
    #[serde(default)]
    pub flow: Option<kaizu_model::RecordId>,
}

impl Ask for Look {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        let unknown = |id: kaizu_model::RecordId| {
            opened
                .session
                .refused(&kaizu_model::Refusal::NoSuchRecord(id))
        };
        let flow = match (self.flow, self.process) {
            (Some(id), _) => {
                let flow = FlowId::try_from(id).map_err(|_| unknown(id))?;
                opened
                    .session
                    .document()
                    .flow(flow)
                    .map_err(|refusal| opened.session.refused(&refusal))?;
                flow
            }
            (None, Some(id)) => {
                let process = ProcessId::try_from(id).map_err(|_| unknown(id))?;
                let flows = opened.session.document().flows_of(process);
                flows
                    .first()
                    .map(|(id, _)| *id)
                    .ok_or_else(|| unknown(id))?
            }
            (None, None) => opened.flow,
        };
        opened.flow = flow;
        opened.sent = None;
        state.view(None)
    }
}

//! What people decide about a finding.
use kaizu_model::{
    Command, Create, Decision, Exclusion, FlowId, Many, NodeId, RecordId, Refusal, Remove, Revise,
    Verdict, VerdictId,
};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::requests::judged::{basis, verdict};
use crate::session::Session;

/// Decides about the finding of `detector` at `steps`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SetAsideCall", optional_fields)]
pub struct SetAside {
    /// The code of the detector.
    pub detector: String,
    /// Where it was found.
    pub steps: Vec<RecordId>,
    /// What is decided; `new` takes a decision back.
    pub decision: Decision,
    /// What speaks against it, where it is set aside.
    #[serde(default)]
    pub why: Option<Exclusion>,
    /// The reason in words; what is to be looked up, where it is made a question.
    #[serde(default)]
    pub reason: Option<String>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for SetAside {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let now = desk.now();
        let mut state = desk.state();
        let opened = state.opened()?;
        let command = self.command(&opened.session, opened.flow)?;
        if let Some(command) = command {
            state.change(now, |session, at| session.dispatch(&command, at))?;
        }
        state.view(self.seen)
    }
}

impl SetAside {
    /// The edit, as one step to take back; none where nothing was decided and nothing is.
    fn command(&self, session: &Session, flow: FlowId) -> Result<Option<Command>, Problem> {
        let nodes = self.nodes(session)?;
        let known = verdict(session.document(), flow, &self.detector, &nodes);
        let reason = self.reason.as_deref().map(str::trim);
        let said = Verdict {
            flow,
            detector: self.detector.clone(),
            basis: Some(basis(session.document(), &nodes)),
            nodes,
            decision: self.decision,
            why: self.why.filter(|_| self.decision == Decision::Excluded),
            reason: reason.filter(|it| !it.is_empty()).map(ToOwned::to_owned),
        };
        let command: Command = match (known, self.decision) {
            (None, Decision::New) => return Ok(None),
            (Some((id, _)), Decision::New) => Remove { id: id.into() }.into(),
            (Some((id, _)), Decision::Accepted | Decision::Question | Decision::Excluded) => {
                Revise::new(id, said).into()
            }
            (None, Decision::Accepted | Decision::Question | Decision::Excluded) => {
                let id: VerdictId = session.ids().mint();
                Create::new(id, said).into()
            }
        };
        let title = match self.decision {
            Decision::New => "desk-verdict-new",
            Decision::Accepted => "desk-verdict-accepted",
            Decision::Question => "desk-verdict-question",
            Decision::Excluded => "desk-verdict-excluded",
        };
        let many = Many {
            title: session.words().say(title),
            commands: vec![command],
        };
        Ok(Some(many.into()))
    }

    fn nodes(&self, session: &Session) -> Result<Vec<NodeId>, Problem> {
        let node = |id: &RecordId| {
            NodeId::try_from(*id).map_err(|_| session.refused(&Refusal::WrongKind(*id)))
        };
        self.steps.iter().map(node).collect()
    }
}

//! A better flow beside today's, with the reasons for every change.
use kaizu_model::{
    Command, Create, Document, Flow, FlowId, Ids, Limits, Many, Package, Progress, ReplaceFlow,
    Variant,
};
use kaizu_redesign::{Decided, Proposal, Wishes, propose};
use serde::Deserialize;
use ts_rs::TS;

use super::moment::{Edit, Moment};
use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Asks for a better flow.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ProposeCall", optional_fields)]
pub struct Propose {
    /// How far it may go; the usual distance where nothing is said.
    #[serde(default)]
    pub package: Option<Package>,
    /// What of that is allowed; everything where nothing is said.
    #[serde(default)]
    pub limits: Option<Limits>,
    /// What the window calls this work.
    pub job: String,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for Propose {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        desk.working(&self.job, |progress| {
            desk.write(self.seen, |moment| self.compose(moment, progress))
        })
    }
}

impl Propose {
    fn compose(&self, moment: &Moment, progress: &Progress) -> Result<Edit, Problem> {
        let session = &moment.session;
        let as_is = moment.as_is()?;
        let wishes = Wishes {
            package: self.package.unwrap_or_default(),
            limits: self.limits.unwrap_or_default(),
            ..Wishes::default()
        };
        let proposal = propose(moment.document(), as_is, &wishes, progress)
            .map_err(|refusal| session.refused(&refusal))?;
        // A search that was stopped is sound, but not what was asked for: nothing of it is written.
        if progress.cancel.is_cancelled() {
            return Err(session.problem("cancelled", &[]));
        }
        if proposal.changes.is_empty() {
            return Err(session.problem("nothing-to-propose", &[]));
        }
        new_flow(moment, &proposal, &wishes)
    }
}

/// The proposal as a flow of its own with all its changes, under the next free name.
fn new_flow(moment: &Moment, proposal: &Proposal, wishes: &Wishes) -> Result<Edit, Problem> {
    let session = &moment.session;
    let refused = |refusal| session.refused(&refusal);
    let mut ids: Ids = moment.ids;
    let flow: FlowId = ids.mint();
    let as_is = moment.document().flow(proposal.as_is).map_err(refused)?;
    let name = free_name(moment, as_is);
    let contents = proposal.contents(moment.document(), flow, &Decided::default(), &mut ids);
    let held: Document = contents.within.iter().cloned().collect();
    let record = Flow {
        made_from: Some(proposal.as_is),
        composed: Some(proposal.composed(wishes).marking(&held, flow)),
        ..Flow::new(as_is.process, Variant::ToBe, name.clone())
    };
    let mut commands: Vec<Command> = Vec::new();
    for (id, record) in contents.beside {
        commands.push(Create { id, record }.into());
    }
    commands.push(Create::new(flow, record).into());
    let records = contents.within;
    commands.push(ReplaceFlow { flow, records }.into());
    let many = Many {
        title: name,
        commands,
    };
    Ok(Edit {
        command: many.into(),
        flow,
    })
}

/// 改善案 A, B, C …: the first that no flow of the process has.
fn free_name(moment: &Moment, as_is: &Flow) -> String {
    let flows = moment.document().flows_of(as_is.process);
    let words = moment.session.words();
    let name = |n: usize| {
        let letter = u8::try_from(n % 26).map_or('A', |n| char::from(b'A' + n));
        let round = (n / 26 > 0).then(|| (n / 26 + 1).to_string());
        let letter = format!("{letter}{}", round.unwrap_or_default());
        words.tell("proposal-name", &[("letter", letter)])
    };
    let is_free = |name: &String| flows.iter().all(|(_, it)| it.name != *name);
    // One more name than there are flows: one of them is free.
    (0..=flows.len())
        .map(name)
        .find(is_free)
        .unwrap_or_default()
}

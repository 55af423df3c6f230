//! Another process in the open project: one that is begun, or one from a file.
use kaizu_model::{Command, Copied, Create, Document, FlowId, Many};
use serde::Deserialize;
use ts_rs::TS;

use super::create::{beginning, called};
use super::take_in::TakeIn;
use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "AddProcessCall", optional_fields)]
pub struct AddProcess {
    /// What people call the work, where it is begun.
    pub name: String,
    /// The file that holds it, where there is one.
    #[serde(default)]
    pub file: Option<TakeIn>,
}

impl Ask for AddProcess {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let words = desk.words();
        let from = match &self.file {
            Some(file) => file.document(desk)?,
            None => beginning(&words, &called(&words, &self.name)),
        };
        let now = desk.now();
        let mut state = desk.state();
        let (command, flow) = added(&state.opened()?.session, &from)?;
        state.change(now, |session, at| session.dispatch(&command, at))?;
        let opened = state.opened()?;
        opened.stop_analysing();
        opened.flow = flow.unwrap_or(opened.flow);
        opened.sent.clear();
        state.view(None)
    }
}

/// The edit that brings every process of `from`, and the flow that is looked at then.
fn added(session: &Session, from: &Document) -> Result<(Command, Option<FlowId>), Problem> {
    let mut ids = session.ids();
    let mut commands: Vec<Command> = Vec::new();
    let mut first = None;
    for (process, _) in from.processes() {
        let copied = Copied::of_process(from, process, &mut ids);
        let copied = copied.map_err(|refusal| session.refused(&refusal))?;
        let flow = from.flows_of(process).first().map(|(id, _)| *id);
        first = first.or_else(|| copied.new_id(flow?));
        let records = copied.records.into_iter();
        commands.extend(records.map(|(id, record)| Create { id, record }.into()));
    }
    let title = session.words().say("desk-add-process");
    Ok((Many { title, commands }.into(), first))
}

//! The open project: its file, the flow that is looked at, what was found in it, and what the window has of it.
use std::collections::BTreeMap;
use std::path::PathBuf;

use kaizu_model::{Cancel, Document, FlowId, Outcome, ProcessId};

use super::health::Health;
use super::look_back::Back;
use super::sheet::Sheet;
use super::view::View;
use super::{Desk, State};
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::requests::flags::Flag;
use crate::requests::heard::Heat;
use crate::session::Session;

/// The open project.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) session: Session,
    pub(super) path: PathBuf,
    pub(super) is_draft: bool,
    /// When it was written last, in milliseconds since 1970.
    pub(super) saved_at: Option<i64>,
    /// How its file is.
    pub(super) health: Health,
    /// A look back at an earlier moment.
    pub(super) back: Option<Back>,
    /// The flow that is looked at.
    pub(super) flow: FlowId,
    /// What a file of another form lost on its way in; told once.
    pub(super) losses: Vec<ToldLoss>,
    /// What was found when somebody looked last.
    pub(super) flags: BTreeMap<FlowId, Vec<Flag>>,
    /// Whether the window wants to see how many speak about each step.
    pub(super) heat: Heat,
    /// What the window has: the last, and the one before where what came since was not asked for by an edit.
    pub(super) sent: Vec<Sent>,
    /// What became of flows that were played as they were drawn at a revision.
    pub(super) played: BTreeMap<FlowId, (u64, Outcome)>,
    /// Raised by the next edit.
    pub(super) analysing: Option<Cancel>,
}

/// What the window has.
#[derive(Debug)]
pub(super) struct Sent {
    pub(super) serial: u32,
    /// Its records.
    pub(super) document: Document,
    /// Its picture, which may be newer than the records.
    pub(super) sheet: Sheet,
}

impl Opened {
    /// Whatever is being searched is searched in vain.
    pub(super) fn stop_analysing(&mut self) {
        if let Some(cancel) = self.analysing.take() {
            cancel.cancel();
        }
    }

    /// What became of the flow that is looked at, where it was played as it is drawn now.
    pub(super) fn outcome(&self) -> Option<Outcome> {
        let (revision, outcome) = self.played.get(&self.flow)?;
        (*revision == self.shown().revision()).then(|| outcome.clone())
    }

    /// The process that is looked at.
    pub(super) fn process(&self) -> Option<ProcessId> {
        let flow = self.shown().document().flow(self.flow);
        flow.ok().map(|flow| flow.process)
    }

    /// Looks at a flow that is there, where the one that was looked at is gone: at the first of `process` if it has one.
    pub(super) fn look_at_what_is_there(&mut self, process: Option<ProcessId>) {
        let document = self.shown().document().clone();
        if document.flow(self.flow).is_ok() {
            return;
        }
        let flows = process.map(|process| document.flows_of(process));
        let near = flows.and_then(|flows| flows.first().map(|(id, _)| *id));
        if let Some(flow) = near.or_else(|| document.first_flow()) {
            self.flow = flow;
        }
    }
}

impl Desk {
    /// Does `act` to the open project, and shows what came of it.
    pub(super) fn edit(
        &self,
        seen: Option<u32>,
        act: impl FnOnce(&mut Session, i64) -> Result<(), Problem>,
    ) -> Result<View, Problem> {
        let now = self.now();
        let mut state = self.state();
        state.change(now, act)?;
        state.view(seen)
    }
}

impl State {
    /// Does `act` to the open project. Whatever is being searched in it is searched in vain.
    pub(super) fn change(
        &mut self,
        now: i64,
        act: impl FnOnce(&mut Session, i64) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let opened = self.opened()?;
        if let Some(reading) = opened.reading() {
            return Err(opened.not_now(reading));
        }
        let (before, process) = (opened.session.revision(), opened.process());
        act(&mut opened.session, now)?;
        if opened.session.revision() != before {
            opened.saved_at = Some(now);
            opened.stop_analysing();
        }
        opened.look_at_what_is_there(process);
        Ok(())
    }
}

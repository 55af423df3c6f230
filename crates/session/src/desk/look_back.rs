//! The project as it was at an earlier moment, to be looked at and not changed.
use std::collections::BTreeMap;

use kaizu_model::FlowId;
use kaizu_store::Revision;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::history::name_of;
use super::opened::Opened;
use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::requests::flags::Flag;
use crate::session::Session;

/// Asks for a moment; for now where none is named.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "LookBackCall", optional_fields)]
pub struct LookBack {
    /// After which step.
    #[serde(default)]
    pub revision: Option<i64>,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

/// The moment that is looked back at.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Past {
    /// After which step; 0 is the project as it was created.
    pub revision: i64,
    /// When that was done, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A look back.
#[derive(Debug)]
pub(super) struct Back {
    pub(super) past: Past,
    /// The project as it was.
    pub(super) session: Session,
    /// What was looked at before.
    flow: FlowId,
    flags: BTreeMap<FlowId, Vec<Flag>>,
}

impl Ask for LookBack {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        match self.revision {
            Some(revision) => opened.look_back(revision)?,
            None => opened.look_at_now(),
        }
        state.view(self.seen)
    }
}

impl Opened {
    /// What is seen: the project as it is, or as it was.
    pub(super) fn shown(&self) -> &Session {
        self.back
            .as_ref()
            .map_or(&self.session, |back| &back.session)
    }

    /// Looks at the project as it was after the step `revision`.
    pub(super) fn look_back(&mut self, revision: i64) -> Result<(), Problem> {
        let store = self.session.store()?;
        let stored = |failure| self.session.stored(&failure);
        let revision = Revision(revision.clamp(0, store.revision().0));
        let past = Past {
            revision: revision.0,
            at: store.written_at(revision).map_err(stored)?,
            name: name_of(&store.moments().map_err(stored)?, revision),
        };
        let document = store.past(revision).map_err(stored)?;
        let counted = u64::try_from(revision.0).unwrap_or_default();
        let session = self.session.holding(document, counted);
        let process = self.process();
        self.stop_analysing();
        let (flow, flags) = match self.back.take() {
            Some(back) => (back.flow, back.flags),
            None => (self.flow, std::mem::take(&mut self.flags)),
        };
        self.flags.clear();
        self.back = Some(Back {
            past,
            session,
            flow,
            flags,
        });
        self.look_at_what_is_there(process);
        Ok(())
    }

    /// Looks at the project as it is.
    pub(super) fn look_at_now(&mut self) {
        let Some(back) = self.back.take() else {
            return;
        };
        let process = self.process();
        self.stop_analysing();
        self.flow = back.flow;
        self.flags = back.flags;
        self.look_at_what_is_there(process);
    }
}

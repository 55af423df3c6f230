//! What is open at one moment, for work that takes longer than a window may wait: looked at apart, written at once.
use std::path::PathBuf;

use kaizu_model::{Command, Document, FlowId, Ids, Refusal, Variant};

use super::opened::Opened;
use super::{Desk, View};
use crate::problem::Problem;
use crate::session::Session;

/// How often work is begun again because somebody edited meanwhile.
const TRIES: usize = 4;

/// What is open at one moment.
pub(super) struct Moment {
    /// Apart from what is open: an edit does not reach it.
    pub(super) session: Session,
    /// The flow that is looked at.
    pub(super) flow: FlowId,
    /// Numbers that no record has or had.
    pub(super) ids: Ids,
    /// Which project, and how often it had been changed.
    of: (PathBuf, u64),
}

/// One edit that was made at a moment, and the flow to look at then.
pub(super) struct Edit {
    pub(super) command: Command,
    pub(super) flow: FlowId,
}

impl Moment {
    pub(super) fn document(&self) -> &Document {
        self.session.document()
    }

    /// Today's flow of the process that is looked at, from which a better one is made.
    pub(super) fn as_is(&self) -> Result<FlowId, Problem> {
        let refused = |refusal: Refusal| self.session.refused(&refusal);
        let looked_at = self.document().flow(self.flow).map_err(refused)?;
        let flows = self.document().flows_of(looked_at.process);
        let as_is = flows.iter().find(|(_, it)| it.variant == Variant::AsIs);
        let made_from = looked_at.made_from.filter(|_| as_is.is_none());
        Ok(as_is.map(|(id, _)| *id).or(made_from).unwrap_or(self.flow))
    }
}

impl Opened {
    fn version(&self) -> (PathBuf, u64) {
        (self.path.clone(), self.session.revision())
    }
}

impl Desk {
    fn moment(&self) -> Result<Moment, Problem> {
        let mut state = self.state();
        let opened = state.opened()?;
        if let Some(reading) = opened.reading() {
            return Err(opened.not_now(reading));
        }
        Ok(Moment {
            session: opened.session.snapshot(),
            flow: opened.flow,
            ids: opened.session.ids(),
            of: opened.version(),
        })
    }

    /// Writes what `make` makes of a moment, as one step, unless somebody edited meanwhile: then it is made again.
    /// The desk can be asked other things while it is made.
    pub(super) fn write(
        &self,
        seen: Option<u32>,
        mut make: impl FnMut(&Moment) -> Result<Edit, Problem>,
    ) -> Result<View, Problem> {
        for _ in 0..TRIES {
            let moment = self.moment()?;
            let edit = make(&moment)?;
            let now = self.now();
            let mut state = self.state();
            if state.opened()?.version() != moment.of {
                continue;
            }
            state.change(now, |session, at| session.dispatch(&edit.command, at))?;
            state.opened()?.flow = edit.flow;
            return state.view(seen);
        }
        Err(Problem::new(&self.words(), "changed-meanwhile", &[]))
    }
}

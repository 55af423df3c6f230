//! An empty desk. Everything is on the disk already.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Start, State};
use crate::problem::Problem;

/// Asks to put the open project away.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "CloseCall")]
pub struct Close {}

impl Ask for Close {
    type Answer = Start;

    fn answer(self, desk: &Desk) -> Result<Start, Problem> {
        desk.close();
        Ok(desk.start())
    }
}

impl Desk {
    /// Puts away what is open, and stops what is being searched in it. Front doors do so before they end.
    pub fn close(&self) {
        self.remember();
        self.state().clear();
    }
}

impl State {
    /// Puts away what is open, and stops what is being searched in it.
    pub(super) fn clear(&mut self) {
        for job in self.jobs.values() {
            job.cancel();
        }
        if let Some(mut opened) = self.opened.take() {
            opened.stop_analysing();
        }
    }
}

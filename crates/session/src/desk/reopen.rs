//! The open project once more: what another program changed is seen, and who held it may be gone.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;

/// Opens the project once more.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ReopenCall")]
pub struct Reopen {}

impl Ask for Reopen {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let path = desk.state().opened()?.path.clone();
        desk.open(&path)
    }
}

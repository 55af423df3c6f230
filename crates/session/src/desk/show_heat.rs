//! Whether the ground of the steps tells how many speak about them, in this window and in what is taken out of it.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::problem::Problem;
use crate::requests::heard::Heat;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ShowHeatCall", optional_fields)]
pub struct ShowHeat {
    /// Whether it does.
    pub heat: Heat,
    /// The last view that the window has.
    #[serde(default)]
    pub seen: Option<u32>,
}

impl Ask for ShowHeat {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let mut state = desk.state();
        state.opened()?.heat = self.heat;
        state.view(self.seen)
    }
}

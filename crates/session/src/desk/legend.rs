//! What the signs in the picture mean, as a small picture of its own.
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Painting};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "LegendCall")]
pub struct Legend {}

impl Ask for Legend {
    type Answer = Painting;

    fn answer(self, desk: &Desk) -> Result<Painting, Problem> {
        let mut state = desk.state();
        let opened = state.opened()?;
        let legend = opened.bare()?.legend(opened.shown().words());
        Ok(Painting::of_scene(legend))
    }
}

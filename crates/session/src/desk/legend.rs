//! What the signs in the picture mean, as a small picture of its own.
use serde::Deserialize;
use ts_rs::TS;

use super::painting::Sheet;
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
        Ok(Sheet::of_legend(&opened.bare()?).whole())
    }
}

//! No tour is offered at the start any more: it was taken, or is not wanted.
use serde::Deserialize;
use ts_rs::TS;

use super::hello::hello;
use super::{Ask, Desk, Hello};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SkipTourCall")]
pub struct SkipTour {}

impl Ask for SkipTour {
    type Answer = Hello;

    fn answer(self, desk: &Desk) -> Result<Hello, Problem> {
        desk.choose(|settings| settings.is_tour_over = true);
        Ok(hello(desk, &desk.words()))
    }
}

//! Light, dark, or as the system is: kept for the next start.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hello::hello;
use super::{Ask, Desk, Hello};
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SetAppearanceCall")]
pub struct SetAppearance {
    /// Which one.
    pub appearance: Appearance,
}

/// How bright the window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As everything else on the machine.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Ask for SetAppearance {
    type Answer = Hello;

    fn answer(self, desk: &Desk) -> Result<Hello, Problem> {
        desk.choose(|settings| settings.appearance = self.appearance);
        Ok(hello(desk, &desk.words()))
    }
}

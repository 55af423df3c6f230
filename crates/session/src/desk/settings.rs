//! What a person chose for the window itself, and keeps over its end.
use kaizu_model::Language;
use kaizu_store::settings;
use serde::{Deserialize, Serialize};

use super::Desk;
use super::set_appearance::Appearance;

/// What was chosen. A choice that this Kaizu does not know is none.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// The language, where somebody chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Language>,
    /// How bright the window is.
    pub(super) appearance: Appearance,
    /// Whether the tour is offered no more.
    pub(super) is_tour_over: bool,
}

impl Desk {
    /// Makes a choice and keeps it. Where it cannot be kept, it holds until the window ends.
    pub(super) fn choose(&self, choice: impl Fn(&mut Settings)) {
        choice(&mut self.state().settings);
        // Another window may have chosen meanwhile: only this choice is made anew.
        let mut kept: Settings = settings::read(&self.options.home);
        choice(&mut kept);
        let _ = settings::keep(&self.options.home, &kept);
    }
}

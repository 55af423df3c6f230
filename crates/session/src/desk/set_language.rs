//! Another language for everything that is said from here on, kept for the next start.
use std::sync::Arc;

use kaizu_model::Language;
use serde::Deserialize;
use ts_rs::TS;

use super::hello::hello;
use super::{Ask, Desk, Hello};
use crate::problem::Problem;
use crate::words::Words;

/// Asks to speak `language`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "SetLanguageCall")]
pub struct SetLanguage {
    /// Which one.
    pub language: Language,
}

impl Ask for SetLanguage {
    type Answer = Hello;

    fn answer(self, desk: &Desk) -> Result<Hello, Problem> {
        desk.choose(|settings| settings.language = Some(self.language));
        desk.speak(self.language);
        Ok(hello(desk, &desk.words()))
    }
}

impl Desk {
    /// Speaks `language` until the window ends, whatever was chosen for good.
    pub fn speak(&self, language: Language) {
        let words = Arc::new(Words::new(language));
        let mut state = self.state();
        state.words = Arc::clone(&words);
        if let Some(opened) = &mut state.opened {
            if let Some(back) = &mut opened.back {
                back.session.speak(Arc::clone(&words));
            }
            opened.session.speak(words);
            opened.sent.clear();
            opened.stop_analysing();
        }
    }
}

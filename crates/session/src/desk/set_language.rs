//! Another language for everything that is said from here on.
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
        let words = Arc::new(Words::new(self.language));
        let mut state = desk.state();
        state.words = Arc::clone(&words);
        if let Some(opened) = &mut state.opened {
            opened.session.speak(Arc::clone(&words));
            opened.sent = None;
            opened.stop_analysing();
        }
        drop(state);
        Ok(hello(desk, &words))
    }
}

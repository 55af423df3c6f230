//! `kaizu text`: the flow read aloud.
use anyhow::Result;
use clap::ArgMatches;
use kaizu_session::Words;
use kaizu_session::requests::read_aloud;
use serde_json::json;

use super::{Verb, asked};
use crate::output::Outcome;

/// The flow read aloud.
pub(super) struct Text;

impl Verb for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        asked(&read_aloud::ReadAloud, matches, words, |_, text| {
            Outcome::new(&json!({ "text": &text }), text)
        })
    }
}

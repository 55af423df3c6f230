//! `kaizu text`: the flow read aloud.
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches};
use kaizu_session::Words;
use kaizu_session::requests::read_aloud;

use super::Verb;
use crate::output::Outcome;
use crate::{arguments, input};

/// the flow read aloud.
pub(super) struct Text;

impl Verb for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn arguments(&self, words: &Words) -> Vec<Arg> {
        [arguments::file(words), arguments::json(words)]
            .into_iter()
            .chain(arguments::choice(words))
            .collect()
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let path = arguments::path(matches, "file").map_or(Path::new("-"), |path| path);
        let (session, flow) = input::open(path, matches, words)?;
        let began = Instant::now();
        let answer = session.ask(&read_aloud::ReadAloud, flow)?;
        let took = began.elapsed();
        Ok(Outcome::new(&serde_json::json!({ "text": &answer }), answer).took(took))
    }
}

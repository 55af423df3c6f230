//! `kaizu analyze`: figures and findings.
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches};
use kaizu_session::Words;
use kaizu_session::requests::analyze;

use super::Verb;
use crate::output::Outcome;
use crate::{arguments, input};

/// figures and findings.
pub(super) struct Analyze;

impl Verb for Analyze {
    fn name(&self) -> &'static str {
        "analyze"
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
        let answer = session.ask(&analyze::Analyze::default(), flow)?;
        let took = began.elapsed();
        Ok(Outcome::new(&answer, answer.text(&session)).took(took))
    }
}

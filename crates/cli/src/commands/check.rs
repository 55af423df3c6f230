//! `kaizu check`: soundness and modelling errors.
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches};
use kaizu_session::Words;
use kaizu_session::requests::check;

use super::Verb;
use crate::output::Outcome;
use crate::{arguments, input};

/// soundness and modelling errors.
pub(super) struct Check;

impl Verb for Check {
    fn name(&self) -> &'static str {
        "check"
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
        let answer = session.ask(&check::Check, flow)?;
        let took = began.elapsed();
        let found = !answer.errors.is_empty();
        Ok(Outcome::new(&answer, answer.text(&session))
            .took(took)
            .with_errors(found))
    }
}

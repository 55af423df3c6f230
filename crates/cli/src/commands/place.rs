//! `kaizu place`: the layout as positions.
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches};
use kaizu_session::Words;
use kaizu_session::requests::place;

use super::Verb;
use crate::output::Outcome;
use crate::{arguments, input};

/// the layout as positions.
pub(super) struct Place;

impl Verb for Place {
    fn name(&self) -> &'static str {
        "place"
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
        let answer = session.ask(&place::Place, flow)?;
        let took = began.elapsed();
        Ok(Outcome::new(&answer, answer.text()).took(took))
    }
}

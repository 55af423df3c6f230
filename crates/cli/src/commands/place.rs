//! `kaizu place`: the layout as positions.
use anyhow::Result;
use clap::ArgMatches;
use kaizu_session::Words;
use kaizu_session::requests::place;

use super::{Verb, asked};
use crate::output::Outcome;

/// The layout as positions.
pub(super) struct Place;

impl Verb for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        asked(&place::Place, matches, words, |_, positions| {
            Outcome::new(&positions, positions.text())
        })
    }
}

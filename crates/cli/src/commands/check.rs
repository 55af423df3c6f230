//! `kaizu check`: soundness and modelling errors.
use anyhow::Result;
use clap::ArgMatches;
use kaizu_session::Words;
use kaizu_session::requests::check;

use super::{Verb, asked};
use crate::output::Outcome;

/// Soundness and modelling errors.
pub(super) struct Check;

impl Verb for Check {
    fn name(&self) -> &'static str {
        "check"
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        asked(&check::Check, matches, words, |session, checked| {
            Outcome::new(&checked, checked.text(session)).with_errors(!checked.errors.is_empty())
        })
    }
}

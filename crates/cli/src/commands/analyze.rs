//! `kaizu analyze`: figures and findings.
use anyhow::Result;
use clap::ArgMatches;
use kaizu_session::Words;
use kaizu_session::requests::analyze;

use super::{Verb, asked};
use crate::output::Outcome;

/// Figures and findings.
pub(super) struct Analyze;

impl Verb for Analyze {
    fn name(&self) -> &'static str {
        "analyze"
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        asked(
            &analyze::Analyze::default(),
            matches,
            words,
            |session, analysis| Outcome::new(&analysis, analysis.text(session)),
        )
    }
}

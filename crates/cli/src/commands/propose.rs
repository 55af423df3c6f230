//! `kaizu propose`: composes a better flow.
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches};
use kaizu_session::Words;
use kaizu_session::requests::convert::Page;
use kaizu_session::requests::propose;

use super::{Verb, now};
use crate::output::{self, Outcome};
use crate::{arguments, input};

/// Composes a better flow.
pub(super) struct Propose;

impl Verb for Propose {
    fn name(&self) -> &'static str {
        "propose"
    }

    fn arguments(&self, words: &Words) -> Vec<Arg> {
        let package = Arg::new("package")
            .long("package")
            .value_name("fast|rules|free")
            .value_parser(["fast", "rules", "free"])
            .hide_possible_values(true)
            .default_value("free")
            .hide_default_value(true)
            .help(words.say("cli-package"));
        vec![package, arguments::out(words)]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let asked = arguments::word(matches, "package");
        let package = propose::Package::ALL
            .iter()
            .copied()
            .find(|it| Some(it.name()) == asked)
            .unwrap_or_default();
        let (session, flow) = input::open(arguments::input(matches), matches, words)?;
        let began = Instant::now();
        let proposed = session.ask(&propose::Propose::new(package, now()), flow)?;
        let took = began.elapsed();
        let mut outcome = Outcome::new(&proposed.told, proposed.told.text(words)).took(took);
        if let Some(out) = arguments::path(matches, "out") {
            for loss in output::write(&proposed.session, proposed.flow, out, Page::Fit, words)? {
                outcome = outcome.remark(loss.sentence);
            }
            outcome =
                outcome.remark(words.tell("cli-written", &[("file", out.display().to_string())]));
        }
        Ok(outcome)
    }
}

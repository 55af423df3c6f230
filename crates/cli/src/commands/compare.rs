//! `kaizu compare`: two flows, step by step and figure by figure.
use std::time::Instant;

use anyhow::Result;
use clap::{Arg, ArgMatches, value_parser};
use kaizu_session::requests::compare;
use kaizu_session::requests::convert::Page;
use kaizu_session::{Words, write_file};

use super::{Verb, now};
use crate::output::Outcome;
use crate::{arguments, input};

/// Two flows, step by step and figure by figure.
pub(super) struct Compare;

impl Verb for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn arguments(&self, words: &Words) -> Vec<Arg> {
        let other = Arg::new("other")
            .value_name("OTHER")
            .value_parser(value_parser!(std::path::PathBuf))
            .help_heading(words.say("cli-files"))
            .help(words.say("cli-other"));
        vec![other, arguments::out(words)]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let (session, flow) = input::open(arguments::input(matches), matches, words)?;
        let other = arguments::path(matches, "other")
            .map(|path| input::open_other(path, words))
            .transpose()?;
        let question = match &other {
            Some((other, other_flow)) => compare::Compare::with(other, *other_flow),
            None => compare::Compare::within(&session, flow)?,
        };
        let before = question.before(flow);
        let began = Instant::now();
        let compared = session.ask(&question, before)?;
        let took = began.elapsed();
        let mut outcome = Outcome::new(&compared, compared.text(words)).took(took);
        if let Some(out) = arguments::path(matches, "out") {
            let edition = session.edition(now());
            let to = (out.as_path(), Page::Fit);
            let bytes = compare::file(&session, &question, &compared, before, to, &edition)?;
            write_file(out, &bytes, words.language())?;
            outcome =
                outcome.remark(words.tell("cli-written", &[("file", out.display().to_string())]));
        }
        Ok(outcome)
    }
}

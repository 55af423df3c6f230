//! `kaizu convert`: any readable form to any writable one, by ending.
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgMatches, value_parser};
use kaizu_session::Words;
use kaizu_session::requests::convert::Page;
use serde_json::json;

use super::Verb;
use crate::output::{self, Outcome};
use crate::{arguments, input};

/// Any readable form to any writable one.
pub(super) struct Convert;

impl Verb for Convert {
    fn name(&self) -> &'static str {
        "convert"
    }

    fn arguments(&self, words: &Words) -> Vec<Arg> {
        let target = Arg::new("target")
            .value_name("OUT")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help_heading(words.say("cli-files"))
            .help(words.say("cli-target"));
        vec![target, arguments::page(words)]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let target = arguments::path(matches, "target").map_or(Path::new(""), |path| path);
        let (session, flow) = input::open(arguments::input(matches), matches, words)?;
        let losses = output::write(&session, flow, target, page(matches), words)?;
        let told = words.tell("cli-written", &[("file", target.display().to_string())]);
        let outcome = Outcome::new(&json!({ "losses": losses }), told + "\n");
        Ok(losses
            .into_iter()
            .fold(outcome, |outcome, loss| outcome.remark(loss.sentence)))
    }
}

/// The sheet that the arguments name.
fn page(matches: &ArgMatches) -> Page {
    match arguments::word(matches, "page") {
        Some("A4") => Page::A4,
        Some("A3") => Page::A3,
        Some(_) | None => Page::Fit,
    }
}

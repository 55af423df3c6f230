//! `kaizu simulate`: what becomes of the cases as time goes on.
use anyhow::Result;
use clap::{Arg, ArgMatches, value_parser};
use kaizu_session::Words;
use kaizu_session::requests::simulate;

use super::{Verb, asked};
use crate::output::Outcome;

/// What becomes of the cases as time goes on.
pub(super) struct Simulate;

impl Verb for Simulate {
    fn name(&self) -> &'static str {
        "simulate"
    }

    fn arguments(&self, words: &Words) -> Vec<Arg> {
        let number = |name: &'static str, value: &'static str| {
            let shown = words.say(&format!("cli-{name}"));
            Arg::new(name).long(name).value_name(value).help(shown)
        };
        vec![
            number("cases", "N").value_parser(value_parser!(u64).range(1..=100_000_000)),
            number("replications", "R").value_parser(value_parser!(u32).range(1..=100_000)),
            number("seed", "S").value_parser(value_parser!(u64)),
            number("staff", "FACTOR").value_parser(factor),
        ]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let usual = simulate::Simulate::default();
        let request = simulate::Simulate {
            cases: matches.get_one("cases").copied(),
            replications: matches.get_one("replications").copied(),
            seed: matches.get_one("seed").copied().unwrap_or(usual.seed),
            staff: matches.get_one("staff").copied().unwrap_or(usual.staff),
            ..usual
        };
        asked(&request, matches, words, |session, told| {
            Outcome::new(&told, told.text(session))
        })
    }
}

/// A part of today's people: more than none, and no more than a thousand times as many.
fn factor(typed: &str) -> Result<f64, String> {
    let factor: f64 = typed.parse().map_err(|_| typed.to_owned())?;
    let is_possible = factor > 0.0 && factor <= 1000.0;
    is_possible
        .then_some(factor)
        .ok_or_else(|| typed.to_owned())
}

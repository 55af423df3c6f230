//! Kaizu on the command line: one command a file, no logic of its own.
#![expect(
    clippy::disallowed_methods,
    reason = "a front door reads arguments, the clock and standard input"
)]
mod arguments;
mod commands;
mod input;
mod output;

use std::process::ExitCode;

use kaizu_session::Words;

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args_os().collect();
    let words = Words::new(arguments::language(&given));
    let wants_json = given.iter().any(|argument| argument == "--json");
    match commands::shape(&words).try_get_matches_from(given) {
        Ok(matches) => output::finish(commands::run(&matches, &words), wants_json, &words),
        Err(refused) => output::unusable(&refused, wants_json, &words),
    }
}

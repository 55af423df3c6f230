//! Every command. One file each: declare it here, list it below.
mod analyze;
mod check;
mod compare;
mod convert;
mod manual;
mod place;
mod propose;
mod serve;
mod simulate;
mod text;

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use kaizu_session::requests::Request;
use kaizu_session::{Problem, Session, Words};

use crate::output::Outcome;
use crate::{arguments, input};

/// One command of the command line.
trait Verb {
    /// The word typed after `kaizu`.
    fn name(&self) -> &'static str;
    /// Its arguments beside those that all have.
    fn arguments(&self, _words: &Words) -> Vec<Arg> {
        Vec::new()
    }
    /// All its arguments: those of a command that reads one file, unless it says otherwise.
    fn all_arguments(&self, words: &Words) -> Vec<Arg> {
        [arguments::file(words)]
            .into_iter()
            .chain(self.arguments(words))
            .chain([arguments::json(words)])
            .chain(arguments::choice(words))
            .collect()
    }
    /// What it does.
    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome>;
}

/// Every command, in the order of the help.
const ALL: &[&dyn Verb] = &[
    &check::Check,
    &analyze::Analyze,
    &propose::Propose,
    &compare::Compare,
    &simulate::Simulate,
    &place::Place,
    &convert::Convert,
    &text::Text,
    &manual::Manual,
    &serve::Serve,
];

/// The whole command line, in the language of `words`.
pub(crate) fn shape(words: &Words) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(words.say("cli-version"));
    let shape = dressed(
        Command::new("kaizu"),
        words,
        words.say("cli-about"),
        words.say("cli-after"),
    )
    .version(env!("CARGO_PKG_VERSION"))
    .override_usage(words.say("cli-usage-line"))
    .subcommand_required(true)
    .arg_required_else_help(true)
    .disable_help_subcommand(true)
    .disable_version_flag(true)
    .subcommand_help_heading(words.say("cli-commands"))
    .args([
        arguments::language_of_sentences(words),
        arguments::help(words),
        version,
    ]);
    shape.subcommands(ALL.iter().map(|verb| command(*verb, words)))
}

/// One command with its arguments.
fn command(verb: &dyn Verb, words: &Words) -> Command {
    let about = words.say(&format!("cli-{}", verb.name()));
    let example = words.say(&format!("cli-{}-example", verb.name()));
    let arguments = verb.all_arguments(words);
    let usage = usage(verb.name(), &arguments, words);
    dressed(Command::new(verb.name()), words, about, example)
        .override_usage(usage)
        .args(arguments)
}

/// What every command's help has in common.
fn dressed(command: Command, words: &Words, about: String, after: String) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("cli-usage")
    );
    command
        .about(about)
        .after_help(after)
        .help_template(template)
        .disable_help_flag(true)
        .next_help_heading(words.say("cli-options"))
}

/// How a command is typed: its name, its files, and that there are options.
fn usage(name: &str, arguments: &[Arg], words: &Words) -> String {
    let files = arguments
        .iter()
        .filter(|argument| argument.is_positional())
        .map(|argument| {
            let file = argument
                .get_value_names()
                .and_then(|names| names.first())
                .map(ToString::to_string);
            let file = file.unwrap_or_default();
            if argument.is_required_set() {
                file
            } else {
                format!("[{file}]")
            }
        });
    let files: Vec<String> = files.collect();
    format!(
        "kaizu {name} {} [{}]",
        files.join(" "),
        words.say("cli-options")
    )
}

/// Does what the arguments say.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<Outcome> {
    let asked = matches.subcommand();
    let found = asked
        .and_then(|(name, matches)| Some((ALL.iter().find(|verb| verb.name() == name)?, matches)));
    match found {
        Some((verb, matches)) => verb.run(matches, words),
        None => Err(Problem::new(words, "usage", &[("reason", String::new())]).into()),
    }
}

/// Opens the file, asks `request` about the chosen flow, and tells the answer with the time it took.
fn asked<R: Request>(
    request: &R,
    matches: &ArgMatches,
    words: &Words,
    tell: impl FnOnce(&Session, R::Answer) -> Outcome,
) -> Result<Outcome> {
    let (session, flow) = input::open(arguments::input(matches), matches, words)?;
    let began = Instant::now();
    let answer = session.ask(request, flow)?;
    let took = began.elapsed();
    Ok(tell(&session, answer).took(took))
}

/// This moment, in milliseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaizu_session::model::Language;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for language in [Language::Ja, Language::En] {
            shape(&Words::new(language)).debug_assert();
        }
    }

    #[test]
    fn every_command_is_explained_in_both_languages() {
        for language in [Language::Ja, Language::En] {
            let words = Words::new(language);
            for verb in ALL {
                assert!(
                    words.has(&format!("cli-{}", verb.name())),
                    "{}",
                    verb.name()
                );
                assert!(
                    words.has(&format!("cli-{}-example", verb.name())),
                    "{}",
                    verb.name()
                );
            }
        }
    }
}

//! Every command. One file each: declare it here, list it below.
mod analyze;
mod check;
mod compare;
mod convert;
mod place;
mod propose;
mod text;

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command};
use kaizu_session::{Problem, Words};

use crate::output::Outcome;

/// One command of the command line.
trait Verb {
    /// The word typed after `kaizu`.
    fn name(&self) -> &'static str;
    /// Its arguments beside those that all have.
    fn arguments(&self, words: &Words) -> Vec<Arg>;
    /// What it does.
    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome>;
}

/// Every command, in the order of the help.
const ALL: &[&dyn Verb] = &[
    &check::Check,
    &analyze::Analyze,
    &propose::Propose,
    &compare::Compare,
    &place::Place,
    &convert::Convert,
    &text::Text,
];

/// The whole command line, in the language of `words`.
pub(crate) fn shape(words: &Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("cli-usage")
    );
    let language = Arg::new("lang")
        .long("lang")
        .value_name("ja|en")
        .value_parser(["ja", "en"])
        .hide_possible_values(true)
        .global(true)
        .help(words.say("cli-lang"));
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help(words.say("cli-help"));
    let mut shape = Command::new("kaizu")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say("cli-about"))
        .after_help(words.say("cli-after"))
        .help_template(&template)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .subcommand_help_heading(words.say("cli-commands"))
        .next_help_heading(words.say("cli-options"))
        .args([language, help]);
    for verb in ALL {
        shape = shape.subcommand(
            Command::new(verb.name())
                .about(words.say(&format!("cli-{}", verb.name())))
                .after_help(words.say(&format!("cli-{}-example", verb.name())))
                .help_template(&template)
                .disable_help_flag(true)
                .next_help_heading(words.say("cli-options"))
                .args(verb.arguments(words)),
        );
    }
    shape
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

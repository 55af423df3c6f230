//! Arguments that several commands share.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use kaizu_session::Words;
use kaizu_session::model::Language;

/// The language asked for, else the system's; Japanese where that is unknown.
pub(crate) fn language(given: &[OsString]) -> Language {
    let given: Vec<&str> = given
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    let asked = given
        .windows(2)
        .find(|pair| pair[0] == "--lang")
        .map(|pair| pair[1].to_owned());
    let asked = asked.or_else(|| {
        given
            .iter()
            .find_map(|argument| argument.strip_prefix("--lang="))
            .map(Into::into)
    });
    match asked.or_else(sys_locale::get_locale) {
        Some(tag) if tag.to_lowercase().starts_with("en") => Language::En,
        Some(_) | None => Language::Ja,
    }
}

/// The language of sentences.
pub(crate) fn language_of_sentences(words: &Words) -> Arg {
    Arg::new("lang")
        .long("lang")
        .value_name("ja|en")
        .value_parser(["ja", "en"])
        .hide_possible_values(true)
        .global(true)
        .help(words.say("cli-lang"))
}

/// The explanation of a command.
pub(crate) fn help(words: &Words) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help(words.say("cli-help"))
}

/// The file to read.
pub(crate) fn file(words: &Words) -> Arg {
    Arg::new("file")
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help_heading(words.say("cli-files"))
        .help(words.say("cli-file"))
}

/// Where to write.
pub(crate) fn out(words: &Words) -> Arg {
    Arg::new("out")
        .short('o')
        .long("out")
        .value_name("OUT")
        .value_parser(value_parser!(PathBuf))
        .help(words.say("cli-out"))
}

/// One JSON value instead of text.
pub(crate) fn json(words: &Words) -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(words.say("cli-json"))
}

/// Which process and flow of a project.
pub(crate) fn choice(words: &Words) -> [Arg; 3] {
    [
        Arg::new("process")
            .long("process")
            .value_name("NAME")
            .help(words.say("cli-process")),
        Arg::new("flow")
            .long("flow")
            .value_name("NAME")
            .help(words.say("cli-flow")),
        Arg::new("from")
            .long("from")
            .value_name("FORMAT")
            .help(words.say("cli-from")),
    ]
}

/// The sheet of a PDF.
pub(crate) fn page(words: &Words) -> Arg {
    Arg::new("page")
        .long("page")
        .value_name("SHEET")
        .value_parser(PossibleValuesParser::new(["A4", "A3", "fit"]))
        .default_value("fit")
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(words.say("cli-page"))
}

/// The file to read; standard input where it is `-`.
pub(crate) fn input(matches: &ArgMatches) -> &Path {
    path(matches, "file").map_or(Path::new("-"), |path| path)
}

/// A path among the arguments.
pub(crate) fn path<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a PathBuf> {
    matches.get_one::<PathBuf>(name)
}

/// A word among the arguments.
pub(crate) fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

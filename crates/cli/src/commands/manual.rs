//! `kaizu manual`: one page for everything Kaizu looks for and proposes, with pictures.
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgMatches, value_parser};
use kaizu_session::requests::manual::manual;
use kaizu_session::{Words, make_folder, write_file};
use serde_json::json;

use super::Verb;
use crate::arguments;
use crate::output::Outcome;

/// The manual.
pub(super) struct Manual;

impl Verb for Manual {
    fn name(&self) -> &'static str {
        "manual"
    }

    fn all_arguments(&self, words: &Words) -> Vec<Arg> {
        let folder = Arg::new("folder")
            .value_name("DIR")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help_heading(words.say("cli-files"))
            .help(words.say("cli-manual-folder"));
        vec![folder, arguments::json(words)]
    }

    fn run(&self, matches: &ArgMatches, words: &Words) -> Result<Outcome> {
        let folder = arguments::path(matches, "folder").map_or(Path::new(""), |path| path);
        let pages = manual(words)?;
        make_folder(folder, words.language())?;
        for page in &pages {
            let file = folder.join(&page.file);
            write_file(&file, &page.bytes, words.language())?;
        }
        let first = folder.join("index.html").display().to_string();
        let told = words.tell("cli-written", &[("file", first)]);
        let files: Vec<&String> = pages.iter().map(|page| &page.file).collect();
        Ok(Outcome::new(&json!({ "files": files }), told + "\n"))
    }
}

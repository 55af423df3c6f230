//! Opening what the arguments name: a file, or standard input.
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use clap::ArgMatches;
use kaizu_session::model::FlowId;
use kaizu_session::{Form, Problem, Session, Words};

use crate::arguments::word;

/// The session on `path` and the flow that the arguments choose.
pub(crate) fn open(path: &Path, matches: &ArgMatches, words: &Words) -> Result<(Session, FlowId)> {
    let session = if path.as_os_str() == "-" {
        standard_input(matches, words)?
    } else {
        Session::open(path, words.language())?
    };
    let flow = session.choose(word(matches, "process"), word(matches, "flow"))?;
    Ok((session, flow))
}

/// The session on another file, of which the first flow is meant.
pub(crate) fn open_other(path: &Path, words: &Words) -> Result<(Session, FlowId)> {
    let session = Session::open(path, words.language())?;
    // Whoever compares with a project that holds a better flow means that one.
    let flow = session
        .choose(None, Some("to-be"))
        .or_else(|_| session.choose(None, None))?;
    Ok((session, flow))
}

fn standard_input(matches: &ArgMatches, words: &Words) -> Result<Session> {
    let endings = || ("endings", words.list(&Form::endings(true)));
    let Some(name) = word(matches, "from") else {
        return Err(Problem::new(words, "from-missing", &[endings()]).into());
    };
    let Some(form) = Form::from_ending(name).filter(|form| form.is_readable()) else {
        return Err(Problem::new(
            words,
            "unknown-form",
            &[("file", name.to_owned()), endings()],
        )
        .into());
    };
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(kaizu_session::LARGEST_FILE)
        .read_to_end(&mut bytes)
        .context("standard input")?;
    Ok(Session::read(&bytes, form, None, words.language())?)
}

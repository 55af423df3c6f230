//! What a command gives back, and how it reaches the person or the program that asked.
use std::io::{Write, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use kaizu_session::model::FlowId;
use kaizu_session::requests::convert::{Convert, Page, ToldLoss};
use kaizu_session::{Form, Problem, Session, Words, write_file};
use serde::Serialize;
use serde_json::{Value, json};

use crate::commands::now;

/// What a command gives back.
pub(crate) struct Outcome {
    /// For programs.
    json: Value,
    /// For people, on standard output.
    text: String,
    /// For people, on standard error.
    messages: Vec<String>,
    /// 0 done; 1 done and errors found.
    status: u8,
}

impl Outcome {
    /// An answer in both forms.
    pub(crate) fn new(answer: &impl Serialize, text: String) -> Self {
        let json = serde_json::to_value(answer).unwrap_or(Value::Null);
        Self {
            json,
            text,
            messages: Vec::new(),
            status: 0,
        }
    }

    /// For a command that said everything while it ran.
    pub(crate) fn told() -> Self {
        Self::new(&(), String::new())
    }

    /// How long the work alone took.
    pub(crate) fn took(mut self, time: Duration) -> Self {
        if let Value::Object(object) = &mut self.json {
            object.insert("seconds".into(), json!(time.as_secs_f64()));
        }
        self
    }

    /// With a remark for people.
    pub(crate) fn remark(mut self, message: String) -> Self {
        self.messages.push(message);
        self
    }

    /// Done, but errors were found.
    pub(crate) fn with_errors(mut self, found: bool) -> Self {
        self.status = u8::from(found);
        self
    }
}

/// Writes `flow` of `session` to `path`, in the form that its ending names.
pub(crate) fn write(
    session: &Session,
    flow: FlowId,
    path: &Path,
    page: Page,
    words: &Words,
) -> Result<Vec<ToldLoss>> {
    let Some(form) = Form::of(path) else {
        let values = [
            ("file", path.display().to_string()),
            ("endings", words.list(&Form::endings(false))),
        ];
        return Err(Problem::new(words, "unknown-form", &values)
            .in_file(&path.display().to_string())
            .into());
    };
    let question = Convert {
        form,
        page,
        edition: session.edition(now()),
    };
    let converted = session.ask(&question, flow)?;
    write_file(path, &converted.bytes, words.language())?;
    Ok(converted.losses)
}

/// Prints what came of a command.
pub(crate) fn finish(result: Result<Outcome>, wants_json: bool, words: &Words) -> ExitCode {
    let problem = match result {
        Ok(outcome) => match print(&outcome, wants_json) {
            Ok(status) => return ExitCode::from(status),
            Err(error) => Problem::new(words, "output", &[("reason", error.to_string())]),
        },
        Err(error) => problem(error, words),
    };
    // Nobody reads on where the pipe is closed, so that there is nobody to tell.
    let _ = tell(&problem, wants_json);
    ExitCode::from(2)
}

/// Prints `outcome`, and gives its exit status.
pub(crate) fn print(outcome: &Outcome, wants_json: bool) -> Result<u8> {
    for message in &outcome.messages {
        writeln!(stderr(), "{message}")?;
    }
    if !wants_json {
        write!(stdout(), "{}", outcome.text)?;
    } else if !outcome.json.is_null() {
        writeln!(stdout(), "{}", outcome.json)?;
    }
    Ok(outcome.status)
}

/// An error as people read it, whatever raised it.
fn problem(error: anyhow::Error, words: &Words) -> Problem {
    error.downcast::<Problem>().unwrap_or_else(|other| {
        Problem::new(words, "unreadable", &[("reason", format!("{other:#}"))])
    })
}

/// Prints why the arguments cannot be used; help and version are no mistake.
pub(crate) fn unusable(refused: &clap::Error, wants_json: bool, words: &Words) -> ExitCode {
    if !refused.use_stderr()
        || refused.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    {
        let _ = write!(stdout(), "{refused}");
        return if refused.use_stderr() {
            ExitCode::from(2)
        } else {
            ExitCode::SUCCESS
        };
    }
    let _ = tell(&misused(refused, words), wants_json);
    ExitCode::from(2)
}

/// Which argument is wrong, and how.
fn misused(refused: &clap::Error, words: &Words) -> Problem {
    let context = |kind| match refused.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => words.list(texts),
        Some(_) | None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let kind = refused.kind();
    let (code, what) = if kind == ErrorKind::InvalidSubcommand {
        ("unknown-command", context(ContextKind::InvalidSubcommand))
    } else if kind == ErrorKind::MissingRequiredArgument {
        ("missing-argument", argument)
    } else if kind == ErrorKind::InvalidValue && value.is_empty() {
        ("missing-value", argument)
    } else if matches!(kind, ErrorKind::InvalidValue | ErrorKind::ValueValidation) {
        ("wrong-argument", value)
    } else {
        ("unknown-argument", argument)
    };
    let known = context(ContextKind::ValidValue);
    Problem::new(words, code, &[("what", what), ("known", known)])
}

fn tell(problem: &Problem, wants_json: bool) -> Result<()> {
    if wants_json {
        writeln!(stdout(), "{}", serde_json::to_string(problem)?)?;
        return Ok(());
    }
    let place = [
        problem.at.file.clone(),
        problem.at.line.map(|line| line.to_string()),
        problem.at.column.map(|column| column.to_string()),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("{}: ", place.join(":"))
    };
    writeln!(stderr(), "{place}{}", problem.message)?;
    if !problem.hint.is_empty() {
        writeln!(stderr(), "  → {}", problem.hint)?;
    }
    Ok(())
}

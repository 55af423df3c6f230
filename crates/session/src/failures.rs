//! Failures of the crates below, in words: what happened, to which thing, what to do.
use std::error::Error;
use std::io::ErrorKind;

use kaizu_interchange as interchange;
use kaizu_model::notation::Mistake;
use kaizu_store as store;

use crate::problem::Problem;
use crate::words::Words;

/// A mistake in the notation.
pub(crate) fn mistaken(words: &Words, mistake: &Mistake) -> Problem {
    let values = [
        ("found", mistake.found.clone()),
        (
            "expected",
            words.say(&format!("expected-{}", mistake.expected.code())),
        ),
        ("example", mistake.example.clone()),
    ];
    let sentence = if mistake.found.is_empty() {
        "notation-end"
    } else {
        "notation"
    };
    let problem = Problem::new(words, sentence, &values).at_line(mistake.line, mistake.column);
    Problem {
        code: "notation".into(),
        ..problem
    }
}

/// A failure of another program's format.
pub(crate) fn foreign(words: &Words, failure: &interchange::Failure) -> Problem {
    let path = failure.path().unwrap_or_default().to_owned();
    let (line, column) = failure.line_and_column().unwrap_or_default();
    let shown = if path.is_empty() {
        words.say("whole-file")
    } else {
        path.clone()
    };
    let values = [
        ("path", shown),
        ("name", name(failure)),
        ("line", line.to_string()),
        ("reason", failure.to_string()),
    ];
    let problem = Problem::new(words, failure.code(), &values);
    let problem = if line > 0 {
        problem.at_line(line, column)
    } else {
        problem
    };
    if path.is_empty() {
        problem
    } else {
        problem.about(path)
    }
}

/// The name that a failure is about.
fn name(failure: &interchange::Failure) -> String {
    if let interchange::Failure::UnknownReference { name, .. }
    | interchange::Failure::Duplicate { name, .. } = failure
    {
        name.clone()
    } else {
        String::new()
    }
}

/// A failure of the disk.
pub(crate) fn stored(words: &Words, failure: &store::Failure) -> Problem {
    let file = failure
        .path()
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    let holder = failure.holder().cloned().unwrap_or_default();
    let values = [
        ("reason", reason(words, failure)),
        ("file", file.clone()),
        ("user", holder.user),
        ("host", holder.host),
    ];
    let problem = Problem::new(words, failure.code(), &values);
    if file.is_empty() {
        problem
    } else {
        problem.in_file(&file)
    }
}

/// What the disk said, as far as people can do something about it.
fn reason(words: &Words, failure: &store::Failure) -> String {
    let mut cause: &dyn Error = failure;
    while let Some(source) = cause.source() {
        cause = source;
    }
    let kind = cause
        .downcast_ref::<std::io::Error>()
        .map(std::io::Error::kind);
    let said = |id| words.say(&format!("reason-{id}"));
    if kind == Some(ErrorKind::NotFound) {
        said("no-folder")
    } else if kind == Some(ErrorKind::PermissionDenied)
        || kind == Some(ErrorKind::ReadOnlyFilesystem)
    {
        said("not-allowed")
    } else if kind == Some(ErrorKind::StorageFull) {
        said("disk-full")
    } else {
        said("other")
    }
}

/// A picture that cannot be made.
pub(crate) fn unpaintable(words: &Words, failure: &kaizu_render::Failure) -> Problem {
    Problem::new(words, "unpaintable", &[("reason", failure.to_string())])
}

//! The desk behind the server: what it may open, and who hears what it tells.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use clap::ArgMatches;
use clap::parser::ValueSource;
use kaizu_session::desk::Event;
use kaizu_session::{Desk, DeskOptions, Problem, Words};
use tokio::sync::broadcast;

use crate::arguments;
use crate::commands::now;

/// The folder of Kaizu's own files, the same as that of the window.
const HOME: &str = "jp.kaizu.desktop";

/// A desk with the file that the arguments name on it; its events are sent to `told`.
pub(super) fn open(
    matches: &ArgMatches,
    words: &Words,
    told: broadcast::Sender<String>,
) -> Result<Arc<Desk>> {
    let hear = move |event: Event| {
        // Where no window listens, nobody has to be told.
        let _ = told.send(serde_json::to_string(&event).unwrap_or_default());
    };
    let desk = Desk::new(DeskOptions {
        home: dirs::data_local_dir().unwrap_or_default().join(HOME),
        folder: folder(matches, words)?,
        language: words.language(),
        now_ms: now,
        can_choose_files: false,
        hear: Arc::new(hear),
    });
    if matches.value_source("lang") == Some(ValueSource::CommandLine) {
        desk.speak(words.language());
    }
    if let Some(file) = arguments::path(matches, "file") {
        desk.open_given(file)?;
    }
    Ok(Arc::new(desk))
}

/// The folder whose files may be opened and written.
fn folder(matches: &ArgMatches, words: &Words) -> Result<Option<PathBuf>> {
    let Some(folder) = arguments::path(matches, "folder") else {
        return Ok(None);
    };
    if !folder.is_dir() {
        let file = folder.display().to_string();
        return Err(
            Problem::new(words, "no-such-folder", &[("file", file.clone())])
                .in_file(&file)
                .into(),
        );
    }
    Ok(Some(absolute(folder)))
}

/// `path` from the root, so that it is found again from anywhere.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

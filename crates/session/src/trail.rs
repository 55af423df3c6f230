//! What is kept of a panic: where it happened, in which version, after which calls. Never what people wrote.
#![expect(
    clippy::disallowed_methods,
    reason = "a log is written when nothing else works any more"
)]
use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fs;
use std::io::{self, Write as _};
use std::panic::PanicHookInfo;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

/// How many calls are remembered.
const KEPT: usize = 200;
/// When a log is begun anew, in bytes.
const LARGEST: u64 = 1 << 20;
/// The longest name of a call.
const LONGEST_NAME: usize = 40;

static CALLS: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());

/// Remembers the name of `call`, and that of the command it sends.
pub fn note_call(call: &Value) {
    let name = |value: &Value| Some(value.get("type")?.as_str()?.to_owned());
    let names: Vec<String> = [name(call), call.get("command").and_then(name)]
        .into_iter()
        .flatten()
        .filter(|name| is_name(name))
        .collect();
    let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
    calls.push_back(names.join(" "));
    if calls.len() > KEPT {
        calls.pop_front();
    }
}

/// Adds `panic` to the log `file`.
pub fn keep_panic(file: &Path, panic: &PanicHookInfo<'_>) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let is_large = fs::metadata(file).is_ok_and(|it| it.len() > LARGEST);
    let mut log = if is_large {
        fs::File::create(file)?
    } else {
        fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)?
    };
    writeln!(log, "Kaizu {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(log, "system: {}", std::env::consts::OS)?;
    // A composed message may quote a text of the document; a fixed one cannot.
    let said = panic.payload().downcast_ref::<&'static str>();
    writeln!(log, "said: {}", said.unwrap_or(&"(not kept)"))?;
    if let Some(place) = panic.location() {
        writeln!(log, "at: {place}")?;
    }
    // Whoever panicked may hold them.
    if let Ok(calls) = CALLS.try_lock() {
        let calls: Vec<&str> = calls.iter().map(String::as_str).collect();
        writeln!(log, "calls: {}", calls.join(", "))?;
    }
    writeln!(log, "{}", Backtrace::force_capture())
}

/// Names are ours and plain; anything else may be what a person wrote.
fn is_name(text: &str) -> bool {
    text.len() <= LONGEST_NAME && text.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_panic_is_kept_with_the_calls_before_it_and_without_what_people_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new").join("error.log");
        note_call(&json!({ "type": "send", "command": { "type": "rename", "name": "市民課" } }));
        note_call(&json!({ "type": "市民課" }));
        let usual = std::panic::take_hook();
        let place = file.clone();
        std::panic::set_hook(Box::new(move |panic| keep_panic(&place, panic).unwrap()));
        let text = "市民課".to_owned();
        let caught = std::panic::catch_unwind(|| text[1..].len());
        std::panic::set_hook(usual);
        let kept = fs::read_to_string(&file).unwrap();
        assert!(caught.is_err());
        assert!(kept.contains("calls: send rename"), "{kept}");
        assert!(kept.contains("trail.rs"), "{kept}");
        assert!(!kept.contains("市民課"), "{kept}");
    }
}

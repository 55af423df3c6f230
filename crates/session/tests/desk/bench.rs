//! A desk with a home of its own, asked in the words of a front door.
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use kaizu_session::desk::Event;
use kaizu_session::model::Language;
use kaizu_session::{Desk, DeskOptions};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A desk and what it works in.
pub(crate) struct Bench {
    pub(crate) home: TempDir,
    pub(crate) desk: Desk,
    pub(crate) heard: Arc<Mutex<Vec<Event>>>,
}

impl Bench {
    /// A desk in a new home, where files are chosen in a dialog.
    pub(crate) fn new() -> Self {
        Self::over(tempfile::tempdir().unwrap(), None)
    }

    /// A desk in `home`, which lists the files of `folder` where there is one.
    pub(crate) fn over(home: TempDir, folder: Option<PathBuf>) -> Self {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let desk = Desk::new(DeskOptions {
            home: home.path().to_owned(),
            can_choose_files: folder.is_none(),
            folder,
            language: Language::Ja,
            now_ms: || 1_700_000_000_000,
            hear: Arc::new(move |event| ear.lock().unwrap().push(event)),
        });
        Self { home, desk, heard }
    }

    /// The answer as a front door passes it.
    pub(crate) fn outcome(&self, call: &Value) -> Value {
        serde_json::from_str(&self.desk.answer_json(&call.to_string())).unwrap()
    }

    /// What `call` gives.
    pub(crate) fn ask(&self, call: &Value) -> Value {
        let outcome = self.outcome(call);
        assert!(outcome["problem"].is_null(), "{call}: {outcome}");
        outcome["ok"].clone()
    }

    /// Why `call` gives nothing.
    pub(crate) fn problem(&self, call: &Value) -> Value {
        let outcome = self.outcome(call);
        assert!(outcome["ok"].is_null(), "{call}: {outcome}");
        outcome["problem"].clone()
    }

    /// The record that is called `name` in `view`.
    pub(crate) fn id_of(view: &Value, name: &str) -> String {
        let records = view["records"].as_object().unwrap();
        let is_it = |record: &&Value| {
            record
                .as_object()
                .unwrap()
                .values()
                .any(|it| it["name"] == name)
        };
        let found = records.iter().find(|(_, record)| is_it(record));
        found.unwrap().0.clone()
    }

    /// The program ends, and begins again in the same home.
    pub(crate) fn restarted(self) -> Self {
        let Self { home, desk, .. } = self;
        drop(desk);
        Self::over(home, None)
    }
}

/// A bench on which an example lies.
pub(crate) fn with_sample(sample: &str) -> (Bench, Value) {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "open_sample", "sample": sample }));
    (bench, view)
}

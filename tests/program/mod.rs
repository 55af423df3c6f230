//! The program as a test starts it, and a folder for what it writes.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
#![expect(
    clippy::disallowed_methods,
    reason = "these tests write files for the program to read"
)]
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs the program.
pub(crate) fn kaizu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kaizu"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// The path of a sample.
pub(crate) fn sample(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    root.join(format!("{name}.flow")).display().to_string()
}

/// A folder of its own for one test.
pub(crate) struct Folder(pub(crate) tempfile::TempDir);

impl Folder {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The path of a file in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// That path as text.
    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// That path, with a file there.
    pub(crate) fn with(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.text(name)
    }
}

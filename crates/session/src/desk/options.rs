//! What a desk is opened with: where it keeps things, what it begins with, and who hears it.
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use kaizu_model::Language;

use super::Event;

/// What a front door gives to the desk it opens.
pub struct DeskOptions {
    /// Where drafts and the list of recent files are kept.
    pub home: PathBuf,
    /// The folder whose files are listed and may be opened, where files are not chosen in a dialog.
    pub folder: Option<PathBuf>,
    /// The language to begin with, where nobody chose one.
    pub language: Language,
    /// The moment, in milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// Whether a person chooses files in a dialog; then every file may be opened.
    pub can_choose_files: bool,
    /// Hears what happens beside the calls.
    pub hear: Arc<dyn Fn(Event) + Send + Sync>,
}

impl fmt::Debug for DeskOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeskOptions")
            .field("home", &self.home)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

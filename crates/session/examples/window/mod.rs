//! What the measurements share: a desk as a window has it.
use std::path::PathBuf;
use std::sync::Arc;

use kaizu_session::model::Language;
use kaizu_session::{Desk, DeskOptions};

/// A desk that keeps its drafts in `home`.
pub(crate) fn desk(home: &str) -> Desk {
    Desk::new(DeskOptions {
        home: PathBuf::from(home),
        folder: None,
        language: Language::Ja,
        now_ms: || 0,
        can_choose_files: true,
        hear: Arc::new(|_| {}),
    })
}

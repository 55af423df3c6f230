//! A copy that was kept, as a project of its own: the copy and what it was taken of stay as they are.
use std::path::PathBuf;

use kaizu_store::{backups, files, glance};
use serde::Deserialize;
use ts_rs::TS;

use super::drafts::known;
use super::{Ask, Desk, View};
use crate::failures::stored;
use crate::problem::Problem;
use crate::session::LARGEST_FILE;

/// Opens a copy.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "OpenBackupCall")]
pub struct OpenBackup {
    /// Which one.
    pub path: PathBuf,
}

impl Ask for OpenBackup {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let (home, words) = (&desk.options.home, desk.words());
        if !backups::is_backup(home, &self.path) {
            return Err(desk.outside(&self.path));
        }
        let failed = |failure| stored(&words, &failure);
        let bytes = files::read(&self.path, LARGEST_FILE).map_err(failed)?;
        let document = glance(&self.path).map_err(failed)?;
        let name = known(self.path, &document, 0).name;
        desk.open_copy(name, &bytes, Vec::new())
    }
}

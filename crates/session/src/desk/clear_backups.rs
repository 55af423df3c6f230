//! Fewer copies: one, all of one project, or all.
use std::path::PathBuf;

use kaizu_store::backups;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Backups, Desk};
use crate::failures::stored;
use crate::problem::Problem;

/// Removes copies: the one that is named, all of the file that is named, or all.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ClearBackupsCall", optional_fields)]
pub struct ClearBackups {
    /// One copy.
    #[serde(default)]
    pub copy: Option<PathBuf>,
    /// All copies of one project.
    #[serde(default)]
    pub file: Option<PathBuf>,
}

impl Ask for ClearBackups {
    type Answer = Backups;

    fn answer(self, desk: &Desk) -> Result<Backups, Problem> {
        let home = &desk.options.home;
        let cleared = match (self.copy, self.file) {
            (Some(copy), _) => backups::remove(home, &copy),
            (None, Some(file)) => backups::clear(home, &file),
            (None, None) => backups::clear_all(home),
        };
        cleared.map_err(|failure| stored(&desk.words(), &failure))?;
        Ok(desk.backups())
    }
}

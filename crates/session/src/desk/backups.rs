//! The copies that are kept of projects as they were when they were opened.
use kaizu_store::{Backup, backups, glance};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::drafts::known;
use super::{Ask, Desk};
use crate::problem::Problem;

/// Asks for them.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "BackupsCall")]
pub struct ListBackups {}

/// The copies that are kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Backups {
    /// Projects of which there are any, the one with the newest copy first.
    pub files: Vec<BackedUp>,
}

/// A project and its copies.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackedUp {
    /// Its file.
    pub file: String,
    /// What people call it.
    pub name: String,
    /// Whether it is open.
    pub is_open: bool,
    /// Whether its file is no longer where it was.
    pub missing: bool,
    /// Its copies, newest first.
    pub copies: Vec<BackupCard>,
}

/// A copy.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupCard {
    /// What it is opened by.
    pub path: String,
    /// When the project was opened, in milliseconds since 1970.
    pub at: i64,
    /// How often the project had been changed.
    pub revision: i64,
    /// How large it is.
    pub bytes: u64,
}

impl Ask for ListBackups {
    type Answer = Backups;

    fn answer(self, desk: &Desk) -> Result<Backups, Problem> {
        Ok(desk.backups())
    }
}

impl Desk {
    /// The copies that are kept, of projects that the window may open.
    pub(super) fn backups(&self) -> Backups {
        let kept = backups::list(&self.options.home).into_iter();
        let files = kept
            .filter(|it| self.is_allowed(&it.of) || !it.of.exists())
            .map(|it| BackedUp {
                name: it.backups.first().map(name).unwrap_or_default(),
                is_open: self.is_open(&it.of),
                missing: !it.of.exists(),
                file: it.of.display().to_string(),
                copies: it.backups.iter().map(card).collect(),
            });
        Backups {
            files: files.collect(),
        }
    }
}

/// What people call the project that the copy is of; the name of the file where it cannot be read.
fn name(copy: &Backup) -> String {
    glance(&copy.path)
        .map(|document| known(copy.path.clone(), &document, copy.at).name)
        .unwrap_or_default()
}

fn card(copy: &Backup) -> BackupCard {
    BackupCard {
        path: copy.path.display().to_string(),
        at: copy.at,
        revision: copy.revision,
        bytes: copy.bytes,
    }
}

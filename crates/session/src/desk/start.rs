//! What a window shows while nothing is open.
use std::path::Path;

use kaizu_model::notation;
use kaizu_store::library;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::drafts::known;
use super::samples::SAMPLES;
use super::{Ask, Desk};
use crate::form::Form;
use crate::problem::Problem;

/// Asks for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "StartCall")]
pub struct Begin {}

/// What a window shows while nothing is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Start {
    /// Files that were open, latest first.
    pub recent: Vec<Recent>,
    /// The examples that come with Kaizu.
    pub samples: Vec<SampleCard>,
    /// The files of the folder, where there is one.
    pub files: Vec<FileCard>,
}

/// A file that was open.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(optional_fields)]
pub struct Recent {
    /// The file.
    pub path: String,
    /// What people call the project.
    pub name: String,
    /// The section in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Steps of its processes as they are.
    pub steps: usize,
    /// Voices.
    pub voices: usize,
    /// Better flows.
    pub proposals: usize,
    /// When it was opened or written last, in milliseconds since 1970.
    pub opened_at: i64,
    /// Whether it is no longer where it was.
    pub missing: bool,
    /// Whether it is kept in Kaizu's own folder.
    pub draft: bool,
}

/// An example.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SampleCard {
    /// What it is opened by.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// How many steps.
    pub steps: usize,
    /// How many lanes.
    pub lanes: usize,
}

/// A file of the folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileCard {
    /// The file.
    pub path: String,
    /// Its name.
    pub name: String,
}

impl Ask for Begin {
    type Answer = Start;

    fn answer(self, desk: &Desk) -> Result<Start, Problem> {
        Ok(desk.start())
    }
}

impl Desk {
    /// What a window shows while nothing is open.
    pub(super) fn start(&self) -> Start {
        self.remember();
        let home = &self.options.home;
        Start {
            recent: library::known(home)
                .into_iter()
                .filter(|known| self.is_allowed(&known.path) || !known.path.exists())
                .map(|known| recent(home, known))
                .collect(),
            samples: SAMPLES
                .iter()
                .filter_map(|(id, text)| card(id, text))
                .collect(),
            files: self
                .options
                .folder
                .as_deref()
                .map(files)
                .unwrap_or_default(),
        }
    }
}

/// A file of the list as it is now: what is remembered of it may be older than a program that died. A file that cannot
/// be read is told as it is remembered.
fn recent(home: &Path, remembered: library::Known) -> Recent {
    let missing = !remembered.path.exists();
    let written_at = library::written_at(&remembered.path);
    let known = match kaizu_store::glance(&remembered.path) {
        Ok(document) => {
            let at = written_at.map_or(remembered.opened_at, |at| at.max(remembered.opened_at));
            known(remembered.path, &document, at)
        }
        Err(_) => remembered,
    };
    Recent {
        missing,
        draft: library::is_draft(home, &known.path),
        path: known.path.display().to_string(),
        name: known.name,
        section: known.section,
        steps: known.steps,
        voices: known.voices,
        proposals: known.proposals,
        opened_at: known.opened_at,
    }
}

fn card(id: &str, text: &str) -> Option<SampleCard> {
    let document = notation::parse(text).ok()?;
    let flow = document.first_flow()?;
    let (_, process) = document.processes().next()?;
    Some(SampleCard {
        id: id.to_owned(),
        name: process.name.clone(),
        about: process.purpose.clone().unwrap_or_default(),
        steps: document.steps().count(),
        lanes: document.lanes_of(flow).len(),
    })
}

fn files(folder: &Path) -> Vec<FileCard> {
    library::list(folder)
        .into_iter()
        .filter(|path| Form::of(path).is_some_and(Form::is_readable))
        .map(|path| FileCard {
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            path: path.display().to_string(),
        })
        .collect()
}

//! A place for a project that was never given one, or another place. The old file goes when the new one was read back.
use std::path::{Path, PathBuf};

use kaizu_store::{Store, backups, files, library};
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, View};
use crate::form::Form;
use crate::problem::Problem;

/// Moves the open project.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "MoveToCall", optional_fields)]
pub struct MoveTo {
    /// Where to, as it was chosen in a dialog.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// What it is to be called in the folder whose files are listed, where there is no dialog.
    #[serde(default)]
    pub name: Option<String>,
}

impl Ask for MoveTo {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let target = self.target(desk)?;
        let (source, bytes, flow) = {
            let mut state = desk.state();
            let opened = state.opened()?;
            if let Some(reading) = opened.reading() {
                return Err(opened.not_now(reading));
            }
            let bytes = opened.session.project_file()?;
            (opened.path.clone(), bytes, opened.flow)
        };
        desk.place(&source, &target, &bytes)?;
        desk.state().trusted.push(target.clone());
        desk.put(&target, Vec::new())?;
        desk.withdraw(&source, &target);
        let mut state = desk.state();
        state.opened()?.flow = flow;
        state.view(None)
    }
}

impl MoveTo {
    /// Where to: a project, by its ending, in a place that may be written.
    fn target(&self, desk: &Desk) -> Result<PathBuf, Problem> {
        let words = desk.words();
        let folder = desk.options.folder.as_deref();
        let named = self.name.as_deref().zip(folder).map(|(name, folder)| {
            let name = name.trim().trim_end_matches(".kaizu");
            folder.join(format!("{}.kaizu", library::file_name(name)))
        });
        let Some(target) = self.path.clone().or(named) else {
            return Err(Problem::new(&words, "no-place", &[]));
        };
        let file = target.display().to_string();
        let about = |code| {
            let values = [
                ("file", file.clone()),
                ("endings", Form::Project.ending().to_owned()),
            ];
            Err(Problem::new(&words, code, &values).in_file(&file))
        };
        if Form::of(&target) != Some(Form::Project) {
            return about("unknown-form");
        }
        if !desk.may_write(&target) {
            return Err(desk.outside(&target));
        }
        if desk.is_open(&target) {
            return about("is-open");
        }
        // A dialog has asked whether it may be replaced; a list has not.
        if self.path.is_none() && target.exists() {
            return about("file-exists");
        }
        Ok(target)
    }
}

impl Desk {
    /// Writes the project to `target` and reads it back: the document and how often it was changed are the same.
    fn place(&self, source: &Path, target: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let words = self.words();
        let stored = |failure| crate::failures::stored(&words, &failure);
        files::write(target, bytes).map_err(stored)?;
        let there = Store::open(target).map_err(stored)?;
        let mut state = self.state();
        let session = &state.opened()?.session;
        let is_same = there.document() == session.document()
            && u64::try_from(there.revision().0) == Ok(session.revision());
        if is_same {
            return Ok(());
        }
        // Somebody edited meanwhile: nothing was moved.
        let _ = files::remove_project(target);
        let file = source.display().to_string();
        Err(Problem::new(&words, "changed-meanwhile", &[]).in_file(&file))
    }

    /// Takes the file away that was moved. One that cannot be removed stays, and is in nobody's way.
    fn withdraw(&self, source: &Path, target: &Path) {
        let home = &self.options.home;
        let _ = backups::moved(home, source, target);
        let _ = library::forget(home, source);
        let _ = files::remove_project(source);
    }
}

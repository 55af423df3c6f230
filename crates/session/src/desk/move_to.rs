//! A place for a project that was never given one, or another place. The old file goes when the new one was read back.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kaizu_store::{Store, backups, files, holder, library};
use serde::Deserialize;
use ts_rs::TS;

use super::opened::Opened;
use super::{Ask, Desk, View};
use crate::form::Form;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::words::Words;

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
        // Nobody edits until the project lies where it is to lie.
        let mut state = desk.state();
        let words = Arc::clone(&state.words);
        let opened = state.opened()?;
        if let Some(reading) = opened.reading() {
            return Err(opened.not_now(reading));
        }
        let (source, flow) = (opened.path.clone(), opened.flow);
        opened.placed_at(&target)?;
        state.clear();
        let mut moved = match desk.taken(&target, Vec::new(), Arc::clone(&words)) {
            Ok(moved) => moved,
            Err(problem) => {
                state.opened = desk.taken(&source, Vec::new(), words).ok();
                return Err(problem);
            }
        };
        moved.flow = flow;
        if !desk.withdraw(&source, &target) {
            moved.losses.push(left_behind(&words, &source));
        }
        state.trusted.push(target);
        state.opened = Some(moved);
        let view = state.view(None);
        drop(state);
        desk.remember();
        view
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

impl Opened {
    /// Writes the project to `target` and reads it back: the document and how often it was changed are the same.
    fn placed_at(&self, target: &Path) -> Result<(), Problem> {
        let session = &self.session;
        let stored = |failure| session.stored(&failure);
        files::write(target, &session.project_file()?).map_err(stored)?;
        let there = Store::open(target).map_err(stored)?;
        let is_same = there.document() == session.document()
            && u64::try_from(there.revision().0) == Ok(session.revision());
        if is_same {
            return Ok(());
        }
        // Another program wrote to the file: nothing was moved.
        let _ = files::remove_project(target);
        Err(session.problem("changed-elsewhere", &[]))
    }
}

impl Desk {
    /// Takes the file away that was moved; false where it stays, for it cannot be removed or somebody has opened it.
    fn withdraw(&self, source: &Path, target: &Path) -> bool {
        let home = &self.options.home;
        let _ = backups::moved(home, source, target);
        let _ = library::forget(home, source);
        holder(source).is_none() && files::remove_project(source).is_ok()
    }
}

fn left_behind(words: &Words, source: &Path) -> ToldLoss {
    let file = source.display().to_string();
    let sentence = words.tell("desk-left-behind", &[("file", file.clone())]);
    ToldLoss::said("left-behind", file, true, sentence)
}

//! Which files a window may open, where new projects are kept, and what is remembered of those that were open.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kaizu_model::{Document, Variant};
use kaizu_store::library::{self, Known};
use kaizu_store::{Store, files};

use super::health::Health;
use super::opened::Opened;
use super::{Desk, View};
use crate::failures::stored;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::requests::heard::Heat;
use crate::session::{APPLICATION, Session};
use crate::words::Words;

impl Desk {
    /// Whether the window may open the file at `path`: all where a person chooses in a dialog, else those of the
    /// folder, Kaizu's own, and what was given from outside.
    pub(super) fn is_allowed(&self, path: &Path) -> bool {
        if self.options.can_choose_files {
            return true;
        }
        let folder = self.options.folder.as_deref();
        folder.is_some_and(|folder| library::is_within(path, folder))
            || library::is_draft(&self.options.home, path)
            || self
                .state()
                .trusted
                .iter()
                .any(|known| library::is_same(known, path))
    }

    /// Whether the window may write a file at `path`: everywhere where a person chooses in a dialog, else in the folder.
    pub(super) fn may_write(&self, path: &Path) -> bool {
        if self.options.can_choose_files {
            return true;
        }
        let place = path.parent().filter(|_| path.file_name().is_some());
        let folder = self.options.folder.as_deref();
        folder
            .zip(place)
            .is_some_and(|(folder, place)| library::is_within(place, folder))
            && !path.is_symlink()
    }

    /// Whether the file at `path` is the project on the desk.
    pub(super) fn is_open(&self, path: &Path) -> bool {
        let state = self.state();
        let opened = state.opened.as_ref();
        opened.is_some_and(|opened| library::is_same(&opened.path, path))
    }

    /// The refusal of a file that lies elsewhere.
    pub(super) fn outside(&self, path: &Path) -> Problem {
        let file = path.display().to_string();
        Problem::new(&self.words(), "outside-folder", &[("file", file.clone())]).in_file(&file)
    }

    /// Puts `document` on the desk as a project of its own.
    pub(super) fn open_draft(
        &self,
        document: &Document,
        name: &str,
        losses: Vec<ToldLoss>,
    ) -> Result<View, Problem> {
        let words = self.words();
        let file = |failure| stored(&words, &failure);
        let path = library::draft(&self.options.home, name).map_err(file)?;
        Store::create(&path, document, APPLICATION)
            .and_then(Store::close)
            .map_err(file)?;
        self.put(&path, losses)
    }

    /// Puts a copy of a project, which is at hand as the bytes of its file, on the desk: called so, after `name`.
    pub(super) fn open_copy(
        &self,
        name: String,
        bytes: &[u8],
        losses: Vec<ToldLoss>,
    ) -> Result<View, Problem> {
        let words = self.words();
        let file = |failure| stored(&words, &failure);
        let name = words.tell("desk-copy-of", &[("name", name)]);
        let path = library::draft(&self.options.home, &name).map_err(file)?;
        files::write(&path, bytes).map_err(file)?;
        self.put(&path, losses)
    }

    /// Puts the project at `path` on the desk, in the place of what was there.
    pub(super) fn put(&self, path: &Path, losses: Vec<ToldLoss>) -> Result<View, Problem> {
        let opened = self.taken(path, losses, self.words())?;
        self.remember();
        let mut state = self.state();
        state.clear();
        state.opened = Some(opened);
        let view = state.view(None);
        drop(state);
        self.remember();
        view
    }

    /// The project at `path`, opened to work in it and told about in `words`.
    pub(super) fn taken(
        &self,
        path: &Path,
        losses: Vec<ToldLoss>,
        words: Arc<Words>,
    ) -> Result<Opened, Problem> {
        let health = Health::default();
        let care = self.care(path, &health, Arc::clone(&words));
        let session = Session::keep(path, words, care)?;
        let flow = session.choose(None, None)?;
        Ok(Opened {
            is_draft: library::is_draft(&self.options.home, path),
            saved_at: library::written_at(path),
            session,
            path: path.to_owned(),
            health,
            back: None,
            flow,
            losses,
            flags: BTreeMap::new(),
            heat: Heat::default(),
            sent: Vec::new(),
            played: BTreeMap::new(),
            analysing: None,
        })
    }

    /// Remembers what is open. A list that cannot be written is in nobody's way.
    pub(super) fn remember(&self) {
        let now = self.now();
        let state = self.state();
        let known = state.opened.as_ref().map(|opened| opened.known(now));
        drop(state);
        if let Some(known) = known {
            let _ = library::remember(&self.options.home, known);
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.remember();
    }
}

impl Opened {
    /// What is remembered of the project.
    fn known(&self, now: i64) -> Known {
        known(self.path.clone(), self.session.document(), now)
    }
}

/// What is remembered of the project at `path`, which holds `document`.
pub(super) fn known(path: PathBuf, document: &Document, opened_at: i64) -> Known {
    let process = document.processes().next().map(|(_, it)| it);
    let named = document.projects().map(|(_, it)| it.name.clone());
    let name = named
        .chain(process.map(|it| it.name.clone()))
        .find(|name| !name.is_empty());
    let is_today = |flow| {
        document
            .flow(flow)
            .is_ok_and(|flow| flow.variant == Variant::AsIs)
    };
    Known {
        path,
        name: name.unwrap_or_default(),
        section: process.and_then(|it| it.section.clone()),
        steps: document.steps().filter(|(_, it)| is_today(it.flow)).count(),
        voices: document.complaints().count(),
        proposals: document
            .flows()
            .filter(|(_, it)| it.variant != Variant::AsIs)
            .count(),
        opened_at,
    }
}

//! A file: a project in its place, anything else as a project of its own beside which the file stays as it is.
use std::path::{Path, PathBuf};

use kaizu_model::{Document, Record};
use kaizu_store::library;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ask, Desk, Event, View};
use crate::failures::stored;
use crate::form::Form;
use crate::problem::Problem;
use crate::requests::convert::told;
use crate::session::Session;

/// Asks for the file at `path`.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "OpenCall")]
pub struct Open {
    /// Which one.
    pub path: PathBuf,
}

impl Ask for Open {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        if !desk.is_allowed(&self.path) {
            return Err(desk.outside(&self.path));
        }
        desk.open(&self.path)
    }
}

impl Desk {
    /// Opens a file that a person named outside the window, and tells the window.
    pub fn open_given(&self, path: &Path) -> Result<(), Problem> {
        let path = library::absolute(path);
        self.state().trusted.push(path.clone());
        let view = self.guarded(|| self.open(&path))?;
        // Nobody sees this view: what was lost is told with the one that the window asks for.
        self.state().opened()?.losses = view.losses;
        self.tell(Event::Opened { view_needed: true });
        Ok(())
    }

    pub(super) fn open(&self, path: &Path) -> Result<View, Problem> {
        if self.is_open(path) {
            let file = path.display().to_string();
            kaizu_store::glance(path)
                .map_err(|failure| stored(&self.words(), &failure).in_file(&file))?;
            // One file is open once: what another program changed in it is seen.
            self.state().clear();
        }
        if Form::of(path) == Some(Form::Project) {
            return self.put(path, Vec::new());
        }
        let session = Session::open_in(path, self.words())?;
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        self.open_read(&session, &name)
    }

    /// Puts what was read from a file called `name` on the desk, as a project of its own.
    pub(super) fn open_read(&self, session: &Session, name: &str) -> Result<View, Problem> {
        let losses = session.losses().iter().map(|loss| told(session, loss));
        let losses = losses.collect();
        self.open_draft(&named(session.document(), name), name, losses)
    }
}

/// `document`, with processes that have no name called after the file it came from.
pub(super) fn named(document: &Document, name: &str) -> Document {
    let records = document.records().map(|(id, record)| {
        let mut record = record.clone();
        if let Record::Process(process) = &mut record
            && process.name.trim().is_empty()
        {
            name.clone_into(&mut process.name);
        }
        (id, record)
    });
    records.collect()
}

//! A file whose contents are at hand, and not its place: it was dropped on the window. It becomes a project of its own.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kaizu_model::Document;
use kaizu_store::files;
use serde::Deserialize;
use ts_rs::TS;

use super::drafts::known;
use super::open::named;
use super::{Ask, Desk, View};
use crate::failures::stored;
use crate::form::Form;
use crate::problem::Problem;
use crate::session::Session;

/// The most that is taken in, in bytes: a window holds all of it at once.
const LARGEST: usize = 32 * 1024 * 1024;

/// Asks for it to be opened.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "TakeInCall")]
pub struct TakeIn {
    /// What the file is called.
    pub name: String,
    /// Its bytes.
    pub base64: String,
}

impl Ask for TakeIn {
    type Answer = View;

    fn answer(self, desk: &Desk) -> Result<View, Problem> {
        let (stem, form) = self.named(desk)?;
        let bytes = self.bytes(desk)?;
        if form == Form::Project {
            let document = self.project(desk, &bytes)?;
            let name = known(self.name.into(), &document, 0).name;
            return desk.open_copy(name, &bytes, Vec::new());
        }
        let session = Session::read_in(&bytes, form, Some(self.name), desk.words())?;
        desk.open_read(&session, &stem)
    }
}

impl TakeIn {
    /// What the file holds.
    pub(super) fn document(&self, desk: &Desk) -> Result<Document, Problem> {
        let (stem, form) = self.named(desk)?;
        let bytes = self.bytes(desk)?;
        if form == Form::Project {
            return self.project(desk, &bytes);
        }
        let read = Session::read_in(&bytes, form, Some(self.name.clone()), desk.words())?;
        Ok(named(read.document(), &stem))
    }

    fn bytes(&self, desk: &Desk) -> Result<Vec<u8>, Problem> {
        let bytes = STANDARD.decode(&self.base64).ok();
        let bytes = bytes.filter(|it| it.len() <= LARGEST);
        bytes.ok_or_else(|| self.here(Problem::new(&desk.words(), "too-large", &[])))
    }

    fn project(&self, desk: &Desk, bytes: &[u8]) -> Result<Document, Problem> {
        files::opened(bytes).map_err(|failure| self.here(stored(&desk.words(), &failure)))
    }

    fn here(&self, problem: Problem) -> Problem {
        problem.in_file(&self.name)
    }

    /// What the file is called before its ending, and its form.
    fn named(&self, desk: &Desk) -> Result<(String, Form), Problem> {
        let words = desk.words();
        let parts = self.name.rsplit_once('.');
        let form = parts.and_then(|(_, ending)| Form::from_ending(ending));
        let known = parts.zip(form.filter(|form| form.is_readable()));
        known
            .map(|((stem, _), form)| (stem.to_owned(), form))
            .ok_or_else(|| {
                let endings = words.list(&Form::endings(true));
                let values = [("file", self.name.clone()), ("endings", endings)];
                self.here(Problem::new(&words, "unknown-form", &values))
            })
    }
}

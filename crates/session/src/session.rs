//! The one door: open, dispatch, undo, redo, ask.
use std::path::Path;
use std::sync::Arc;

use kaizu_interchange::Loss;
use kaizu_model::{Command, Document, FlowId, Ids, Language, Refusal, Wording};
use kaizu_store as store;

use crate::failures::{foreign, stored, unpaintable};
use crate::form::Form;
use crate::history::History;
use crate::problem::Problem;
use crate::reading::parsed;
use crate::requests::Request;
use crate::words::Words;

/// One open file, or one text read from somewhere else.
#[derive(Debug)]
pub struct Session {
    pub(crate) words: Arc<Words>,
    pub(crate) file: Option<String>,
    pub(crate) history: History,
    pub(crate) losses: Vec<Loss>,
}

/// What a project file says of the program that made it.
pub(crate) const APPLICATION: &str = concat!("Kaizu ", env!("CARGO_PKG_VERSION"));
/// A file's bytes are refused above this size: no project of people is larger.
pub const LARGEST_FILE: u64 = 512 * 1024 * 1024;

impl Session {
    /// Opens the file at `path`: a project is journalled, anything else is read.
    pub fn open(path: &Path, language: Language) -> Result<Self, Problem> {
        Self::open_in(path, Arc::new(Words::new(language)))
    }

    /// Opens the file at `path`, to be told about in `words`.
    pub(crate) fn open_in(path: &Path, words: Arc<Words>) -> Result<Self, Problem> {
        let file = path.display().to_string();
        let Some(form) = Form::of(path).filter(|form| form.is_readable()) else {
            let values = [
                ("file", file.clone()),
                ("endings", words.list(&Form::endings(true))),
            ];
            return Err(Problem::new(&words, "unknown-form", &values).in_file(&file));
        };
        if form == Form::Project {
            return Self::over(History::open(path), file, words);
        }
        let bytes = store::files::read(path, LARGEST_FILE)
            .map_err(|failure| stored(&words, &failure).in_file(&file))?;
        Self::read_in(&bytes, form, Some(file), words)
    }

    /// Speaks `words` from here on.
    pub(crate) fn speak(&mut self, words: Arc<Words>) {
        self.words = words;
    }

    /// Reads `bytes` that came from `file` or, where that is `None`, from elsewhere.
    pub fn read(
        bytes: &[u8],
        form: Form,
        file: Option<String>,
        language: Language,
    ) -> Result<Self, Problem> {
        Self::read_in(bytes, form, file, Arc::new(Words::new(language)))
    }

    pub(crate) fn read_in(
        bytes: &[u8],
        form: Form,
        file: Option<String>,
        words: Arc<Words>,
    ) -> Result<Self, Problem> {
        let (document, losses) = match parsed(&words, bytes, form) {
            Ok(parsed) => parsed,
            Err(problem) => {
                return Err(match &file {
                    Some(file) => problem.in_file(file),
                    None => problem,
                });
            }
        };
        Ok(Self {
            words,
            file,
            history: History::in_memory(document),
            losses,
        })
    }

    /// The words people read.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The few words that layout puts into pictures.
    pub fn wording(&self) -> Wording {
        let say = |id| self.words.tell(id, &[("n", "{n}".to_owned())]);
        Wording {
            language: self.words.language(),
            minutes: say("wording-minutes"),
            seconds: say("wording-seconds"),
            wait_minutes: say("wording-wait-minutes"),
            wait_hours: say("wording-wait-hours"),
            wait_days: say("wording-wait-days"),
            people: say("wording-people"),
        }
    }

    /// What is open.
    pub fn document(&self) -> &Document {
        self.history.document()
    }

    /// What the file held that has no home in Kaizu.
    pub fn losses(&self) -> &[Loss] {
        &self.losses
    }

    /// How many changes were made, taken back and made again.
    pub fn revision(&self) -> u64 {
        self.history.revision()
    }

    /// Numbers that no record has or had.
    pub fn ids(&self) -> Ids {
        self.history.ids()
    }

    /// Does `command`, at the moment `at` in milliseconds since 1970. On disk before this returns.
    pub fn dispatch(&mut self, command: &Command, at: i64) -> Result<(), Problem> {
        let change = command
            .apply(self.document())
            .map_err(|refusal| self.refused(&refusal))?;
        self.history
            .append(command, &change, at)
            .map_err(|failure| self.unwritten(&failure))
    }

    /// Takes the last change back. False where there is none.
    pub fn undo(&mut self, at: i64) -> Result<bool, Problem> {
        self.history
            .undo(at)
            .map_err(|failure| self.unwritten(&failure))
    }

    /// Does what was taken back again. False where there is nothing.
    pub fn redo(&mut self, at: i64) -> Result<bool, Problem> {
        self.history
            .redo(at)
            .map_err(|failure| self.unwritten(&failure))
    }

    /// What undo would take back, in words.
    pub fn undo_label(&self) -> Option<String> {
        self.history.to_undo().map(|done| self.label(&done))
    }

    /// What redo would do again, in words.
    pub fn redo_label(&self) -> Option<String> {
        self.history.to_redo().map(|done| self.label(&done))
    }

    /// The answer to a question about `flow`.
    pub fn ask<R: Request>(&self, request: &R, flow: FlowId) -> Result<R::Answer, Problem> {
        request.answer(self, flow)
    }

    /// A session that begins with what is open here, history included. What is done in it does not touch the file.
    pub fn beside(&self) -> Result<Self, Problem> {
        let history = self
            .history
            .beside()
            .map_err(|failure| self.stored(&failure))?;
        Ok(Self {
            words: Arc::clone(&self.words),
            file: None,
            history,
            losses: Vec::new(),
        })
    }

    /// A session over another document, which no file holds.
    pub(crate) fn over_document(&self, document: Document) -> Self {
        Self {
            words: Arc::clone(&self.words),
            file: None,
            history: History::in_memory(document),
            losses: Vec::new(),
        }
    }

    /// The whole project as the bytes of a project file, with everything that can be taken back.
    pub fn project_file(&self) -> Result<Vec<u8>, Problem> {
        store::files::built(|path| self.history.save(path, APPLICATION))
            .map_err(|failure| self.stored(&failure))
    }

    /// The problem `code`, in the open file.
    pub fn problem(&self, code: &str, values: &[(&str, String)]) -> Problem {
        let problem = Problem::new(&self.words, code, values);
        match &self.file {
            Some(file) => problem.in_file(file),
            None => problem,
        }
    }

    /// A refusal of the model, in words.
    pub fn refused(&self, refusal: &Refusal) -> Problem {
        Problem::refused(&self.words, self.document(), refusal)
    }

    pub(crate) fn foreign(&self, failure: &kaizu_interchange::Failure) -> Problem {
        foreign(&self.words, failure)
    }

    pub(crate) fn unpaintable(&self, failure: &kaizu_render::Failure) -> Problem {
        unpaintable(&self.words, failure)
    }
}

/// Writes `bytes` beside `path` and puts them in its place: what was there stays until they are complete.
pub fn write_file(path: &Path, bytes: &[u8], language: Language) -> Result<(), Problem> {
    let words = Words::new(language);
    store::files::write(path, bytes)
        .map_err(|failure| stored(&words, &failure).in_file(&path.display().to_string()))
}

/// Makes the folder at `path`, where it is not there.
pub fn make_folder(path: &Path, language: Language) -> Result<(), Problem> {
    let words = Words::new(language);
    store::files::make_folder(path)
        .map_err(|failure| stored(&words, &failure).in_file(&path.display().to_string()))
}

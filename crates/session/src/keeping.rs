//! The project file behind an open session: how it is opened to work in it, what is asked of it beside edits, and what
//! its steps are called.
use std::path::Path;
use std::sync::Arc;

use kaizu_model::Document;
use kaizu_store::{self as store, Care, Label, Rescued, Store};

use crate::failures::stored;
use crate::history::History;
use crate::problem::Problem;
use crate::requests::convert::ToldLoss;
use crate::session::{APPLICATION, Session};
use crate::words::Words;

impl Session {
    /// Opens the project at `path` to work in it; it is looked after as `care` says.
    pub(crate) fn keep(path: &Path, words: Arc<Words>, care: Care) -> Result<Self, Problem> {
        Self::over(History::keep(path, care), path.display().to_string(), words)
    }

    /// A session over the project `file` that was opened, or why it could not be.
    pub(crate) fn over(
        opened: Result<History, store::Failure>,
        file: String,
        words: Arc<Words>,
    ) -> Result<Self, Problem> {
        match opened {
            Ok(history) => Ok(Self {
                words,
                file: Some(file),
                history,
                losses: Vec::new(),
            }),
            Err(failure) => Err(stored(&words, &failure).in_file(&file)),
        }
    }

    /// What is open as it is at this moment, to ask questions about. Costs nothing, and what is done in it is lost.
    pub(crate) fn snapshot(&self) -> Self {
        self.holding(self.document().clone(), self.revision())
    }

    /// `document` in the place of what is open, to ask questions about; it counts as changed `revision` times.
    pub(crate) fn holding(&self, document: Document, revision: u64) -> Self {
        Self {
            words: Arc::clone(&self.words),
            file: self.file.clone(),
            history: History::in_memory_at(document, revision),
            losses: self.losses.clone(),
        }
    }

    /// The whole project as the bytes of a project file, also where its own file is out of reach at the moment `at`; and
    /// what of its history is missing then.
    pub(crate) fn saved_file(&self, at: i64) -> Result<(Vec<u8>, Vec<ToldLoss>), Problem> {
        let title = self.words.say("desk-rescued");
        let mut rescued = Rescued::Whole;
        let bytes = store::files::built(|path| {
            rescued = self.history.rescue(path, APPLICATION, &title, at)?;
            Ok(())
        });
        let bytes = bytes.map_err(|failure| self.stored(&failure))?;
        let what = match rescued {
            Rescued::Whole => return Ok((bytes, Vec::new())),
            Rescued::SinceOpening => "rescued-since-opening",
            Rescued::Bare => "rescued-bare",
        };
        let loss = ToldLoss::said(what, String::new(), true, self.words.say(what));
        Ok((bytes, vec![loss]))
    }

    /// The project file; a problem where a text is open, which has no history.
    pub(crate) fn store(&self) -> Result<&Store, Problem> {
        self.history
            .store()
            .ok_or_else(|| self.problem("no-history", &[]))
    }

    /// Does something to the project file that is no edit of the document.
    pub(crate) fn with_store<T>(
        &mut self,
        act: impl FnOnce(&mut Store) -> Result<T, store::Failure>,
    ) -> Result<T, Problem> {
        let problem = self.problem("no-history", &[]);
        let store = self.history.store_mut().ok_or(problem)?;
        act(store).map_err(|failure| self.stored(&failure))
    }

    /// A failure of the disk that refused an edit, in words: the edit is not shown either.
    pub(crate) fn unwritten(&self, failure: &store::Failure) -> Problem {
        let problem = self.stored(failure);
        let reason = [("reason", problem.message)];
        Problem {
            message: self.words.tell("edit-refused", &reason),
            ..problem
        }
    }

    /// A failure of the disk, in words.
    pub(crate) fn stored(&self, failure: &store::Failure) -> Problem {
        stored(&self.words, failure)
    }

    /// What was done, in words.
    pub(crate) fn label(&self, done: &Label) -> String {
        let words = &self.words;
        let kind = done.id.as_deref().and_then(|id| id.split('/').next());
        let what = kind.map(|kind| words.say(&format!("record-{}", kind.replace('_', "-"))));
        let attribute = done.attribute.as_deref().map(|name| {
            let id = format!("attribute-{}", name.replace('_', "-"));
            words.say(if words.has(&id) {
                &id
            } else {
                "attribute-other"
            })
        });
        let values = [
            ("what", what.unwrap_or_default()),
            ("attribute", attribute.unwrap_or_default()),
        ];
        let command = format!("command-{}", done.command.replace('_', "-"));
        done.title
            .clone()
            .unwrap_or_else(|| words.tell(&command, &values))
    }
}

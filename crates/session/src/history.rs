//! What was done, and what can be taken back: in the project file where there is one, else in memory.
use std::path::Path;

use kaizu_model::{Change, Command, Document, Ids};
use kaizu_store::{Care, Failure, Label, Rescued, Store};
use tempfile::TempDir;

/// The changes of one open document.
#[derive(Debug)]
pub(crate) enum History {
    /// Every change is in the project file before it is seen. A copy to try things on lives in a folder of its own.
    File {
        store: Box<Store>,
        #[expect(
            dead_code,
            reason = "held so that the folder stays as long as the copy is open"
        )]
        scratch: Option<TempDir>,
    },
    /// A text that was read: nothing is kept when it is closed.
    Memory(Memory),
}

#[derive(Clone, Debug)]
pub(crate) struct Memory {
    start: Document,
    document: Document,
    changes: Vec<(Command, Change, i64)>,
    /// How many of the changes are in effect.
    done: usize,
    revision: u64,
    ids: Ids,
}

impl History {
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        Ok(Self::File {
            store: Box::new(Store::open(path)?),
            scratch: None,
        })
    }

    /// Opens the project at `path` to work in it; it is looked after as `care` says.
    pub(crate) fn keep(path: &Path, care: Care) -> Result<Self, Failure> {
        Ok(Self::File {
            store: Box::new(Store::keep(path, care)?),
            scratch: None,
        })
    }

    /// The project file, where there is one.
    pub(crate) fn store(&self) -> Option<&Store> {
        match self {
            Self::File { store, .. } => Some(store),
            Self::Memory(_) => None,
        }
    }

    /// The project file to be changed, where there is one.
    pub(crate) fn store_mut(&mut self) -> Option<&mut Store> {
        match self {
            Self::File { store, .. } => Some(store),
            Self::Memory(_) => None,
        }
    }

    /// A copy that begins with what is here, history included, and does not touch the file.
    pub(crate) fn beside(&self) -> Result<Self, Failure> {
        match self {
            Self::File { store, .. } => {
                let scratch = kaizu_store::files::scratch()?;
                let path = scratch.path().join("copy.kaizu");
                store.copy_to(&path)?;
                Ok(Self::File {
                    store: Box::new(Store::open(&path)?),
                    scratch: Some(scratch),
                })
            }
            Self::Memory(memory) => Ok(Self::Memory(memory.clone())),
        }
    }

    pub(crate) fn in_memory(document: Document) -> Self {
        Self::in_memory_at(document, 0)
    }

    /// `document`, which counts as changed `revision` times.
    pub(crate) fn in_memory_at(document: Document, revision: u64) -> Self {
        let ids = document.free_ids();
        Self::Memory(Memory {
            start: document.clone(),
            document,
            changes: Vec::new(),
            done: 0,
            revision,
            ids,
        })
    }

    pub(crate) fn document(&self) -> &Document {
        match self {
            Self::File { store, .. } => store.document(),
            Self::Memory(memory) => &memory.document,
        }
    }

    pub(crate) fn revision(&self) -> u64 {
        match self {
            Self::File { store, .. } => u64::try_from(store.revision().0).unwrap_or_default(),
            Self::Memory(memory) => memory.revision,
        }
    }

    pub(crate) fn ids(&self) -> Ids {
        match self {
            Self::File { store, .. } => store.ids(),
            Self::Memory(memory) => memory.ids,
        }
    }

    pub(crate) fn append(
        &mut self,
        command: &Command,
        change: &Change,
        at: i64,
    ) -> Result<(), Failure> {
        match self {
            Self::File { store, .. } => store.append(command, change, at).map(|_| ()),
            Self::Memory(memory) => {
                memory.append(command, change, at);
                Ok(())
            }
        }
    }

    pub(crate) fn undo(&mut self, at: i64) -> Result<bool, Failure> {
        match self {
            Self::File { store, .. } => store.undo(at).map(|revision| revision.is_some()),
            Self::Memory(memory) => Ok(memory.undo()),
        }
    }

    pub(crate) fn redo(&mut self, at: i64) -> Result<bool, Failure> {
        match self {
            Self::File { store, .. } => store.redo(at).map(|revision| revision.is_some()),
            Self::Memory(memory) => Ok(memory.redo()),
        }
    }

    /// Writes a complete project file at `path`, where nothing is yet, also where the file is out of reach: then what was
    /// done since it was opened is one step called `title`.
    pub(crate) fn rescue(
        &self,
        path: &Path,
        application: &str,
        title: &str,
        at: i64,
    ) -> Result<Rescued, Failure> {
        match self {
            Self::File { store, .. } => store.save_to(path, application, title, at),
            Self::Memory(_) => self.save(path, application).map(|()| Rescued::Whole),
        }
    }

    /// Writes a complete project file at `path`, where nothing is yet.
    pub(crate) fn save(&self, path: &Path, application: &str) -> Result<(), Failure> {
        match self {
            Self::File { store, .. } => store.copy_to(path),
            Self::Memory(memory) => {
                let mut store = Store::create(path, &memory.start, application)?;
                for (command, change, at) in memory.changes.iter().take(memory.done) {
                    store.append(command, change, *at)?;
                }
                store.close()
            }
        }
    }

    pub(crate) fn to_undo(&self) -> Option<Label> {
        match self {
            Self::File { store, .. } => store.undo_label().cloned(),
            Self::Memory(memory) => memory
                .done
                .checked_sub(1)
                .and_then(|n| memory.changes.get(n))
                .map(|it| Label::of(&it.0)),
        }
    }

    pub(crate) fn to_redo(&self) -> Option<Label> {
        match self {
            Self::File { store, .. } => store.redo_label().cloned(),
            Self::Memory(memory) => memory.changes.get(memory.done).map(|it| Label::of(&it.0)),
        }
    }
}

impl Memory {
    fn append(&mut self, command: &Command, change: &Change, at: i64) {
        self.changes.truncate(self.done);
        self.changes.push((command.clone(), change.clone(), at));
        self.step(change, self.done + 1);
    }

    fn undo(&mut self) -> bool {
        let Some(change) = self
            .done
            .checked_sub(1)
            .and_then(|n| self.changes.get(n))
            .map(|it| it.1.inverse())
        else {
            return false;
        };
        self.step(&change, self.done - 1);
        true
    }

    fn redo(&mut self) -> bool {
        let Some(change) = self.changes.get(self.done).map(|it| it.1.clone()) else {
            return false;
        };
        self.step(&change, self.done + 1);
        true
    }

    fn step(&mut self, change: &Change, done: usize) {
        self.document = self.document.after(change);
        self.done = done;
        self.revision += 1;
        let free = self.document.free_ids();
        if free.peek() > self.ids.peek() {
            self.ids = free;
        }
    }
}

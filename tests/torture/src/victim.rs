//! A project on the disk to which something happens, and what must be true of it afterwards.
use std::path::PathBuf;

use kaizu_store::{Failure, Revision, Store, Writing};
use tempfile::TempDir;

use crate::Luck;
use crate::life::{self, Known};

/// Why a case failed.
pub type Why = String;

/// A failure, with all that is known of it.
pub fn told(failure: &Failure) -> Why {
    format!("{}: {failure:?}", failure.code())
}

/// A project on the disk.
pub struct Victim {
    /// Where it lies, alone.
    pub folder: TempDir,
    /// Its file.
    pub path: PathBuf,
    /// How it is written.
    pub writing: Writing,
    /// What is known of it.
    pub known: Known,
    /// What happens to it.
    pub luck: Luck,
}

impl Victim {
    /// A new project, closed.
    pub fn new(seed: u64, writing: Writing) -> Result<Self, Why> {
        let mut luck = Luck::new(seed);
        let folder = tempfile::tempdir().map_err(|why| why.to_string())?;
        let path = folder.path().join("project.kaizu");
        let document = luck.document(4);
        Store::create(&path, &document, "torture")
            .and_then(Store::close)
            .map_err(|failure| told(&failure))?;
        Ok(Self {
            folder,
            path,
            writing,
            known: Known::new(&document),
            luck,
        })
    }

    /// Opens it, to work in it.
    pub fn open(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.path)?.writing(self.writing))
    }

    /// Whether every moment that is known is there, and nothing else.
    pub fn is_whole(&mut self) -> Result<(), Why> {
        let store = self.open().map_err(|failure| told(&failure))?;
        self.known.compare(&store, 0, 0, &mut self.luck)?;
        for revision in 0..=self.known.last() {
            let past = store.past(Revision(revision));
            let past = past.map_err(|failure| told(&failure))?;
            if !self.known.holds(revision, &past) {
                return Err(format!("row {revision} has another content"));
            }
        }
        drop(store);
        life::back_and_forth(&self.path, &self.known)
    }

    /// The files as they are when the program dies now, in a folder of their own. What the dead program shared in memory
    /// is not among them.
    pub fn snatched(&self) -> Result<(TempDir, PathBuf), Why> {
        let beside = tempfile::tempdir().map_err(|why| why.to_string())?;
        for entry in self
            .folder
            .path()
            .read_dir()
            .map_err(|why| why.to_string())?
        {
            let name = entry.map_err(|why| why.to_string())?.file_name();
            if !name.to_string_lossy().ends_with("-shm") {
                let to = beside.path().join(&name);
                std::fs::copy(self.folder.path().join(&name), to).map_err(|why| why.to_string())?;
            }
        }
        let path = beside.path().join("project.kaizu");
        Ok((beside, path))
    }
}

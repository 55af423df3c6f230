//! A copy of a project whose file is out of reach: what memory holds, on top of the newest copy that was kept.
use std::path::Path;

use kaizu_model::Restore;

use crate::{Failure, Store, backups, file, files};

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rescued {
    /// Everything, every step of the history included.
    Whole,
    /// Everything as it is; the history up to the last opening, and what was done since as one step.
    SinceOpening,
    /// Everything as it is, without a history.
    Bare,
}

impl Store {
    /// Writes the whole project to `path`, where nothing lies yet. Where the file is out of reach, what is in memory is
    /// written on top of the newest copy that was kept of it, as one step called `title`, done at the moment `at`.
    pub fn save_to(
        &self,
        path: &Path,
        application: &str,
        title: &str,
        at: i64,
    ) -> Result<Rescued, Failure> {
        match self.copy_to(path) {
            Ok(()) if self.is_in(path)? => return Ok(Rescued::Whole),
            Err(failure) if !failure.leaves_doubt() => return Err(failure),
            Ok(()) | Err(_) => {}
        }
        if self.rescue_from_backup(path, title, at).is_ok() {
            return Ok(Rescued::SinceOpening);
        }
        let _ = files::remove_project(path);
        let bare = Self::create(path, self.document(), application).and_then(Self::close);
        bare.map(|()| Rescued::Bare)
    }

    /// Whether the copy at `path` ends as memory does: another program may have written to the file.
    fn is_in(&self, path: &Path) -> Result<bool, Failure> {
        let copy = Self::open(path)?;
        Ok(copy.state.position.last() == self.state.position.last())
    }

    fn rescue_from_backup(&self, path: &Path, title: &str, at: i64) -> Result<(), Failure> {
        let home = self.home.as_deref();
        let kept = home.and_then(|home| backups::of(home, &self.path).into_iter().next());
        let backup = kept.ok_or_else(|| Failure::Missing(self.path.clone()))?;
        let _ = files::remove_project(path);
        file::copy_bytes(&backup.path, path)?;
        let mut copy = Self::open(path)?;
        let command = Restore::between(copy.document(), self.document(), title);
        if !command.put.is_empty() || !command.remove.is_empty() {
            let command = command.into();
            let change = kaizu_model::Command::apply(&command, copy.document());
            let change = change.map_err(|_| Failure::ChangedElsewhere)?;
            copy.append(&command, &change, at)?;
        }
        copy.close()
    }
}

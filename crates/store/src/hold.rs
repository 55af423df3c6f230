//! Who has a project open to write in it: one window at a time, on whatever machine.
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

pub(crate) use crate::holder::Holder;
use crate::lock::{self, Found, Lock};
use crate::{Failure, library, place};

/// The folder of tokens: one file for every project that this person's programs have open.
const RUNNING: &str = "running";
/// Letters of a token.
const LETTERS: usize = 16;
/// How often one tries to be faster than others who want the same.
const ATTEMPTS: usize = 4;

/// The right to write in a project. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Hold {
    project: PathBuf,
    lock: PathBuf,
    text: Vec<u8>,
    #[expect(
        dead_code,
        reason = "held so that the token is locked as long as the project is open"
    )]
    token: Option<NamedTempFile>,
}

impl Hold {
    /// Takes the project at `path` for this program; and whether somebody before left it without an end.
    pub(crate) fn take(path: &Path, home: &Path, now_ms: i64) -> Result<(Self, bool), Failure> {
        let project = lock::project(path)?;
        place::writable(&project)?;
        let path = lock::of(&project);
        let running = library::absolute(home).join(RUNNING);
        let token = token(&running);
        let lock = described(&project, token.as_ref(), now_ms);
        let text = serde_json::to_vec(&lock)?;
        let mut was_left = false;
        for _ in 0..ATTEMPTS {
            match lock::create(&path, &text) {
                Ok(()) => {
                    let hold = Self {
                        project,
                        lock: path,
                        text,
                        token,
                    };
                    return Ok((hold, was_left));
                }
                Err(source) if source.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => return Err(place::refused(&path, source)),
            }
            let Some(found) = Found::at(&path) else {
                continue;
            };
            if found.is_alive(&project) {
                return Err(Failure::Held(found.holder()));
            }
            was_left = true;
            lock::take_away(&path, &found, &lock.token)
                .map_err(|source| place::refused(&path, source))?;
            // Only our own: others may have written any path into their lock.
            let theirs = found.running();
            if let Some(theirs) = theirs.filter(|theirs| theirs.parent() == Some(&*running)) {
                let _ = fs::remove_file(theirs);
            }
        }
        Err(Failure::Held(Holder::default()))
    }

    /// Says that somebody is still there.
    ///
    /// Whoever found this one silent for too long may have taken the project: their lock stays as it is.
    pub(crate) fn beat(&self) {
        let _ = match lock::text(&self.lock) {
            Ok(text) if text == self.text => lock::touch(&self.lock, &self.text),
            Err(Failure::Missing(_)) if self.project.exists() => {
                lock::create(&self.lock, &self.text)
            }
            Ok(_) | Err(_) => Ok(()),
        };
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if lock::text(&self.lock).is_ok_and(|text| text == self.text) {
            let _ = fs::remove_file(&self.lock);
        }
    }
}

/// A new file in `running`, locked as long as it is held. Nothing where that cannot be: then the beat alone counts.
fn token(running: &Path) -> Option<NamedTempFile> {
    library::prepare(running).ok()?;
    let token = tempfile::Builder::new()
        .prefix("")
        .rand_bytes(LETTERS)
        .tempfile_in(running)
        .ok()?;
    token.as_file().try_lock().ok()?;
    Some(token)
}

fn described(project: &Path, token: Option<&NamedTempFile>, now_ms: i64) -> Lock {
    let file = token.map(NamedTempFile::path);
    let name = file.and_then(|path| path.file_name()?.to_str());
    let without = || format!("{}-{now_ms}", std::process::id());
    Lock {
        holder: Holder::me(now_ms),
        token: name.map_or_else(without, str::to_owned),
        running: file.and_then(|path| path.to_str()).map(str::to_owned),
        project: project.to_str().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;
    use crate::holder::holder;

    /// A folder with a project in it; it serves as home as well.
    fn desk() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("市民課.kaizu");
        fs::write(&path, "").unwrap();
        (folder, path)
    }

    /// A lock of nobody who is there, on the machine `host`.
    fn forged(path: &Path, home: &Path, host: &str) -> Holder {
        let running = home.join(RUNNING);
        fs::create_dir_all(&running).unwrap();
        fs::write(running.join("dead"), "").unwrap();
        let mut lock = described(path, None, 5);
        lock.holder.host = host.to_owned();
        lock.running = running.join("dead").to_str().map(str::to_owned);
        lock::create(&lock::of(path), &serde_json::to_vec(&lock).unwrap()).unwrap();
        lock.holder
    }

    fn age(path: &Path, minutes: u64) {
        let lock = File::options().write(true).open(lock::of(path)).unwrap();
        let now = lock.metadata().unwrap().modified().unwrap();
        lock.set_modified(now - Duration::from_mins(minutes))
            .unwrap();
    }

    fn refusal(path: &Path, home: &Path) -> Failure {
        Hold::take(path, home, 9).unwrap_err()
    }

    #[test]
    fn a_project_that_is_held_says_by_whom_and_since_when() {
        let (folder, path) = desk();
        let (hold, was_left) = Hold::take(&path, folder.path(), 7).unwrap();
        assert!(!was_left);
        let Failure::Held(by) = refusal(&path, folder.path()) else {
            panic!("it is held");
        };
        assert_eq!(by, Holder::me(7));
        assert_eq!(holder(&path), Some(by));
        age(&path, 60);
        assert!(holder(&path).is_some(), "the token says more");
        drop(hold);
        assert_eq!(holder(&path), None);
        assert_eq!(library::list(folder.path()), std::slice::from_ref(&path));
        assert!(library::list(&folder.path().join(RUNNING)).is_empty());
        assert!(!Hold::take(&path, folder.path(), 8).unwrap().1);
    }

    #[cfg(unix)]
    #[test]
    fn another_way_to_the_same_file_is_held_as_well() {
        let (folder, path) = desk();
        let other = folder.path().join("other.kaizu");
        std::os::unix::fs::symlink(&path, &other).unwrap();
        let _hold = Hold::take(&path, folder.path(), 7).unwrap();
        assert_eq!(refusal(&other, folder.path()).code(), "held");
    }

    #[test]
    fn what_a_dead_program_left_is_taken_over() {
        let (folder, path) = desk();
        forged(&path, folder.path(), &lock::host());
        assert_eq!(holder(&path), None);
        let (_hold, was_left) = Hold::take(&path, folder.path(), 7).unwrap();
        assert!(was_left);
        assert_eq!(holder(&path), Some(Holder::me(7)));
        assert_eq!(library::list(&folder.path().join(RUNNING)).len(), 1);
    }

    #[test]
    fn a_lock_of_another_machine_counts_as_long_as_it_beats() {
        let (folder, path) = desk();
        let other = forged(&path, folder.path(), "other");
        assert_eq!(holder(&path), Some(other));
        assert_eq!(refusal(&path, folder.path()).code(), "held");
        age(&path, 4);
        assert_eq!(holder(&path), None);
        assert!(Hold::take(&path, folder.path(), 7).unwrap().1);
    }

    #[test]
    fn a_lock_that_was_copied_with_its_folder_is_judged_by_its_beat() {
        let (folder, path) = desk();
        let copy = folder.path().join("copy.kaizu");
        fs::write(&copy, "").unwrap();
        let _hold = Hold::take(&path, folder.path(), 7).unwrap();
        fs::copy(lock::of(&path), lock::of(&copy)).unwrap();
        age(&copy, 4);
        assert_eq!(holder(&copy), None);
    }

    #[test]
    fn a_beat_makes_the_lock_young_and_leaves_that_of_others_alone() {
        let (folder, path) = desk();
        let (hold, _) = Hold::take(&path, folder.path(), 7).unwrap();
        let modified = || lock::of(&path).metadata().unwrap().modified().unwrap();
        age(&path, 4);
        let before = modified();
        hold.beat();
        assert!(modified() > before + Duration::from_mins(3));
        fs::remove_file(lock::of(&path)).unwrap();
        hold.beat();
        assert!(holder(&path).is_some(), "it is there again");
        fs::remove_file(lock::of(&path)).unwrap();
        let other = forged(&path, folder.path(), "other");
        hold.beat();
        drop(hold);
        assert_eq!(holder(&path), Some(other));
    }

    #[test]
    fn where_nothing_may_be_written_nothing_is_held() {
        let (folder, path) = desk();
        let refuse = |path: &Path, is_it: bool| {
            let mut permissions = path.metadata().unwrap().permissions();
            permissions.set_readonly(is_it);
            fs::set_permissions(path, permissions).unwrap();
        };
        let places = [path.as_path(), folder.path()];
        for place in places.iter().take(if cfg!(unix) { 2 } else { 1 }) {
            refuse(place, true);
            assert_eq!(refusal(&path, folder.path()).code(), "read-only");
            refuse(place, false);
        }
        assert_eq!(library::list(folder.path()), [path]);
    }

    #[test]
    fn what_is_not_there_is_not_held() {
        let (folder, path) = desk();
        let missing = folder.path().join("b.kaizu");
        assert_eq!(refusal(&missing, folder.path()).code(), "no-such-file");
        assert_eq!(refusal(folder.path(), folder.path()).code(), "is-a-folder");
        assert_eq!(holder(&missing), None);
        let home_is_a_file = path.clone();
        let _hold = Hold::take(&path, &home_is_a_file, 7).unwrap();
        assert_eq!(refusal(&path, folder.path()).code(), "held");
    }
}

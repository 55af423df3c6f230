//! The file that says who has a project open, and whether they are still there.
//!
//! It lies beside the project under a hidden name (`.市民課.kaizu.open`) and holds a [`Lock`] as JSON. A lock of the system
//! would keep others on Windows from reading it, so that lock is on a file of its own in the holder's home, the *token*,
//! which dies with the program. From another machine a token cannot be judged: there the holder's beat counts, which moves
//! the time of the file by the clock of whoever serves the folder.
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf, Prefix};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use tempfile::TempPath;

use crate::holder::Holder;
use crate::{Failure, file, files, library};

/// No lock is longer, in bytes.
const LARGEST: u64 = 64 * 1024;
/// How long a holder may be silent: nine beats.
const SILENCE: Duration = Duration::from_mins(3);
/// Begins the names of what is beside a project for a moment only.
const PASSING: &str = ".kaizu-";

/// What the file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lock {
    #[serde(flatten)]
    pub(crate) holder: Holder,
    /// Random: no two holds have the same.
    pub(crate) token: String,
    /// The file of the token; nothing where only the beat counts.
    pub(crate) running: Option<String>,
    /// The project; a lock that was copied along with a folder names another one.
    pub(crate) project: Option<String>,
}

/// A lock as it was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    text: Vec<u8>,
    modified: Option<SystemTime>,
    /// Nothing where it makes no sense, or is being written at this moment.
    lock: Option<Lock>,
}

/// Where the project at `path` really lies: a lock counts for every way that leads there.
pub(crate) fn project(path: &Path) -> Result<PathBuf, Failure> {
    let found = path.metadata().map_err(|source| file::disk(path, source))?;
    if found.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    Ok(path
        .canonicalize()
        .unwrap_or_else(|_| library::absolute(path)))
}

/// The lock of the project that lies at `project`.
pub(crate) fn of(project: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(project.file_name().unwrap_or_default());
    name.push(".open");
    project.with_file_name(name)
}

/// Writes `text` to `path`, where nothing may lie yet.
///
/// For a moment the file is there and empty: whoever reads it then finds a young lock that makes no sense, which is held.
pub(crate) fn create(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        const HIDDEN: u32 = 2;
        options.attributes(HIDDEN);
    }
    let mut file = options.open(path)?;
    let written = file.write_all(text).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// The text of the lock at `path`.
pub(crate) fn text(path: &Path) -> Result<Vec<u8>, Failure> {
    files::read(path, LARGEST)
}

/// Writes `text` over the same text, which moves the time of the file.
pub(crate) fn touch(path: &Path, text: &[u8]) -> std::io::Result<()> {
    OpenOptions::new().write(true).open(path)?.write_all(text)
}

/// Takes the lock at `path` away, if it is still as it was `found`; `token` makes the name unique under which it passes.
pub(crate) fn take_away(path: &Path, found: &Found, token: &str) -> std::io::Result<()> {
    let aside = path.with_file_name(format!("{PASSING}{token}"));
    match fs::rename(path, &aside) {
        Err(source) if source.kind() == ErrorKind::NotFound => return Ok(()),
        renamed => renamed?,
    }
    let aside = TempPath::try_from_path(aside)?;
    if Found::at(&aside).as_ref() != Some(found) {
        // Somebody came back, or came first. Where they are there again already, this one is of no use.
        let _ = aside.persist_noclobber(path);
    }
    Ok(())
}

impl Found {
    /// The lock at `path`, whatever state it is in.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let text = match text(path) {
            Err(Failure::Missing(_)) => return None,
            text => text.unwrap_or_default(),
        };
        Some(Self {
            lock: serde_json::from_slice(&text).ok(),
            modified: path.metadata().and_then(|found| found.modified()).ok(),
            text,
        })
    }

    /// Who it names; nobody where it makes no sense.
    pub(crate) fn holder(&self) -> Holder {
        let holder = self.lock.as_ref().map(|lock| lock.holder.clone());
        holder.unwrap_or_default()
    }

    /// The file of the token.
    pub(crate) fn running(&self) -> Option<&Path> {
        self.lock.as_ref()?.running.as_deref().map(Path::new)
    }

    /// Whether whoever took the project at `project` is still there.
    pub(crate) fn is_alive(&self, project: &Path) -> bool {
        self.has_token(project)
            .unwrap_or_else(|| self.has_beat(project))
    }

    /// What the token says; nothing where it cannot be judged from here.
    fn has_token(&self, project: &Path) -> Option<bool> {
        let lock = self.lock.as_ref()?;
        let here = host();
        let is_here = !here.is_empty() && lock.holder.host == here;
        if !is_here || lock.project.as_deref() != project.to_str() {
            return None;
        }
        is_locked(self.running()?)
    }

    /// What the beat says: the time of the file against that of one that is made now, both by one clock.
    fn has_beat(&self, project: &Path) -> bool {
        let folder = project.parent().unwrap_or(Path::new("."));
        let probe = tempfile::Builder::new()
            .prefix(PASSING)
            .tempfile_in(folder)
            .and_then(|probe| probe.path().metadata()?.modified());
        let (Ok(now), Some(then)) = (probe, self.modified) else {
            return true;
        };
        !now.duration_since(then).is_ok_and(|age| age > SILENCE)
    }
}

/// Whether a program has a lock on the file at `path`; nothing where one cannot know.
///
/// The path was written by somebody else: nothing but a plain file of this machine is touched.
pub(crate) fn is_locked(path: &Path) -> Option<bool> {
    let is_on_a_drive = match path.components().next()? {
        Component::Prefix(prefix) => {
            matches!(prefix.kind(), Prefix::Disk(_) | Prefix::VerbatimDisk(_))
        }
        Component::RootDir => true,
        Component::CurDir | Component::ParentDir | Component::Normal(_) => false,
    };
    if !is_on_a_drive {
        return None;
    }
    let known = |source: &std::io::Error| (source.kind() == ErrorKind::NotFound).then_some(false);
    match path.symlink_metadata() {
        Ok(found) if found.is_file() => {}
        Ok(_) => return None,
        Err(source) => return known(&source),
    }
    let file = match File::open(path) {
        Ok(file) => file,
        Err(source) => return known(&source),
    };
    // Shared: two who judge at once are not in each other's way.
    match file.try_lock_shared() {
        Ok(()) => Some(false),
        Err(TryLockError::WouldBlock) => Some(true),
        Err(TryLockError::Error(_)) => None,
    }
}

/// What this machine is called; empty where it has no name.
pub(crate) fn host() -> String {
    whoami::hostname().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A project, with a lock that says `text` and is `seconds` old.
    fn locked(text: &str, seconds: u64) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("市民課.kaizu");
        fs::write(&path, "").unwrap();
        let path = project(&path).unwrap();
        fs::write(of(&path), text).unwrap();
        let lock = File::options().write(true).open(of(&path)).unwrap();
        let now = lock.metadata().unwrap().modified().unwrap();
        lock.set_modified(now - Duration::from_secs(seconds))
            .unwrap();
        (folder, path)
    }

    fn is_alive(text: &str, seconds: u64) -> bool {
        let (_folder, path) = locked(text, seconds);
        Found::at(&of(&path)).unwrap().is_alive(&path)
    }

    #[test]
    fn the_lock_lies_hidden_beside_the_project() {
        assert_eq!(
            of(Path::new("/share/市民課.kaizu")),
            Path::new("/share/.市民課.kaizu.open")
        );
    }

    #[test]
    fn a_lock_that_makes_no_sense_counts_while_it_is_young() {
        for text in ["", "{", "[]", "{\"user\": 1}", "\u{0}\u{0}", "null"] {
            assert!(is_alive(text, 0), "{text}");
            assert!(is_alive(text, 170), "{text}");
            assert!(!is_alive(text, 200), "{text}");
        }
        assert!(!is_alive(&"x".repeat(100_000), 200), "too long");
    }

    #[test]
    fn a_lock_of_the_future_counts() {
        let (_folder, path) = locked("", 0);
        let lock = File::options().write(true).open(of(&path)).unwrap();
        let now = lock.metadata().unwrap().modified().unwrap();
        lock.set_modified(now + Duration::from_hours(1)).unwrap();
        assert!(Found::at(&of(&path)).unwrap().is_alive(&path));
    }

    #[test]
    fn a_folder_in_the_place_of_a_lock_harms_nobody() {
        let (_folder, path) = locked("", 0);
        fs::remove_file(of(&path)).unwrap();
        fs::create_dir(of(&path)).unwrap();
        let found = Found::at(&of(&path)).unwrap();
        assert!(found.is_alive(&path));
        assert_eq!(found.holder(), Holder::default());
    }

    #[test]
    fn only_plain_files_of_this_machine_are_asked_for_a_token() {
        let folder = tempfile::tempdir().unwrap();
        let token = folder.path().join("token");
        assert_eq!(is_locked(&token), Some(false), "gone");
        let file = File::create(&token).unwrap();
        assert_eq!(is_locked(&token), Some(false));
        file.try_lock().unwrap();
        assert_eq!(is_locked(&token), Some(true));
        for odd in [folder.path(), Path::new("token"), Path::new("")] {
            assert_eq!(is_locked(odd), None, "{}", odd.display());
        }
        #[cfg(unix)]
        assert_eq!(is_locked(Path::new("/dev/zero")), None);
    }

    #[test]
    fn a_lock_that_changed_since_it_was_judged_is_put_back() {
        let (_folder, path) = locked("one", 200);
        let lock = of(&path);
        let judged = Found::at(&lock).unwrap();
        fs::write(&lock, "other").unwrap();
        take_away(&lock, &judged, "token").unwrap();
        assert_eq!(text(&lock).unwrap(), b"other");
        let judged = Found::at(&lock).unwrap();
        take_away(&lock, &judged, "token").unwrap();
        take_away(&lock, &judged, "token").unwrap();
        assert_eq!(library::list(path.parent().unwrap()), [path]);
    }
}

//! The folder in which Kaizu keeps what belongs to no project: drafts, and the list of files that were open.
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::{Failure, files};

/// The list of files that were open.
const LIST: &str = "recent.json";
/// The folder of projects that were never given a place.
const DRAFTS: &str = "drafts";
/// Files that are remembered.
const MOST: usize = 50;
/// No list is longer, in bytes.
const LARGEST_LIST: u64 = 1024 * 1024;
/// Drafts that may have one name.
const MOST_OF_A_NAME: usize = 10_000;
/// Letters of a project's name that its file keeps.
const LETTERS: usize = 40;

/// A file that was open, with what is shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Known {
    /// The file.
    pub path: PathBuf,
    /// What people call the project.
    pub name: String,
    /// The section in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Steps of all its processes as they are.
    pub steps: usize,
    /// Voices.
    pub voices: usize,
    /// Better flows.
    pub proposals: usize,
    /// When it was opened last, in milliseconds since 1970.
    pub opened_at: i64,
}

/// The files that were open, latest first. A list that cannot be read is empty: it is never in the way of work.
pub fn known(home: &Path) -> Vec<Known> {
    let bytes = files::read(&home.join(LIST), LARGEST_LIST).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Puts `file` at the top of the list.
pub fn remember(home: &Path, file: Known) -> Result<(), Failure> {
    let mut list = known(home);
    list.retain(|other| other.path != file.path);
    list.insert(0, file);
    list.truncate(MOST);
    prepare(home)?;
    files::write(&home.join(LIST), &serde_json::to_vec_pretty(&list)?)
}

/// Takes the file at `path` off the list. The file itself stays.
pub fn forget(home: &Path, path: &Path) -> Result<(), Failure> {
    let mut list = known(home);
    let before = list.len();
    list.retain(|other| other.path != path);
    if list.len() == before {
        return Ok(());
    }
    files::write(&home.join(LIST), &serde_json::to_vec_pretty(&list)?)
}

/// A path in the folder of drafts where nothing lies yet, called after `name`.
pub fn draft(home: &Path, name: &str) -> Result<PathBuf, Failure> {
    let folder = home.join(DRAFTS);
    prepare(&folder)?;
    let name = file_name(name);
    let numbered = |n: usize| {
        let stem = if n == 1 {
            name.clone()
        } else {
            format!("{name} {n}")
        };
        folder.join(format!("{stem}.kaizu"))
    };
    let free = (1..=MOST_OF_A_NAME)
        .map(numbered)
        .find(|path| !path.exists());
    free.ok_or_else(|| Failure::AlreadyThere(numbered(1)))
}

/// Whether `path` lies in the folder of drafts.
pub fn is_draft(home: &Path, path: &Path) -> bool {
    is_within(path, &home.join(DRAFTS))
}

/// Whether `path`, followed to where it really leads, lies in `folder`.
pub fn is_within(path: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    match (real(path), real(folder)) {
        (Some(path), Some(folder)) => path.starts_with(folder),
        (None, _) | (_, None) => false,
    }
}

/// Whether both paths lead to one file.
pub fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// `path` from the root, so that it is found again from anywhere.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// `path` from the root and followed to where it really leads, also where nothing lies there any more: one file has one such
/// path, whatever it is opened by.
pub fn real(path: &Path) -> PathBuf {
    let from_folder = || {
        let folder = absolute(path).parent()?.canonicalize().ok()?;
        Some(folder.join(path.file_name()?))
    };
    let real = path.canonicalize().ok();
    real.or_else(from_folder).unwrap_or_else(|| absolute(path))
}

/// The files in `folder`, by name; none where it cannot be read.
pub fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths
}

/// When the project at `path` was written last, in milliseconds since 1970: it, or the log beside it.
pub fn written_at(path: &Path) -> Option<i64> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let modified = |path: &Path| {
        let moment = path.metadata().ok()?.modified().ok()?;
        let since = moment.duration_since(UNIX_EPOCH).ok()?;
        i64::try_from(since.as_millis()).ok()
    };
    modified(path).max(modified(Path::new(&log)))
}

/// Whether the file at `path` may only be read.
pub fn is_read_only(path: &Path) -> bool {
    path.metadata()
        .is_ok_and(|found| found.permissions().readonly())
}

pub(crate) fn prepare(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| Failure::Unwritten {
        path: folder.to_owned(),
        source,
    })
}

/// `name` without what file systems refuse.
pub fn file_name(name: &str) -> String {
    let is_odd = |c: char| c.is_control() || r#"\/:*?"<>|"#.contains(c);
    let kept: String = name
        .chars()
        .map(|c| if is_odd(c) { ' ' } else { c })
        .take(LETTERS)
        .collect();
    let kept = kept.trim_matches([' ', '.', '　']);
    if kept.is_empty() {
        "kaizu".to_owned()
    } else {
        kept.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, opened_at: i64) -> Known {
        Known {
            path: path.into(),
            opened_at,
            ..Known::default()
        }
    }

    #[test]
    fn the_file_opened_last_stands_first_and_only_once() {
        let home = tempfile::tempdir().unwrap();
        for (path, at) in [("a", 1), ("b", 2), ("a", 3)] {
            remember(home.path(), file(path, at)).unwrap();
        }
        assert_eq!(known(home.path()), [file("a", 3), file("b", 2)]);
    }

    #[test]
    fn a_file_that_is_forgotten_is_off_the_list() {
        let home = tempfile::tempdir().unwrap();
        for path in ["a", "b"] {
            remember(home.path(), file(path, 1)).unwrap();
        }
        forget(home.path(), Path::new("b")).unwrap();
        forget(home.path(), Path::new("c")).unwrap();
        assert_eq!(known(home.path()), [file("a", 1)]);
    }

    #[test]
    fn a_project_was_written_when_its_log_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kaizu");
        let log = folder.path().join("a.kaizu-wal");
        assert_eq!(written_at(&path), None);
        for (path, seconds) in [(&path, 10), (&log, 20)] {
            let moment = UNIX_EPOCH + std::time::Duration::from_secs(seconds);
            fs::File::create(path)
                .unwrap()
                .set_modified(moment)
                .unwrap();
        }
        assert_eq!(written_at(&path), Some(20_000));
    }

    #[test]
    fn a_damaged_list_is_an_empty_one_and_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(LIST), "{").unwrap();
        assert_eq!(known(home.path()), []);
        remember(home.path(), file("a", 1)).unwrap();
        assert_eq!(known(home.path()).len(), 1);
    }

    #[test]
    fn drafts_of_one_name_lie_beside_each_other() {
        let home = tempfile::tempdir().unwrap();
        let first = draft(home.path(), "住民票/郵送").unwrap();
        fs::write(&first, "").unwrap();
        let second = draft(home.path(), "住民票/郵送").unwrap();
        assert_eq!(first.file_name().unwrap(), "住民票 郵送.kaizu");
        assert_eq!(second.file_name().unwrap(), "住民票 郵送 2.kaizu");
        assert!(is_draft(home.path(), &first));
    }

    #[test]
    fn what_leads_out_of_a_folder_is_not_within_it() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("inside");
        fs::create_dir_all(&inside).unwrap();
        fs::write(folder.path().join("a"), "").unwrap();
        fs::write(inside.join("b"), "").unwrap();
        assert!(is_within(&inside.join("b"), &inside));
        assert!(!is_within(&inside.join("..").join("a"), &inside));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path().join("a"), inside.join("c")).unwrap();
            assert!(!is_within(&inside.join("c"), &inside));
        }
    }
}

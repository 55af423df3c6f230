//! Plain files: read with a bound, and written beside their target and renamed over it, so that what was there stays
//! until the new one is complete.
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use kaizu_model::Document;
use tempfile::NamedTempFile;

use crate::{Failure, Store, file};

/// The bytes of the file at `path`; refused where there are more than `most`.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let unread = |source| file::disk(path, source);
    if path.metadata().map_err(unread)?.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(unread)?;
    if bytes.len() as u64 > most {
        return Err(Failure::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

/// Puts `bytes` in the place of the file at `path`.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let unwritten = |source| Failure::unwritten(path, source);
    if path.is_dir() {
        return Err(Failure::Folder(path.to_owned()));
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder).map_err(unwritten)?;
    beside
        .write_all(bytes)
        .and_then(|()| beside.as_file().sync_all())
        .map_err(unwritten)?;
    keep_permissions(path, &beside).map_err(unwritten)?;
    file::make_way(path, bytes)?;
    beside
        .persist(path)
        .map_err(|error| unwritten(error.error))?;
    sync(folder);
    Ok(())
}

/// Makes the folder at `path` and those around it, where they are not there.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|source| Failure::unwritten(path, source))
}

/// Sees to it that the name of a file is on the disk, and not only the file. Where a system does not know that, it does so
/// by itself.
fn sync(folder: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

/// A temporary file is private; what people write is as open as the file it replaces, or as any new file.
fn keep_permissions(path: &Path, beside: &NamedTempFile) -> std::io::Result<()> {
    if let Ok(known) = path.metadata() {
        return beside.as_file().set_permissions(known.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        beside
            .as_file()
            .set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

/// The bytes of the project that `build` makes at the path it is given.
pub fn built(build: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<Vec<u8>, Failure> {
    let folder = scratch()?;
    let path = folder.path().join("project.kaizu");
    build(&path)?;
    read(&path, u64::MAX - 1)
}

/// The document of a project that is at hand as bytes.
pub fn opened(bytes: &[u8]) -> Result<Document, Failure> {
    let folder = scratch()?;
    let path = folder.path().join("project.kaizu");
    write(&path, bytes)?;
    Ok(Store::open(&path)?.document().clone())
}

/// Removes the project at `path`, and what a dead program may have left beside it.
pub fn remove_project(path: &Path) -> Result<(), Failure> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let file = file::beside(path, ending);
        if ending.is_empty() || file.exists() {
            std::fs::remove_file(&file).map_err(|source| file::disk(&file, source))?;
        }
    }
    Ok(())
}

/// A folder that goes when it is dropped.
pub fn scratch() -> Result<tempfile::TempDir, Failure> {
    tempfile::tempdir().map_err(|source| Failure::unwritten(&std::env::temp_dir(), source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_completed_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(read(&path, 10).unwrap(), b"new");
        assert!(write(&folder.path().join("nowhere").join("b.txt"), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_and_a_file_too_large_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write(&path, b"12345").unwrap();
        assert!(matches!(read(folder.path(), 10), Err(Failure::Folder(_))));
        assert!(matches!(write(folder.path(), b""), Err(Failure::Folder(_))));
        assert!(matches!(read(&path, 4), Err(Failure::TooLarge(_))));
        assert!(matches!(
            read(&folder.path().join("b"), 4),
            Err(Failure::Missing(_))
        ));
    }
}

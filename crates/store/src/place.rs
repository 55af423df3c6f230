//! Where a file lies: on this machine, or on a share that other machines write to as well; and whether one may write there.
use std::fs::OpenOptions;
use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::{Failure, file, library};

/// Whether the file at `path` lies on a network share, for which a log in shared memory is not safe.
#[cfg(target_os = "linux")]
pub(crate) fn is_on_a_share(path: &Path) -> bool {
    /// File systems that belong to another machine, or may (statfs(2)): NFS, SMB, CIFS, SMB 2, FUSE, 9P, AFS, Coda, Ceph.
    const SHARES: [u64; 9] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x6573_5546,
        0x0102_1997,
        0x5346_414F,
        0x7375_7245,
        0x00C3_6400,
    ];
    let kind = rustix::fs::statfs(path).map(|found| found.f_type);
    // Some systems keep the number with a sign: only its 32 bits count.
    kind.is_ok_and(|kind| SHARES.contains(&(kind as u64 & 0xFFFF_FFFF)))
}

/// Whether the file at `path` lies on a network share, for which a log in shared memory is not safe.
///
/// A drive letter that stands for a share is followed to it.
#[cfg(windows)]
pub(crate) fn is_on_a_share(path: &Path) -> bool {
    use std::path::{Component, Prefix};
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    matches!(
        real.components().next(),
        Some(Component::Prefix(prefix))
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    )
}

/// Whether the file at `path` lies on a network share; unknown here.
#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn is_on_a_share(path: &Path) -> bool {
    let _ = path;
    false
}

/// Refuses a file that may not be written to, or in the folder of which nothing may be written.
pub(crate) fn writable(path: &Path) -> Result<(), Failure> {
    // On Windows the mark of a folder means something else.
    let is_locked = |folder| cfg!(unix) && library::is_read_only(folder);
    if library::is_read_only(path) || path.parent().is_some_and(is_locked) {
        return Err(Failure::ReadOnly);
    }
    match OpenOptions::new().write(true).open(path) {
        Err(source) if is_no(&source) => Err(Failure::ReadOnly),
        // Another program may be in the way for a moment.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Whether it means that nothing may be written there.
fn is_no(source: &Error) -> bool {
    [
        ErrorKind::PermissionDenied,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::InvalidFilename,
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
    ]
    .contains(&source.kind())
}

/// Why nothing was written at `path`.
pub(crate) fn refused(path: &Path, source: Error) -> Failure {
    if is_no(&source) {
        Failure::ReadOnly
    } else {
        file::disk(path, source)
    }
}

/// By which the system tells one file from another: the device and the number on it.
pub(crate) type Identity = (u64, u64);

/// Which file lies at `path`; unknown where the system does not tell. There an open file cannot be moved away either.
#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    path.metadata().ok().map(|it| (it.dev(), it.ino()))
}

/// Which file lies at `path`; unknown where the system does not tell. There an open file cannot be moved away either.
#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    let _ = path;
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_is_no_share() {
        assert!(!is_on_a_share(tempfile::tempdir().unwrap().path()));
        assert!(!is_on_a_share(Path::new("nowhere at all")));
    }
}

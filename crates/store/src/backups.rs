//! Copies of projects as they were when they were opened.
use std::path::Path;

use rusqlite::Connection;

use crate::Failure;

/// Keeps a copy of the project at `path`, which is open in `connection`, as it is at the moment `now_ms`.
pub(crate) fn keep(
    home: &Path,
    path: &Path,
    connection: &Connection,
    now_ms: i64,
) -> Result<(), Failure> {
    let _ = (home, path, connection, now_ms);
    Ok(())
}

#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "stub")]
pub struct Backup {
    pub path: std::path::PathBuf,
    pub at: i64,
    pub revision: i64,
    pub bytes: u64,
}
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "stub")]
pub struct BackedUp {
    pub of: std::path::PathBuf,
    pub copies: Vec<Backup>,
}
/// x
pub fn list(_home: &Path) -> Vec<BackedUp> {
    Vec::new()
}
/// x
pub fn of(_home: &Path, _path: &Path) -> Vec<Backup> {
    Vec::new()
}
/// x
pub fn remove(_home: &Path, _copy: &Path) -> Result<(), Failure> {
    Ok(())
}
/// x
pub fn clear(_home: &Path, _path: &Path) -> Result<(), Failure> {
    Ok(())
}
/// x
pub fn clear_all(_home: &Path) -> Result<(), Failure> {
    Ok(())
}
/// x
pub fn moved(_home: &Path, _from: &Path, _to: &Path) -> Result<(), Failure> {
    Ok(())
}
/// x
pub fn is_copy(_home: &Path, _path: &Path) -> bool {
    false
}

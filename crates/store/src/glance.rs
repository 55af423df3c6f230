//! A look at a project that somebody else may have open: nothing is written, nothing waits, nothing is checked page by page.
use std::path::Path;
use std::time::Duration;

use kaizu_model::Document;
use rusqlite::{Connection, OpenFlags};

use crate::{Failure, records};

/// What the project at `path` holds at this moment, what lies in the log beside it included.
pub fn glance(path: &Path) -> Result<Document, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::ZERO)?;
    records::document(&connection)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use kaizu_model::notation;

    use super::*;
    use crate::Store;

    #[test]
    fn a_glance_sees_what_is_there_and_leaves_the_file_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kaizu");
        let document = notation::parse("窓口: 受け取る\n窓口: 書く\n").unwrap();
        let store = Store::create(&path, &document, "test").unwrap();
        let bytes = fs::read(&path).unwrap();
        assert_eq!(glance(&path).unwrap(), document);
        drop(store);
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }

    #[test]
    fn what_is_no_project_is_not_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kaizu");
        fs::write(&path, "no project").unwrap();
        assert!(glance(&path).is_err());
        assert!(glance(&folder.path().join("b.kaizu")).is_err());
        assert!(!folder.path().join("b.kaizu").exists());
    }
}

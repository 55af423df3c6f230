//! A project that is looked after while it is open: folded after a quiet moment, read back, never written to when damaged.
use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kaizu_store::{Care, Report, Revision, Store, backups};
use tempfile::TempDir;

use crate::fixture::{done, lane, lanes, log, on_disk};

/// How long a machine with much to do may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A way to look after a project, and what is heard of it.
fn care(home: &Path) -> (Care, Receiver<Report>) {
    let (say, heard) = channel();
    let say = Mutex::new(say);
    let care = Care {
        home: home.to_owned(),
        now_ms: || 1_700_000_000_000,
        quiet: Duration::from_millis(5),
        hear: Arc::new(move |report| drop(say.lock().unwrap().send(report))),
    };
    (care, heard)
}

/// A project with `edits` edits, closed in order; its folder, and a home.
fn closed(edits: u32) -> (TempDir, std::path::PathBuf, TempDir) {
    let (folder, path, store) = on_disk(edits);
    store.close().unwrap();
    (folder, path, tempfile::tempdir().unwrap())
}

/// Waits until everything up to `revision` was read back.
fn verified(heard: &Receiver<Report>, revision: i64) {
    loop {
        match heard.recv_timeout(PATIENCE).unwrap() {
            Report::Verified(up_to) if up_to >= Revision(revision) => return,
            Report::Verified(_) => {}
            other @ (Report::Damaged(_) | Report::Failed(_)) => panic!("{other:?}"),
        }
    }
}

#[test]
fn after_a_quiet_moment_the_file_alone_is_the_whole_project() {
    let (folder, path, home) = closed(1);
    let (care, heard) = care(home.path());
    let mut store = Store::keep(&path, care).unwrap();
    verified(&heard, 1);
    for (n, number) in (20..25).enumerate() {
        done(&mut store, &lane(number));
        verified(&heard, 2 + n as i64);
        let copy = folder.path().join("copy.kaizu");
        fs::copy(&path, &copy).unwrap();
        assert_eq!(lanes(&Store::open(&copy).unwrap()), 2 + n);
    }
    store.close().unwrap();
    assert!(!log(&path).exists());
}

#[test]
fn a_damaged_file_is_shown_and_not_written_to() {
    let (_folder, path, home) = closed(30);
    let connection = rusqlite::Connection::open(&path).unwrap();
    let change = "UPDATE journal SET at = at + 1 WHERE revision = 7";
    assert_eq!(connection.execute(change, []).unwrap(), 1);
    drop(connection);
    let before = fs::read(&path).unwrap();
    let (care, heard) = care(home.path());
    let mut store = Store::keep(&path, care).unwrap();
    assert_eq!(lanes(&store), 30, "what there is to see is there at once");
    let Report::Damaged(what) = heard.recv_timeout(PATIENCE).unwrap() else {
        panic!("not found");
    };
    assert!(what.contains('7'), "{what}");
    let command = lane(90);
    let change = command.apply(store.document()).unwrap();
    let refused = store.append(&command, &change, 1).unwrap_err();
    assert_eq!(refused.code(), "damaged");
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(backups::of(home.path(), &path), [], "no copy of damage");
}

#[test]
fn what_was_not_closed_in_order_is_looked_at_before_it_is_written_to() {
    let (_folder, path, store) = on_disk(5);
    std::mem::forget(store);
    let home = tempfile::tempdir().unwrap();
    let (care, heard) = care(home.path());
    let mut store = Store::keep(&path, care).unwrap();
    done(&mut store, &lane(90));
    let first = heard.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(first, Report::Verified(Revision(5))), "{first:?}");
    verified(&heard, 6);
}

#[test]
fn who_only_looks_is_in_nobodys_way() {
    let (_folder, path, home) = closed(3);
    let (first_care, first_heard) = care(home.path());
    let mut first = Store::keep(&path, first_care).unwrap();
    verified(&first_heard, 3);
    let (second_care, second_heard) = care(home.path());
    let second = Store::keep(&path, second_care).unwrap();
    verified(&second_heard, 3);
    done(&mut first, &lane(40));
    verified(&first_heard, 4);
    assert_eq!(lanes(&second), 3);
    assert_eq!(second.past(Revision(1)).unwrap().lanes().count(), 1);
    first.close().unwrap();
    drop(second);
    assert_eq!(lanes(&Store::open(&path).unwrap()), 4);
}

#[test]
fn a_store_that_closes_at_once_does_not_wait_for_the_look() {
    let (_folder, path, home) = closed(3);
    for _ in 0..20 {
        let (care, _heard) = care(home.path());
        let mut store = Store::keep(&path, care).unwrap();
        done(&mut store, &lane(40));
        store.undo(1).unwrap();
        store.close().unwrap();
    }
    assert_eq!(lanes(&Store::open(&path).unwrap()), 3);
}

/// A project as the first schema wrote it.
const SCHEMA_1: &[u8] = include_bytes!("schema-1.kaizu");

#[test]
fn an_old_project_is_brought_up_to_date_when_it_is_opened_to_work_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.kaizu");
    fs::write(&path, SCHEMA_1).unwrap();
    let looked_at = Store::open(&path).unwrap();
    assert_eq!(looked_at.revision(), Revision(4));
    drop(looked_at);
    assert_eq!(
        fs::read(&path).unwrap(),
        SCHEMA_1,
        "looking changes nothing"
    );
    let (care, heard) = care(folder.path());
    let mut store = Store::keep(&path, care).unwrap();
    verified(&heard, 4);
    store.redo(1).unwrap().unwrap();
    verified(&heard, 5);
    drop(store);
    assert_eq!(Store::open(&path).unwrap().revision(), Revision(5));
    let oldest = backups::of(folder.path(), &path).pop().unwrap();
    let bytes = fs::read(oldest.path).unwrap();
    assert_eq!(bytes[60..64], [0, 0, 0, 1], "the schema as it was before");
}

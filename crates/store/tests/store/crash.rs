//! A program that dies: the last acknowledged edit is there, and so is undo.
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kaizu_store::{Revision, Store, files};

use crate::fixture::{done, lane, lanes, log, on_disk, small};

/// Says which file the dying program writes, and after how many edits it dies.
const FILE: &str = "KAIZU_TEST_FILE";
const EDITS: &str = "KAIZU_TEST_EDITS";

/// Checks that `acknowledged` edits are there, at most one more, and that each can be taken back.
fn is_whole(path: &Path, acknowledged: usize) {
    let mut store = Store::open(path).unwrap();
    let there = lanes(&store);
    assert!(
        (acknowledged..=acknowledged + 1).contains(&there),
        "{there} of {acknowledged}"
    );
    assert_eq!(store.revision(), Revision(there as i64));
    for left in (0..there).rev() {
        store.undo(1).unwrap().unwrap();
        assert_eq!(lanes(&store), left);
    }
    assert_eq!(*store.document(), small());
}

#[test]
fn a_store_that_is_forgotten_loses_nothing() {
    let (_folder, path, store) = on_disk(7);
    std::mem::forget(store);
    is_whole(&path, 7);
}

#[test]
fn the_file_and_its_log_are_whole_after_every_edit() {
    let (folder, path, mut store) = on_disk(0);
    let copy = folder.path().join("copy.kaizu");
    for edits in 1..20 {
        done(&mut store, &lane(9 + edits));
        fs::copy(&path, &copy).unwrap();
        fs::copy(log(&path), log(&copy)).unwrap();
        is_whole(&copy, edits as usize);
    }
}

#[test]
fn a_log_that_was_cut_off_holds_all_that_was_whole_in_it() {
    let (folder, path, store) = on_disk(6);
    let copy = folder.path().join("copy.kaizu");
    let bytes = fs::read(log(&path)).unwrap();
    let mut seen = 0;
    for length in (0..=bytes.len()).step_by(2003) {
        fs::copy(&path, &copy).unwrap();
        fs::write(log(&copy), &bytes[..length]).unwrap();
        let there = lanes(&Store::open(&copy).unwrap());
        assert!(there >= seen, "more of the log never means fewer edits");
        seen = there;
        is_whole(&copy, there);
        let _ = fs::remove_file(log(&copy));
    }
    assert!(seen >= 5, "{seen}");
    store.close().unwrap();
}

/// Not a test of its own: the program that dies in the two tests below.
#[test]
fn the_program_that_dies() {
    let (Ok(file), Ok(edits)) = (std::env::var(FILE), std::env::var(EDITS)) else {
        return;
    };
    let mut store = Store::open(Path::new(&file)).unwrap();
    for number in 0..edits.parse().unwrap() {
        done(&mut store, &lane(10 + number));
        writeln!(std::io::stderr(), "acknowledged").unwrap();
    }
    std::process::abort();
}

/// Starts this very program anew, to die.
fn doomed(path: &Path, edits: u32) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::the_program_that_dies", "--nocapture"])
        .env(FILE, path)
        .env(EDITS, edits.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_program_that_aborts_leaves_every_acknowledged_edit() {
    for edits in [1, 2, 7] {
        let (_folder, path, store) = on_disk(0);
        store.close().unwrap();
        let status = doomed(&path, edits).wait_with_output().unwrap().status;
        assert!(!status.success(), "it died");
        assert!(log(&path).exists(), "nothing was folded");
        is_whole(&path, edits as usize);
    }
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_every_acknowledged_edit() {
    for moment in [1, 3, 10, 25] {
        let (_folder, path, store) = on_disk(0);
        store.close().unwrap();
        let mut child = doomed(&path, 100_000);
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let is_acknowledged = |line: &String| line == "acknowledged";
        let before = lines
            .by_ref()
            .map_while(Result::ok)
            .filter(is_acknowledged)
            .take(moment);
        assert_eq!(before.count(), moment);
        child.kill().unwrap();
        child.wait().unwrap();
        let after = lines.map_while(Result::ok).filter(is_acknowledged).count();
        is_whole(&path, moment + after);
    }
}

/// The small project as bytes.
fn project() -> Vec<u8> {
    files::built(|path| Store::create(path, &small(), "new").and_then(Store::close)).unwrap()
}

#[test]
fn a_project_put_in_the_place_of_a_crashed_one_has_nothing_of_it() {
    let (_folder, path, store) = on_disk(0);
    store.close().unwrap();
    doomed(&path, 5).wait_with_output().unwrap();
    assert!(log(&path).exists());
    files::write(&path, &project()).unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(*store.document(), small());
    assert_eq!(store.revision(), Revision(0));
}

#[test]
fn a_project_in_use_is_not_replaced() {
    let (_folder, path, store) = on_disk(5);
    assert_eq!(files::write(&path, &project()).unwrap_err().code(), "busy");
    store.close().unwrap();
    is_whole(&path, 5);
}

//! One window at a time works in a project, across programs.
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use kaizu_store::{Access, Care, Store, files, holder};

use crate::fixture::on_disk;

/// Says which file the other program holds.
const FILE: &str = "KAIZU_TEST_HELD";

/// How the project in the folder `home` is looked after.
fn care(home: &Path) -> Care {
    Care {
        home: home.to_owned(),
        now_ms: || 1_700_000_000_000,
        quiet: Duration::from_millis(1),
        hear: Arc::new(|_| {}),
    }
}

/// Not a test of its own: the other program, which holds the project until it is killed.
#[test]
fn the_program_that_holds() {
    let Ok(file) = std::env::var(FILE) else {
        return;
    };
    let path = Path::new(&file);
    let _store = Store::keep(path, care(path.parent().unwrap())).unwrap();
    writeln!(std::io::stderr(), "held").unwrap();
    // Where nobody is left to kill it, it ends by itself.
    std::io::stdin().lines().count();
}

#[test]
fn a_project_is_held_by_another_program_until_that_dies() {
    let (folder, path, store) = on_disk(1);
    store.close().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "hold::the_program_that_holds", "--nocapture"])
        .env(FILE, &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "held"));
    let by = holder(&path).unwrap();
    assert_eq!(by.since, 1_700_000_000_000);
    let second = Store::keep(&path, care(folder.path())).unwrap();
    assert_eq!(*second.access(), Access::Held(by));
    assert_eq!(files::write(&path, b"SQLite").unwrap_err().code(), "held");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(holder(&path), None);
    let third = Store::keep(&path, care(folder.path())).unwrap();
    assert_eq!(*third.access(), Access::Full);
}

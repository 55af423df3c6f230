//! What a project file holds after it was closed and opened again, and what is refused.
use std::fs;
use std::path::Path;

use kaizu_model::{Ids, LaneId, Many, Remove};
use kaizu_store::{Revision, Store};

use crate::fixture::{done, lane, lanes, log, on_disk, small};

fn refused(path: &Path) -> &'static str {
    Store::open(path).unwrap_err().code()
}

#[test]
fn a_closed_project_opens_as_it_was() {
    let (_folder, path, store) = on_disk(3);
    let before = store.document().clone();
    store.close().unwrap();
    assert!(!log(&path).exists(), "the file alone is the project");
    let store = Store::open(&path).unwrap();
    assert_eq!(*store.document(), before);
    assert_eq!(store.revision(), Revision(3));
    assert_eq!(store.application().unwrap().as_deref(), Some("kaizu test"));
}

#[test]
fn undo_and_redo_survive_closing() {
    let (_folder, path, mut store) = on_disk(5);
    let five = store.document().clone();
    store.undo(1).unwrap();
    store.undo(2).unwrap();
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(lanes(&store), 3);
    while store.undo(3).unwrap().is_some() {}
    assert_eq!(*store.document(), small());
    assert_eq!(store.undo_label(), None);
    drop(store);
    let mut store = Store::open(&path).unwrap();
    while store.redo(4).unwrap().is_some() {}
    assert_eq!(*store.document(), five);
    assert_eq!(store.redo_label(), None);
    assert_eq!(
        store.revision(),
        Revision(5 + 2 + 3 + 5),
        "every step is kept"
    );
}

#[test]
fn a_new_edit_puts_what_was_undone_out_of_reach_but_keeps_its_row() {
    let (_folder, path, mut store) = on_disk(2);
    store.undo(1).unwrap();
    assert_eq!(store.redo_label().unwrap().command, "create");
    done(&mut store, &lane(30));
    assert_eq!(store.redo_label(), None);
    assert_eq!(store.redo(2).unwrap(), None);
    store.undo(3).unwrap();
    store.redo(4).unwrap();
    assert!(store.document().lane(LaneId(30)).is_ok());
    assert!(store.document().lane(LaneId(11)).is_err());
    store.close().unwrap();
    let rows: i64 = rusqlite::Connection::open(&path)
        .unwrap()
        .query_row(
            "SELECT count(*) FROM journal WHERE kind = 'do'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(rows, 3);
}

#[test]
fn labels_name_the_command_and_the_title_of_several() {
    let (_folder, _, mut store) = on_disk(1);
    let several = Many {
        title: "様式をまとめる".into(),
        commands: vec![lane(20), lane(21)],
    };
    done(&mut store, &several.into());
    let label = store.undo_label().unwrap();
    assert_eq!(
        (label.command.as_str(), label.title.as_deref()),
        ("many", Some("様式をまとめる"))
    );
    store.undo(1).unwrap();
    assert_eq!(store.undo_label().unwrap().command, "create");
    assert_eq!(
        store.redo_label().unwrap().title.as_deref(),
        Some("様式をまとめる")
    );
    assert_eq!(lanes(&store), 1, "done together, undone together");
}

#[test]
fn a_number_is_never_given_out_twice() {
    let (_folder, path, mut store) = on_disk(1);
    assert_eq!(store.ids(), Ids::from(11));
    done(&mut store, &lane(40));
    done(&mut store, &Remove::new(LaneId(40)).into());
    store.close().unwrap();
    assert_eq!(Store::open(&path).unwrap().ids(), Ids::from(41));
}

#[test]
fn reading_leaves_the_file_as_it_is() {
    let (_folder, path, store) = on_disk(2);
    store.close().unwrap();
    let before = fs::read(&path).unwrap();
    Store::open(&path).unwrap().close().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn looking_at_what_a_dead_program_left_leaves_the_file_and_its_log_as_they_are() {
    let (folder, path, store) = on_disk(3);
    let left = folder.path().join("left.kaizu");
    fs::copy(&path, &left).unwrap();
    fs::copy(log(&path), log(&left)).unwrap();
    drop(store);
    let before = (fs::read(&left).unwrap(), fs::read(log(&left)).unwrap());
    let store = Store::open(&left).unwrap();
    assert_eq!(lanes(&store), 3);
    store.close().unwrap();
    let after = (fs::read(&left).unwrap(), fs::read(log(&left)).unwrap());
    assert!(after == before);
}

#[test]
fn what_another_program_changed_is_noticed() {
    let (_folder, path, mut first) = on_disk(1);
    let mut second = Store::open(&path).unwrap();
    done(&mut first, &lane(20));
    let command = lane(21);
    let change = command.apply(second.document()).unwrap();
    assert_eq!(
        second.append(&command, &change, 1).unwrap_err().code(),
        "changed-elsewhere"
    );
    assert_eq!(lanes(&second), 1, "memory does not run ahead");
    first.close().unwrap();
    second.close().unwrap();
    assert_eq!(lanes(&Store::open(&path).unwrap()), 2);
}

#[test]
fn a_change_from_another_state_is_refused() {
    let (_folder, _, mut store) = on_disk(1);
    let command = lane(10);
    // Made before the lane was there.
    let change = command.apply(&small()).unwrap();
    assert_eq!(
        store.append(&command, &change, 1).unwrap_err().code(),
        "out-of-step"
    );
    assert_eq!(store.revision(), Revision(1));
}

#[test]
fn a_new_project_never_replaces_anything() {
    let (folder, path, store) = on_disk(1);
    store.close().unwrap();
    let refused = |path: &Path| Store::create(path, &small(), "").unwrap_err().code();
    assert_eq!(refused(&path), "file-exists");
    assert_eq!(refused(folder.path()), "is-a-folder");
    assert_eq!(lanes(&Store::open(&path).unwrap()), 1);
}

#[test]
fn what_is_no_project_is_refused_each_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.kaizu");
    assert_eq!(refused(&path), "no-such-file");
    assert_eq!(refused(folder.path()), "is-a-folder");
    for (bytes, code) in [
        (&b""[..], "empty-file"),
        (b"hello", "not-a-project"),
        (
            "窓口: 申請書を受け取る\n".repeat(99).as_bytes(),
            "not-a-project",
        ),
        (b"SQLite format 3\0", "damaged"),
    ] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&path), code);
        assert_eq!(
            fs::read(&path).unwrap(),
            bytes,
            "a refused file stays as it was"
        );
    }
    let other = folder.path().join("other.kaizu");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    assert_eq!(refused(&other), "not-a-project");
}

#[test]
fn a_project_of_a_later_kaizu_is_refused() {
    let (_folder, path, store) = on_disk(1);
    store.close().unwrap();
    rusqlite::Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 999)
        .unwrap();
    assert_eq!(refused(&path), "too-new");
}

#[test]
fn a_file_cut_off_anywhere_is_refused_or_whole() {
    let (folder, path, store) = on_disk(40);
    let whole = store.document().clone();
    store.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    let cut = folder.path().join("cut.kaizu");
    for length in (1..bytes.len()).step_by(997) {
        fs::write(&cut, &bytes[..length]).unwrap();
        let code = refused(&cut);
        assert!(
            ["damaged", "not-a-project"].contains(&code),
            "{length}: {code}"
        );
    }
    fs::write(&cut, &bytes).unwrap();
    assert_eq!(*Store::open(&cut).unwrap().document(), whole);
}

#[test]
fn text_that_is_none_is_damage() {
    let (_folder, path, store) = on_disk(1);
    store.close().unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let name = "担当10".as_bytes();
    let found = bytes.windows(name.len()).position(|it| it == name).unwrap();
    bytes[found] ^= 0x10;
    fs::write(&path, bytes).unwrap();
    assert_eq!(refused(&path), "damaged");
}

#[test]
fn a_row_that_makes_no_sense_is_named() {
    let (_folder, path, store) = on_disk(1);
    store.close().unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute("UPDATE record SET json = '{}' WHERE id = 'lane/10'", [])
        .unwrap();
    drop(connection);
    let failure = Store::open(&path).unwrap_err();
    assert_eq!(failure.code(), "damaged");
    assert!(failure.to_string().contains("lane/10"), "{failure}");
}

/// A project as the first schema wrote it: two edits, a third undone. Kept, never written anew.
const SCHEMA_1: &[u8] = include_bytes!("schema-1.kaizu");

#[test]
fn a_project_of_every_schema_so_far_opens_with_its_undo() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.kaizu");
    fs::write(&path, SCHEMA_1).unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.revision(), Revision(4));
    let step = |store: &Store| {
        store
            .document()
            .steps()
            .next()
            .map(|(_, step)| step.name.clone())
    };
    assert_eq!(step(&store).as_deref(), Some("申請書を受け取る"));
    store.redo(1).unwrap();
    assert_eq!(step(&store).as_deref(), Some("申請書を受ける"));
    while store.undo(2).unwrap().is_some() {}
    assert_eq!(*store.document(), small());
}

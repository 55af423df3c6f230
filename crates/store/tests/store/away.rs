//! A file that goes away while it is open, as on a stick that is pulled out: comes back, or is another one by then.
use std::fs;

use kaizu_model::{Document, LaneId};
use kaizu_store::{Rescued, Revision, Store};

use crate::fixture::{done, lane, lanes, on_disk};

/// Why the lane `number` cannot be added.
fn refused(store: &mut Store, number: u32) -> &'static str {
    let command = lane(number);
    let change = command.apply(store.document()).unwrap();
    store.append(&command, &change, 1).unwrap_err().code()
}

/// What a copy of `store` holds that is saved elsewhere, and how much of it.
fn saved(store: &Store) -> (Document, Rescued) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saved.kaizu");
    let rescued = store.save_to(&path, "test", "まとめて", 1).unwrap();
    (Store::open(&path).unwrap().document().clone(), rescued)
}

#[cfg(unix)]
#[test]
fn while_the_file_is_away_edits_are_refused_and_then_go_on() {
    let (folder, path, mut store) = on_disk(3);
    let pocket = folder.path().join("pocket.kaizu");
    fs::rename(&path, &pocket).unwrap();
    assert_eq!(refused(&mut store, 20), "file-gone");
    assert!(store.undo(1).is_err());
    assert_eq!(lanes(&store), 3, "what was refused is not shown");
    assert_eq!(saved(&store), (store.document().clone(), Rescued::Whole));
    fs::rename(&pocket, &path).unwrap();
    done(&mut store, &lane(20));
    store.undo(1).unwrap().unwrap();
    store.close().unwrap();
    assert_eq!(Store::open(&path).unwrap().revision(), Revision(5));
}

#[cfg(unix)]
#[test]
fn a_stick_that_was_put_in_again_is_the_same_although_its_files_have_other_numbers() {
    let (folder, path, mut store) = on_disk(3);
    let copy = folder.path().join("copy.kaizu");
    store.copy_to(&copy).unwrap();
    fs::rename(&copy, &path).unwrap();
    done(&mut store, &lane(20));
    store.close().unwrap();
    assert_eq!(lanes(&Store::open(&path).unwrap()), 4);
}

#[cfg(unix)]
#[test]
fn another_file_in_its_place_is_left_alone_and_what_is_shown_can_be_saved() {
    let (folder, path, store) = on_disk(3);
    store.close().unwrap();
    let (_other_folder, other, mut another) = on_disk(1);
    done(&mut another, &lane(77));
    another.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    let bytes = fs::read(&other).unwrap();
    fs::rename(&other, folder.path().join("beside.kaizu")).unwrap();
    fs::rename(folder.path().join("beside.kaizu"), &path).unwrap();
    for number in [20, 21] {
        assert_eq!(refused(&mut store, number), "changed-elsewhere");
    }
    assert_eq!(fs::read(&path).unwrap(), bytes);
    let (document, _) = saved(&store);
    assert_eq!(document, *store.document());
    assert!(document.lane(LaneId(77)).is_err());
}

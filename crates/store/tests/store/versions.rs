//! Any moment of a long history is as it was, near a snapshot or far from one.
use kaizu_model::Document;
use kaizu_store::{Deed, Revision, Store};

use crate::fixture::{done, lane, on_disk};

#[test]
fn every_moment_of_a_long_history_is_as_it_was() {
    let (_folder, path, mut store) = on_disk(0);
    let mut seen: Vec<Document> = vec![store.document().clone()];
    for n in 0..600_u32 {
        match n % 7 {
            5 => drop(store.undo(1).unwrap()),
            6 => drop(store.redo(1).unwrap()),
            _ => done(&mut store, &lane(100 + n)),
        }
        seen.push(store.document().clone());
    }
    store.close().unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.revision(), Revision(seen.len() as i64 - 1));
    for (revision, document) in seen.iter().enumerate() {
        let past = store.past(Revision(revision as i64)).unwrap();
        assert!(past == *document, "revision {revision}");
    }
}

#[test]
fn what_was_done_is_told_in_order() {
    let (_folder, _, mut store) = on_disk(2);
    store.undo(5).unwrap();
    store.redo(6).unwrap();
    let told: Vec<_> = store.entries(Revision(2), 10).unwrap();
    let deeds: Vec<_> = told
        .iter()
        .map(|it| (it.revision.0, it.at, it.deed))
        .collect();
    assert_eq!(
        deeds,
        [
            (2, 1_700_000_000_000, Deed::Done),
            (3, 5, Deed::Undone),
            (4, 6, Deed::Redone)
        ]
    );
    assert!(
        told.iter()
            .all(|it| it.label.id.as_deref() == Some("lane/11"))
    );
}

#[test]
fn a_name_stays_with_its_moment() {
    let (_folder, path, mut store) = on_disk(3);
    store
        .name_moment(Revision(2), Some("課長説明用"), 9)
        .unwrap();
    store.undo(1).unwrap();
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    let moments = store.moments().unwrap();
    assert_eq!(moments.len(), 1);
    assert_eq!(
        (moments[0].revision, moments[0].name.as_str()),
        (Revision(2), "課長説明用")
    );
    store.name_moment(Revision(2), None, 9).unwrap();
    assert_eq!(store.moments().unwrap(), []);
}

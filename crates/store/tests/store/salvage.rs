//! What is saved of a damaged project, and what is said of the rest.
use std::fs;
use std::path::{Path, PathBuf};

use kaizu_model::{
    Connect, Create, EdgeId, LaneId, Rank, Record, RecordId, Remove, Rename, SetAttribute, Step,
    StepId,
};
use kaizu_store::{Missing, Revision, Salvaged, Store, salvage};
use tempfile::TempDir;

use crate::fixture::{FLOW, done, log, on_disk, small};

const NOW: i64 = 1_800_000_000_000;

/// A project with about 60 records and 90 rows of the journal, undo and redo among them.
pub(crate) fn worked_on() -> (TempDir, PathBuf, Store) {
    let (folder, path, mut store) = on_disk(8);
    for n in 0..26 {
        let lane = LaneId(10 + n % 8);
        let step = Step::new(FLOW, Rank(n.into()), lane, format!("申請書を受け取る{n}"));
        done(&mut store, &Create::new(StepId(100 + n), step).into());
        if n > 0 {
            let arrow = Connect {
                edge: EdgeId(200 + n),
                from: StepId(99 + n).into(),
                to: StepId(100 + n).into(),
            };
            done(&mut store, &arrow.into());
        }
        match n % 5 {
            0 => done(
                &mut store,
                &SetAttribute::new(StepId(100 + n), "minutes", 7.0).into(),
            ),
            1 => done(&mut store, &rename(StepId(100 + n), "住所を確かめる")),
            2 if n > 10 => {
                store.undo(1).unwrap();
                store.redo(2).unwrap();
            }
            _ => {}
        }
    }
    done(&mut store, &Remove::new(StepId(103)).into());
    store.undo(3).unwrap();
    done(&mut store, &rename(LaneId(10), "総合窓口"));
    store.name_moment(Revision(0), Some("はじめ"), 4).unwrap();
    let last = store.revision();
    store.name_moment(last, Some("説明会"), 5).unwrap();
    (folder, path, store)
}

fn rename(id: impl Into<RecordId>, name: &str) -> kaizu_model::Command {
    let (id, name) = (id.into(), name.into());
    Rename { id, name }.into()
}

/// The worked-on project, closed; what it was when it was whole; and what `sql` leaves of it.
fn damaged(sql: &str) -> (TempDir, PathBuf, Store) {
    let (folder, path, store) = worked_on();
    store.close().unwrap();
    let whole = folder.path().join("whole.kaizu");
    fs::copy(&path, &whole).unwrap();
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(sql)
        .unwrap();
    (folder, path, Store::open(&whole).unwrap())
}

/// Salvages the file at `path`, which stays as it is.
fn salvaged(path: &Path) -> (Salvaged, Store) {
    let before = fs::read(path).unwrap();
    let into = path.with_file_name("salvaged.kaizu");
    let salvaged = salvage(path, &into, "kaizu test", NOW).unwrap();
    assert_eq!(fs::read(path).unwrap(), before);
    (salvaged, Store::open(&into).unwrap())
}

/// Takes back everything in `store`, whose row 0 is row `begin` of `whole`.
fn leads_back(mut store: Store, whole: &Store, begin: i64) {
    let last = store.revision().0;
    for row in 0..=last {
        let expected = whole.past(Revision(begin + row)).unwrap();
        assert_eq!(store.past(Revision(row)).unwrap(), expected, "row {row}");
    }
    while store.undo(1).unwrap().is_some() {}
    assert_eq!(*store.document(), whole.past(Revision(begin)).unwrap());
}

#[test]
fn a_whole_project_is_saved_with_its_history() {
    let (_folder, path, whole) = damaged("");
    let (saved, store) = salvaged(&path);
    assert_eq!(saved.missing, []);
    assert_eq!(saved.records, whole.document().records().count());
    assert_eq!(saved.edits as i64, whole.revision().0);
    assert_eq!(store.document(), whole.document());
    assert_eq!(store.moments().unwrap(), whole.moments().unwrap());
    leads_back(store, &whole, 0);
}

#[test]
fn what_lies_in_the_log_is_saved_and_the_log_stays_as_it_is() {
    let (_folder, path, store) = worked_on();
    let before = [fs::read(&path).unwrap(), fs::read(log(&path)).unwrap()];
    assert!(before[1].len() > 100_000);
    let (saved, copy) = salvaged(&path);
    assert_eq!(saved.missing, []);
    assert_eq!(copy.document(), store.document());
    assert_eq!(
        [fs::read(&path).unwrap(), fs::read(log(&path)).unwrap()],
        before
    );
}

#[test]
fn a_damaged_record_comes_back_from_the_journal_as_it_was() {
    let sql = "UPDATE record SET json = replace(json, '総合', '複合') WHERE id = 'lane/10'; \
               UPDATE record SET json = '{' WHERE id = 'step/105'; \
               DELETE FROM record WHERE id = 'edge/207'";
    let (_folder, path, whole) = damaged(sql);
    let (saved, store) = salvaged(&path);
    assert_eq!(saved.missing, []);
    assert_eq!(store.document(), whole.document());
    assert_eq!(store.ids(), whole.ids());
    assert_eq!(store.moments().unwrap(), whole.moments().unwrap());
    leads_back(store, &whole, 0);
}

#[test]
fn a_record_whose_last_row_is_damaged_as_well_comes_back_older() {
    let sql = "UPDATE journal SET change = replace(change, '総合', '複合'); \
               UPDATE record SET json = '{' WHERE id = 'lane/10'";
    let (_folder, path, whole) = damaged(sql);
    let (saved, store) = salvaged(&path);
    let history = Missing::History {
        from: Revision(1),
        to: None,
    };
    let older = Missing::Older(LaneId(10).into());
    assert_eq!(saved.missing[..2], [older, history]);
    assert_eq!(store.document().lane(LaneId(10)).unwrap().name, "担当10");
    let others = |store: &Store| -> Vec<(RecordId, Record)> {
        let all = store.document().records();
        all.filter(|(id, _)| *id != RecordId::from(LaneId(10)))
            .map(|(id, record)| (id, record.clone()))
            .collect()
    };
    assert_eq!(others(&store), others(&whole));
}

#[test]
fn what_means_nothing_without_a_lost_record_is_left_out_and_named() {
    let sql = "DELETE FROM snapshot; UPDATE journal SET sum = 1 WHERE revision < 70; \
               UPDATE record SET json = '{' WHERE id = 'lane/11'";
    let (_folder, path, whole) = damaged(sql);
    let (saved, store) = salvaged(&path);
    assert!(saved.missing.contains(&Missing::Record(LaneId(11).into())));
    let dependent = Missing::Dependent {
        id: StepId(101).into(),
        name: Some("住所を確かめる".into()),
    };
    assert!(saved.missing.contains(&dependent), "{:?}", saved.missing);
    assert!(store.document().step(StepId(101)).is_err());
    assert!(store.document().step(StepId(100)).is_ok());
    assert!(store.document().mending().edits.is_empty());
    for (id, record) in store.document().records() {
        assert_eq!(Some(record), whole.document().record(id));
    }
}

#[test]
fn behind_a_damaged_row_of_the_journal_undo_goes_on() {
    let (_folder, path, whole) = damaged("UPDATE journal SET at = 0 WHERE revision = 30");
    let (saved, store) = salvaged(&path);
    assert_eq!(store.document(), whole.document());
    let history = Missing::History {
        from: Revision(1),
        to: Some(Revision(30)),
    };
    assert_eq!(saved.missing, [history, Missing::Moment("はじめ".into())]);
    assert_eq!(saved.edits as i64, whole.revision().0 - 30);
    assert_eq!(store.moments().unwrap()[0].name, "説明会");
    leads_back(store, &whole, 30);
}

#[test]
fn an_undo_of_what_was_done_before_the_gap_is_left_with_it() {
    let (_folder, path, whole) = damaged("");
    let undo = (1..whole.revision().0).find(|row| {
        let entry = whole.entries(Revision(*row), 1).unwrap();
        entry[0].deed == kaizu_store::Deed::Undone
    });
    let undo = undo.unwrap();
    let sql = format!("UPDATE journal SET at = 0 WHERE revision = {}", undo - 1);
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(&sql)
        .unwrap();
    let (saved, store) = salvaged(&path);
    assert_eq!(saved.edits as i64, whole.revision().0 - (undo + 1));
    leads_back(store, &whole, undo + 1);
}

#[test]
fn a_snapshot_makes_up_for_rows_before_it() {
    let (_folder, path, store) = on_disk(300);
    let (last, document) = (store.revision(), store.document().clone());
    store.close().unwrap();
    let sql = "UPDATE journal SET at = 0 WHERE revision = 100; \
               UPDATE record SET json = '{' WHERE id IN ('lane/12', 'lane/108', 'lane/300')";
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(sql)
        .unwrap();
    let (saved, store) = salvaged(&path);
    let history = Missing::History {
        from: Revision(1),
        to: Some(Revision(100)),
    };
    assert_eq!(saved.missing, [history]);
    assert_eq!(*store.document(), document);
    assert_eq!(store.revision().0, last.0 - 100);
}

#[test]
fn a_project_without_its_first_page_is_saved() {
    let (_folder, path, whole) = damaged("");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..4096].fill(0);
    fs::write(&path, bytes).unwrap();
    let (saved, store) = salvaged(&path);
    assert_eq!(saved.missing, []);
    assert_eq!(store.document(), whole.document());
    leads_back(store, &whole, 0);
}

#[test]
fn a_project_of_the_first_schema_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.kaizu");
    fs::write(&path, include_bytes!("schema-1.kaizu")).unwrap();
    let whole = Store::open(&path).unwrap().document().clone();
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE record SET json = '{' WHERE id LIKE 'step/%'")
        .unwrap();
    let (saved, mut store) = salvaged(&path);
    assert_eq!(saved.missing, []);
    assert_eq!(*store.document(), whole);
    while store.undo(1).unwrap().is_some() {}
    assert_eq!(*store.document(), small());
}

#[test]
fn where_there_is_nothing_to_save_the_failure_is_that_of_opening() {
    let folder = tempfile::tempdir().unwrap();
    let (path, into) = (folder.path().join("a.kaizu"), folder.path().join("b.kaizu"));
    let code = || salvage(&path, &into, "", NOW).unwrap_err().code();
    assert_eq!(code(), "no-such-file");
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    let (other, zeroes) = (fs::read(other).unwrap(), vec![0; 40_000]);
    for bytes in [&b""[..], b"hello", b"SQLite format 3\0", &zeroes, &other] {
        fs::write(&path, bytes).unwrap();
        let opened = Store::open(&path).unwrap_err();
        let failure = salvage(&path, &into, "", NOW).unwrap_err();
        assert_eq!(failure.to_string(), opened.to_string());
        assert!(!into.exists());
    }
    fs::write(&into, "in the way").unwrap();
    assert_eq!(code(), "file-exists");
    assert_eq!(fs::read(&into).unwrap(), b"in the way");
}

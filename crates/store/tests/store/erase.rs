//! What was erased is in no byte of the file and of what lies beside it, and the history is whole.
use std::fs;
use std::path::Path;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kaizu_model::{
    Command, Complaint, ComplaintId, ComplaintKind, Create, Erasure, LaneId, Many, Person,
    PersonId, RecordId, Remove, Rename, Revise, SetAttribute, Voice,
};
use kaizu_store::{Care, Failure, Report, Revision, Store, Traces, Writing, erase_in_copy};
use rusqlite::Connection;

use crate::fixture::{FLOW, done, lane, lanes, log, on_disk, small};

const NAME: &str = "山田 太郎";
const CLOSE: &str = "山田太郎";
const PERSON: PersonId = PersonId(5);
const VOICE: ComplaintId = ComplaintId(6);

fn rename(id: impl Into<RecordId>, name: &str) -> Command {
    let (id, name) = (id.into(), name.into());
    Rename { id, name }.into()
}

fn person() -> Person {
    Person {
        name: NAME.into(),
        section: Some("秘書広報課".into()),
        roles: vec!["発案".into()],
    }
}

/// A person all over a project with `lanes` lanes: in records, undone edits, titles, names of moments.
fn live(store: &mut Store) {
    done(store, &Create::new(PERSON, person()).into());
    let (voice, kind) = (Voice::ALL[0], ComplaintKind::ALL[0]);
    let mut complaint = Complaint::new(FLOW, voice, kind, "山田　太郎さんだけが知っている");
    complaint.author = Some(PERSON);
    done(store, &Create::new(VOICE, complaint.clone()).into());
    done(store, &rename(LaneId(10), "山田太郎の机"));
    done(store, &rename(LaneId(10), "窓口"));
    done(store, &rename(LaneId(11), "窓口の係"));
    let note = SetAttribute::new(LaneId(11), "location", "山田太郎の隣");
    done(store, &note.into());
    store.undo(1).unwrap();
    done(store, &rename(LaneId(12), "山田太郎"));
    done(store, &Remove::new(LaneId(12)).into());
    let several = Many {
        title: "山田太郎の提案".into(),
        commands: vec![rename(LaneId(13), "一係"), rename(LaneId(14), "二係")],
    };
    done(store, &several.into());
    let text = "山田太郎さんと佐藤さんだけが知っている".to_owned();
    done(
        store,
        &Revise::new(VOICE, Complaint { text, ..complaint }).into(),
    );
    let now = store.revision();
    store
        .name_moment(Revision(3), Some("佐藤さんと"), 1)
        .unwrap();
    store.name_moment(now, Some("山田太郎と話す前"), 1).unwrap();
    store.name_moment(now, Some("山田太郎と話した"), 1).unwrap();
}

/// Every text in the folder of the file at `path`, packed ones unpacked, in which `text` stands in any form.
fn remains(path: &Path, text: &str) -> Vec<String> {
    let escaped = |upper: bool| {
        let units = text.encode_utf16();
        let written = units.map(|unit| {
            if upper {
                format!("\\u{unit:04X}")
            } else {
                format!("\\u{unit:04x}")
            }
        });
        written.collect::<String>()
    };
    let forms = [text.to_owned(), escaped(true), escaped(false)];
    let holds = |bytes: &[u8]| {
        let is_it = |form: &String| bytes.windows(form.len()).any(|it| it == form.as_bytes());
        forms.iter().any(is_it)
    };
    let mut found = Vec::new();
    for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = entry.unwrap().path();
        if holds(&fs::read(&file).unwrap()) {
            found.push(file.display().to_string());
        }
    }
    let connection = Connection::open(path).unwrap();
    let mut packed = connection.prepare("SELECT records FROM snapshot").unwrap();
    let packed = packed
        .query_map([], |row| row.get::<_, Vec<u8>>(0))
        .unwrap();
    for packed in packed {
        let json = miniz_oxide::inflate::decompress_to_vec_zlib(&packed.unwrap()).unwrap();
        if holds(&json) {
            found.push("a snapshot".into());
        }
    }
    found
}

/// That the history leads to its start and to its end, and every moment is there.
fn is_whole(path: &Path) {
    let mut store = Store::open(path).unwrap();
    while store.redo(2).unwrap().is_some() {}
    let end = store.document().clone();
    let last = store.revision();
    for row in (0..=last.0).step_by(97) {
        store.past(Revision(row)).unwrap();
    }
    assert!(store.past(last).unwrap() == end);
    while store.undo(2).unwrap().is_some() {}
    assert!(*store.document() == small(), "undone to the start");
    while store.redo(3).unwrap().is_some() {}
    assert!(*store.document() == end, "redone to the end");
    store.close().unwrap();
    Store::open(path).unwrap();
}

#[test]
fn an_erased_text_is_nowhere_and_the_history_is_whole() {
    for writing in [Writing::AsThePlaceAllows, Writing::Rollback] {
        let (_folder, path, store) = on_disk(300);
        store.close().unwrap();
        let mut store = Store::open(&path).unwrap().writing(writing);
        live(&mut store);
        for number in 700..960 {
            done(&mut store, &lane(number));
        }
        assert!(
            remains(&path, CLOSE).len() > 1,
            "there is something to erase"
        );
        let erasure = Erasure::text(CLOSE);
        let found = Traces {
            now: 1,
            history: 7,
            names: 1,
        };
        assert_eq!(store.traces(&erasure).unwrap(), found);
        assert_eq!(store.erase(&erasure).unwrap(), found);
        assert_eq!(remains(&path, CLOSE), [""; 0], "while it is open");
        assert_eq!(store.traces(&erasure).unwrap(), Traces::default());
        let complaint = store.document().complaint(VOICE).unwrap();
        assert_eq!(complaint.text, "■さんと佐藤さんだけが知っている");
        done(&mut store, &lane(999));
        store.undo(4).unwrap();
        let names: Vec<String> = store
            .moments()
            .unwrap()
            .into_iter()
            .map(|it| it.name)
            .collect();
        assert_eq!(names, ["佐藤さんと", "■と話した"]);
        store.close().unwrap();
        assert_eq!(remains(&path, CLOSE), [""; 0], "when it is closed");
        assert!(!remains(&path, "佐藤").is_empty(), "another text stays");
        assert!(!remains(&path, NAME).is_empty(), "another text stays");
        is_whole(&path);
    }
}

#[test]
fn an_erased_person_is_an_id() {
    let (_folder, path, mut store) = on_disk(300);
    live(&mut store);
    done(&mut store, &rename(PERSON, "鈴木 太郎"));
    done(
        &mut store,
        &SetAttribute::new(PERSON, "section", "総合政策課").into(),
    );
    let names = store.names_of(PERSON).unwrap();
    assert_eq!(names.iter().collect::<Vec<_>>(), [NAME, "鈴木 太郎"]);
    let erasure = Erasure::person(PERSON, names.iter().map(String::as_str));
    let found = store.erase(&erasure).unwrap();
    assert_eq!(
        found,
        Traces {
            now: 2,
            history: 11,
            names: 1
        }
    );
    let blank = Person {
        name: "■".into(),
        section: None,
        roles: Vec::new(),
    };
    assert_eq!(*store.document().person(PERSON).unwrap(), blank);
    assert_eq!(
        store.document().complaint(VOICE).unwrap().author,
        Some(PERSON)
    );
    store.close().unwrap();
    for text in ["山田", "鈴木", "太郎", "秘書広報課", "総合政策課", "発案"] {
        assert_eq!(remains(&path, text), [""; 0], "{text}");
    }
    assert!(!remains(&path, "佐藤").is_empty(), "another text stays");
    is_whole(&path);
}

#[test]
fn what_is_not_there_changes_nothing_but_the_place_of_pages() {
    let (_folder, path, mut store) = on_disk(5);
    let (before, revision) = (store.document().clone(), store.revision());
    assert_eq!(
        store.erase(&Erasure::text(CLOSE)).unwrap(),
        Traces::default()
    );
    assert_eq!((store.document(), store.revision()), (&before, revision));
    store.close().unwrap();
    is_whole(&path);
}

#[test]
fn copies_are_erased_in_whatever_schema_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.kaizu");
    fs::write(&path, include_bytes!("schema-1.kaizu")).unwrap();
    let erasure = Erasure::text("申請書");
    assert!(erase_in_copy(&path, &erasure).unwrap().history > 0);
    assert!(!log(&path).exists(), "the file alone is the copy");
    assert_eq!(remains(&path, "申請書"), [""; 0]);
    is_whole(&path);
}

#[test]
fn who_reads_at_this_moment_is_waited_for_and_nothing_is_erased() {
    let (_folder, path, mut store) = on_disk(3);
    done(&mut store, &rename(LaneId(10), CLOSE));
    let before = store.document().clone();
    let reader = Connection::open(&path).unwrap();
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM record")
        .unwrap();
    done(&mut store, &rename(LaneId(11), "窓口"));
    let after = store.document().clone();
    let failure = store.erase(&Erasure::text(CLOSE)).unwrap_err();
    assert!(matches!(failure, Failure::Busy(_)), "{failure}");
    assert_eq!(*store.document(), after);
    reader.execute_batch("COMMIT").unwrap();
    store.erase(&Erasure::text(CLOSE)).unwrap();
    assert_ne!(*store.document(), before);
    assert_eq!(lanes(&store), 3);
    store.close().unwrap();
    assert_eq!(remains(&path, CLOSE), [""; 0]);
}

#[test]
fn an_open_window_goes_on_after_an_erasure() {
    let (folder, path, store) = on_disk(3);
    store.close().unwrap();
    let home = tempfile::tempdir().unwrap();
    let (say, heard) = channel();
    let say = Mutex::new(say);
    let care = Care {
        home: home.path().to_owned(),
        now_ms: || 1,
        quiet: Duration::from_millis(1),
        hear: Arc::new(move |report| say.lock().unwrap().send(report).unwrap()),
    };
    let mut store = Store::keep(&path, care).unwrap();
    done(&mut store, &rename(LaneId(10), CLOSE));
    store.erase(&Erasure::text(CLOSE)).unwrap();
    assert_eq!(remains(&path, CLOSE), [""; 0]);
    done(&mut store, &rename(LaneId(11), "窓口"));
    let patience = Duration::from_secs(30);
    loop {
        match heard.recv_timeout(patience).unwrap() {
            Report::Verified(Revision(5)) => break,
            Report::Verified(_) => {}
            other @ (Report::Damaged(_) | Report::Failed(_)) => panic!("{other:?}"),
        }
    }
    store.close().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    is_whole(&path);
}

//! What is known of a whole project, against which one holds what is saved of damaged copies of it.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kaizu_model::{Document, Record, RecordId};
use kaizu_store::{Missing, Revision, Store, salvage};
use tempfile::TempDir;

use crate::fixture::log;
use crate::salvage::worked_on;

/// What is known of a whole project.
pub(crate) struct Known {
    folder: TempDir,
    pub(crate) bytes: Vec<u8>,
    /// What lies in the log beside it.
    pub(crate) log: Option<Vec<u8>>,
    last: Document,
    /// Every state that each record ever had.
    states: BTreeMap<RecordId, Vec<Record>>,
}

/// How damaged copies ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// The project as it was, and every row of its journal.
    All,
    /// The project as it was, and less of its journal.
    Document,
    /// Every record, some in an older state.
    Records,
    /// Some records.
    Part,
    /// Nothing.
    Nothing,
}

/// How often each end came.
pub(crate) type Ends = BTreeMap<End, usize>;

impl Known {
    pub(crate) fn new(is_closed: bool) -> Self {
        let (folder, path, store) = worked_on();
        let mut states: BTreeMap<RecordId, Vec<Record>> = BTreeMap::new();
        for row in 0..=store.revision().0 {
            for (id, record) in store.past(Revision(row)).unwrap().records() {
                let known = states.entry(id).or_default();
                if !known.contains(record) {
                    known.push(record.clone());
                }
            }
        }
        let last = store.document().clone();
        let log = if is_closed {
            store.close().unwrap();
            None
        } else {
            let bytes = fs::read(log(&path)).unwrap();
            std::mem::forget(store);
            Some(bytes)
        };
        Self {
            bytes: fs::read(&path).unwrap(),
            folder,
            log,
            last,
            states,
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What comes of a copy that holds `bytes`, and is called `what`.
    pub(crate) fn end(&self, bytes: &[u8], what: &str) -> End {
        let (path, into) = (self.path("damaged.kaizu"), self.path("salvaged.kaizu"));
        fs::write(&path, bytes).unwrap();
        if let Some(bytes) = &self.log {
            fs::write(log(&path), bytes).unwrap();
        }
        let _ = fs::remove_file(&into);
        let saved = salvage(&path, &into, "test", 1);
        assert_eq!(fs::read(&path).unwrap(), bytes, "{what}: it was written to");
        assert_eq!(
            fs::read(log(&path)).ok(),
            self.log,
            "{what}: its log was written to"
        );
        let Ok(saved) = saved else {
            assert!(!into.exists(), "{what}");
            return End::Nothing;
        };
        let mut store = opened(&into, what);
        assert_eq!(saved.edits as i64, store.revision().0);
        assert_eq!(saved.records, store.document().records().count());
        let document = store.document().clone();
        let end = self.compare(&document, &saved.missing, what);
        for row in (0..store.revision().0).step_by(9) {
            self.makes_nothing_up(&store.past(Revision(row)).unwrap(), what);
        }
        let undone = store.undo(1);
        assert!(undone.is_ok(), "{what}: {undone:?}");
        let has_history = !saved
            .missing
            .iter()
            .any(|it| matches!(it, Missing::History { .. }));
        if end == End::Document && has_history {
            End::All
        } else {
            end
        }
    }

    pub(crate) fn makes_nothing_up(&self, document: &Document, what: &str) {
        let mending = document.mending();
        assert!(mending.edits.is_empty(), "{what}: not sound: {mending:?}");
        let mended = |record: &Record, known: &Record| {
            let without = known.following(&mut |id| document.record(id).map(|_| id));
            without.as_ref() == Some(record)
        };
        for (id, record) in document.records() {
            let known = self.states.get(&id).map_or(&[][..], Vec::as_slice);
            let is_known = known.iter().any(|it| it == record || mended(record, it));
            assert!(is_known, "{what}: {id} is made up");
        }
    }

    /// Checks what is there against what is said of it.
    fn compare(&self, document: &Document, missing: &[Missing], what: &str) -> End {
        self.makes_nothing_up(document, &format!("{what} {missing:?}"));
        if *document == self.last {
            return End::Document;
        }
        let told: BTreeSet<RecordId> = missing.iter().filter_map(about).collect();
        let is_unknown = missing.contains(&Missing::Unknown);
        let mut end = End::Records;
        for (id, record) in self.last.records() {
            let there = document.record(id);
            if there.is_none() {
                end = End::Part;
            }
            assert!(
                there == Some(record) || told.contains(&id) || is_unknown && there.is_none(),
                "{what}: nothing is said of {id}: {missing:?}"
            );
        }
        end
    }
}

/// The project at `path`, which is whole.
pub(crate) fn opened(path: &Path, what: &str) -> Store {
    let opened = Store::open(path);
    assert!(opened.is_ok(), "{what}: {opened:?}");
    opened.unwrap()
}

/// The record of which something is said.
fn about(missing: &Missing) -> Option<RecordId> {
    match missing {
        Missing::Record(id)
        | Missing::Older(id)
        | Missing::Dependent { id, .. }
        | Missing::Reference { of: id, .. } => Some(*id),
        Missing::Unknown | Missing::History { .. } | Missing::Moment(_) => None,
    }
}

/// Numbers that look like chance and are the same every time (<https://prng.di.unimi.it/splitmix64.c>).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % most as u64) as usize
    }
}

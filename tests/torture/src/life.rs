//! A project as people work in it, at random, and what is remembered of it to compare the disk with.
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::Path;

use kaizu_model::{Change, Command, Document, Record, RecordId};
use kaizu_store::{Failure, Revision, Store, Writing};

use crate::Luck;

/// The moment of every edit: nothing here depends on the clock.
pub const NOW: i64 = 1_800_000_000_000;
/// Records above which a document is not let grow.
const LARGE: usize = 120;
/// Commands that are tried before one goes back instead.
const TRIES: usize = 30;

/// What somebody does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// A command that the model accepts, and what it changes.
    Do(Box<(Command, Change)>),
    /// Takes something back.
    Undo,
    /// Does it again.
    Redo,
}

/// What somebody does next in `document`.
pub fn deed(luck: &mut Luck, document: &Document) -> Deed {
    match luck.below(8) {
        0 => return Deed::Undo,
        1 => return Deed::Redo,
        _ => {}
    }
    let count = document.records().count();
    for _ in 0..if count == 0 { 0 } else { TRIES } {
        let command = luck.command(document);
        if let Ok(change) = command.apply(document)
            && document.after(&change).records().count() <= count.max(LARGE)
        {
            return Deed::Do(Box::new((command, change)));
        }
    }
    Deed::Undo
}

/// Does `deed` in `store`. False where there was nothing to take back or to do again.
pub fn done(store: &mut Store, deed: &Deed) -> Result<bool, Failure> {
    Ok(match deed {
        Deed::Do(it) => {
            store.append(&it.0, &it.1, NOW)?;
            true
        }
        Deed::Undo => store.undo(NOW)?.is_some(),
        Deed::Redo => store.redo(NOW)?.is_some(),
    })
}

/// What tells one document from another.
pub fn hash(document: &Document) -> u64 {
    let records: Vec<(RecordId, &Record)> = document.records().collect();
    let mut hasher = DefaultHasher::new();
    hasher.write(&serde_json::to_vec(&records).unwrap_or_default());
    hasher.finish()
}

/// Both ways of writing, by name.
pub const MODES: [(&str, Writing); 2] = [
    ("log", Writing::AsThePlaceAllows),
    ("rollback", Writing::Rollback),
];

/// What is known of a project: the hash of its document after every row of the journal, row 0 first.
#[derive(Clone, Debug)]
pub struct Known {
    hashes: Vec<u64>,
    /// How many edits were acknowledged.
    pub acknowledged: usize,
}

impl Known {
    /// A project that begins as `document`.
    pub fn new(document: &Document) -> Self {
        Self {
            hashes: vec![hash(document)],
            acknowledged: 0,
        }
    }

    /// The last row that is known of.
    pub fn last(&self) -> i64 {
        self.hashes.len() as i64 - 1
    }

    /// Remembers that row `revision` was acknowledged, with `hash`.
    pub fn acknowledge(&mut self, revision: i64, hash: u64) -> Result<(), String> {
        self.find(revision, hash)?;
        self.acknowledged += 1;
        Ok(())
    }

    /// Remembers that row `revision` is there although nobody acknowledged it.
    pub fn find(&mut self, revision: i64, hash: u64) -> Result<(), String> {
        if revision != self.last() + 1 {
            return Err(format!("row {revision} follows row {}", self.last()));
        }
        self.hashes.push(hash);
        Ok(())
    }

    /// Whether `document` is the one after row `revision`.
    pub fn holds(&self, revision: i64, document: &Document) -> bool {
        self.hashes.get(revision as usize) == Some(&hash(document))
    }

    /// Whether `document` is the one after some row.
    pub fn is_a_moment(&self, document: &Document) -> bool {
        self.hashes.contains(&hash(document))
    }

    /// Compares with `store`: every acknowledged row is there with its content, and at most `more` rows more. Looks at the
    /// last known row and at `samples` of the others.
    pub fn compare(
        &mut self,
        store: &Store,
        more: i64,
        samples: usize,
        luck: &mut Luck,
    ) -> Result<(), String> {
        let (there, last) = (store.revision().0, self.last());
        if !(last..=last + more).contains(&there) {
            return Err(format!("row {there} is the last, and {last} was"));
        }
        let entries = store.entries(Revision(1), u32::MAX);
        let rows = entries.map_err(|failure| failure.to_string())?;
        if !rows.iter().map(|row| row.revision.0).eq(1..=there) {
            return Err(format!("the journal has {} rows for {there}", rows.len()));
        }
        let some = (0..samples).map(|_| luck.below(last as usize + 1) as i64);
        for revision in some.chain([last]) {
            let past = store.past(Revision(revision));
            let past = past.map_err(|failure| format!("row {revision}: {failure}"))?;
            if !self.holds(revision, &past) {
                return Err(format!("row {revision} has another content"));
            }
        }
        if there > last {
            self.hashes.push(hash(store.document()));
        } else if !self.holds(there, store.document()) {
            return Err("the document is not that of the last row".into());
        }
        Ok(())
    }
}

/// Goes all the way back in the project at `path`, where it must be as it began, and all the way forth again.
pub fn back_and_forth(path: &Path, known: &Known) -> Result<(), String> {
    let told = |failure: Failure| failure.to_string();
    let mut store = Store::open(path).map_err(told)?;
    while store.redo(NOW).map_err(told)?.is_some() {}
    let end = store.document().clone();
    while store.undo(NOW).map_err(told)?.is_some() {}
    if !known.holds(0, store.document()) {
        return Err("the first undo does not lead to the beginning".into());
    }
    while store.redo(NOW).map_err(told)?.is_some() {}
    if *store.document() != end {
        return Err("the last redo does not lead to the end".into());
    }
    store.close().map_err(told)?;
    Store::open(path).map_err(told).map(drop)
}

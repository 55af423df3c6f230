//! Damaged files: each opens as it once was, or is refused in words that help, and stays as it is.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed, and these are about files"
)]
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use kaizu_model::Language;
use kaizu_session::{Problem, Session};
use kaizu_store::{Store, Writing, salvage};
use kaizu_torture::life::{self, Known};
use kaizu_torture::{Luck, seed, size, tell};

/// Rows of the project that is damaged; there is a snapshot among them.
const ROWS: i64 = 300;
/// Rows that are in the log alone.
const ROWS_IN_THE_LOG: i64 = 25;

/// A file and, where it was not closed, the log beside it.
#[derive(Clone, PartialEq, Eq)]
struct Bytes {
    file: Vec<u8>,
    log: Option<Vec<u8>>,
}

fn log(path: &Path) -> PathBuf {
    path.with_file_name("project.kaizu-wal")
}

impl Bytes {
    fn of(path: &Path) -> Self {
        Self {
            file: fs::read(path).unwrap(),
            // An empty log says nothing: it comes and goes.
            log: fs::read(log(path)).ok().filter(|log| !log.is_empty()),
        }
    }

    fn put(&self, path: &Path) {
        fs::write(path, &self.file).unwrap();
        if let Some(bytes) = &self.log {
            fs::write(log(path), bytes).unwrap();
        }
    }
}

/// A project with history: closed, and as a program that died leaves it.
struct Project {
    closed: Bytes,
    died: Bytes,
    known: Known,
}

fn project(luck: &mut Luck) -> Project {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("project.kaizu");
    let document = luck.document(5);
    let mut known = Known::new(&document);
    let mut store = Store::create(&path, &document, "torture").unwrap();
    let mut live = |store: &mut Store, known: &mut Known, rows: i64| {
        while store.revision().0 < rows {
            let deed = life::deed(luck, store.document());
            if life::done(store, &deed).unwrap() {
                known
                    .acknowledge(store.revision().0, life::hash(store.document()))
                    .unwrap();
            }
        }
    };
    live(&mut store, &mut known, ROWS);
    store.close().unwrap();
    let closed = Bytes::of(&path);
    let mut store = Store::open(&path).unwrap().writing(Writing::default());
    live(&mut store, &mut known, ROWS + ROWS_IN_THE_LOG);
    let died = Bytes::of(&path);
    Project {
        closed,
        died,
        known,
    }
}

/// Damages `bytes` in one way. Gives its name.
fn damage(bytes: &mut Vec<u8>, luck: &mut Luck) -> &'static str {
    let length = bytes.len();
    let block = luck.pick(&[512, 1024, 4096, 8192]).min(length / 3);
    // Blocks lie where a disk has them.
    let mut place = || luck.below((length - block) / 512 + 1) * 512;
    let (first, second) = (place(), place());
    let (first, second) = (first.min(length - block), second.min(length - block));
    match luck.below(6) {
        0 => {
            bytes.truncate(luck.below(length));
            "cut off"
        }
        1 => {
            for _ in 0..=luck.below(8) {
                bytes[luck.below(length)] ^= 1 << luck.below(8);
            }
            "bits turned over"
        }
        2 => {
            bytes[first..first + block].fill(0);
            "a block of zeros"
        }
        3 => {
            for byte in &mut bytes[first..first + block] {
                *byte = luck.roll() as u8;
            }
            "a block of noise"
        }
        4 => {
            let moved = bytes[first..first + block].to_vec();
            bytes.copy_within(second..second + block, first);
            bytes[second..second + block].copy_from_slice(&moved);
            "two blocks exchanged"
        }
        _ => {
            bytes.copy_within(second..second + block, first);
            "a block written to the wrong place"
        }
    }
}

/// One damaged copy, and what was done to it.
fn copy(project: &Project, luck: &mut Luck) -> (Bytes, String) {
    let mut bytes = if luck.flip() {
        project.died.clone()
    } else {
        project.closed.clone()
    };
    if let Some(log) = &mut bytes.log {
        match luck.below(5) {
            0 => {
                bytes.log = None;
                return (bytes, "the log is gone".into());
            }
            1 => {
                bytes.file.clone_from(&project.closed.file);
                bytes.file[18..20].fill(2);
                damage(log, luck);
                return (bytes, "the log, beside a file that was copied back".into());
            }
            2 | 3 => {
                let what = format!("the log: {}", damage(log, luck));
                return (bytes, what);
            }
            _ => {}
        }
    }
    let what = damage(&mut bytes.file, luck);
    (bytes, what.into())
}

/// What became of a damaged copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    /// Open, with its last row.
    Whole,
    /// Open as it was some rows before: a log ends where it is damaged.
    Earlier,
    /// Refused.
    Refused,
}

/// Opens the file at `path` and says what became of it.
fn tried(path: &Path, known: &Known) -> Result<(End, String), String> {
    let open = |language| {
        let opened = catch_unwind(AssertUnwindSafe(|| Session::open(path, language)));
        opened.map_err(|_| "panic".to_owned())
    };
    match (open(Language::Ja)?, open(Language::En)?) {
        (Ok(one), Ok(other)) => {
            let (revision, document) = (one.revision() as i64, one.document());
            if document != other.document() || !known.holds(revision, document) {
                return Err(format!("open, and not what it was after row {revision}"));
            }
            let is_last = revision == known.last() || revision == ROWS;
            let end = if is_last { End::Whole } else { End::Earlier };
            Ok((end, String::new()))
        }
        (Err(one), Err(other)) => helps(&one, &other).map(|()| (End::Refused, one.code)),
        _ => Err("the language decides whether it opens".into()),
    }
}

/// Whether a refusal says in both languages what happened and what to do.
fn helps(one: &Problem, other: &Problem) -> Result<(), String> {
    let says = |text: &str| !text.is_empty() && !text.starts_with("problem-");
    let is_said = [one, other]
        .iter()
        .all(|it| says(&it.message) && says(&it.hint));
    let is_translated = one.message != other.message && one.hint != other.hint;
    if is_said && is_translated && one.code == other.code && !one.code.is_empty() {
        Ok(())
    } else {
        Err(format!("{one:?} and {other:?}"))
    }
}

/// What was saved of the file at `path`: all, some, or nothing, by name. What is saved opens, and can be taken back.
fn saved(path: &Path, known: &Known, luck: &mut Luck) -> Result<&'static str, String> {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("saved.kaizu");
    let tried = || salvage(path, &into, "torture", life::NOW);
    let tried = catch_unwind(AssertUnwindSafe(tried)).map_err(|_| "salvage panics")?;
    let Ok(salvaged) = tried else {
        return Ok("nothing");
    };
    let told = |failure: kaizu_store::Failure| format!("salvaged, and {failure:?}");
    let mut store = Store::open(&into).map_err(told)?;
    let is_all = salvaged.missing.is_empty();
    if is_all && !known.is_a_moment(store.document()) {
        return Err("salvaged with nothing missing, and it never was like that".into());
    }
    // Going back all the way takes long.
    while luck.below(40) > 0 && store.undo(life::NOW).map_err(told)?.is_some() {}
    Ok(if is_all { "all" } else { "some" })
}

#[test]
fn a_damaged_file_opens_as_it_once_was_or_is_refused_in_words_and_stays_as_it_is() {
    let (copies, seed) = (size("KAIZU_DAMAGED", 1000), seed());
    let mut luck = Luck::new(seed);
    let mut project_now = project(&mut luck);
    let mut ends: BTreeMap<End, usize> = BTreeMap::new();
    let mut saves: BTreeMap<&str, usize> = BTreeMap::new();
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for n in 0..copies {
        if n % 1000 == 999 {
            project_now = project(&mut luck);
        }
        let (bytes, what) = copy(&project_now, &mut luck);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("project.kaizu");
        bytes.put(&path);
        let told = |why: String| format!("seed {seed}, copy {n}, {what}: {why}");
        let (end, code) = tried(&path, &project_now.known).map_err(told).unwrap();
        let salvaged = saved(&path, &project_now.known, &mut luck)
            .map_err(told)
            .unwrap();
        *saves.entry(salvaged).or_default() += usize::from(end == End::Refused);
        let is_as_it_was = Bytes::of(&path) == bytes;
        assert!(
            is_as_it_was,
            "seed {seed}, copy {n}, {what}: {end:?} {code}, and changed"
        );
        *ends.entry(end).or_default() += 1;
        *codes.entry(code).or_default() += usize::from(end == End::Refused);
    }
    let count = |end| ends.get(&end).copied().unwrap_or_default();
    let saves: Vec<String> = saves
        .iter()
        .map(|(what, n)| format!("{n} {what}"))
        .collect();
    let saves = saves.join(", ");
    let codes = codes.iter().filter(|(_, n)| **n > 0);
    let codes: Vec<String> = codes.map(|(code, n)| format!("{n} {code}")).collect();
    tell(
        "damaged copies",
        &[
            ("copies", &copies),
            ("open, whole", &count(End::Whole)),
            ("open, as some edits before", &count(End::Earlier)),
            ("refused", &count(End::Refused)),
            ("of these", &codes.join(", ")),
            ("of the refused, salvaged", &saves),
            ("panics", &0),
            ("changed by the attempt", &0),
        ],
    );
}

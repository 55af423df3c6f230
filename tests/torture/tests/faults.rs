//! A disk that fails below `SQLite`: what is shown is what the disk holds, and what was acknowledged stays.
use std::collections::BTreeMap;

use kaizu_model::Document;
use kaizu_store::{Revision, Store};
use kaizu_torture::disk::{Disk, Weather};
use kaizu_torture::life::{self, Deed};
use kaizu_torture::victim::{Victim, Why, told};
use kaizu_torture::{seed, size, tell};

/// Edits that are tried in one storm.
const EDITS: usize = 30;

#[derive(Default)]
struct Count {
    storms: usize,
    acknowledged: usize,
    refused: BTreeMap<&'static str, usize>,
    reopened: usize,
    not_reopened: usize,
    /// Refused, and on the disk all the same.
    in_doubt: usize,
    /// Refused, and on the disk all the same if the program dies at this moment.
    in_doubt_after_a_crash: usize,
}

/// Whether `found` holds what is shown, or, one row more, what of it was refused: then true.
fn is_ahead(
    found: &Store,
    revision: i64,
    document: &Document,
    refused: &[Deed],
) -> Result<bool, Why> {
    if found.revision() == Revision(revision) && found.document() == document {
        return Ok(false);
    }
    let before = found.past(Revision(revision));
    let is_next = found.revision() == Revision(revision + 1)
        && before.is_ok_and(|before| before == *document)
        && refused.iter().any(|deed| match deed {
            Deed::Do(it) => *found.document() == document.after(&it.1),
            Deed::Undo | Deed::Redo => true,
        });
    if is_next {
        return Ok(true);
    }
    let there = found.revision().0;
    Err(format!(
        "shown is row {revision}, on the disk is row {there}"
    ))
}

/// One project in one storm.
struct Storm<'a> {
    disk: &'a Disk,
    it: Victim,
    count: &'a mut Count,
    /// What was refused since something was acknowledged.
    refused: Vec<Deed>,
}

impl Storm<'_> {
    fn rage(mut self) -> Result<(), Why> {
        let luck = &mut self.it.luck;
        let (rare, longest) = (
            luck.pick(&[8, 25, 80, 250, 800]),
            luck.pick(&[1, 3, 12, 60]),
        );
        let weather = Weather::new(luck.roll(), rare, longest);
        let mut store = self.it.open().map_err(|failure| told(&failure))?;
        self.disk.set(Some(weather));
        for _ in 0..EDITS {
            let deed = life::deed(&mut self.it.luck, store.document());
            let before = store.document().clone();
            match life::done(&mut store, &deed) {
                Ok(true) => {
                    let is_it = match &deed {
                        Deed::Do(it) => *store.document() == before.after(&it.1),
                        Deed::Undo | Deed::Redo => true,
                    };
                    if !is_it {
                        return Err(format!("{deed:?} did something else"));
                    }
                    let hash = life::hash(store.document());
                    self.it.known.acknowledge(store.revision().0, hash)?;
                    self.refused.clear();
                }
                Ok(false) => {}
                Err(failure) => {
                    *self.count.refused.entry(failure.code()).or_default() += 1;
                    self.refused.push(deed);
                    if self.look(&store)? {
                        store = self.again(store)?;
                    }
                }
            }
            if self.it.luck.once_in(12) {
                store = self.again(store)?;
            }
        }
        self.disk.set(None);
        drop(self.again(store)?);
        self.count.acknowledged += self.it.known.acknowledged;
        self.it.is_whole()
    }

    /// Compares what `store` shows after a refusal with what others find, in fine weather. True where the disk is ahead.
    fn look(&mut self, store: &Store) -> Result<bool, Why> {
        let weather = self.disk.set(None);
        let (revision, document) = (store.revision().0, store.document());
        let refused = &self.refused;
        let crashed = {
            let (_beside, path) = self.it.snatched()?;
            let found = Store::open(&path).map_err(|failure| told(&failure))?;
            is_ahead(&found, revision, document, refused).map_err(|why| format!("crash: {why}"))?
        };
        let found = self.it.open().map_err(|failure| told(&failure))?;
        let is_ahead = is_ahead(&found, revision, document, refused)?;
        self.count.in_doubt_after_a_crash += usize::from(crashed && !is_ahead);
        self.disk.set(weather);
        Ok(is_ahead)
    }

    /// Closes the project and opens it again, in fine weather if need be.
    fn again(&mut self, store: Store) -> Result<Store, Why> {
        drop(store);
        let store = self.it.open().or_else(|_| {
            self.count.not_reopened += 1;
            let weather = self.disk.set(None);
            let store = self.it.open();
            self.disk.set(weather);
            store
        });
        let store = store.map_err(|failure| told(&failure))?;
        self.count.reopened += 1;
        let (last, there) = (self.it.known.last(), store.revision().0);
        if there == last + 1 && !self.refused.is_empty() {
            self.it.known.find(there, life::hash(store.document()))?;
            self.count.in_doubt += 1;
        } else if there != last {
            return Err(format!(
                "opened again at row {there}, and {last} was the last"
            ));
        }
        self.refused.clear();
        Ok(store)
    }
}

#[test]
fn a_failing_disk_loses_no_acknowledged_edit_and_shows_what_it_holds() {
    let disk = Disk::get().unwrap();
    let (storms, seed) = (size("KAIZU_STORMS", 100), seed());
    let mut count = Count::default();
    for n in 0..storms {
        let (name, writing) = life::MODES[n % life::MODES.len()];
        let case = seed.wrapping_mul(1_000_003).wrapping_add(n as u64);
        count.storms += 1;
        let storm = Storm {
            disk: &disk,
            it: Victim::new(case, writing).unwrap(),
            count: &mut count,
            refused: Vec::new(),
        };
        let survived = storm.rage();
        disk.set(None);
        survived
            .map_err(|why| format!("seed {seed}, storm {n}, {name}: {why}"))
            .unwrap();
    }
    let refused: Vec<String> = count
        .refused
        .iter()
        .map(|(code, n)| format!("{n} {code}"))
        .collect();
    tell(
        "faults",
        &[
            ("storms", &count.storms),
            ("faults injected", &disk.tally().sum()),
            ("of these", &disk.tally()),
            ("edits acknowledged", &count.acknowledged),
            ("edits refused", &refused.join(", ")),
            ("opened again", &count.reopened),
            ("refused to open", &count.not_reopened),
            ("refused and there all the same", &count.in_doubt),
            ("the same, if killed at once", &count.in_doubt_after_a_crash),
            ("edits lost", &0),
        ],
    );
}

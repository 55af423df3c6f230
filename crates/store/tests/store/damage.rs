//! A project file damaged at many places: what is saved is whole, and nothing in it is made up.
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use kaizu_store::salvage;

use crate::fixture::log;
use crate::known::{Chance, End, Ends, Known, opened};

/// How many copies ended at least as well as `end`, in a hundred.
fn at_least(ends: &Ends, end: End) -> usize {
    let all: usize = ends.values().sum();
    let good: usize = ends.range(..=end).map(|(_, n)| n).sum();
    good * 100 / all
}

/// Keeps the figures where somebody asks for them.
fn tell(what: &str, ends: &Ends) {
    let mut line = format!("{what}:");
    for (end, n) in ends {
        write!(line, " {end:?} {n}").unwrap();
    }
    if let Ok(file) = std::env::var("KAIZU_TEST_FIGURES") {
        let path = Path::new(&file);
        let before = fs::read_to_string(path).unwrap_or_default();
        fs::write(path, format!("{before}{line}\n")).unwrap();
    }
}

/// How copies end that `damage` makes.
fn sweep(known: &Known, what: &str, damage: impl Iterator<Item = (String, Vec<u8>)>) -> Ends {
    let mut ends = Ends::new();
    for (name, bytes) in damage {
        *ends.entry(known.end(&bytes, &name)).or_default() += 1;
    }
    tell(what, &ends);
    ends
}

fn flips(known: &Known, seed: u64, times: usize) -> impl Iterator<Item = (String, Vec<u8>)> {
    let mut chance = Chance(seed);
    (0..times).map(move |_| {
        let (at, bit) = (chance.below(known.bytes.len()), chance.below(8));
        let mut bytes = known.bytes.clone();
        bytes[at] ^= 1 << bit;
        (format!("bit {bit} of byte {at}"), bytes)
    })
}

#[test]
fn a_single_bit_costs_no_record() {
    let known = Known::new(true);
    let ends = sweep(&known, "bits", flips(&known, 1, 120));
    assert!(at_least(&ends, End::Document) >= 97, "{ends:?}");
}

#[test]
fn a_bit_of_the_first_page_costs_no_record() {
    let known = Known::new(true);
    let mut chance = Chance(2);
    let damage = (0..110).map(|n| {
        let (at, bit) = (
            if n < 100 { n } else { chance.below(4096) },
            chance.below(8),
        );
        let mut bytes = known.bytes.clone();
        bytes[at] ^= 1 << bit;
        (format!("bit {bit} of byte {at}"), bytes)
    });
    let ends = sweep(&known, "bits of the first page", damage);
    assert!(at_least(&ends, End::Document) >= 90, "{ends:?}");
}

#[test]
fn a_lost_page_costs_no_record() {
    let known = Known::new(true);
    let damage = (0..known.bytes.len() / 4096).map(|page| {
        let mut bytes = known.bytes.clone();
        bytes[page * 4096..][..4096].fill(0);
        (format!("page {page}"), bytes)
    });
    let ends = sweep(&known, "pages", damage);
    assert!(at_least(&ends, End::Document) >= 90, "{ends:?}");
}

#[test]
fn several_lost_places_leave_most_of_it() {
    let known = Known::new(true);
    let mut chance = Chance(3);
    let damage = (0..80).map(|_| {
        let mut bytes = known.bytes.clone();
        let mut name = String::new();
        for _ in 0..3 {
            let at = chance.below(bytes.len());
            let end = (at + 1 + chance.below(6000)).min(bytes.len());
            bytes[at..end].fill(0);
            write!(name, "{at}..{end} ").unwrap();
        }
        (name, bytes)
    });
    let ends = sweep(&known, "three blocks", damage);
    assert!(at_least(&ends, End::Document) >= 40, "{ends:?}");
    assert!(at_least(&ends, End::Part) >= 85, "{ends:?}");
}

#[test]
fn a_file_cut_off_gives_what_it_still_holds() {
    let known = Known::new(true);
    let lengths = (0..=known.bytes.len()).step_by(1531);
    let damage = lengths.map(|length| (format!("{length} bytes"), known.bytes[..length].to_vec()));
    let ends = sweep(&known, "cut off", damage);
    assert!(at_least(&ends, End::Part) >= 50, "{ends:?}");
}

#[test]
fn a_file_with_a_log_beside_it_is_saved_and_neither_is_written_to() {
    let known = Known::new(false);
    let ends = sweep(&known, "bits beside a log", flips(&known, 4, 30));
    assert!(at_least(&ends, End::Document) >= 90, "{ends:?}");
}

#[test]
fn a_damaged_log_gives_a_moment_of_the_past() {
    let known = Known::new(false);
    let bytes = known.log.clone().unwrap();
    let (path, into) = (known.path("damaged.kaizu"), known.path("salvaged.kaizu"));
    let mut chance = Chance(5);
    for _ in 0..20 {
        let (at, bit) = (chance.below(bytes.len()), chance.below(8));
        let mut bytes = bytes.clone();
        bytes[at] ^= 1 << bit;
        fs::write(&path, &known.bytes).unwrap();
        fs::write(log(&path), &bytes).unwrap();
        let _ = fs::remove_file(&into);
        let what = format!("bit {bit} of byte {at} of the log");
        if salvage(&path, &into, "test", 1).is_ok() {
            known.makes_nothing_up(opened(&into, &what).document(), &what);
        }
        assert_eq!(fs::read(log(&path)).unwrap(), bytes, "{what}");
        assert_eq!(fs::read(&path).unwrap(), known.bytes, "{what}");
    }
}

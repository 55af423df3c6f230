//! The examples in the headers of all rewrites: what is done before gives what stands after, and can be taken back.
use std::collections::BTreeSet;
use std::path::Path;

use kaizu_analysis::{Graph, find, soundness};
use kaizu_model::notation::{parse, print};
use kaizu_model::{Cancel, Change, Document, Many};

use super::{LISTED, Rewrite, all};
use crate::parameters::{Parameters, TABLE};

/// What every header has, in this order.
const DEMANDED: &[&str] = &["Before", "After", "Keeps", "Loses"];

/// The text under a heading of a header.
fn section(rewrite: &dyn Rewrite, heading: &str) -> String {
    let header = rewrite
        .source()
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .map(|line| line.trim_start_matches("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let own = header
        .skip_while(|line| line.strip_prefix("## ") != Some(heading))
        .skip(1);
    own.take_while(|line| !line.starts_with("## "))
        .fold(String::new(), |text, line| text + line + "\n")
}

fn example(rewrite: &dyn Rewrite, heading: &str) -> Document {
    let section = section(rewrite, heading);
    let text = section
        .split("```flow\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap_or_default();
    parse(text).unwrap_or_else(|mistake| panic!("{} {heading}: {mistake}", rewrite.id()))
}

fn printed(document: &Document) -> String {
    print(document, document.first_flow().unwrap())
}

/// The flow after the rewrite has been applied wherever it fits, and the change that did it.
fn rewritten(rewrite: &dyn Rewrite, before: &Document) -> (Document, Change) {
    let flow = before.first_flow().unwrap();
    let mut now = before.clone();
    let mut whole = Change::default();
    for _ in 0..5 {
        let findings = find(&now, flow, None, &Cancel::default()).unwrap();
        let graph = Graph::of(&now, flow).unwrap();
        let Some(site) = rewrite.sites(&graph, &findings).into_iter().next() else {
            break;
        };
        let commands = rewrite
            .commands(&graph, &site, &Parameters::default())
            .unwrap();
        let many = Many {
            title: rewrite.id().into(),
            commands,
        };
        let change = kaizu_model::Command::from(many).apply(&now).unwrap();
        now = now.after(&change);
        whole.edits.extend(change.edits);
    }
    (now, whole)
}

#[test]
fn what_stands_before_becomes_what_stands_after() {
    let mut wrong = String::new();
    for rewrite in all() {
        let (after, _) = rewritten(*rewrite, &example(*rewrite, "Before"));
        let (is, should) = (printed(&after), printed(&example(*rewrite, "After")));
        if is != should {
            wrong = wrong + rewrite.id() + "\n" + &is + "== instead of\n" + &should;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_result_is_sound_and_can_be_taken_back() {
    for rewrite in all() {
        let before = example(*rewrite, "Before");
        let (after, change) = rewritten(*rewrite, &before);
        let flow = after.first_flow().unwrap();
        let graph = Graph::of(&after, flow).unwrap();
        assert!(soundness(&graph).is_sound(), "{}", rewrite.id());
        assert_eq!(after.after(&change.inverse()), before, "{}", rewrite.id());
        assert!(!change.is_empty(), "{}", rewrite.id());
    }
}

#[test]
fn every_example_shows_waste_that_the_rewrite_answers() {
    for rewrite in all() {
        let before = example(*rewrite, "Before");
        let found = find(
            &before,
            before.first_flow().unwrap(),
            None,
            &Cancel::default(),
        )
        .unwrap();
        let codes: BTreeSet<&str> = found.iter().map(|finding| finding.code).collect();
        let answered = rewrite.answers().iter().any(|code| codes.contains(code));
        assert!(answered, "{} answers none of {codes:?}", rewrite.id());
    }
}

#[test]
fn every_header_has_its_headings() {
    for rewrite in all() {
        let headings: Vec<&str> = rewrite
            .source()
            .lines()
            .filter_map(|line| line.strip_prefix("//! ## "))
            .collect();
        assert_eq!(headings, DEMANDED, "{}", rewrite.id());
    }
}

#[test]
fn names_follow_the_files_and_codes_are_given_once() {
    let mut codes = BTreeSet::new();
    for (rewrite, file) in all().iter().zip(LISTED) {
        assert_eq!(rewrite.id(), file.replace('_', "-"));
        assert!(codes.insert(rewrite.code()), "{} twice", rewrite.code());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rewrites");
    let files: BTreeSet<String> = folder
        .read_dir()
        .unwrap()
        .filter_map(|file| Some(file.unwrap().path().file_stem()?.to_str()?.to_owned()))
        .filter(|name| name != "mod" && name != "tests")
        .collect();
    assert_eq!(files, LISTED.iter().map(|it| (*it).to_owned()).collect());
}

#[test]
fn every_assumption_is_in_the_table() {
    for rewrite in all() {
        for name in rewrite.parameters() {
            assert!(
                TABLE.iter().any(|row| row.name == *name),
                "{}: {name}",
                rewrite.id()
            );
        }
    }
}

//! The examples in the headers of all detectors: what they flag is seen, what is clean is not.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kaizu_model::{Cancel, Document, Level, notation};

use super::{Detector, LISTED, all};
use crate::find;
use crate::finding::Finding;

/// What every header has, in this order; the others may be missing.
const DEMANDED: &[&str] = &["Why it is waste", "Flagged", "Clean", "What to do"];
const KNOWN: &[&str] = &[
    "Why it is waste",
    "Flagged",
    "Clean",
    "Guarded",
    "What to do",
    "Also",
];

/// The sections of a header by their headings, in the order of the file; the first sentence stands under "".
fn header(detector: &dyn Detector) -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    for line in detector.source().lines() {
        let Some(text) = line.strip_prefix("//!") else {
            break;
        };
        if let Some(heading) = text.strip_prefix(" ## ") {
            sections.push((heading.to_owned(), String::new()));
        } else if let Some((_, body)) = sections.last_mut() {
            body.push_str(text.strip_prefix(' ').unwrap_or(text));
            body.push('\n');
        }
    }
    sections
}

fn section(detector: &dyn Detector, heading: &str) -> Option<String> {
    header(detector)
        .into_iter()
        .find(|(own, _)| own == heading)
        .map(|(_, body)| body)
}

/// The flows under a heading.
fn examples(detector: &dyn Detector, heading: &str) -> Vec<Document> {
    let body = section(detector, heading).unwrap_or_default();
    let fenced = body
        .split("```flow\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    fenced
        .filter_map(|text| notation::parse(text).ok())
        .collect()
}

/// All flows in the headers of all detectors.
pub(crate) fn every_example() -> Vec<Document> {
    let headings = ["Flagged", "Clean", "Guarded"];
    let of = |detector: &&'static dyn Detector| {
        let detector = *detector;
        headings
            .into_iter()
            .flat_map(move |heading| examples(detector, heading))
    };
    all().iter().flat_map(of).collect()
}

/// Fails with everything that is wrong, not with the first only.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn found(document: &Document) -> Vec<Finding> {
    let flow = document.first_flow().unwrap();
    find(document, flow, None, &Cancel::default()).unwrap()
}

fn codes(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_header_has_its_headings() {
    for detector in all() {
        let headings: Vec<String> = header(*detector).into_iter().map(|(own, _)| own).collect();
        for demanded in DEMANDED {
            let times = headings.iter().filter(|own| own == demanded).count();
            assert_eq!(times, 1, "{} has {demanded} once", detector.id());
        }
        let order: Vec<_> = headings
            .iter()
            .skip(1)
            .map(|own| KNOWN.iter().position(|known| known == own))
            .collect();
        assert!(order.is_sorted(), "{}: {headings:?}", detector.id());
        assert!(!order.contains(&None), "{}: {headings:?}", detector.id());
        let sentence = section(*detector, "").unwrap_or_default();
        assert!(!sentence.trim().is_empty(), "{}", detector.id());
    }
}

#[test]
fn every_example_can_be_read() {
    let mut wrong = Vec::new();
    for detector in all() {
        for heading in ["Flagged", "Clean", "Guarded"] {
            let Some(body) = section(*detector, heading) else {
                continue;
            };
            if !body.contains("```flow\n") {
                wrong.push(format!("{} {heading} has no example", detector.id()));
            }
            for text in body.split("```flow\n").skip(1) {
                let text = text.split("```").next().unwrap_or_default();
                if let Err(mistake) = notation::parse(text) {
                    wrong.push(format!("{} {heading}: {mistake}", detector.id()));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn what_is_flagged_is_seen_and_nothing_else() {
    let mut wrong = Vec::new();
    for detector in all() {
        let also = section(*detector, "Also").unwrap_or_default();
        let also: BTreeSet<&str> = also.split(|c: char| !c.is_alphanumeric()).collect();
        for document in examples(*detector, "Flagged") {
            let findings = found(&document);
            let codes = codes(&findings);
            let own = detector.code();
            if !codes.contains(own) {
                wrong.push(format!("{own} is not seen, only {codes:?}"));
            }
            for code in codes {
                if code != own && !also.contains(code) {
                    wrong.push(format!("{own} does not say that {code} is seen too"));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn what_is_clean_is_not_seen() {
    let mut wrong = Vec::new();
    for detector in all() {
        for document in examples(*detector, "Clean") {
            let seen = found(&document).into_iter();
            let own = seen.filter(|finding| finding.code == detector.code());
            wrong.extend(own.map(|finding| format!("{finding:?}")));
        }
    }
    assert_none(&wrong);
}

#[test]
fn what_is_guarded_is_not_seen_or_low_with_its_reason() {
    let mut wrong = Vec::new();
    for detector in all() {
        for document in examples(*detector, "Guarded") {
            let seen = found(&document).into_iter();
            let own = seen.filter(|finding| finding.code == detector.code());
            let loud =
                own.filter(|finding| finding.guards.is_empty() || finding.level != Level::Low);
            wrong.extend(loud.map(|finding| format!("{finding:?}")));
        }
    }
    assert_none(&wrong);
}

#[test]
fn what_entries_and_prints_are_guarded_against_is_not_claimed() {
    let is_own = |it: &&&dyn Detector| ["E01", "E02", "E03", "M01", "M02"].contains(&it.code());
    for detector in all().iter().filter(is_own) {
        for document in examples(*detector, "Guarded") {
            let seen = found(&document).into_iter();
            for own in seen.filter(|finding| finding.code == detector.code()) {
                assert!(own.claims.is_empty(), "{own:?}");
            }
        }
    }
}

#[test]
fn every_finding_claims_and_names_only_what_is_there() {
    for detector in all() {
        for document in examples(*detector, "Flagged") {
            for finding in found(&document) {
                assert!(!finding.nodes.is_empty(), "{finding:?}");
                for node in finding.nodes.iter().chain(finding.claims.keys()) {
                    assert!(document.node(*node).is_ok(), "{finding:?}");
                }
                for claim in finding.claims.values() {
                    assert!((0.0..=1.0).contains(&claim.minutes_share), "{finding:?}");
                    assert!((0.0..=1.0).contains(&claim.wait_share), "{finding:?}");
                }
            }
        }
    }
}

#[test]
fn names_follow_the_files() {
    let mut codes = BTreeSet::new();
    for (detector, (_, file)) in all().iter().zip(LISTED) {
        assert_eq!(detector.id(), file.replace('_', "-"));
        assert!(codes.insert(detector.code()), "{} twice", detector.code());
    }
}

/// Files of a family that hold no detector but serve several of them.
const SHARED: &[(&str, &str)] = &[
    ("approval", "row"),
    ("entry", "asked_across"),
    ("journey", "counter"),
    ("medium", "printing"),
    ("payment", "paying"),
    ("rework", "loops"),
    ("status", "inquiries"),
    ("waiting", "longest"),
    ("waiting", "rush"),
];

#[test]
fn every_file_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/detectors");
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for family in folder.read_dir().unwrap() {
        let family = family.unwrap();
        if !family.file_type().unwrap().is_dir() {
            continue;
        }
        let names = family.path().read_dir().unwrap().map(|file| {
            let path = file.unwrap().path();
            path.file_stem().unwrap().to_string_lossy().into_owned()
        });
        let family = family.file_name().to_string_lossy().into_owned();
        files.insert(family, names.filter(|name| name != "mod").collect());
    }
    let mut listed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (family, file) in LISTED.iter().chain(SHARED) {
        let known = listed.entry((*family).to_owned()).or_default();
        assert!(known.insert((*file).to_owned()), "{family}::{file} twice");
    }
    assert_eq!(files, listed);
}

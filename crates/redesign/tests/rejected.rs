//! What people do not want is not done, and the rest of a proposal stays as sound as it was.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a sample that cannot be read or improved is a failed test"
)]
use std::path::Path;

use kaizu_model::notation::parse;
use kaizu_model::{Adoption, Cancel, Document, NodeId, Progress};
use kaizu_redesign::{Proposal, ProposedChange, Wishes, Without, propose};

/// Every sample with its name.
fn samples() -> Vec<(String, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let paths = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut flows: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "flow"))
        .collect();
    flows.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        (path.display().to_string(), parse(&text).unwrap())
    };
    flows.iter().map(read).collect()
}

fn proposed(document: &Document, without: &[Without]) -> Proposal {
    let flow = document.first_flow().unwrap();
    let wishes = Wishes {
        without: without.to_vec(),
        ..Wishes::default()
    };
    propose(document, flow, &wishes, &Progress::default()).unwrap()
}

fn rejected(change: &ProposedChange) -> Without {
    Without {
        rewrite: change.rewrite.to_owned(),
        nodes: change.place.clone(),
    }
}

#[test]
fn each_change_can_be_rejected_alone_and_never_comes_back() {
    for (name, document) in samples() {
        let whole = proposed(&document, &[]);
        for change in &whole.changes {
            let without = rejected(change);
            let rest = proposed(&document, std::slice::from_ref(&without));
            let back = rest
                .changes
                .iter()
                .find(|it| without.is(it.rewrite, &it.place));
            assert!(back.is_none(), "{name}: {back:?}");
            let is_listed =
                |it: &kaizu_redesign::Refused| it.code == change.code && it.why == "rejected";
            assert!(rest.refused.iter().any(is_listed), "{name}: {change:?}");
            let broken = rest.invariants.iter().find(|it| !it.holds);
            assert!(broken.is_none(), "{name} without {without:?}: {broken:?}");
            assert!(rest.after.staff_min_per_case <= rest.before.staff_min_per_case);
            assert!(rest.after.resident_min_per_case <= rest.before.resident_min_per_case);
        }
    }
}

#[test]
fn the_same_rejections_give_the_same_flow_and_none_give_the_first_again() {
    let (_, document) = samples().pop().unwrap();
    let whole = proposed(&document, &[]);
    let without: Vec<Without> = whole.changes.iter().take(1).map(rejected).collect();
    let (one, other) = (proposed(&document, &without), proposed(&document, &without));
    assert_eq!(one.document, other.document);
    assert_eq!(one.changes, other.changes);
    assert_ne!(one.document, whole.document);
    assert_eq!(proposed(&document, &[]).document, whole.document);
}

#[test]
fn with_everything_rejected_the_flow_stays_as_it_is() {
    for (name, document) in samples() {
        let mut without: Vec<Without> = Vec::new();
        // What takes the place of a rejected change is rejected, too.
        for _ in 0..20 {
            let proposal = proposed(&document, &without);
            if proposal.changes.is_empty() {
                break;
            }
            without.extend(proposal.changes.iter().map(rejected));
        }
        let proposal = proposed(&document, &without);
        assert!(proposal.changes.is_empty(), "{name}");
        assert_eq!(proposal.before, proposal.after, "{name}");
    }
}

#[test]
fn a_proposal_is_kept_as_records_that_tell_the_same() {
    for (name, document) in samples() {
        let proposal = proposed(&document, &[]);
        let kept = proposal.improvements(&mut proposal.document.free_ids());
        assert_eq!(kept.len(), proposal.changes.len());
        for ((_, it), change) in kept.iter().zip(&proposal.changes) {
            assert_eq!(it.decision, Adoption::Accepted);
            assert!(Without::of(it).is(change.rewrite, &change.place), "{name}");
            assert_eq!(it.findings.len(), change.findings.len(), "{name}");
            assert_eq!(it.depends_on.len(), change.depends_on.len(), "{name}");
            let is_there = |node: &NodeId| proposal.document.node(*node).is_ok();
            assert!(it.new_steps.iter().chain(&it.steps).all(is_there), "{name}");
            assert!(it.new_names.iter().all(|name| !name.is_empty()), "{name}");
        }
    }
}

#[test]
fn how_much_was_found_is_told_and_a_stopped_search_tells_no_more() {
    let (_, document) = samples().remove(5);
    let flow = document.first_flow().unwrap();
    let progress = Progress::default();
    let proposal = propose(&document, flow, &Wishes::default(), &progress).unwrap();
    assert!(proposal.changes.len() > 4);
    assert!(progress.found() >= proposal.changes.len());
    let cancel = Cancel::default();
    cancel.cancel();
    let stopped = Progress::of(&cancel);
    propose(&document, flow, &Wishes::default(), &stopped).unwrap();
    assert_eq!(stopped.found(), 0);
}

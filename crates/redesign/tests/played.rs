//! Proposals for flows of which enough is known to play them through time.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]

use kaizu_model::notation::parse;
use kaizu_model::{Document, Progress};
use kaizu_redesign::{Package, Proposal, Wishes, propose};

/// Each channel types its own papers by the hand of one person, before they come together.
const NURSERY: &str = concat!(
    "# Nursery place
@年間件数 9600
@標準処理期間 10日
@必要な成果 offer
@担当 parent [resident]
@担当 desk [staff 1人]
@担当 placement [staff]
@担当 head [role 1人]
@担当 bank [external]
",
    include_str!("flows/nursery_steps.flow")
);

fn proposal(document: &Document) -> Proposal {
    let flow = document.first_flow().unwrap();
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    propose(document, flow, &wishes, &Progress::default()).unwrap()
}

#[test]
fn how_long_cases_take_is_seen_where_people_and_cases_are_known() {
    let proposal = proposal(&parse(NURSERY).unwrap());
    assert!(!proposal.changes.is_empty());
    let played = proposal.played.unwrap();
    let (before, after) = (played.before, played.after);
    // Who types less lets others wait less.
    assert!(after.wait_hours.mean < before.wait_hours.mean);
    assert!(after.lead_hours.mean < before.lead_hours.mean);
    assert_eq!((before.cases, before.seed), (after.cases, after.seed));
    let said = |id| proposal.invariants.iter().find(|it| it.id == id).unwrap();
    assert_eq!(said("I8").why, "deadline-kept-played");
    assert!(said("I10").holds && said("I10").looked_at == 2);
}

#[test]
fn the_same_flow_is_always_played_alike() {
    let document = parse(NURSERY).unwrap();
    let (one, other) = (proposal(&document), proposal(&document));
    assert_eq!(one.played, other.played);
    assert_eq!(one.commands, other.commands);
}

#[test]
fn where_nobody_knows_how_many_people_there_are_nothing_is_played() {
    for known in [" 1人", "@年間件数 9600\n"] {
        let text = NURSERY.replace(known, "");
        let proposal = proposal(&parse(&text).unwrap());
        assert_eq!(proposal.played, None);
        assert!(proposal.invariants.iter().all(|it| it.holds));
    }
}

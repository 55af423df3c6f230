//! What people allow bounds a proposal, and as much as possible is made of what is left.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a sample that cannot be read or improved is a failed test"
)]
use kaizu_model::notation::parse;
use kaizu_model::{Authority, Cost, Limits, Progress};
use kaizu_redesign::{Proposal, Wishes, propose};

fn proposed(limits: Limits) -> Proposal {
    let text = std::fs::read_to_string("../../samples/childcare-benefit-7-3.flow").unwrap();
    let document = parse(&text).unwrap();
    let flow = document.first_flow().unwrap();
    let wishes = Wishes {
        limits,
        ..Wishes::default()
    };
    propose(&document, flow, &wishes, &Progress::default()).unwrap()
}

#[test]
fn nobody_is_asked_who_need_not_be_and_nothing_costs_more_than_it_may() {
    let limits = Limits {
        authority: Some(Authority::Department),
        cost: Some(Cost::Low),
        changes: None,
    };
    let proposal = proposed(limits);
    assert!(!proposal.changes.is_empty());
    for change in &proposal.changes {
        assert!(limits.allow(change.authority, change.cost), "{change:?}");
    }
    assert!(proposal.refused.iter().any(|it| it.why == "limits"));
    assert!(proposal.changes.len() < proposed(Limits::default()).changes.len());
}

#[test]
fn so_many_changes_are_made_at_once_as_are_allowed_and_those_that_bring_most() {
    let all = proposed(Limits::default());
    let staff = |it: &Proposal| it.after.staff_min_per_case.unwrap();
    let mut last = staff(&all);
    for changes in [5, 1] {
        let limits = Limits {
            changes: Some(changes),
            ..Limits::default()
        };
        let few = proposed(limits);
        assert!(few.changes.len() <= changes as usize, "{changes}");
        assert!(!few.changes.is_empty());
        assert!(few.invariants.iter().all(|it| it.holds));
        // Fewer changes bring less.
        assert!(staff(&few) >= last - 1e-9, "{changes}");
        last = staff(&few);
    }
    // The best change alone brings more than a fair part of all.
    let less = all.before.staff_min_per_case.unwrap() - last;
    let whole = all.before.staff_min_per_case.unwrap() - staff(&all);
    assert!(less > whole / all.changes.len() as f64);
}

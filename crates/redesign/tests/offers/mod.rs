//! What is proposed for a flow without limits.
use kaizu_model::Progress;
use kaizu_redesign::{Package, Proposal, Wishes, propose};

use crate::composing::composed;

pub(crate) fn proposal(text: &str) -> Proposal {
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    composed(text, &wishes)
}

/// How often a proposal for `text` makes the change, when everything it promises holds.
pub(crate) fn made(code: &str, text: &str) -> usize {
    let proposal = proposal(text);
    for result in &proposal.invariants {
        assert!(result.holds, "{result:?} in {text}");
    }
    let changes = proposal.changes.iter();
    changes.filter(|change| change.code == code).count()
}

/// `text` with one place said otherwise.
pub(crate) fn with(text: &str, was: &str, is: &str) -> String {
    assert!(text.contains(was), "{was}");
    text.replace(was, is)
}

/// Whether the change is made once, and no more in the flow that it leads to.
pub(crate) fn is_made_once(code: &str, text: &str) -> bool {
    let first = proposal(text);
    let flow = first.flow;
    let again = propose(
        &first.document,
        flow,
        &Wishes {
            package: Package::Free,
            ..Wishes::default()
        },
        &Progress::default(),
    );
    let again = again.unwrap_or_else(|_| panic!("no second proposal"));
    made(code, text) == 1 && again.changes.iter().all(|change| change.code != code)
}

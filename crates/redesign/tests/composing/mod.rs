//! A proposal for a flow that is written down.
use kaizu_model::Progress;
use kaizu_model::notation::parse;
use kaizu_redesign::{Proposal, Wishes, propose};

pub(crate) fn composed(text: &str, wishes: &Wishes) -> Proposal {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
    let flow = document.first_flow();
    let proposal =
        flow.and_then(|flow| propose(&document, flow, wishes, &Progress::default()).ok());
    proposal.unwrap_or_else(|| panic!("no proposal for {text}"))
}

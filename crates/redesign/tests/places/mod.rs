//! Where a rewrite fits in a flow that is written down.
use kaizu_analysis::{Graph, find};
use kaizu_model::Cancel;
use kaizu_model::notation::parse;
use kaizu_redesign::all;

pub(crate) fn places(code: &str, text: &str) -> usize {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}"));
    let flow = document.first_flow().unwrap_or_else(|| panic!("no flow"));
    let findings = find(&document, flow, None, &Cancel::default());
    let findings = findings.unwrap_or_else(|refusal| panic!("{refusal}"));
    let graph = Graph::of(&document, flow).unwrap_or_else(|refusal| panic!("{refusal}"));
    let rewrite = all().iter().find(|rewrite| rewrite.code() == code);
    rewrite.map_or(0, |rewrite| rewrite.sites(&graph, &findings).len())
}

//! What detectors see in a flow and nothing stands for.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, all};
use kaizu_model::{ItemId, NodeId};

/// Those of `findings` with one of the codes that nothing speaks against.
pub(crate) fn open<'f>(
    findings: &'f [Finding],
    codes: &[&str],
) -> impl Iterator<Item = &'f Finding> {
    let is_meant = move |it: &&Finding| codes.contains(&it.code) && it.guards.is_empty();
    findings.iter().filter(is_meant)
}

/// Where they were found.
pub(crate) fn open_at(findings: &[Finding], codes: &[&str]) -> BTreeSet<NodeId> {
    open(findings, codes)
        .flat_map(|it| it.nodes.iter().copied())
        .collect()
}

/// The same, as places in the flow's order.
pub(crate) fn open_in(graph: &Graph, findings: &[Finding], codes: &[&str]) -> BTreeSet<Index> {
    let nodes = open(findings, codes).flat_map(|it| &it.nodes);
    nodes.filter_map(|id| graph.index(*id)).collect()
}

/// What the detector with `code` sees, without what is guarded.
pub(crate) fn unguarded(graph: &Graph, code: &str) -> Vec<Finding> {
    let mut found = of_codes(graph, &[code]);
    found.retain(|finding| finding.guards.is_empty());
    found
}

/// What the detectors with these codes see, guarded or not.
pub(crate) fn of_codes(graph: &Graph, codes: &[&str]) -> Vec<Finding> {
    let mut found = Vec::new();
    for detector in all().iter().filter(|it| codes.contains(&it.code())) {
        detector.detect(graph, &mut found);
    }
    found
}

/// The items that the detector with `code` names at `node`.
pub(crate) fn items_at(graph: &Graph, code: &str, node: Index) -> BTreeSet<ItemId> {
    let here = graph.id(node);
    let found = unguarded(graph, code).into_iter();
    found
        .filter(|finding| finding.nodes.contains(&here))
        .flat_map(|finding| finding.items)
        .collect()
}

//! Why steps exist: which step would have no reason without which others.
use std::collections::{BTreeMap, BTreeSet};

use crate::detectors::approval::handover_slip;
use crate::detectors::check::distrusted_entry;
use crate::graph::{Graph, Index};

/// The steps without which a step would not exist, as people recorded them and as the detectors of distrusted entries
/// and hand-over slips infer them.
pub fn exists_because(graph: &Graph) -> BTreeMap<Index, BTreeSet<Index>> {
    let mut reasons: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        let causes: BTreeSet<Index> = step
            .because_of
            .iter()
            .filter_map(|cause| graph.index(*cause))
            .collect();
        if !causes.is_empty() {
            reasons.insert(node, causes);
        }
    }
    let inferred = distrusted_entry::bindings(graph)
        .into_iter()
        .chain(handover_slip::bindings(graph));
    for (node, causes) in inferred {
        reasons.entry(node).or_default().extend(causes);
    }
    reasons
}

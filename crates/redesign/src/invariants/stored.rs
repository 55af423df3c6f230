//! I3: what residents hand in and somebody needs is still kept somewhere.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{ItemClass, ItemId, Medium, StepKind};

use super::Seen;
use crate::carriers;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    for item in handed_in(pair.as_is) {
        seen.look();
        if is_stored(pair.as_is, item) && !is_stored(pair.to_be, item) {
            let name = pair
                .as_is
                .document
                .item(item)
                .map_or_else(|_| String::new(), |item| item.name.clone());
            seen.lost(name);
        }
    }
    seen.result("I3", "items-stored", "items-lost")
}

/// Items that residents write and the city reads or owes; seals are marks, not data.
fn handed_in(graph: &Graph) -> BTreeSet<ItemId> {
    let written = graph
        .steps()
        .filter(|(n, _)| graph.is_customers(*n))
        .flat_map(|(_, step)| &step.writes);
    let is_needed = |item: &ItemId| {
        graph.process.required_outputs.contains(item)
            || graph
                .indices()
                .any(|n| graph.is_staff(n) && carriers::reads(graph, n, *item))
    };
    let is_seal = |item: &ItemId| {
        graph
            .document
            .item(*item)
            .is_ok_and(|it| it.class == Some(ItemClass::Seal))
    };
    written
        .map(|access| access.item)
        .filter(is_needed)
        .filter(|item| !is_seal(item))
        .collect()
}

/// Whether some step puts the item into a ledger or system, or keeps its paper.
fn is_stored(graph: &Graph, item: ItemId) -> bool {
    let keeps = |n: Index| graph.kind(n) == Some(StepKind::Keep) && carriers::reads(graph, n, item);
    let puts = |n: Index| {
        graph.step(n).is_some_and(|step| {
            step.writes
                .iter()
                .filter(|access| access.item == item)
                .any(|access| {
                    let medium = access.medium.or(step.medium_out);
                    medium.is_some_and(Medium::is_digital)
                        && (access.store.is_some() || step.system.is_some())
                })
        })
    };
    graph.indices().any(|n| keeps(n) || puts(n))
}

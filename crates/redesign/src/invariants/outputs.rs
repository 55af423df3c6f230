//! I2: every required output is still written on every way through, and nobody reads what nobody has written,
//! nor on paper what nobody puts on paper any more.
use std::collections::BTreeSet;

use kaizu_analysis::{Graph, Index};
use kaizu_model::{ItemClass, ItemId, StepKind};

use super::Seen;
use crate::carriers;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;
use crate::sources;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    for item in &pair.as_is.process.required_outputs {
        seen.look();
        if is_always_out(pair.as_is, *item) && !is_always_out(pair.to_be, *item) {
            seen.lost(name(pair.as_is, *item));
        }
    }
    for (node, step) in pair.to_be.steps() {
        for item in step
            .reads
            .iter()
            .map(|access| access.item)
            .collect::<BTreeSet<_>>()
        {
            seen.look();
            if is_starved(pair, node, item) {
                seen.broken(pair.to_be.id(node), name(pair.to_be, item));
            }
        }
    }
    for (node, step) in pair.as_is.steps() {
        let Some(copy) = pair.copy(node) else {
            continue;
        };
        for access in &step.reads {
            let item = access.item;
            // Who moved papers does not move what is on the screen now.
            let is_no_paper = || {
                sources::is_moving(step.kind) && !sources::is_made_as_read(pair.to_be, copy, access)
            };
            if !carriers::reads(pair.to_be, copy, item)
                && !is_idle(pair, node, item)
                && !is_no_paper()
            {
                seen.broken(pair.to_be.id(copy), name(pair.to_be, item));
            }
        }
    }
    for (node, step) in pair.to_be.steps() {
        let Some(origin) = pair.origin(node) else {
            continue;
        };
        for access in &step.reads {
            let was_made = sources::is_made_as_read(pair.as_is, origin, access);
            if was_made && !sources::is_made_as_read(pair.to_be, node, access) {
                seen.broken(pair.to_be.id(node), name(pair.to_be, access.item));
            }
        }
    }
    seen.result("I2", "outputs-kept", "outputs-lost")
}

/// Whether `node` of the better flow reads `item` although it comes there less surely than it did.
fn is_starved(pair: &Pair, node: Index, item: ItemId) -> bool {
    let (graph, origin) = (pair.to_be, pair.origin(node));
    let Some(origin) = origin.filter(|origin| carriers::reads(pair.as_is, *origin, item)) else {
        // A new reader: what nobody hands in must at least be made somewhere before, unless it came from outside anyway.
        let is_made = pair
            .as_is
            .indices()
            .any(|n| carriers::writes(pair.as_is, n, item));
        return is_made && carriers::definitions(graph, node, item).is_empty();
    };
    let was_always = carriers::is_always_written_before(pair.as_is, origin, item);
    let was_ever = !carriers::definitions(pair.as_is, origin, item).is_empty();
    (was_always && !carriers::is_always_written_before(graph, node, item))
        || (was_ever && carriers::definitions(graph, node, item).is_empty())
}

/// Whether no case that reaches an end has missed `item`.
fn is_always_out(graph: &Graph, item: ItemId) -> bool {
    graph.ends().all(|end| {
        carriers::writes(graph, end, item) || carriers::is_always_written_before(graph, end, item)
    })
}

/// Whether `node` may stop reading `item`: it was a mark or a slip, and nothing writes it any more.
fn is_idle(pair: &Pair, node: Index, item: ItemId) -> bool {
    let is_gone = !pair
        .to_be
        .indices()
        .any(|n| carriers::writes(pair.to_be, n, item));
    let is_seal = pair
        .as_is
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Seal));
    let is_mark = |n: Index| {
        matches!(
            pair.as_is.kind(n),
            Some(
                StepKind::Check
                    | StepKind::Recalculate
                    | StepKind::Seal
                    | StepKind::Circulate
                    | StepKind::Consent
                    | StepKind::Approve
            )
        )
    };
    let writers = || {
        pair.as_is
            .indices()
            .filter(|n| carriers::writes(pair.as_is, *n, item))
    };
    let moves = matches!(
        pair.as_is.kind(node),
        Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver | StepKind::Check)
    );
    let is_required = pair.as_is.process.required_outputs.contains(&item);
    is_gone && !is_required && (is_seal || moves || writers().all(is_mark))
}

fn name(graph: &Graph, item: ItemId) -> String {
    graph
        .document
        .item(item)
        .map_or_else(|_| String::new(), |item| item.name.clone())
}

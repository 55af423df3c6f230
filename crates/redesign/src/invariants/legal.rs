//! I4: what may not go lives on as itself, in the same order, for every case: demanded by law or ordinance, marked, one
//! side of a duty, an accounting examination, the last approval.
use kaizu_analysis::{Graph, Index, protection};
use kaizu_model::Basis;

use super::Seen;
use crate::carriers::is_always_passed_before;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    let demanded: Vec<(Index, Option<Index>)> = pair
        .as_is
        .indices()
        .filter(|n| protection(pair.as_is, *n).is_some())
        .map(|n| (n, living(pair, n)))
        .collect();
    for (node, copy) in &demanded {
        seen.look();
        match copy {
            None => seen.broken(pair.as_is.id(*node), pair.as_is.name(*node)),
            Some(copy) if is_passed_less(pair, *node, *copy) => {
                seen.broken(pair.to_be.id(*copy), pair.as_is.name(*node));
            }
            Some(_) => {}
        }
    }
    for (first, first_copy) in &demanded {
        for (then, then_copy) in &demanded {
            let is_ordered = |graph: &Graph, a: Index, b: Index| graph.reach().is_before(a, b);
            if let (Some(a), Some(b)) = (first_copy, then_copy)
                && a != b
                && is_ordered(pair.as_is, *first, *then)
                && !is_ordered(pair.to_be, *a, *b)
            {
                seen.broken(pair.to_be.id(*b), pair.as_is.name(*then));
            }
        }
    }
    seen.result("I4", "law-kept", "law-broken")
}

/// The step in the better flow that is the same one, or that carries it on.
fn living(pair: &Pair, node: Index) -> Option<Index> {
    let was = pair.as_is.step(node)?;
    let is_same = |copy: &Index| {
        pair.to_be.step(*copy).is_some_and(|step| {
            step.kind == was.kind
                && step.is_obligatory == was.is_obligatory
                && binding(step.basis) == binding(was.basis)
        })
    };
    let carries_on = |copy: &Index| {
        let key = was.key.as_ref();
        pair.to_be
            .step(*copy)
            .is_some_and(|step| key.is_some_and(|key| step.realises.contains(key)))
    };
    pair.copy(node)
        .filter(is_same)
        .or_else(|| pair.to_be.indices().find(carries_on))
}

fn binding(basis: Option<Basis>) -> Option<Basis> {
    basis.filter(|basis| basis.is_binding())
}

/// Whether cases can end without what every case passed before.
fn is_passed_less(pair: &Pair, node: Index, copy: Index) -> bool {
    let is_certain = |graph: &Graph, n: Index| {
        let is_passed = |end: Index| {
            graph.reach().dominates(n, end) || is_always_passed_before(graph, end, &|it| it == n)
        };
        graph.ends().all(is_passed)
    };
    is_certain(pair.as_is, node) && !is_certain(pair.to_be, copy)
}

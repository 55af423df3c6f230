//! Checks that look at the same thing one after another, and which of them have to stay.
use std::collections::BTreeSet;

use kaizu_model::{StepKind, folded};

use crate::controls::is_only_check;
use crate::detectors::Detector;
use crate::doers::is_independent;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::residual::{Rates, catch_rate, escaping, missed, recorded_errors};

/// From this share of cases on, a check finds too many mistakes to be dropped.
const ENOUGH: f64 = 0.005;

/// Checks of one object and the same aspects, in the order in which a case passes them.
pub(crate) struct Chain {
    /// What is checked.
    object: String,
    /// What all of them look at.
    aspects: Vec<String>,
    /// The checks.
    pub(crate) checks: Vec<Index>,
}

/// The longest chains of two or more checks; none is part of another.
pub(crate) fn chains(graph: &Graph) -> Vec<Chain> {
    let mut found: Vec<Chain> = Vec::new();
    for group in groups(graph) {
        for checks in chained(graph, &group) {
            let is_same = |chain: &&mut Chain| {
                folded(&chain.object) == folded(&group.object) && chain.checks == checks
            };
            if let Some(chain) = found.iter_mut().find(is_same) {
                chain.aspects.push(group.aspect.clone());
            } else {
                found.push(Chain {
                    object: group.object.clone(),
                    aspects: vec![group.aspect.clone()],
                    checks,
                });
            }
        }
    }
    let is_part = |chain: &Chain| {
        found.iter().any(|other| {
            other.checks.len() > chain.checks.len()
                && folded(&other.object) == folded(&chain.object)
                && chain.checks.iter().all(|node| other.checks.contains(node))
        })
    };
    let whole: Vec<bool> = found
        .iter()
        .map(|chain| chain.checks.len() > 1 && !is_part(chain))
        .collect();
    let mut whole = whole.into_iter();
    found.retain(|_| whole.next().unwrap_or(false));
    found.sort_by(|a, b| a.checks.cmp(&b.checks));
    found
}

/// What `detector` says about `chain`: which checks stay, and what the others cost.
pub(crate) fn finding(detector: &dyn Detector, graph: &Graph, chain: &Chain) -> Finding {
    let bound: Vec<(Index, Guard)> = chain
        .checks
        .iter()
        .filter_map(|node| stays(graph, chain, *node).map(|guard| (*node, guard)))
        .collect();
    let free = covering(graph, chain, BTreeSet::new());
    let kept = covering(
        graph,
        chain,
        bound.iter().map(|(node, _)| *node).collect::<BTreeSet<_>>(),
    );
    let dropped: Vec<Index> = chain
        .checks
        .iter()
        .copied()
        .filter(|node| !kept.contains(node))
        .collect();
    let kept: Vec<Index> = kept.into_iter().collect();
    let began = chain.checks.iter().filter_map(|node| {
        let step = graph.step(*node)?;
        let told = step.check.as_ref().and_then(|it| it.why_it_began.as_ref());
        told.or(step.began.as_ref()).cloned()
    });
    let mut finding = Finding::at(detector, graph, chain.checks.iter().copied())
        .naming(graph, "checks", &chain.checks)
        .names("object", [chain.object.clone()])
        .names("aspects", chain.aspects.clone())
        .naming(graph, "kept", &kept)
        .naming(graph, "dropped", &dropped)
        .names("why_it_began", began)
        .guarded(
            bound
                .iter()
                .filter(|(node, _)| !free.contains(node))
                .map(|(_, guard)| *guard),
        );
    for node in &dropped {
        finding = finding.claiming(graph, *node, Claim::WHOLE);
    }
    let minutes = dropped.iter().try_fold(0.0, |sum, node| {
        Some(sum + graph.minutes(*node)? * graph.visit(*node))
    });
    if let Some(minutes) = minutes {
        finding = finding.number("minutes_per_case", minutes);
    }
    let per_case = escaping(graph, &chain.checks, &kept, Rates::default());
    finding.number_if_known("escaped_per_year", graph.volume().map(|it| it * per_case))
}

/// The checks of one aspect of one object, however these are spelled, with the first spelling.
pub(crate) struct Group {
    pub(crate) object: String,
    pub(crate) aspect: String,
    pub(crate) checks: Vec<Index>,
}

pub(crate) fn groups(graph: &Graph) -> Vec<Group> {
    let groups = crate::controls::checks(graph).into_iter();
    groups
        .map(|((object, aspect), checks)| {
            let first = checks.first().and_then(|node| graph.step(*node));
            let check = first.and_then(|step| step.check.as_ref());
            let aspects = check.map(|check| check.aspects.as_slice());
            let is_it = |own: &&String| folded(own) == aspect;
            let written = aspects.unwrap_or_default().iter().find(is_it).cloned();
            Group {
                object: check.and_then(|it| it.object.clone()).unwrap_or(object),
                aspect: written.unwrap_or(aspect),
                checks,
            }
        })
        .collect()
}

/// Nodes in the order in which a case passes them.
pub(crate) fn in_order(graph: &Graph, nodes: &[Index]) -> Vec<Index> {
    let reach = graph.reach();
    let earlier = |node: Index| nodes.iter().filter(|n| reach.is_before(**n, node)).count();
    let mut ordered = nodes.to_vec();
    ordered.sort_by_cached_key(|node| (earlier(*node), *node));
    ordered.dedup();
    ordered
}

/// Cuts one group into runs that the same case passes with the object unchanged.
fn chained(graph: &Graph, group: &Group) -> Vec<Vec<Index>> {
    let reach = graph.reach();
    let mut runs: Vec<Vec<Index>> = Vec::new();
    for node in in_order(graph, &group.checks) {
        let mut is_added = false;
        for run in &mut runs {
            let follows = run.last().is_some_and(|last| {
                reach.is_before(*last, node)
                    && reach.is_on_every_common_case(*last, node)
                    && !is_written_between(graph, *last, node, [&group.object, &group.aspect])
            });
            if follows {
                run.push(node);
                is_added = true;
            }
        }
        if !is_added {
            runs.push(vec![node]);
        }
    }
    runs
}

/// Whether a step between two checks writes anew what they check. Carrying it to another medium is not writing anew.
fn is_written_between(graph: &Graph, first: Index, second: Index, names: [&str; 2]) -> bool {
    let reach = graph.reach();
    let names = names.map(folded);
    graph.steps().any(|(node, step)| {
        let is_copy = matches!(
            step.kind,
            Some(
                StepKind::Transcribe
                    | StepKind::Enter
                    | StepKind::Print
                    | StepKind::Copy
                    | StepKind::Scan
            )
        );
        !is_copy
            && reach.is_before(first, node)
            && reach.is_before(node, second)
            && step.writes.iter().any(|access| {
                let item = graph.document.item(access.item);
                item.is_ok_and(|item| names.contains(&folded(&item.name)))
            })
    })
}

/// Why a check must stay whatever the others do.
fn stays(graph: &Graph, chain: &Chain, node: Index) -> Option<Guard> {
    let catches = catch_rate(graph, node).is_some_and(|rate| {
        let missed: f64 = others(chain, node)
            .map(|other| missed(graph, other))
            .product();
        let mistakes = recorded_errors(graph, &chain.checks);
        mistakes.map_or(rate, |mistakes| mistakes * missed * rate) >= ENOUGH
    });
    protection(graph, node)
        .or_else(|| is_only_check(graph, node).then_some(Guard::OnlyCheck))
        .or_else(|| catches.then_some(Guard::CatchesEnough))
}

fn others(chain: &Chain, node: Index) -> impl Iterator<Item = Index> {
    chain.checks.iter().copied().filter(move |it| *it != node)
}

/// Adds to `kept` the strongest checks until every aspect that any of the chain looks at is looked at once.
fn covering(graph: &Graph, chain: &Chain, mut kept: BTreeSet<Index>) -> BTreeSet<Index> {
    let seen = |node: Index| aspects(graph, node);
    let all: BTreeSet<String> = chain.checks.iter().flat_map(|n| seen(*n)).collect();
    loop {
        let covered: BTreeSet<String> = kept.iter().flat_map(|n| seen(*n)).collect();
        let open: BTreeSet<&String> = all.difference(&covered).collect();
        let Some(aspect) = open.first() else {
            return kept;
        };
        let new = |node: Index| seen(node).iter().filter(|it| open.contains(it)).count();
        let strongest = chain
            .checks
            .iter()
            .copied()
            .filter(|node| seen(*node).contains(*aspect))
            .min_by_key(|node| (!is_independent(graph, *node), std::cmp::Reverse(new(*node))));
        let Some(strongest) = strongest else {
            return kept;
        };
        kept.insert(strongest);
    }
}

fn aspects(graph: &Graph, node: Index) -> BTreeSet<String> {
    let check = graph.step(node).and_then(|step| step.check.as_ref());
    check.map_or_else(BTreeSet::new, |check| {
        check.aspects.iter().map(|aspect| folded(aspect)).collect()
    })
}

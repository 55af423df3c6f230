//! Checks that look at the same thing one after another, and which of them have to stay.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{StepKind, folded};

use crate::detectors::Detector;
use crate::doers::{doers, is_independent};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, is_only_check, protection};

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
    if let Some(more) = escaping(graph, chain, &kept) {
        finding = finding.number("escaped_per_year", more);
    }
    finding
}

/// The checks of one aspect of one object, however these are spelled.
#[derive(Default)]
struct Group {
    object: String,
    aspect: String,
    checks: Vec<Index>,
}

fn groups(graph: &Graph) -> Vec<Group> {
    let mut by: BTreeMap<(String, String), Group> = BTreeMap::new();
    for ((object, aspect), checks) in crate::guards::checks(graph) {
        let group = by.entry((folded(&object), folded(&aspect))).or_default();
        group.checks.extend(checks);
        (group.object, group.aspect) = (object, aspect);
    }
    by.into_values().collect()
}

/// Cuts one group into runs that the same case passes with the object unchanged.
fn chained(graph: &Graph, group: &Group) -> Vec<Vec<Index>> {
    let reach = graph.reach();
    let checks = &group.checks;
    let earlier = |node: Index| checks.iter().filter(|n| reach.is_before(**n, node)).count();
    let mut ordered = checks.clone();
    ordered.sort_by_key(|node| (earlier(*node), *node));
    ordered.dedup();
    let mut runs: Vec<Vec<Index>> = Vec::new();
    for node in ordered {
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
        let mistakes = error_rate(graph, chain);
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

fn catch_rate(graph: &Graph, node: Index) -> Option<f64> {
    let check = graph.step(node)?.check.as_ref()?;
    check.catch_rate.map(kaizu_model::Share::get)
}

/// The share of mistakes that pass a check; all of them where it is unknown how many it finds.
fn missed(graph: &Graph, node: Index) -> f64 {
    1.0 - catch_rate(graph, node).unwrap_or(0.0)
}

/// The share of cases with a mistake before the chain.
fn error_rate(graph: &Graph, chain: &Chain) -> Option<f64> {
    chain
        .checks
        .iter()
        .flat_map(|check| doers(graph, *check))
        .filter_map(|doer| graph.step(doer)?.error_rate)
        .map(kaizu_model::Share::get)
        .reduce(f64::max)
}

/// Mistakes a year that would slip through in addition if only `kept` stayed, with checks that err independently.
fn escaping(graph: &Graph, chain: &Chain, kept: &[Index]) -> Option<f64> {
    let mistakes = error_rate(graph, chain)?;
    for check in &chain.checks {
        catch_rate(graph, *check)?;
    }
    let escaped =
        |checks: &[Index]| -> f64 { checks.iter().map(|node| missed(graph, *node)).product() };
    Some(graph.volume()? * mistakes * (escaped(kept) - escaped(&chain.checks)))
}

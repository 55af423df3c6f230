//! Checks that look at the same thing one after another, and which of them have to stay.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, StepKind, folded};

use crate::controls::is_only_check;
use crate::detectors::Detector;
use crate::doers::is_independent;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::residual::{Rates, catch_rate, escaping, missed, recorded_errors};
use crate::rows::Marks;

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
    let mut places: BTreeMap<(String, Vec<Index>), usize> = BTreeMap::new();
    let rewriters = Rewriters::of(graph);
    for group in groups(graph) {
        let object = folded(&group.object);
        let runs = chained(graph, &group, &rewriters).into_iter();
        for checks in runs.filter(|checks| checks.len() > 1) {
            let place = places.entry((object.clone(), checks.clone()));
            let place = *place.or_insert(found.len());
            if let Some(chain) = found.get_mut(place) {
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
    let mut whole = whole(&places);
    whole.sort_unstable();
    let mut found: Vec<Option<Chain>> = found.into_iter().map(Some).collect();
    let taken = whole.into_iter().filter_map(|place| found[place].take());
    let mut whole: Vec<Chain> = taken.collect();
    whole.sort_by(|a, b| a.checks.cmp(&b.checks));
    whole
}

/// The places of the chains that are not part of another about the same object, which has all their checks and more.
fn whole(chains: &BTreeMap<(String, Vec<Index>), usize>) -> Vec<usize> {
    let mut alike: BTreeMap<&str, Vec<BTreeSet<Index>>> = BTreeMap::new();
    for (object, checks) in chains.keys() {
        let all = alike.entry(object).or_default();
        all.push(checks.iter().copied().collect());
    }
    let is_part = |object: &str, checks: &[Index]| {
        let mut others = alike.get(object).into_iter().flatten();
        others.any(|it| it.len() > checks.len() && checks.iter().all(|node| it.contains(node)))
    };
    let whole = chains
        .iter()
        .filter(|((object, checks), _)| !is_part(object, checks));
    whole.map(|(_, place)| *place).collect()
}

/// What `detector` says about `chain`: which checks stay, and what the others cost.
pub(crate) fn finding(detector: &dyn Detector, graph: &Graph, chain: &Chain) -> Finding {
    let mistakes = recorded_errors(graph, &chain.checks);
    let bound: Vec<(Index, Guard)> = chain
        .checks
        .iter()
        .filter_map(|node| stays(graph, chain, mistakes, *node).map(|guard| (*node, guard)))
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
    let marks = Marks::of(graph.len(), nodes.iter().copied());
    let earlier = |node: Index| graph.reach().count_before(node, &marks);
    let mut ordered = nodes.to_vec();
    ordered.sort_by_cached_key(|node| (earlier(*node), *node));
    ordered.dedup();
    ordered
}

/// Cuts one group into runs that the same case passes with the object unchanged.
fn chained(graph: &Graph, group: &Group, rewriters: &Rewriters) -> Vec<Vec<Index>> {
    let reach = graph.reach();
    let rewriters = rewriters.of_names(graph, [&group.object, &group.aspect]);
    let rewritten = |node: Index| {
        let later = rewriters.iter().copied();
        reach.after_any(later.filter(|later| reach.is_before(node, *later)))
    };
    // The checks of each run, and what lies behind its object's being written anew after the last of them.
    let mut runs: Vec<(Vec<Index>, Marks)> = Vec::new();
    for node in in_order(graph, &group.checks) {
        let mut is_added = false;
        for (run, behind) in &mut runs {
            let follows = run.last().is_some_and(|last| {
                reach.is_after(node, *last)
                    && reach.is_on_every_common_case(*last, node)
                    && !behind.contains(node)
            });
            if follows {
                run.push(node);
                *behind = rewritten(node);
                is_added = true;
            }
        }
        if !is_added {
            runs.push((vec![node], rewritten(node)));
        }
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// Who writes each item anew. Carrying it to another medium is not writing anew.
struct Rewriters {
    by: BTreeMap<ItemId, Vec<Index>>,
}

impl Rewriters {
    fn of(graph: &Graph) -> Self {
        let mut by: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
        for (node, step) in graph.steps().filter(|(_, step)| !is_copying(step.kind)) {
            for access in &step.writes {
                by.entry(access.item).or_default().push(node);
            }
        }
        Self { by }
    }

    /// Who writes what is called so.
    fn of_names(&self, graph: &Graph, names: [&str; 2]) -> BTreeSet<Index> {
        let names = names.map(folded);
        let items = names.iter().flat_map(|name| graph.accesses().named(name));
        items
            .filter_map(|item| self.by.get(item))
            .flatten()
            .copied()
            .collect()
    }
}

fn is_copying(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Transcribe
                | StepKind::Enter
                | StepKind::Print
                | StepKind::Copy
                | StepKind::Scan
        )
    )
}

/// Why a check must stay whatever the others do.
fn stays(graph: &Graph, chain: &Chain, mistakes: Option<f64>, node: Index) -> Option<Guard> {
    let catches = || {
        catch_rate(graph, node).is_some_and(|rate| {
            let missed: f64 = others(chain, node)
                .map(|other| missed(graph, other))
                .product();
            mistakes.map_or(rate, |mistakes| mistakes * missed * rate) >= ENOUGH
        })
    };
    protection(graph, node)
        .or_else(|| is_only_check(graph, node).then_some(Guard::OnlyCheck))
        .or_else(|| catches().then_some(Guard::CatchesEnough))
}

fn others(chain: &Chain, node: Index) -> impl Iterator<Item = Index> {
    chain.checks.iter().copied().filter(move |it| *it != node)
}

/// Adds to `kept` the strongest checks until every aspect that any of the chain looks at is looked at once.
fn covering(graph: &Graph, chain: &Chain, mut kept: BTreeSet<Index>) -> BTreeSet<Index> {
    let seen = |node: Index| graph.aspects(node);
    let mut open: BTreeSet<&String> = chain.checks.iter().flat_map(|n| seen(*n)).collect();
    for aspect in kept.iter().flat_map(|node| seen(*node)) {
        open.remove(aspect);
    }
    while let Some(aspect) = open.first().copied() {
        let new = |node: Index| seen(node).iter().filter(|it| open.contains(it)).count();
        let strongest = chain
            .checks
            .iter()
            .copied()
            .filter(|node| seen(*node).contains(aspect))
            .min_by_key(|node| (!is_independent(graph, *node), std::cmp::Reverse(new(*node))));
        let Some(strongest) = strongest else {
            return kept;
        };
        kept.insert(strongest);
        for aspect in seen(strongest) {
            open.remove(aspect);
        }
    }
    kept
}

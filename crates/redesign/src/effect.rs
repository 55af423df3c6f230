//! What a change brings: figures before and after, the range over the assumptions, and what may slip through.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Graph, Index, Metrics, Rates, checks, escaping, exact};
use kaizu_model::{Difference, Document, NodeId, Outlook, Step};

use crate::difference::Pair;
use crate::parameters::Parameters;
use crate::proposal::StaffRange;
use crate::rewrites::{Rewrite, Site};

/// Weights of residents' minutes, staff minutes and lead time, each against the flow before the change.
const WEIGHTS: [f64; 3] = [0.3, 0.3, 0.2];

/// The document after `commands`, where all of them can be done.
pub(crate) fn applied(document: &Document, commands: &[kaizu_model::Command]) -> Option<Document> {
    let mut now = document.clone();
    for command in commands {
        let change = command.apply(&now).ok()?;
        now = now.after(&change);
    }
    Some(now)
}

/// What staff minutes a case change by when `rewrite` is applied at `site`, seen with every outlook; `likely` is known.
pub(crate) fn staff_range(
    rewrite: &dyn Rewrite,
    site: &Site,
    before: &Graph,
    parameters: &Parameters,
    likely: Option<f64>,
) -> StaffRange {
    let was = exact(before).staff_min_per_case;
    let is_open = !rewrite.parameters().is_empty();
    let at = |outlook: Outlook| {
        if outlook == parameters.outlook || !is_open {
            return likely;
        }
        let parameters = parameters.seen(outlook);
        let commands = rewrite.commands(before, site, &parameters).ok()?;
        let next = applied(before.document, &commands)?;
        let is = exact(&Graph::of(&next, before.flow).ok()?).staff_min_per_case?;
        was.map(|was| rounded(is - was, 1e3))
    };
    StaffRange {
        cautious: at(Outlook::Cautious),
        likely,
        hopeful: at(Outlook::Hopeful),
    }
}

/// The checks among the steps that go.
pub(crate) fn dropped_checks<'d>(before: &Graph<'d>, pairs: &[Pair]) -> Vec<(NodeId, &'d Step)> {
    let gone = pairs
        .iter()
        .filter(|pair| pair.kind == Difference::Eliminated)
        .filter_map(|pair| pair.before);
    gone.filter_map(|node| Some((node, before.document.step(node.step()?).ok()?)))
        .filter(|(_, step)| step.check.is_some())
        .collect()
}

/// Mistakes that dropped checks would have found, after what the checks that stay find: the formula of the findings
/// about repeated checks, with the recorded rates where there are some and the assumptions where there are none.
pub(crate) fn more_errors(
    before: &Graph,
    pairs: &[Pair],
    parameters: &Parameters,
) -> BTreeMap<&'static str, f64> {
    let mut facts = BTreeMap::new();
    let dropped: Vec<Index> = dropped_checks(before, pairs)
        .into_iter()
        .filter_map(|(node, _)| before.index(node))
        .collect();
    if dropped.is_empty() {
        return facts;
    }
    let rates = Rates {
        error: parameters.get("error-rate"),
        found: parameters.get("check-catch-rate"),
        correlation: parameters.get("check-correlation"),
    };
    let of_the_same: Vec<Vec<Index>> = checks(before).into_values().collect();
    let escaped = |node: &Index| {
        let same = of_the_same
            .iter()
            .filter(|group| group.contains(node))
            .flatten();
        let kept: BTreeSet<Index> = same
            .copied()
            .filter(|other| !dropped.contains(other))
            .collect();
        let kept: Vec<Index> = kept.into_iter().collect();
        let all: Vec<Index> = kept.iter().copied().chain([*node]).collect();
        escaping(before, &all, &kept, rates)
    };
    let per_case: f64 = dropped.iter().map(escaped).sum();
    facts.insert("more_errors_per_case", rounded(per_case, 1e6));
    if let Some(volume) = before.volume() {
        facts.insert("more_errors_per_year", rounded(per_case * volume, 10.0));
    }
    facts
}

/// The figures that count, before and after, with their weights.
fn weighed(was: &Metrics, is: &Metrics) -> impl Iterator<Item = (f64, f64, f64)> {
    let figures = [
        (was.resident_min_per_case, is.resident_min_per_case),
        (was.staff_min_per_case, is.staff_min_per_case),
        (was.lead_working_hours, is.lead_working_hours),
    ];
    let both = figures.into_iter().zip(WEIGHTS);
    both.filter_map(|((was, is), weight)| Some((was?, is?, weight)))
}

/// Whether something that counts gets worse.
pub(crate) fn is_any_worse(was: &Metrics, is: &Metrics) -> bool {
    weighed(was, is).any(|(was, is, _)| is > was + 1e-9)
}

/// Whether something that counts gets worse and the whole does not get better.
pub(crate) fn is_worse(was: &Metrics, is: &Metrics) -> bool {
    is_any_worse(was, is) && relative(was, is) >= 0.0
}

/// By which part the weighed figures change, each against its own size; less than zero is better.
pub(crate) fn relative(was: &Metrics, is: &Metrics) -> f64 {
    let known = weighed(was, is).filter(|(was, _, _)| *was > 0.0);
    known
        .map(|(was, is, weight)| weight * (is - was) / was)
        .sum()
}

/// What the figures change by; those that stay are left out.
pub(crate) fn delta(was: &Metrics, is: &Metrics) -> BTreeMap<&'static str, f64> {
    let both = was.values().into_iter().zip(is.values());
    Metrics::names()
        .iter()
        .zip(both)
        .filter_map(|(name, (was, is))| Some((*name, rounded(is? - was?, 1e3))))
        .filter(|(_, change)| *change != 0.0)
        .collect()
}

/// What staff minutes a case change by, where both are known.
pub(crate) fn staff_change(was: &Metrics, is: &Metrics) -> Option<f64> {
    Some(rounded(
        is.staff_min_per_case? - was.staff_min_per_case?,
        1e3,
    ))
}

fn rounded(number: f64, digits: f64) -> f64 {
    (number * digits).round() / digits
}

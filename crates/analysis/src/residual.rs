//! Mistakes that nobody finds: how many slip through checks, and how many more when some of these go.
//!
//! Of V cases a share ε has a mistake; a check that finds the share q of what it sees leaves V·ε·Π(1−q). People overlook
//! the same things: where a person has looked before, another finds only q·(1−κ). Machines look for themselves.
use kaizu_model::{LaneKind, StepKind};

use crate::graph::{Graph, Index};
use crate::rechecks::{groups, in_order};

/// The share of mistakes that a check finds, where it is recorded.
pub(crate) fn catch_rate(graph: &Graph, node: Index) -> Option<f64> {
    let check = graph.step(node)?.check.as_ref()?;
    check.catch_rate.map(kaizu_model::Share::get)
}

/// The share of mistakes that pass a check; all of them where it is unknown how many it finds.
pub(crate) fn missed(graph: &Graph, node: Index) -> f64 {
    1.0 - catch_rate(graph, node).unwrap_or(0.0)
}

/// The share of cases with a mistake before `checks`, where those who may make it have it recorded.
pub(crate) fn recorded_errors(graph: &Graph, checks: &[Index]) -> Option<f64> {
    checks
        .iter()
        .flat_map(|check| graph.doers(*check))
        .filter_map(|doer| graph.step(*doer)?.error_rate)
        .map(kaizu_model::Share::get)
        .reduce(f64::max)
}

/// What is assumed of checks where nothing is recorded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// The share of cases with a mistake.
    pub error: f64,
    /// The share of mistakes that a check finds.
    pub found: f64,
    /// κ: how far two people overlook the same.
    pub correlation: f64,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            error: 0.01,
            found: 0.7,
            correlation: 0.5,
        }
    }
}

/// Mistakes a case that slip through in addition when of `checks` only `kept` stay: ε·(Π(1−q) of those that stay −
/// Π(1−q) of all)·(1−κ), with the recorded rates where there are some. Where none stays, nobody overlooks the same.
pub fn escaping(graph: &Graph, checks: &[Index], kept: &[Index], rates: Rates) -> f64 {
    let missed = |nodes: &[Index]| -> f64 {
        let rate = |node: &Index| catch_rate(graph, *node).unwrap_or(rates.found);
        nodes.iter().map(|node| 1.0 - rate(node)).product()
    };
    let mistakes = recorded_errors(graph, checks).unwrap_or(rates.error);
    let alike = if kept.is_empty() {
        0.0
    } else {
        rates.correlation
    };
    let dropped = checks.iter().filter(|node| !kept.contains(node));
    let seen = dropped
        .map(|node| graph.visit(*node).min(1.0))
        .fold(0.0, f64::max);
    seen * mistakes * (missed(kept) - missed(checks)) * (1.0 - alike)
}

/// What slips through all checks of one aspect of one object.
#[derive(Clone, Debug, PartialEq)]
pub struct Residual {
    /// What is checked.
    pub object: String,
    /// What is looked at.
    pub aspect: String,
    /// The checks, in the order in which a case passes them.
    pub checks: Vec<Index>,
    /// Mistakes a case.
    pub per_case: f64,
    /// Mistakes a year; unknown where the number of cases is.
    pub per_year: Option<f64>,
    /// Whether the share of cases with a mistake, or what some check finds, is assumed and not recorded.
    pub is_assumed: bool,
}

/// What slips through the checks of a flow, by object and aspect; `rates` stand in where nothing is recorded. Without a
/// check nothing is told: what nobody looks at, nobody counts.
pub fn residual_errors(graph: &Graph, rates: Rates) -> Vec<Residual> {
    let groups = groups(graph).into_iter();
    groups
        .map(|group| {
            let checks = in_order(graph, &group.checks);
            let recorded = recorded_errors(graph, &checks);
            let per_case = recorded.unwrap_or(rates.error) * slipping(graph, &checks, rates);
            Residual {
                object: group.object,
                aspect: group.aspect,
                per_case,
                per_year: graph.volume().map(|volume| volume * per_case),
                is_assumed: recorded.is_none()
                    || checks.iter().any(|it| catch_rate(graph, *it).is_none()),
                checks,
            }
        })
        .collect()
}

/// Π(1−q) over checks in their order: the share of mistakes that none of them finds. A check that only some cases pass
/// finds nothing in the others.
fn slipping(graph: &Graph, checks: &[Index], rates: Rates) -> f64 {
    let mut has_looked = false;
    let mut slipping = 1.0;
    for check in checks {
        let mut found = catch_rate(graph, *check).unwrap_or(rates.found);
        if !is_machine(graph, *check) {
            if has_looked {
                found *= 1.0 - rates.correlation;
            }
            has_looked = true;
        }
        slipping *= 1.0 - found * graph.visit(*check).min(1.0);
    }
    slipping
}

fn is_machine(graph: &Graph, node: Index) -> bool {
    graph.lane_kind(node) == Some(LaneKind::System) || graph.kind(node) == Some(StepKind::Automatic)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn of(text: &str) -> Vec<(Residual, f64)> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let more = |it: &Residual| escaping(&graph, &it.checks, &it.checks[..1], Rates::default());
        let found = residual_errors(&graph, Rates::default()).into_iter();
        found.map(|it| (it.clone(), more(&it))).collect()
    }

    fn assert_near(is: f64, expected: f64) {
        assert!((is - expected).abs() < 1e-9, "{is}, not {expected}");
    }

    const TYPED: &str = "\
@年間件数 10000件
入力担当: 口座を入力する 4分 [入力]
  書く: 口座
  誤り率: 1%
入力担当: 読み合わせる 2分 [確認]
  確認: 対象=口座 観点=入力 発見率=80%
審査担当: もう一度見る 2分 [確認]
  確認: 対象=口座 観点=入力 発見率=50%
";

    #[test]
    fn a_second_person_overlooks_half_of_what_the_first_did() {
        // 10,000 × 1 % = 100 mistakes; 80 % are found, then 50 % × (1 − 0.5) = 25 % of the 20 that are left.
        let (all, more) = of(TYPED).remove(0);
        assert_near(all.per_year.unwrap(), 15.0);
        assert!(!all.is_assumed);
        // Without the second, 20 slip through: as many more as `escaping` says.
        assert_near(all.per_case + more, 0.002);
    }

    #[test]
    fn a_machine_overlooks_nothing_because_a_person_did() {
        let (all, _) = of(&TYPED.replace("審査担当:", "システム:")).remove(0);
        assert_near(all.per_year.unwrap(), 10.0);
    }

    #[test]
    fn a_check_of_some_cases_finds_nothing_in_the_others() {
        let some = "審査担当: 抜き取るか [分岐]\n  40% 抜く → もう一度見る\n  60% → 決定する\n審査担当: もう";
        let text = format!(
            "{}課長: 決定する 1分 [決裁]\n",
            TYPED.replace("審査担当: もう", some)
        );
        // Of 20 that are left, 50 % × (1 − 0.5) × 40 % = 10 % are found.
        assert_near(of(&text)[0].0.per_year.unwrap(), 18.0);
    }

    #[test]
    fn each_aspect_counts_for_itself_and_what_is_assumed_says_so() {
        let text = TYPED
            .replace("観点=入力 発見率=50%", "観点=記載")
            .replace("@年間件数 10000件\n", "");
        let found = of(&text);
        let told: Vec<_> = found
            .iter()
            .map(|(it, _)| (it.aspect.as_str(), it.is_assumed, it.per_year))
            .collect();
        assert_eq!(told, [("入力", false, None), ("記載", true, None)]);
        assert_near(found[0].0.per_case, 0.002);
        assert_near(found[1].0.per_case, 0.01 * 0.3);
    }
}

//! Which part of the cases at a node have passed another one before: what only some cases bring, only some can spare.
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Arrow, Graph, Index};
use crate::visits::visits_with;

/// The part of the executions of `node` whose case has passed one of `earlier` before, from 0 to 1.
pub(crate) fn passed(graph: &Graph, earlier: &[Index], node: Index) -> f64 {
    passed_at(graph, earlier, &[node])[0]
}

/// The same of several nodes.
pub(crate) fn passed_at(graph: &Graph, earlier: &[Index], nodes: &[Index]) -> Vec<f64> {
    let without = untouched(graph, earlier, nodes);
    let of = |node: &Index| {
        let all = graph.visit(*node);
        let without = without.as_ref();
        part(
            without.map_or(all, |visits| visits.get(node).copied().unwrap_or(0.0)),
            all,
        )
    };
    nodes.iter().map(of).collect()
}

/// The part of all cases that pass one of `nodes`, which are in order, before they end, from 0 to 1.
pub(crate) fn covered(graph: &Graph, nodes: &[Index]) -> f64 {
    let ends: Vec<Index> = graph.ends().collect();
    let all: f64 = ends.iter().map(|n| graph.visit(*n)).sum();
    let without = untouched(graph, nodes, &ends).map(|visits| {
        let ended = |n: &Index| graph.leaving(*n).next().is_none() && !is_among(nodes, *n);
        let ended = visits.iter().filter(|(n, _)| ended(n));
        ended.map(|(_, f)| f).sum()
    });
    part(without.unwrap_or(all), all)
}

fn is_among(nodes: &[Index], node: Index) -> bool {
    nodes.binary_search(&node).is_ok()
}

/// Whether no drawn way leads from the start to an end without passing one of `nodes`; of branches side by side, one that
/// passes them is enough.
pub(crate) fn is_on_every_way(graph: &Graph, nodes: &BTreeSet<Index>) -> bool {
    let mut avoids: Vec<bool> = vec![false; graph.len()];
    let mut open: Vec<Index> = graph.ends().filter(|n| !nodes.contains(n)).collect();
    while let Some(node) = open.pop() {
        if std::mem::replace(&mut avoids[node], true) {
            continue;
        }
        let can_come = |arrow: &&Arrow| {
            let mut beside = graph.leaving(arrow.from).filter(|it| it.is_parallel());
            !nodes.contains(&arrow.from) && (!arrow.is_parallel() || beside.all(|it| avoids[it.to]))
        };
        open.extend(
            graph
                .reaching(node)
                .filter(can_come)
                .map(|arrow| arrow.from),
        );
    }
    graph.start().is_some_and(|start| !avoids[start])
}

fn part(without: f64, all: f64) -> f64 {
    if all > 0.0 {
        (1.0 - without / all).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Executions of each of `asked` by cases that have not passed `nodes`, which are in order: the ways behind them are closed.
///
/// Where branches run side by side, one that passed them is enough for the case.
fn untouched(graph: &Graph, nodes: &[Index], asked: &[Index]) -> Option<BTreeMap<Index, f64>> {
    let reach = graph.reach();
    let is_behind = |arrow: &Arrow| {
        let from = arrow.from;
        is_among(nodes, from) || nodes.iter().any(|n| reach.is_before(*n, from))
    };
    let share = |arrow: &Arrow| {
        if is_among(nodes, arrow.from) {
            return 0.0;
        }
        if !graph.is_join(arrow.to) {
            return arrow.share;
        }
        let behind = graph.reaching(arrow.to).filter(|it| is_behind(it)).count();
        let ways = graph.reaching(arrow.to).count();
        match (behind, is_behind(arrow)) {
            (0, _) => arrow.share,
            (_, true) => arrow.share * ways as f64 / behind as f64,
            (_, false) => 0.0,
        }
    };
    visits_with(graph, &share, asked)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn part_of(text: &str, earlier: &[&str], node: &str) -> f64 {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let named = |name: &str| graph.indices().find(|n| graph.name(*n) == name).unwrap();
        let mut earlier: Vec<Index> = earlier.iter().map(|name| named(name)).collect();
        earlier.sort_unstable();
        passed(&graph, &earlier, named(node))
    }

    fn assert_near(is: f64, expected: f64) {
        assert!((is - expected).abs() < 1e-9, "{is}, not {expected}");
    }

    const TWO_WAYS: &str = "窓口: どう来たか [分岐]\n  15% 電子 → 電子で受ける\n  85% 紙 → 紙で受ける\n\
         窓口: 電子で受ける\n  → 入力する\n窓口: 紙で受ける\n窓口: 入力する\n窓口: 決定する\n";

    #[test]
    fn only_the_cases_of_one_way_have_passed_it() {
        assert_near(part_of(TWO_WAYS, &["電子で受ける"], "入力する"), 0.15);
        assert_near(
            part_of(TWO_WAYS, &["電子で受ける", "紙で受ける"], "入力する"),
            1.0,
        );
        assert_near(
            part_of(TWO_WAYS, &["電子で受ける", "入力する"], "決定する"),
            1.0,
        );
        assert_near(part_of(TWO_WAYS, &["電子で受ける"], "紙で受ける"), 0.0);
    }

    #[test]
    fn a_branch_beside_others_is_passed_by_every_case() {
        let text = "窓口: 同時に進める [分岐AND]\n  → #2\n  → #3\n審査: 調べる [#2]\n  → #4\n\
                    税務: 入力する [#3]\n審査: そろう [#4 合流AND]\n審査: 決定する\n";
        assert_near(part_of(text, &["入力する"], "決定する"), 1.0);
        assert_near(part_of(text, &["入力する"], "調べる"), 0.0);
        assert!(is_passed(text, &["入力する"]));
    }

    fn is_passed(text: &str, nodes: &[&str]) -> bool {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let index = |name: &&str| graph.indices().find(|n| graph.name(*n) == *name).unwrap();
        is_on_every_way(&graph, &nodes.iter().map(index).collect())
    }

    #[test]
    fn a_way_around_is_a_way() {
        assert!(is_passed(TWO_WAYS, &["入力する"]));
        assert!(is_passed(TWO_WAYS, &["電子で受ける", "紙で受ける"]));
        assert!(!is_passed(TWO_WAYS, &["電子で受ける"]));
        let again = "窓口: 受ける [#1]\n窓口: よいか [分岐]\n  20% 否 → #2\n  80% 可 → #3\n窓口: 直す [#2]\n  → #1\n窓口: 終える [#3]\n";
        assert!(is_passed(again, &["受ける"]) && !is_passed(again, &["直す"]));
    }
}

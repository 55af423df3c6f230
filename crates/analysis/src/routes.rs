//! Where a case goes from each node, as the visit ratios count it: for who plays a flow through time.
use std::collections::BTreeSet;

use kaizu_model::EdgeId;

use crate::graph::{Graph, Index};
use crate::visits::{gauss, identity, is_finite, less};

/// A node in one round of what happens at most once: see [`routes`].
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Which node.
    pub node: Index,
    /// How many arrivals it waits for before it goes on: more than one at a join.
    pub awaits: usize,
    /// The ways out, none at an end.
    pub onward: Vec<Onward>,
}

/// A way from one route to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Onward {
    /// The place of the route it leads to.
    pub to: usize,
    /// Along which arrow.
    pub edge: EdgeId,
    /// The part of the cases that take it; all of them along an arrow beside others.
    pub share: f64,
    /// Whether cases go along it and along every other such arrow at once.
    pub is_parallel: bool,
}

/// Every node in every round in which a case can come to it; the first round's routes have the places of their nodes.
///
/// A return that happens at most once leads to a second round that lacks it, so that whoever follows these routes by
/// their shares comes to each node as often as [`Graph::visits`] says.
pub fn routes(graph: &Graph) -> Vec<Route> {
    let rounds = graph.rounds();
    let onward = |state: usize| {
        rounds.ways(state).iter().map(move |way| {
            let arrow = &graph.arrows()[way.arrow];
            Onward {
                to: way.to,
                edge: arrow.id,
                share: rounds.share(graph, state, *way, &|arrow| arrow.share),
                is_parallel: arrow.is_parallel(),
            }
        })
    };
    let route = |state: usize| {
        let node = rounds.node(state);
        Route {
            node,
            awaits: if graph.is_join(node) {
                graph.reaching(node).count().max(1)
            } else {
                1
            },
            onward: onward(state).collect(),
        }
    };
    (0..rounds.len()).map(route).collect()
}

/// How often a case that begins at `start` comes to each route; `None` where it may go round for ever.
pub fn come_to(routes: &[Route], start: usize) -> Option<Vec<f64>> {
    let mut begin = vec![0.0; routes.len()];
    *begin.get_mut(start)? = 1.0;
    let mut rows = identity(routes.len());
    let (mut open, mut met) = (vec![start], BTreeSet::from([start]));
    while let Some(from) = open.pop() {
        for way in routes[from].onward.iter().filter(|way| way.share > 0.0) {
            let inward = routes[way.to].awaits as f64;
            less(&mut rows[way.to], from, way.share / inward);
            if met.insert(way.to) {
                open.push(way.to);
            }
        }
    }
    let solved = gauss(rows, begin)?;
    solved.iter().all(|f| is_finite(*f)).then_some(solved)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn a_return_that_happens_once_leads_to_a_round_without_it() {
        let text = "窓口: 確認する 10分 [#1]\n窓口: よいか [分岐]\n  20% 不備 → #1 [一度だけ]\n  80% 良 → 終える\n\
                    窓口: 終える 5分\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let routes = routes(&graph);
        let shares = |place: usize| {
            let onward = routes[place].onward.iter();
            onward.map(|it| (it.to, it.share)).collect::<Vec<_>>()
        };
        assert_eq!(routes.len(), 5);
        assert_eq!(shares(1), [(3, 0.2), (2, 0.8)]);
        assert_eq!((routes[3].node, shares(3)), (0, vec![(4, 1.0)]));
        assert_eq!((routes[4].node, shares(4)), (1, vec![(2, 1.0)]));
        assert!(routes[2].onward.is_empty() && routes.iter().all(|it| it.awaits == 1));
        let come = come_to(&routes, 0).unwrap();
        assert!((come[0] + come[3] - 1.2).abs() < 1e-12 && (come[2] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_join_waits_for_all_its_arrows() {
        let text = "係: 分ける [分岐AND]\n  → #1\n  → #2\n係: 一 10分 [#1]\n  → #3\n係: 二 10分 [#2]\n  → #3\n\
                    係: 合わせる [#3 合流AND]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let routes = routes(&graph);
        assert_eq!(routes[3].awaits, 2);
        assert!(routes[0].onward.iter().all(|it| it.is_parallel));
        assert_eq!(come_to(&routes, 0), Some(vec![1.0; 4]));
    }

    #[test]
    fn who_always_goes_back_never_ends() {
        let text =
            "係: 一 10分 [#1]\n係: よいか [分岐]\n  20% 否 → #1\n  80% 可 → #2\n係: 二 10分 [#2]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let back = |share: f64| {
            let mut routes = routes(&graph);
            for way in &mut routes[1].onward {
                way.share = if way.to == 0 { share } else { 1.0 - share };
            }
            come_to(&routes, 0).map(|it| it[0])
        };
        assert!(back(0.5).is_some_and(|it| (it - 2.0).abs() < 1e-12));
        assert_eq!(back(1.0), None);
    }
}

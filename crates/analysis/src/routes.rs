//! Where a case goes from each node, as the visit ratios count it: for who plays a flow through time.
use kaizu_model::EdgeId;

use crate::graph::{Arrow, Graph, Index};

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
/// their shares comes to each node as often as [`Graph::visits`] says. `share` tells what part each arrow takes where all
/// arrows of its node are open.
pub fn routes(graph: &Graph, share: &dyn Fn(&Arrow) -> f64) -> Vec<Route> {
    let rounds = graph.rounds();
    let onward = |state: usize| {
        rounds.ways(state).iter().map(move |way| {
            let arrow = &graph.arrows()[way.arrow];
            Onward {
                to: way.to,
                edge: arrow.id,
                share: rounds.share(graph, state, *way, share),
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
        let routes = routes(&graph, &|arrow| arrow.share);
        let shares = |place: usize| {
            let onward = routes[place].onward.iter();
            onward.map(|it| (it.to, it.share)).collect::<Vec<_>>()
        };
        assert_eq!(routes.len(), 5);
        assert_eq!(shares(1), [(3, 0.2), (2, 0.8)]);
        assert_eq!((routes[3].node, shares(3)), (0, vec![(4, 1.0)]));
        assert_eq!((routes[4].node, shares(4)), (1, vec![(2, 1.0)]));
        assert!(routes[2].onward.is_empty() && routes.iter().all(|it| it.awaits == 1));
    }

    #[test]
    fn a_join_waits_for_all_its_arrows() {
        let text = "係: 分ける [分岐AND]\n  → #1\n  → #2\n係: 一 10分 [#1]\n  → #3\n係: 二 10分 [#2]\n  → #3\n\
                    係: 合わせる [#3 合流AND]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let routes = routes(&graph, &|arrow| arrow.share);
        assert_eq!(routes[3].awaits, 2);
        assert!(routes[0].onward.iter().all(|it| it.is_parallel));
    }
}

//! Whether every case can end, and ends once: the flow played through as a net of tokens.
//!
//! Each arrow is a place that holds tokens. Nodes with one arrow in and one out are played through at once; the rest
//! is explored marking by marking up to a bound. Soundness after van der Aalst et al. (2011): option to complete,
//! proper completion, no dead transition.
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use kaizu_model::NodeId;

use crate::graph::{Graph, Index};

/// How many markings are looked at before the search gives up.
const BOUND: usize = 20_000;

/// What playing the flow through showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Soundness {
    /// A join that waits for something that never comes, with the nodes passed on the way.
    pub deadlocks: BTreeMap<Index, Vec<NodeId>>,
    /// A node that one case comes to twice at the same time, with the nodes passed on the way.
    pub doubled: BTreeMap<Index, Vec<NodeId>>,
    /// Whether every marking was looked at.
    pub is_complete: bool,
}

impl Soundness {
    /// Whether nothing was found and everything was looked at.
    pub fn is_sound(&self) -> bool {
        self.is_complete && self.deadlocks.is_empty() && self.doubled.is_empty()
    }
}

/// What playing `graph` through from its start shows; it is played once.
pub fn soundness<'g>(graph: &'g Graph) -> &'g Soundness {
    graph.soundness()
}

/// Tokens on arrows, as sorted arrow numbers; a number stands twice where two tokens lie on one arrow.
type Marking = Vec<usize>;

struct Net<'g, 'a> {
    graph: &'g Graph<'a>,
    into: Vec<Vec<usize>>,
    out: Vec<Vec<usize>>,
}

/// Plays `graph` through from its start.
pub(crate) fn played(graph: &Graph) -> Soundness {
    let Some(start) = graph.start() else {
        return Soundness {
            is_complete: true,
            ..Soundness::default()
        };
    };
    let net = Net::of(graph);
    let mut result = Soundness {
        is_complete: true,
        ..Soundness::default()
    };
    let mut parents: BTreeMap<Marking, (Marking, Index)> = BTreeMap::new();
    let mut open: VecDeque<Marking> = VecDeque::new();
    for marking in net.fired(&Vec::new(), start) {
        if let std::collections::btree_map::Entry::Vacant(free) = parents.entry(marking) {
            open.push_back(free.key().clone());
            free.insert((Vec::new(), start));
        }
    }
    while let Some(marking) = open.pop_front() {
        if let Some(node) = net.doubled(&marking) {
            result
                .doubled
                .entry(node)
                .or_insert_with(|| trace(graph, &parents, &marking));
            continue;
        }
        let enabled = net.enabled(&marking);
        if enabled.is_empty() && !marking.is_empty() {
            for join in net.waiting(&marking) {
                result
                    .deadlocks
                    .entry(join)
                    .or_insert_with(|| trace(graph, &parents, &marking));
            }
        }
        for node in enabled {
            for next in net.fired(&marking, node) {
                if parents.contains_key(&next) {
                    continue;
                }
                if parents.len() >= BOUND {
                    result.is_complete = false;
                    return result;
                }
                parents.insert(next.clone(), (marking.clone(), node));
                open.push_back(next);
            }
        }
    }
    result
}

/// The nodes passed on the way to a marking, first to last.
fn trace(
    graph: &Graph,
    parents: &BTreeMap<Marking, (Marking, Index)>,
    marking: &Marking,
) -> Vec<NodeId> {
    let mut passed = Vec::new();
    let mut at = marking;
    while let Some((before, node)) = parents.get(at) {
        passed.push(graph.id(*node));
        // Before the start there is no token, just as behind the end: the way begins here.
        if before.is_empty() {
            break;
        }
        at = before;
    }
    passed.reverse();
    passed
}

impl<'g, 'a> Net<'g, 'a> {
    fn of(graph: &'g Graph<'a>) -> Self {
        let mut into = vec![Vec::new(); graph.len()];
        let mut out = vec![Vec::new(); graph.len()];
        for (n, arrow) in graph.arrows().iter().enumerate() {
            out[arrow.from].push(n);
            into[arrow.to].push(n);
        }
        Self { graph, into, out }
    }

    /// Nodes that can go on: a join with a token on each arrow, any other node with one on some arrow.
    fn enabled(&self, marking: &Marking) -> BTreeSet<Index> {
        let targets = marking.iter().map(|arrow| self.graph.arrows()[*arrow].to);
        targets
            .filter(|node| self.is_enabled(marking, *node))
            .collect()
    }

    fn is_enabled(&self, marking: &Marking, node: Index) -> bool {
        let has = |arrow: &usize| marking.contains(arrow);
        if self.graph.is_join(node) {
            self.into[node].iter().all(has)
        } else {
            self.into[node].iter().any(has)
        }
    }

    /// Joins that hold a token and cannot go on.
    fn waiting(&self, marking: &Marking) -> BTreeSet<Index> {
        marking
            .iter()
            .map(|arrow| self.graph.arrows()[*arrow].to)
            .filter(|node| self.graph.is_join(*node))
            .collect()
    }

    /// A node that two tokens of one case have come to.
    fn doubled(&self, marking: &Marking) -> Option<Index> {
        let on_one_arrow = marking
            .windows(2)
            .find(|pair| pair[0] == pair[1])
            .map(|pair| self.graph.arrows()[pair[0]].to);
        on_one_arrow.or_else(|| {
            let mut seen = BTreeSet::new();
            let targets = marking.iter().map(|arrow| self.graph.arrows()[*arrow].to);
            targets
                .filter(|node| !self.graph.is_join(*node))
                .find(|node| !seen.insert(*node))
        })
    }

    /// Every marking that can follow when `node` goes on.
    fn fired(&self, marking: &Marking, node: Index) -> Vec<Marking> {
        let mut rest = marking.clone();
        let taken = self.into[node]
            .iter()
            .filter(|arrow| marking.contains(arrow));
        let taken: Vec<usize> = if self.graph.is_join(node) {
            taken.copied().collect()
        } else {
            taken.copied().take(1).collect()
        };
        for arrow in taken {
            if let Some(at) = rest.iter().position(|other| *other == arrow) {
                rest.remove(at);
            }
        }
        let (parallel, exclusive): (Vec<usize>, Vec<usize>) = self.out[node]
            .iter()
            .partition(|arrow| self.graph.arrows()[**arrow].is_parallel());
        let with = |extra: &[usize]| {
            let mut next: Marking = rest.iter().chain(&parallel).chain(extra).copied().collect();
            next.sort_unstable();
            next
        };
        if exclusive.is_empty() {
            vec![with(&[])]
        } else {
            exclusive.iter().map(|arrow| with(&[*arrow])).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn the_way_to_a_deadlock_begins_at_the_start_and_passes_no_node_twice() {
        let text = "窓口: 受ける\n窓口: 続けるか [分岐]\n  50% 否 → #9\n  50% 可 → #1\n窓口: やめる [#9]\n  → ここまで\n\
                    窓口: どちらか [#1 分岐]\n  50% 甲 → #2\n  50% 乙 → #3\n窓口: 甲 [#2]\n  → #4\n窓口: 乙 [#3]\n\
                    窓口: そろう [#4 合流AND]\n窓口: 決める\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let ways = &soundness(&graph).deadlocks;
        let named = ways.values().map(|way| {
            let names = way.iter().filter_map(|id| graph.index(*id));
            names.map(|n| graph.name(n)).collect::<Vec<_>>()
        });
        let named: Vec<_> = named.collect();
        assert_eq!(named, [["受ける", "続けるか", "どちらか", "甲"]]);
    }
}

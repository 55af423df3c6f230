//! Whether every case can end, and ends once: the flow played through as a net of tokens.
//!
//! What is sound by its form is drawn together first (`reduction`); what is left is explored marking by marking up to a
//! bound (`net`). Soundness after van der Aalst et al. (2011): option to complete, proper completion, no dead transition.
mod net;
mod reduction;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use kaizu_model::NodeId;

use net::{Marking, Net};
use reduction::Ways;

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

/// Plays `graph` through from its start.
pub(crate) fn played(graph: &Graph) -> Soundness {
    let mut result = Soundness {
        is_complete: true,
        ..Soundness::default()
    };
    let Some(start) = graph.start() else {
        return result;
    };
    let net = Net::of(Ways::reduced(graph, start));
    let mut search = Search::default();
    for marking in net.fired(&Vec::new(), start) {
        search.meet(marking, &Vec::new(), start);
    }
    while let Some(marking) = search.open.pop_front() {
        let trace = || search.trace(graph, &net, &marking);
        if let Some(node) = net.doubled(&marking) {
            result.doubled.entry(node).or_insert_with(trace);
            continue;
        }
        let enabled = net.enabled(&marking);
        if enabled.is_empty() {
            for join in net.waiting(&marking) {
                result.deadlocks.entry(join).or_insert_with(trace);
            }
        }
        for node in enabled {
            for next in net.fired(&marking, node) {
                search.meet(next, &marking, node);
            }
        }
        if search.parents.len() >= BOUND {
            result.is_complete = search.open.is_empty();
            return result;
        }
    }
    result
}

/// The markings met so far.
#[derive(Default)]
struct Search {
    /// Each marking with the one before it and the node that went on.
    parents: BTreeMap<Marking, (Marking, Index)>,
    /// Those whose followers are not known yet, first met first.
    open: VecDeque<Marking>,
}

impl Search {
    fn meet(&mut self, marking: Marking, before: &Marking, node: Index) {
        if let Entry::Vacant(free) = self.parents.entry(marking) {
            self.open.push_back(free.key().clone());
            free.insert((before.clone(), node));
        }
    }

    /// The nodes passed on the way to a marking, first to last.
    fn trace(&self, graph: &Graph, net: &Net, marking: &Marking) -> Vec<NodeId> {
        let mut legs = Vec::new();
        let mut at = marking;
        while let Some((before, node)) = self.parents.get(at) {
            legs.push((*node, net.passed(before, at)));
            // Before the start there is no token, just as behind the end: the way begins here.
            if before.is_empty() {
                break;
            }
            at = before;
        }
        let legs = legs.into_iter().rev();
        let passed = legs.flat_map(|(node, passed)| std::iter::once(node).chain(passed));
        passed.map(|node| graph.id(node)).collect()
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

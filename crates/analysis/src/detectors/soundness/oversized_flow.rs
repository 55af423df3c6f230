//! A drawing with more symbols, or a question with more answers, than a reader can hold in mind.
//!
//! ## Why it is waste
//! With more than fifty symbols the mistakes in drawings grow quickly, and a room of people loses its place (Mendling,
//! Reijers and van der Aalst: Seven process modeling guidelines, 2010). A question with five answers hides a second one.
//!
//! ## Flagged
//! ```flow
//! 窓口: どの手続か [分岐]
//!   20% 転入 → #1
//!   20% 転出 → #2
//!   20% 転居 → #3
//!   20% 出生 → #4
//!   20% 死亡 → #5
//! 窓口: 転入を受け付ける [#1]
//!   → 終わり
//! 窓口: 転出を受け付ける [#2]
//!   → 終わり
//! 窓口: 転居を受け付ける [#3]
//!   → 終わり
//! 窓口: 出生を受け付ける [#4]
//!   → 終わり
//! 窓口: 死亡を受け付ける [#5]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: どの手続か [分岐]
//!   40% 転入 → #1
//!   30% 転出 → #2
//!   20% 転居 → #3
//!   10% その他 → #4
//! 窓口: 転入を受け付ける [#1]
//!   → 終わり
//! 窓口: 転出を受け付ける [#2]
//!   → 終わり
//! 窓口: 転居を受け付ける [#3]
//!   → 終わり
//! 窓口: ほかの窓口へ案内する [#4]
//! ```
//!
//! ## What to do
//! Draw each phase, or each kind of case, as a flow of its own.
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// So many steps, symbols and events are still easy to follow.
const MOST_NODES: usize = 50;
/// So many ways out of one place are.
const MOST_WAYS: usize = 4;

/// Sees drawings that are too large, told once with the widest places in them.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "oversized-flow"
    }

    fn code(&self) -> &'static str {
        "L13"
    }

    fn source(&self) -> &'static str {
        include_str!("oversized_flow.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let ways = |node: &Index| graph.leaving(*node).count();
        let wide: Vec<Index> = graph.indices().filter(|n| ways(n) > MOST_WAYS).collect();
        if graph.len() <= MOST_NODES && wide.is_empty() {
            return;
        }
        let most = graph.indices().map(|node| ways(&node)).max();
        let first = graph.start().filter(|_| wide.is_empty());
        let places = wide.iter().copied().chain(first);
        found.push(
            Finding::at(self, graph, places)
                .number("nodes", graph.len() as f64)
                .number("ways", most.unwrap_or(0) as f64)
                .number("most_nodes", MOST_NODES as f64)
                .number("most_ways", MOST_WAYS as f64),
        );
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn the_fifty_first_symbol_is_one_too_many() {
        let seen = |n: usize| {
            let text = "窓口: 受け取る\n".repeat(n);
            let document = notation::parse(&text).unwrap();
            let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
            let mut found = Vec::new();
            Rule.detect(&graph, &mut found);
            found.len()
        };
        assert_eq!(seen(50), 0);
        assert_eq!(seen(51), 1);
    }
}

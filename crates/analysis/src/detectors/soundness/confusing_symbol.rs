//! A symbol at which nothing parts or meets, or at which both happen at once.
//!
//! ## Why it is waste
//! A symbol with one arrow in and one out says nothing and is looked at all the same. One that brings ways together
//! and parts them again is read in two manners: as one question for all, or as one for each way.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 不備はあるか [分岐]
//!   → #2
//! 審査: 決定する [#2]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 不備はあるか [分岐]
//!   20% あり → #2
//!   80% なし → #3
//! 窓口: 補正を頼む [#2]
//! 審査: 不備がないものを集める [#3 合流]
//! 審査: 決定する
//! ```
//!
//! ## What to do
//! Take out what neither parts nor meets, and put a merge in front of a branch that several ways lead to.
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::Graph;

/// Sees gateways by the arrows that reach and leave them.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "confusing-symbol"
    }

    fn code(&self) -> &'static str {
        "L11"
    }

    fn source(&self) -> &'static str {
        include_str!("confusing_symbol.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let gateways = graph.indices().filter(|n| graph.gateway(*n).is_some());
        for node in gateways {
            let into = graph.reaching(node).count();
            let out = graph.leaving(node).count();
            if is_confusing(into, out) {
                found.push(
                    Finding::at(self, graph, [node])
                        .number("into", into as f64)
                        .number("out", out as f64),
                );
            }
        }
    }
}

/// Whether neither parts nor meets, or both.
fn is_confusing(into: usize, out: usize) -> bool {
    (into > 1) == (out > 1)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;
    use crate::graph::Index;

    fn seen(text: &str) -> Vec<Index> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        let nodes = found.iter().flat_map(|finding| &finding.nodes);
        nodes.filter_map(|node| graph.index(*node)).collect()
    }

    #[test]
    fn a_symbol_that_brings_together_and_parts_is_seen() {
        let back = "窓口: 受け取る\n審査: 足りるか [#2 分岐]\n  20% 否 → #3\n  80% 可 → #4\n\
                    窓口: 補正を頼む [#3]\n  → #2\n審査: 決める [#4]\n";
        assert_eq!(seen(back), [1]);
        let merged = back.replace(
            "審査: 足りるか [#2 分岐]",
            "審査: 集める [#2 合流]\n審査: 足りるか [分岐]",
        );
        assert!(seen(&merged).is_empty());
    }
}

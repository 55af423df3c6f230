//! A flow in which cases begin nowhere, or at several places. A return to the first step is a warning only.
//!
//! ## Why it is waste
//! Nobody can tell what sets the work off, and no figure holds for all cases.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け取る [#1]
//!   → #3
//! 郵送: 封筒を開ける [#2]
//!   → #3
//! 審査: 書類を確認する [#3]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 書類を確認する
//! ```
//!
//! ## What to do
//! Draw one start, with a branch behind it where cases come in by several ways.
//!
//! ## Also
//! L03
use kaizu_model::{EventKind, NodeId};

use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees a flow with no start, or more than one.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "several-starts"
    }

    fn code(&self) -> &'static str {
        "L01"
    }

    fn source(&self) -> &'static str {
        include_str!("several_starts.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        if graph.is_empty() {
            return;
        }
        let drawn: Vec<Index> = graph.indices().filter(|n| is_start(graph, *n)).collect();
        let starts = if drawn.is_empty() {
            graph.starts().to_vec()
        } else {
            drawn
        };
        if starts.len() == 1 {
            return;
        }
        // Where everything lies on a loop, the first in the list stands for the missing start.
        let places = if starts.is_empty() {
            &[0]
        } else {
            starts.as_slice()
        };
        let is_assumed = starts.is_empty() && graph.start().is_some();
        let named = if is_assumed { places } else { &starts };
        let finding = Finding::at(self, graph, places.iter().copied())
            .number("starts", starts.len() as f64)
            .naming(graph, "steps", named);
        found.push(if is_assumed {
            finding.weighing(Gravity::Warning)
        } else {
            finding
        });
    }
}

fn is_start(graph: &Graph, node: Index) -> bool {
    if let NodeId::Event(id) = graph.id(node) {
        graph
            .document
            .event(id)
            .is_ok_and(|event| event.kind == EventKind::Start)
    } else {
        false
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    /// What is seen in a flow: how bad it is, and where; and how often the second node is come to.
    fn seen(text: &str) -> (Vec<(Gravity, usize)>, f64) {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        let seen = found.iter().map(|it| (it.gravity, it.nodes.len()));
        (seen.collect(), graph.visit(1))
    }

    #[test]
    fn a_ring_has_no_start() {
        let (found, visits) = seen("窓口: 受け取る\n窓口: 返す\n  → 受け取る\n");
        assert_eq!(found, [(Gravity::Error, 1)]);
        assert!(visits.abs() < 1e-9);
    }

    #[test]
    fn a_return_to_the_first_step_leaves_it_the_start() {
        let branch = "窓口: 受け取る\n審査: よいか [分岐]\n  20% 否 → 受け取る\n  80% 可 → 決める\n審査: 決める\n";
        let (found, visits) = seen(branch);
        assert_eq!(found, [(Gravity::Warning, 1)]);
        assert!((visits - 1.25).abs() < 1e-9);
        let beside = format!("{branch}審査: 回す [#8]\n審査: 戻す [#9]\n  → #8\n");
        assert_eq!(
            seen(&beside.replace("審査: 決める\n", "審査: 決める\n  → ここまで\n")).0,
            [(Gravity::Error, 1)]
        );
    }
}

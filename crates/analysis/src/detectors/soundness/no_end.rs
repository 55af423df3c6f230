//! A flow that never ends, or a step that leads nowhere although the ends are drawn.
//!
//! ## Why it is waste
//! Nobody can tell when a case is done, so no lead time can be promised.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 書類を確認する [#2]
//! 審査: 台帳に綴る
//!   → #2
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 書類を確認する
//! 審査: 台帳に綴る
//! ```
//!
//! ## What to do
//! Draw the arrow to where the case is done.
//!
//! ## Also
//! L04
use kaizu_model::{EventKind, NodeId};

use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees a flow without an end, and dead ends where ends are drawn.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "no-end"
    }

    fn code(&self) -> &'static str {
        "L02"
    }

    fn source(&self) -> &'static str {
        include_str!("no_end.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        if graph.is_empty() {
            return;
        }
        let ends: Vec<Index> = graph.ends().collect();
        if ends.is_empty() {
            let last = graph.indices().next_back();
            found.push(Finding::at(self, graph, last).number("ends", 0.0));
            return;
        }
        if !graph.indices().any(|n| is_end(graph, n)) {
            return;
        }
        for dead in ends.into_iter().filter(|n| !is_end(graph, *n)) {
            found.push(Finding::at(self, graph, [dead]).naming(graph, "steps", &[dead]));
        }
    }
}

fn is_end(graph: &Graph, node: Index) -> bool {
    if let NodeId::Event(id) = graph.id(node) {
        graph
            .document
            .event(id)
            .is_ok_and(|event| event.kind == EventKind::End)
    } else {
        false
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn seen(text: &str) -> usize {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found.len()
    }

    #[test]
    fn where_ends_are_drawn_a_step_that_leads_nowhere_is_seen() {
        let text = "審査: 認めるか [分岐]\n  60% はい → 通知する\n  40% いいえ → 綴る\n\
                    審査: 通知する\n  → 完了\n審査: 綴る\n  → ここまで\n審査: 完了 [終わり]\n";
        assert_eq!(seen(text), 1);
    }

    #[test]
    fn where_no_end_is_drawn_steps_may_end_the_flow() {
        let text = "審査: 認めるか [分岐]\n  60% はい → 通知する\n  40% いいえ → 綴る\n\
                    審査: 通知する\n  → 終わり\n審査: 綴る\n";
        assert_eq!(seen(text), 0);
    }
}

//! Steps from which a case never comes to an end.
//!
//! ## Why it is waste
//! Whoever gets in goes round and round: the drawing lacks the way out that people take in practice.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 不備はあるか [分岐]
//!   80% なし → #4
//!   20% あり → #5
//! 審査: 決定する [#4]
//!   → 終わり
//! 窓口: 電話で補正を頼む [#5]
//! 窓口: 返事を待つ
//!   → #5
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け取る
//! 窓口: 書類をそろえてもらう [#2]
//! 審査: 不備はあるか [分岐]
//!   20% あり → #2
//!   80% なし → #4
//! 審査: 決定する [#4]
//! ```
//!
//! ## What to do
//! Draw how the case leaves the loop: corrected, withdrawn or refused.
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees nodes from which no end can be reached.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "endless-loop"
    }

    fn code(&self) -> &'static str {
        "L04"
    }

    fn source(&self) -> &'static str {
        include_str!("endless_loop.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let ends: Vec<Index> = graph.ends().collect();
        let stuck: Vec<Index> = graph
            .indices()
            .filter(|n| {
                ends.iter()
                    .all(|end| end != n && !graph.reach().reaches(*n, *end))
            })
            .collect();
        if !stuck.is_empty() {
            found.push(
                Finding::at(self, graph, stuck.iter().copied()).naming(graph, "steps", &stuck),
            );
        }
    }
}

//! A step that no case ever comes to.
//!
//! ## Why it is waste
//! Either the step is not done at all, or the arrow that leads to it is missing and every figure is wrong.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け取る [#1]
//!   → #3
//! 審査: 書類を確認する [#2]
//! 審査: 決定する [#3]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け取る
//! 審査: 書類を確認する
//! 審査: 決定する
//! ```
//!
//! ## What to do
//! Draw the arrow that leads here, or take the step out.
//!
//! ## Also
//! L01
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// Sees nodes that cannot be reached from the start.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unreachable-step"
    }

    fn code(&self) -> &'static str {
        "L03"
    }

    fn source(&self) -> &'static str {
        include_str!("unreachable_step.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(start) = graph.start() else { return };
        let dead: Vec<Index> = graph
            .indices()
            .filter(|n| *n != start && !graph.reach().reaches(start, *n))
            .collect();
        if !dead.is_empty() {
            found
                .push(Finding::at(self, graph, dead.iter().copied()).naming(graph, "steps", &dead));
        }
    }
}

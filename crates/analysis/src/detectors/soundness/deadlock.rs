//! A join that waits for something that never comes.
//!
//! ## Why it is waste
//! Only one of the ways was taken, and the join waits for both: the case lies there until somebody asks for it.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請は電子か [分岐]
//!   30% 電子 → #2
//!   70% 紙 → #3
//! 窓口: 画面で受け付ける [#2]
//!   → #4
//! 窓口: 紙で受け付ける [#3]
//! 審査: 両方そろう [#4 合流AND]
//! 審査: 決定する
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請は電子か [分岐]
//!   30% 電子 → #2
//!   70% 紙 → #3
//! 窓口: 画面で受け付ける [#2]
//!   → #4
//! 窓口: 紙で受け付ける [#3]
//! 審査: どちらかが届く [#4 合流]
//! 審査: 決定する
//! ```
//!
//! ## What to do
//! Let the ways merge where only one of them is taken, or start both at once.
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::soundness::soundness;

/// Sees joins that can never go on.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "deadlock"
    }

    fn code(&self) -> &'static str {
        "L07"
    }

    fn source(&self) -> &'static str {
        include_str!("deadlock.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (join, passed) in &soundness(graph).deadlocks {
            let trace: Vec<Index> = passed.iter().filter_map(|id| graph.index(*id)).collect();
            found.push(
                Finding::at(self, graph, trace.iter().copied().chain([*join]))
                    .naming(graph, "steps", &[*join])
                    .naming(graph, "trace", &trace),
            );
        }
    }
}

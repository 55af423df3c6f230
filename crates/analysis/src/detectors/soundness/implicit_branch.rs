//! A fork in the way that no sign marks, or whose sign says something else than its arrows.
//!
//! ## Why it is waste
//! One reader thinks that the case goes one way, another that it goes both: they work differently.
//!
//! ## Flagged
//! ```flow
//! 審査: 書類を確認する
//!   30% 不備 → #2
//!   70% 良 → #3
//! 審査: 補正を頼む [#2]
//! 審査: 決定する [#3]
//! ```
//!
//! ## Clean
//! ```flow
//! 審査: 書類を確認する
//! 審査: 不備はあるか [分岐]
//!   30% 不備 → #3
//!   70% 良 → #4
//! 審査: 補正を頼む [#3]
//! 審査: 決定する [#4]
//! ```
//!
//! ## What to do
//! Put a branch (条件で分かれる) or a fork (同時に進める) behind the step.
use kaizu_model::GatewayKind;

use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Arrow, Graph, Index};

/// Sees steps with several ways out, and gateways whose arrows contradict them.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "implicit-branch"
    }

    fn code(&self) -> &'static str {
        "L06"
    }

    fn source(&self) -> &'static str {
        include_str!("implicit_branch.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Warning
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for node in graph.indices().filter(|n| is_unclear(graph, *n)) {
            let ways = graph.leaving(node).count();
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "steps", &[node])
                    .number("ways", ways as f64),
            );
        }
    }
}

fn is_unclear(graph: &Graph, node: Index) -> bool {
    let arrows: Vec<&Arrow> = graph.leaving(node).collect();
    if arrows.len() < 2 {
        return false;
    }
    match graph.gateway(node) {
        None => graph.step(node).is_some(),
        Some(GatewayKind::Fork) => arrows.iter().any(|arrow| !arrow.is_parallel()),
        Some(GatewayKind::Branch) => arrows.iter().any(|arrow| arrow.is_parallel()),
        Some(GatewayKind::Merge | GatewayKind::Join) => true,
    }
}

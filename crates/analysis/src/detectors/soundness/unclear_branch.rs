//! A branch whose parts do not make a whole, or do not say when they are taken.
//!
//! ## Why it is waste
//! Minutes, waits and costs behind the branch are weighted with its shares: where these do not add up to 100 %,
//! every figure is wrong. A part without a condition leaves the choice to whoever happens to be there. Shares that
//! do not add up are an error; a share or condition that is not said is a warning. One arrow may go without a
//! condition: it is taken otherwise.
//!
//! ## Flagged
//! ```flow
//! 審査: 不備はあるか [分岐]
//!   30% あり → #2
//!   60% なし → #3
//! 審査: 補正を頼む [#2]
//! 審査: 決定する [#3]
//! ```
//!
//! ## Clean
//! ```flow
//! 審査: 不備はあるか [分岐]
//!   30% あり → #2
//!   70% なし → #3
//! 審査: 補正を頼む [#2]
//! 審査: 決定する [#3]
//! ```
//!
//! ## What to do
//! Correct the shares so that they add up to 100 %, and write on each arrow when it is taken.
use super::super::{Detector, Gravity};
use crate::arrows::share;
use crate::finding::Finding;
use crate::graph::{Arrow, Graph, Index};

/// How far the shares of a branch may be from a whole.
const TOLERANCE: f64 = 1e-6;

/// Sees branches with wrong or missing shares and missing conditions.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unclear-branch"
    }

    fn code(&self) -> &'static str {
        "L05"
    }

    fn source(&self) -> &'static str {
        include_str!("unclear_branch.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for branch in graph.indices() {
            let arrows: Vec<&Arrow> = graph
                .leaving(branch)
                .filter(|arrow| !arrow.is_parallel())
                .collect();
            if !arrows.is_empty() {
                found.extend(judge(self, graph, branch, &arrows));
            }
        }
    }
}

fn judge(rule: &Rule, graph: &Graph, branch: Index, arrows: &[&Arrow]) -> Option<Finding> {
    let said: f64 = arrows.iter().filter_map(|arrow| share(arrow.edge)).sum();
    let unsaid = arrows
        .iter()
        .filter(|arrow| arrow.edge.share.is_none())
        .count();
    let without_condition: Vec<Index> = arrows
        .iter()
        .filter(|arrow| arrow.edge.condition.is_none())
        .map(|arrow| arrow.to)
        .collect();
    let is_branch = arrows.len() > 1;
    let is_wrong = said > 1.0 + TOLERANCE || (unsaid == 0 && said < 1.0 - TOLERANCE);
    let gravity = if is_wrong {
        Gravity::Error
    } else if is_branch && (unsaid > 0 || without_condition.len() > 1) {
        Gravity::Warning
    } else {
        return None;
    };
    let finding = Finding::at(rule, graph, [branch])
        .weighing(gravity)
        .naming(graph, "steps", &[branch])
        .number("share", said)
        .number("shares_missing", unsaid as f64);
    Some(if without_condition.len() > 1 {
        finding.naming(graph, "without_condition", &without_condition)
    } else {
        finding
    })
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Document, notation};

    use super::*;

    fn branch(first: &str, second: &str) -> Document {
        let text = format!(
            "審査: 不備はあるか [分岐]\n  {first} → 補正を頼む\n  {second} → 決定する\n\
             審査: 補正を頼む\n審査: 決定する\n"
        );
        notation::parse(&text).unwrap()
    }

    fn seen(document: &Document) -> Vec<Gravity> {
        let graph = Graph::of(document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found.iter().map(|finding| finding.gravity).collect()
    }

    #[test]
    fn shares_that_do_not_add_up_are_an_error() {
        assert_eq!(seen(&branch("30% あり", "60% なし")), [Gravity::Error]);
        assert_eq!(seen(&branch("80% あり", "70% なし")), [Gravity::Error]);
    }

    #[test]
    fn a_share_that_is_not_said_is_a_warning() {
        assert_eq!(seen(&branch("あり", "なし")), [Gravity::Warning]);
    }

    #[test]
    fn one_way_may_go_without_a_condition() {
        assert_eq!(seen(&branch("30% あり", "70%")), []);
        assert_eq!(seen(&branch("30%", "70%")), [Gravity::Warning]);
    }

    #[test]
    fn a_single_arrow_takes_every_case() {
        let single = |arrow: &str| {
            let text = format!("窓口: 受け取る\n  {arrow} → 決める\n審査: 決める\n");
            seen(&notation::parse(&text).unwrap())
        };
        assert_eq!(single("50%"), [Gravity::Error]);
        assert_eq!(single("100%"), []);
        assert_eq!(single(""), []);
    }

    #[test]
    fn what_binary_arithmetic_leaves_over_is_no_error() {
        let text = "審査: どの窓口か [分岐]\n  70% 福祉 → 福祉で聞く\n  20% 税 → 税で聞く\n  10% 他 → 決める\n\
                    窓口: 福祉で聞く\n窓口: 税で聞く\n窓口: 決める\n";
        let document = notation::parse(text).unwrap();
        assert!((0.7_f64 + 0.2 + 0.1 - 1.0).abs() > 0.0);
        assert_eq!(seen(&document), []);
    }
}

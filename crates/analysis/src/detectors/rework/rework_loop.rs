//! Work that goes back to be done again, at least once in twenty cases.
//!
//! ## Why it is waste
//! Every step of the loop is done again, every queue in it is waited in again, and somebody has to explain what was
//! wrong.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 不備はあるか [分岐]
//!   23% 不備あり → #2
//!   77% 不備なし → #3
//! 住民: 書き直す 10分 [#2 記入 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 不備はあるか [分岐]
//!   2% 不備あり → #2
//!   98% 不備なし → #3
//! 住民: 書き直す 10分 [#2 記入 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! ## What to do
//! Check at the source, so that the first pass is right.
use std::collections::BTreeSet;

use crate::detectors::Detector;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};

/// From this share of cases on, going back is worth a word.
const OFTEN: f64 = 0.05;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "rework-loop"
    }

    fn code(&self) -> &'static str {
        "F01"
    }

    fn source(&self) -> &'static str {
        include_str!("rework_loop.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R04", "R13"]
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let reach = graph.reach();
        let returns: BTreeSet<(Index, Index)> = graph
            .arrows()
            .iter()
            .map(|arrow| (arrow.from, arrow.to))
            .filter(|(from, to)| reach.is_return(*from, *to))
            .collect();
        for (from, to) in returns {
            let Some(share) = repeated(graph, from, to).filter(|share| *share >= OFTEN - 1e-9)
            else {
                continue;
            };
            let nodes = reach.loop_of(from, to);
            let mut finding = Finding::at(self, graph, nodes.iter().copied())
                .number("share", share)
                .naming(graph, "back_to", &[to])
                .naming(graph, "sent_back_by", &sender(graph, &nodes));
            let mut minutes = Some(0.0);
            for node in nodes {
                if graph.step(node).is_none() {
                    continue;
                }
                // Who corrects does so only because of the return; all others would have come here once.
                let part = if goes_on(graph, node) { share } else { 1.0 };
                let claim = Claim {
                    minutes_share: part,
                    wait_share: part,
                    ..Claim::default()
                };
                finding = finding.claiming(graph, node, claim);
                minutes = minutes
                    .zip(graph.minutes(node))
                    .map(|(sum, own)| sum + part * graph.visit(node) * own);
            }
            if let Some(minutes) = minutes {
                finding = finding.number("minutes_per_case", minutes);
            }
            found.push(finding);
        }
    }
}

/// The part of the executions of `to` that come from going back: r, where 1/(1−r) executions a case are made of 1.
fn repeated(graph: &Graph, from: Index, to: Index) -> Option<f64> {
    let again: f64 = graph
        .leaving(from)
        .filter(|arrow| arrow.to == to)
        .map(|arrow| arrow.share * graph.visits().map_or(0.0, |visits| visits[from]))
        .sum();
    let all = graph.visit(to);
    (all > 0.0).then(|| (again / all).min(1.0))
}

/// Whether a case at `node` can come to the end without going back.
fn goes_on(graph: &Graph, node: Index) -> bool {
    let reach = graph.reach();
    graph
        .ends()
        .any(|end| end == node || reach.is_before(node, end))
}

/// The last nodes of the loop from which a case may also leave it.
fn sender(graph: &Graph, nodes: &BTreeSet<Index>) -> Vec<Index> {
    let leaves = |node: Index| {
        graph.leaving(node).any(|arrow| !nodes.contains(&arrow.to)) && goes_on(graph, node)
    };
    let leaving: Vec<Index> = nodes.iter().copied().filter(|node| leaves(*node)).collect();
    let is_last = |node: &Index| {
        !leaving
            .iter()
            .any(|other| graph.reach().is_before(*node, *other))
    };
    leaving.iter().copied().filter(is_last).collect()
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, notation};

    use crate::finding::Fact;

    #[test]
    fn a_loop_costs_its_repeats_and_all_of_the_correction() {
        let text = "\
@年間件数 100件
窓口: 受け付ける 1分
審査: 確認する 10分 [#1]
審査: 不備はあるか [分岐]
  20% 不備 → #2
  80% → #3
審査: 補正を頼む 5分 [#2]
  → #1
審査: 決定する 2分 [#3]
";
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let found = crate::find(&document, flow, &Cancel::default()).unwrap();
        let looped: Vec<_> = found.iter().filter(|it| it.code == "F01").collect();
        assert_eq!(looped.len(), 1);
        assert_eq!(looped[0].nodes.len(), 3);
        let minutes = match looped[0].facts["minutes_per_case"] {
            Fact::Number(minutes) => minutes,
            Fact::Names(_) => f64::NAN,
        };
        // p/(1−p)·Σt(loop) = 0.25·15
        assert!((minutes - 3.75).abs() < 1e-9, "{minutes}");
        let yearly = looped[0].avoidable.staff_minutes_per_year.unwrap();
        assert!((yearly - 375.0).abs() < 1e-6, "{yearly}");
    }
}

//! A resident who writes the same about themselves more than once.
//!
//! ## Why it is waste
//! The city has been told already. Every further form takes the resident's time, and the answers can differ.
//!
//! ## Flagged
//! ```flow
//! @項目: 氏名 [本人特定]
//! 住民: 異動届を書く 10分 [記入 紙→紙]
//!   書く: 氏名、異動届
//! 市民課: 届出を受け取る 2分 [受領 紙→紙]
//! 住民: 国保の届を書く 7分 [記入 紙→紙]
//!   書く: 氏名、国保届
//! 国保年金課: 届出を受け取る 2分 [受領 紙→紙]
//! ```
//!
//! ## Clean
//! ```flow
//! @項目: 氏名 [本人特定]
//! 住民: 異動届を書く 10分 [記入 紙→紙]
//!   書く: 氏名、異動届
//! 市民課: 届出を受け取る 2分 [受領 紙→紙]
//! 国保年金課: 届出の写しを受け取る 2分 [受領 紙→紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目: 氏名 [本人特定]
//! 住民: 異動届を書く 10分 [記入 紙→紙]
//!   書く: 氏名、異動届
//! 市民課: 届出を受け取る 2分 [受領 紙→紙]
//! 住民: 同意書に自分で署名する 2分 [記入 紙→紙 必須]
//!   書く: 氏名、同意
//! 国保年金課: 同意書を受け取る 2分 [受領 紙→紙]
//! ```
//!
//! ## What to do
//! Ask once, print the rest for the resident to confirm, and pass it on inside the city.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemClass, ItemId, StepKind};

use super::super::{DetectAcross, Detector, Waste};
use crate::carriers::item_name;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::Guard;

/// Sees what residents write twice about who they are, whom they live with and which account is theirs.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "asked-again"
    }

    fn code(&self) -> &'static str {
        "E03"
    }

    fn source(&self) -> &'static str {
        include_str!("asked_again.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R06", "R12", "R13"]
    }

    fn practices(&self) -> &'static [u8] {
        &[2, 3]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let writers = writers(graph);
        let repeated: BTreeMap<ItemId, &Vec<Index>> = writers
            .iter()
            .filter(|(_, nodes)| nodes.len() > 1)
            .map(|(item, nodes)| (*item, nodes))
            .collect();
        if repeated.is_empty() {
            return;
        }
        let nodes: BTreeSet<Index> = repeated
            .values()
            .flat_map(|nodes| nodes.iter().copied())
            .collect();
        let again: BTreeSet<Index> = repeated
            .values()
            .flat_map(|nodes| nodes.iter().copied().skip(1))
            .collect();
        let is_declared = |node: &Index| graph.step(*node).is_some_and(|step| step.is_obligatory);
        let times = repeated
            .values()
            .map(|nodes| nodes.len())
            .max()
            .unwrap_or(0);
        let counted = repeated
            .iter()
            .map(|(item, nodes)| format!("{}×{}", item_name(graph, *item), nodes.len()));
        let mut finding = Finding::at(self, graph, nodes.iter().copied())
            .about(repeated.keys().copied())
            .guarded(again.iter().all(is_declared).then_some(Guard::DeclaredAnew))
            .naming(graph, "steps", &nodes.iter().copied().collect::<Vec<_>>())
            .names("items", counted)
            .number("times", times as f64);
        for node in again.iter().filter(|node| !is_declared(node)) {
            finding = finding.claiming(graph, *node, claim(graph, *node, &repeated));
        }
        found.push(finding);
    }

    fn across(&self) -> Option<&dyn DetectAcross> {
        Some(self)
    }
}

/// What residents write although they wrote it before, by the step at which they do.
pub(super) fn again(graph: &Graph) -> BTreeMap<Index, BTreeSet<ItemId>> {
    let mut again: BTreeMap<Index, BTreeSet<ItemId>> = BTreeMap::new();
    for (item, nodes) in writers(graph) {
        for node in nodes.into_iter().skip(1) {
            again.entry(node).or_default().insert(item);
        }
    }
    again
}

/// Who writes each item of a known class, first to last; later writers only where one case passes both.
///
/// What is written again in a loop is a correction.
pub(super) fn writers(graph: &Graph) -> BTreeMap<ItemId, Vec<Index>> {
    let mut by: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
    let reach = graph.reach();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_customers(*node)) {
        let is_writing = matches!(
            step.kind,
            Some(StepKind::Fill | StepKind::Enter | StepKind::Seal)
        );
        if !is_writing || reach.reaches(node, node) {
            continue;
        }
        for access in step
            .writes
            .iter()
            .filter(|access| is_personal(graph, access.item))
        {
            let known = by.entry(access.item).or_default();
            let follows =
                known.is_empty() || known.iter().any(|first| reach.is_before(*first, node));
            if follows && !known.contains(&node) {
                known.push(node);
            }
        }
    }
    by
}

fn is_personal(graph: &Graph, item: ItemId) -> bool {
    let class = graph.document.item(item).ok().and_then(|item| item.class);
    matches!(
        class,
        Some(ItemClass::Identity | ItemClass::Household | ItemClass::Account)
    )
}

/// The part of what is written at `node` that was written before.
fn claim(graph: &Graph, node: Index, repeated: &BTreeMap<ItemId, &Vec<Index>>) -> Claim {
    let Some(step) = graph.step(node) else {
        return Claim::default();
    };
    let is_again = |item: &ItemId| {
        repeated
            .get(item)
            .is_some_and(|nodes| nodes.iter().skip(1).any(|other| *other == node))
    };
    let again = step
        .writes
        .iter()
        .filter(|access| is_again(&access.item))
        .count();
    Claim {
        minutes_share: again as f64 / step.writes.len().max(1) as f64,
        ..Claim::default()
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn seen(text: &str) -> Vec<Finding> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found
    }

    #[test]
    fn a_correction_is_not_asked_again() {
        let text = "@項目: 口座 [口座]\n\
                    住民: 申請書を書く [記入 紙]\n  書く: 口座\n\
                    審査: 審査する [審査 紙]\n\
                    審査: 不備はあるか [分岐]\n  10% あり → 書き直す\n  90% なし → 決定する\n\
                    住民: 書き直す [記入 紙]\n  書く: 口座\n  → 審査する\n\
                    審査: 決定する\n";
        assert!(seen(text).is_empty());
    }

    #[test]
    fn two_ways_in_are_not_asked_twice() {
        let text = "@項目: 氏名 [本人特定]\n\
                    住民: どう申し込むか [分岐]\n  50% 電子 → 入力する\n  50% 紙 → 手で書く\n\
                    住民: 入力する [記入 電子]\n  書く: 氏名\n  → 受け付ける\n\
                    住民: 手で書く [記入 紙]\n  書く: 氏名\n\
                    窓口: 受け付ける\n";
        assert!(seen(text).is_empty());
    }

    #[test]
    fn an_item_of_unknown_class_creates_no_finding() {
        let text =
            "住民: 届を書く [記入 紙]\n  書く: 氏名\n住民: 別の届を書く [記入 紙]\n  書く: 氏名\n";
        assert!(seen(text).is_empty());
    }
}

//! What looks at what: controls and checks by object and aspect, how many cases they see, and which stands alone.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{LaneKind, StepKind, folded};

use crate::graph::{Graph, Index};
use crate::passing::covered;

/// Whether checking is what the step at `node` is there for. Who enters, notifies, sends or pays and looks at something
/// on the way does work that is no repeated check, whatever else looks at the same thing.
pub fn is_checking(graph: &Graph, node: Index) -> bool {
    let is_check = graph.step(node).is_some_and(|step| step.check.is_some());
    match graph.kind(node) {
        Some(
            StepKind::Check
            | StepKind::Recalculate
            | StepKind::Examine
            | StepKind::Reconcile
            | StepKind::Inspect,
        ) => true,
        Some(_) => false,
        None => is_check,
    }
}

/// Whether people who work for the city check at `node`.
pub(crate) fn is_checked_by_people(graph: &Graph, node: Index) -> bool {
    is_checking(graph, node)
        && graph.is_staff(node)
        && graph.lane_kind(node) != Some(LaneKind::System)
}

/// Nodes by the object and aspect that they look at, both folded.
pub type Controls = BTreeMap<(String, String), Vec<Index>>;

/// Every look at something: (object, aspect) to the nodes that look, in order, whatever else these do.
pub fn controls(graph: &Graph) -> Controls {
    graph.controls().clone()
}

/// The same, looked up.
pub(crate) fn looking(graph: &Graph) -> Controls {
    let mut by = Controls::new();
    for (node, _) in graph.steps() {
        for looked_at in looks(graph, node) {
            by.entry(looked_at).or_default().push(node);
        }
    }
    by
}

/// What a node looks at, however it is spelled; each thing once.
fn looks(graph: &Graph, node: Index) -> BTreeSet<(String, String)> {
    let check = graph.step(node).and_then(|step| step.check.as_ref());
    let object = check.and_then(|check| check.object.as_deref());
    let both = |object| {
        let aspects = check.into_iter().flat_map(|check| &check.aspects);
        aspects.map(move |aspect| (folded(object), folded(aspect)))
    };
    object.into_iter().flat_map(both).collect()
}

/// The aspects that a check looks at, however they are spelled.
pub(crate) fn aspects(graph: &Graph, node: Index) -> BTreeSet<String> {
    let check = graph.step(node).and_then(|step| step.check.as_ref());
    let aspects = check.into_iter().flat_map(|check| &check.aspects);
    aspects.map(|aspect| folded(aspect)).collect()
}

/// The part of the cases of which each object and aspect, both folded, is looked at.
pub fn check_coverage(graph: &Graph) -> BTreeMap<(String, String), f64> {
    let all = controls(graph).into_iter();
    all.map(|(looked_at, nodes)| (looked_at, covered(graph, &nodes)))
        .collect()
}

/// The checks among the [`controls`]: what can be one too many.
pub fn checks(graph: &Graph) -> Controls {
    let mut by = controls(graph);
    for nodes in by.values_mut() {
        nodes.retain(|node| is_checking(graph, *node));
    }
    by.retain(|_, nodes| !nodes.is_empty());
    by
}

/// Whether the step at `node` is the only check of one of its objects and aspects for some of the cases.
pub fn is_only_check(graph: &Graph, node: Index) -> bool {
    graph.is_only_check(node)
}

/// The same, found out.
pub(crate) fn stands_alone(graph: &Graph, node: Index) -> bool {
    let all = looks(graph, node);
    all.iter().any(|looked_at| {
        let others = graph.controls().get(looked_at).into_iter().flatten();
        let others = others.copied().filter(|other| *other != node);
        !is_covered_by(graph, node, others.collect())
    })
}

/// Whether every case that passes `node` passes one of `others`, which are in order, as well.
fn is_covered_by(graph: &Graph, node: Index, mut others: Vec<Index>) -> bool {
    let reach = graph.reach();
    let is_sure =
        |other: &Index| reach.dominates(*other, node) || reach.post_dominates(*other, node);
    if others.is_empty() || others.iter().any(is_sure) {
        return !others.is_empty();
    }
    let without = covered(graph, &others);
    others.insert(others.partition_point(|other| *other < node), node);
    covered(graph, &others) <= without + 1e-9
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, notation};

    use super::*;

    const DOG: &str = "\
窓口: 申請書を確認する 2分 [#1 確認 慣行]
  確認: 対象=申請書 観点=記載
窓口: 台帳に入力する 4分 [#2 入力 紙→業務システム 慣行]
  読む: 申請書
  書く: 犬の台帳
  確認: 対象=申請書 観点=記載、手数料
窓口: 鑑札を渡す 2分 [#3 通知 慣行]
  確認: 対象=申請書 観点=手数料
";

    #[test]
    fn work_that_looks_at_something_is_a_control_and_no_check() {
        let document = notation::parse(DOG).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let key = |object: &str, aspect: &str| (object.to_owned(), aspect.to_owned());
        let seen = controls(&graph);
        assert_eq!(seen[&key("申請書", "記載")], [0, 1]);
        assert_eq!(seen[&key("申請書", "手数料")], [1, 2]);
        let repeatable = checks(&graph);
        assert_eq!(repeatable.len(), 1);
        assert_eq!(repeatable[&key("申請書", "記載")], [0]);
    }

    #[test]
    fn work_that_looks_at_something_is_never_called_a_repeated_or_distrustful_check() {
        let text = DOG.replace("手数料", "入力");
        let document = notation::parse(&text).unwrap();
        let flow = document.first_flow().unwrap();
        let found = crate::find(&document, flow, None, &Cancel::default()).unwrap();
        let checks = |code: &str| matches!(code, "C02" | "C03" | "C04");
        assert!(!found.iter().any(|finding| checks(finding.code)));
    }
    /// Which of the steps numbered 2 and 3 is the only check; 2 sees `part` of the cases.
    fn only(part: u8, object: &str) -> [bool; 2] {
        let rest = 100 - part;
        let text = format!(
            "係: 受ける\n係: 分ける [分岐]\n  {part}% 特 → #2\n  {rest}% 並 → #3\n係: 特を見る [#2 確認]\n  確認: 対象=ABC 観点=口座\n\
             係: 皆を見る [#3 確認]\n  確認: 対象={object} 観点=口座\n"
        );
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        [2, 3].map(|node| is_only_check(&graph, node))
    }

    #[test]
    fn a_check_is_the_only_one_for_the_cases_that_no_other_sees() {
        assert_eq!(only(5, "ＡＢＣ"), [false, true]);
        assert_eq!(only(5, "XYZ"), [true, true]);
    }

    #[test]
    fn how_many_cases_are_looked_at_is_known() {
        let text = "係: 分ける [分岐]\n  5% 特 → #2\n  95% 並 → #3\n係: 特を見る [#2 確認]\n  確認: 対象=口座 観点=入力\n係: 終える [#3]\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let parts: Vec<f64> = check_coverage(&graph).into_values().collect();
        assert!(matches!(parts.as_slice(), [part] if (part - 0.05).abs() < 1e-9));
    }
}

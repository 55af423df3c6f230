//! Why steps exist: which step would have no reason without which others.
use std::collections::{BTreeMap, BTreeSet};

use crate::detectors::approval::handover_slip;
use crate::detectors::check::distrusted_entry;
use crate::graph::{Graph, Index};

/// The steps without which a step would not exist, as people recorded them and as the detectors of distrusted entries
/// and hand-over slips infer them.
pub fn exists_because(graph: &Graph) -> BTreeMap<Index, BTreeSet<Index>> {
    let mut reasons: BTreeMap<Index, BTreeSet<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        let causes: BTreeSet<Index> = step
            .because_of
            .iter()
            .filter_map(|cause| graph.index(*cause))
            .collect();
        if !causes.is_empty() {
            reasons.insert(node, causes);
        }
    }
    let entries = distrusted_entry::bindings(graph).into_iter();
    let inferred = entries
        .map(|(check, cause)| (check, vec![cause]))
        .chain(handover_slip::bindings(graph));
    for (node, causes) in inferred {
        reasons.entry(node).or_default().extend(causes);
    }
    reasons
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn checks_of_entries_slips_and_what_people_recorded_have_reasons() {
        let text = "\
@項目 受付番号 [内部管理番号]
受付担当: 申し送り票を付ける 1分 [#1 起案 慣行]
  読む: 受付番号
  書く: 申し送り票
受付担当: 紙の束を回す 1分 [#2 運搬 慣行]
  読む: 申し送り票
入力担当: 入力する 4分 [#3 転記]
  読む: 申請書
  書く: 口座
審査担当: 見比べる 2分 [#4 確認 慣行]
  確認: 対象=口座 観点=入力 相手=申請書
審査担当: 念のため見る 2分 [#5 確認 慣行]
  理由となる手順: #4
";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let reasons: Vec<(Index, Vec<Index>)> = exists_because(&graph)
            .into_iter()
            .map(|(node, causes)| (node, causes.into_iter().collect()))
            .collect();
        assert_eq!(reasons, [(0, vec![1]), (3, vec![2]), (4, vec![3])]);
    }
}

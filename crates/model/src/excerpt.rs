//! A piece of a flow by itself: chosen nodes, the arrows between them, and everything that goes with them.
use std::collections::BTreeSet;

use crate::{
    Document, Edge, EdgeId, Flow, FlowId, NodeId, Process, Record, RecordId, Refusal, Split, Step,
    Variant,
};

impl Document {
    /// `nodes` of `flow` under the ids they have, with the arrows between them, their lanes, phases, items and stores,
    /// and the voices and duties about them.
    ///
    /// Where a person put things does not come along, nor what leads elsewhere.
    pub fn excerpt(&self, flow: FlowId, nodes: &[NodeId]) -> Result<Self, Refusal> {
        let process = self.flow(flow)?.process;
        let name = &self.process(process)?.name;
        let chosen: BTreeSet<RecordId> = nodes.iter().map(|id| (*id).into()).collect();
        let chosen = self.kept(flow, &chosen)?;
        let mut records: Vec<(RecordId, Record)> = vec![
            (process.into(), Process::new(name).into()),
            (
                flow.into(),
                Flow::new(process, Variant::AsIs, Variant::AsIs.ja()).into(),
            ),
        ];
        for (id, record) in self.records().filter(|(id, _)| chosen.contains(id)) {
            let mut record = record.clone();
            if record.refer(&mut |id| chosen.contains(&id).then_some(id)) {
                record.unplace();
                if let Record::Edge(edge) = &mut record {
                    self.make_plain(edge, &chosen);
                }
                records.push((id, record));
            }
        }
        Ok(records.into_iter().collect())
    }

    /// The arrows of `flow` of which one end alone is among `nodes`.
    pub fn cut_edges(&self, flow: FlowId, nodes: &[NodeId]) -> Vec<(EdgeId, &Edge)> {
        let is_in = |id| nodes.contains(&id);
        let edges = self.edges_of(flow);
        edges
            .filter(|(_, it)| is_in(it.from) != is_in(it.to))
            .collect()
    }

    /// Of several ways that leave a step the only one that comes along is simply the next one.
    fn make_plain(&self, edge: &mut Edge, chosen: &BTreeSet<RecordId>) {
        let ways = self.edges_from(edge.from);
        let (kept, cut): (Vec<_>, Vec<_>) =
            ways.partition(|(_, it)| chosen.contains(&it.to.into()));
        if let (1, false, NodeId::Step(_)) = (kept.len(), cut.is_empty(), edge.from) {
            (edge.split, edge.share, edge.condition) = (Split::Sequence, None, None);
        }
    }

    /// What of `flow` and its process belongs to the chosen nodes.
    fn kept(
        &self,
        flow: FlowId,
        chosen: &BTreeSet<RecordId>,
    ) -> Result<BTreeSet<RecordId>, Refusal> {
        let mut kept = BTreeSet::from([flow.into(), self.flow(flow)?.process.into()]);
        for id in chosen {
            let record = self.expect_record(*id)?;
            if record.flow() != Some(flow) {
                return Err(Refusal::AcrossFlows(*id, flow.into()));
            }
            kept.insert(*id);
            let beside = record.references().into_iter();
            // Steps that only explain a chosen one do not come along.
            kept.extend(beside.filter(|other| NodeId::try_from(*other).is_err()));
        }
        let both = |it: &Edge| {
            let (from, to) = (it.from.into(), it.to.into());
            chosen.contains(&from) && chosen.contains(&to)
        };
        let edges = self.edges_of(flow).filter(|(_, it)| both(it));
        kept.extend(edges.map(|(id, _)| RecordId::from(id)));
        let any = |ids: &[RecordId]| ids.iter().any(|id| chosen.contains(id));
        for (id, it) in self.complaints_of(flow) {
            let about: Vec<RecordId> = it.steps.iter().map(|id| (*id).into()).collect();
            kept.extend(any(&about).then_some(RecordId::from(id)));
        }
        for (id, it) in self.duties_of(flow) {
            let sides = [&it.first, &it.second].map(|side| {
                let side: Vec<RecordId> = side.iter().map(|id| (*id).into()).collect();
                any(&side)
            });
            kept.extend((sides == [true, true]).then_some(RecordId::from(id)));
        }
        kept.extend(self.stores_named(flow, chosen));
        Ok(kept)
    }

    /// The stores that steps among `chosen` call by name.
    fn stores_named(&self, flow: FlowId, chosen: &BTreeSet<RecordId>) -> Vec<RecordId> {
        let Ok(process) = self.flow(flow).map(|it| it.process) else {
            return Vec::new();
        };
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let steps = self
            .steps()
            .filter(|(id, _)| chosen.contains(&(*id).into()));
        for (_, step) in steps {
            names.extend(stores_of(step));
        }
        let stores = self.stores().filter(|(_, it)| it.process == process);
        stores
            .filter(|(_, it)| names.contains(it.name.as_str()))
            .map(|(id, _)| id.into())
            .collect()
    }
}

/// What a step calls the ledgers and systems it works with.
fn stores_of(step: &Step) -> Vec<&str> {
    let accesses = step.reads.iter().chain(&step.writes);
    let own = step.system.iter().chain(&step.other_systems);
    own.chain(accesses.filter_map(|it| it.store.as_ref()))
        .map(String::as_str)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::{parse, print};
    use crate::table::node;

    fn excerpt(text: &str, names: &[&str]) -> String {
        let document = parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let nodes: Vec<NodeId> = names.iter().map(|name| node(&document, name)).collect();
        let excerpt = document.excerpt(flow, &nodes).unwrap();
        print(&excerpt, excerpt.first_flow().unwrap())
    }

    #[test]
    fn what_belongs_to_the_chosen_comes_along_and_nothing_else() {
        let text = "# 給付
@担当 住民 [住民]
@担当 窓口 [職員 2人]
@担当 課長 [役職]
@工程 受付 決定
@項目 氏名 [個人情報]
@項目 決裁
@台帳 受付簿.xlsx [Excel]
@台帳 財務会計 [業務システム]
## 受付
住民: 甲
窓口: 乙 5分 [紙]
  システム: 受付簿.xlsx
  読む: 氏名
  理由となる手順: 甲
  10% 不備 → 甲
  90% → 丙
  位置: 400,80
窓口: 丙
## 決定
課長: 丁
  読む: 決裁
@声 職員 不満 甲、乙 [3件]: 二度書く
@声 職員 不満 丁: 遅い
@職務分離 乙 / 丙 [財務規則]
@職務分離 丙 / 丁 [財務規則]";
        let wanted = "# 給付
@担当 窓口 [職員 2人]
@工程 受付
@項目 氏名 [個人情報]
@台帳 受付簿.xlsx [Excel]
## 受付
窓口: 乙 5分 [紙]
  システム: 受付簿.xlsx
  読む: 氏名
窓口: 丙
@声 職員 不満 乙 [3件]: 二度書く
@職務分離 乙 / 丙 [財務規則]
";
        assert_eq!(excerpt(text, &["丙", "乙"]), wanted);
    }

    #[test]
    fn what_was_chosen_apart_stands_apart() {
        let text = "窓口: 甲\n窓口: 乙\n窓口: 丙";
        assert_eq!(
            excerpt(text, &["甲", "丙"]),
            "窓口: 甲\n  → 終わり\n窓口: 丙\n"
        );
    }

    #[test]
    fn arrows_with_one_end_elsewhere_are_cut() {
        let document = parse("窓口: 甲\n窓口: 乙\n窓口: 丙\n窓口: 丁").unwrap();
        let flow = document.first_flow().unwrap();
        let nodes = ["乙", "丙"].map(|name| node(&document, name));
        let cut = document.cut_edges(flow, &nodes);
        let ends: Vec<_> = cut.iter().map(|(_, it)| (it.from, it.to)).collect();
        let [one, two] = [("甲", "乙"), ("丙", "丁")]
            .map(|(from, to)| (node(&document, from), node(&document, to)));
        assert_eq!(ends, [one, two]);
    }
}

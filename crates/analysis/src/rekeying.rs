//! What a keying step types a second time, and what it types for the first: told item by item.
//!
//! A step may copy one item and enter another anew, so it is its items that are judged, never the step as a whole.
use kaizu_model::{Access, ItemId, Medium, Step, StepKind};

use crate::carriers::{Carrier, Origin, copies_before, read_from, written_to};
use crate::graph::{Graph, Index};
use crate::passing::passed;

/// An item that the city already holds digitally.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The item.
    pub item: ItemId,
    /// The first step that made a digital copy of it.
    pub node: Index,
    /// The store that holds this copy, where known.
    pub store: Option<String>,
}

/// What a person types or writes down in a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keying {
    /// Items that the city already holds.
    pub again: Vec<Held>,
    /// For each of these items, every step that made a digital copy of it.
    holders: Vec<Vec<Index>>,
    /// Items taken from paper or speech that no machine holds yet, or that go onto paper once more.
    pub by_hand: Vec<ItemId>,
    /// How many items the step is about.
    pub n_items: usize,
}

impl Keying {
    /// The part of the items that is typed again.
    pub fn share_again(&self) -> f64 {
        self.part(self.again.len())
    }

    /// The part of the items that is copied by hand.
    pub fn share_by_hand(&self) -> f64 {
        self.part(self.by_hand.len())
    }

    /// The part of the typing at `node` that is done for cases of which there is a copy: what came on paper alone is
    /// typed for the first time.
    pub fn share_held(&self, graph: &Graph, node: Index) -> f64 {
        let held = self.holders.iter().map(|it| passed(graph, it, node));
        held.sum::<f64>() / self.n_items.max(1) as f64
    }

    /// The items that are typed again.
    pub fn items_again(&self) -> impl Iterator<Item = ItemId> {
        self.again.iter().map(|held| held.item)
    }

    fn part(&self, of: usize) -> f64 {
        of as f64 / self.n_items.max(1) as f64
    }
}

/// What is keyed at `node`; `None` where nobody of the city copies or enters anything.
pub fn keying<'g>(graph: &'g Graph, node: Index) -> Option<&'g Keying> {
    graph.keyings()[node].as_ref()
}

/// The same, found out.
pub(crate) fn keyed(graph: &Graph, node: Index) -> Option<Keying> {
    let step = graph.step(node)?;
    if !graph.is_done_for_the_city(node)
        || !matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
    {
        return None;
    }
    let (again, holders): (Vec<_>, Vec<_>) = step
        .writes
        .iter()
        .filter_map(|access| held(graph, node, access.item, written_to(step, access)))
        .unzip();
    if again.is_empty()
        && let Some(keying) = into_a_record(graph, node, step)
    {
        return Some(keying);
    }
    let by_hand = by_hand(graph, node, step, &again);
    Some(Keying {
        again,
        holders,
        by_hand,
        n_items: step.writes.len(),
    })
}

/// `item` with the first place that holds it digitally before it is written to `target`, and all such places.
///
/// What goes onto a removable disk is converted by a machine, not typed; what `target` holds already is changed
/// there, not copied.
fn held(graph: &Graph, node: Index, item: ItemId, target: Carrier) -> Option<(Held, Vec<Index>)> {
    if !target.is_digital() || target.medium == Some(Medium::Disk) {
        return None;
    }
    let is_held = |origin: &Origin| target.store.is_some() && origin.carrier.store == target.store;
    if copies_before(graph, item, node).any(|origin| is_held(&origin)) {
        return None;
    }
    let is_copy =
        |origin: &Origin| origin.is_copy_of_the_city(graph) && origin.carrier.differs_from(target);
    let copies: Vec<Origin> = copies_before(graph, item, node).filter(is_copy).collect();
    let holders = copies.iter().map(|origin| origin.node).collect();
    let first = copies.first()?;
    let held = Held {
        item,
        node: first.node,
        store: first.carrier.store.map(str::to_owned),
    };
    Some((held, holders))
}

/// A transcription that writes only a new record: what is typed into it is what is read from paper or by ear, where
/// the city holds that already.
fn into_a_record(graph: &Graph, node: Index, step: &Step) -> Option<Keying> {
    let is_new = |access: &Access| {
        !reads(step, access.item) && copies_before(graph, access.item, node).next().is_none()
    };
    if step.kind != Some(StepKind::Transcribe) || !step.writes.iter().all(is_new) {
        return None;
    }
    let target = written_to(step, step.writes.first()?);
    let (again, holders): (Vec<_>, Vec<_>) = step
        .reads
        .iter()
        .filter(|access| read_from(step, access).is_paper_or_voice())
        .filter_map(|access| held(graph, node, access.item, target))
        .unzip();
    (!again.is_empty()).then(|| Keying {
        again,
        holders,
        by_hand: Vec::new(),
        n_items: step.reads.len(),
    })
}

fn by_hand(graph: &Graph, node: Index, step: &Step, again: &[Held]) -> Vec<ItemId> {
    let takes_in = |access: &&Access| read_from(step, access).is_paper_or_voice();
    let is_own = |medium: Medium| medium.is_paper() || medium.is_voice();
    if !step.medium_in.is_some_and(is_own) && !step.reads.iter().any(|access| takes_in(&access)) {
        return Vec::new();
    }
    let open = || {
        step.writes.iter().filter(|access| {
            let is_known = written_to(step, access).medium.is_some();
            is_known && again.iter().all(|held| held.item != access.item)
        })
    };
    let is_read = |item: ItemId| {
        step.reads
            .iter()
            .filter(takes_in)
            .any(|access| access.item == item)
    };
    let was_written = |item: ItemId| {
        copies_before(graph, item, node).any(|origin| origin.carrier.is_paper_or_voice())
    };
    let read: Vec<ItemId> = open()
        .map(|access| access.item)
        .filter(|item| is_read(*item))
        .collect();
    if !read.is_empty() || !again.is_empty() {
        return read;
    }
    let written: Vec<ItemId> = open()
        .map(|access| access.item)
        .filter(|item| was_written(*item))
        .collect();
    if written.is_empty() && step.kind == Some(StepKind::Transcribe) {
        return open().map(|access| access.item).collect();
    }
    written
}

fn reads(step: &Step, item: ItemId) -> bool {
    step.reads.iter().any(|access| access.item == item)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;
    use crate::carriers::item_name;

    /// What is typed again and copied by hand at the step called `name`.
    fn keyed(text: &str, name: &str) -> Option<(Vec<String>, Vec<String>)> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let node = graph.indices().find(|n| graph.name(*n) == name).unwrap();
        let keying = keying(&graph, node)?;
        let name = |item: &ItemId| item_name(&graph, *item).to_owned();
        let again: Vec<ItemId> = keying.items_again().collect();
        Some((
            again.iter().map(name).collect(),
            keying.by_hand.iter().map(name).collect(),
        ))
    }

    fn both(again: &[&str], by_hand: &[&str]) -> (Vec<String>, Vec<String>) {
        [again, by_hand]
            .map(|names| names.iter().map(|it| (*it).to_owned()).collect())
            .into()
    }

    #[test]
    fn each_item_is_judged_by_itself() {
        let text = "市民課: 異動を入力する [入力 業務システム]\n  書く: 氏名\n\
                    住民: 請求書を書く [記入 紙]\n  書く: 氏名、口座\n\
                    こども課: 請求を入力する [転記 紙→Excel]\n  読む: 氏名、口座\n  書く: 氏名、口座、番号\n";
        assert_eq!(
            keyed(text, "請求を入力する"),
            Some(both(&["氏名"], &["口座"]))
        );
    }

    #[test]
    fn an_export_onto_a_disk_is_not_typed() {
        let text = "審査: 一覧を作る [集計 業務システム→Excel]\n  書く: 口座\n\
                    審査: 振込データを作る [転記 Excel→媒体]\n  読む: 口座\n  書く: 口座、振込データ\n";
        assert_eq!(keyed(text, "振込データを作る"), Some(both(&[], &[])));
    }

    #[test]
    fn a_change_of_what_the_system_holds_is_no_copy() {
        let text = "市民課: 異動を入力する [入力 業務システム]\n  システム: 住民記録\n  書く: 住所\n\
                    受付: 受付簿に入力する [入力 業務システム→Excel]\n  システム: 受付簿\n  書く: 住所\n\
                    市民課: 住所を直す [入力 紙→業務システム]\n  システム: 住民記録\n  読む: 住所\n  書く: 住所\n";
        assert_eq!(keyed(text, "受付簿に入力する"), Some(both(&["住所"], &[])));
        assert_eq!(keyed(text, "住所を直す"), Some(both(&[], &["住所"])));
    }

    #[test]
    fn a_new_record_made_from_paper_holds_what_was_read() {
        let text = "予約係: 予約を聞き取る [入力 電話→Excel]\n  書く: 氏名\n\
                    会場係: 接種する [実地調査 紙]\n  読む: 氏名\n\
                    健康課: 台帳に入力する [転記 紙→業務システム]\n  読む: 予診票、氏名\n  書く: 接種記録\n";
        assert_eq!(keyed(text, "台帳に入力する"), Some(both(&["氏名"], &[])));
    }

    #[test]
    fn a_paper_ledger_is_written_by_hand_whatever_exists() {
        let text = "出張者: 伺いを作る [作成 Excel]\n  書く: 行程\n\
                    庶務: 命令簿に書く [転記 紙]\n  読む: 行程\n  書く: 行程\n";
        assert_eq!(keyed(text, "命令簿に書く"), Some(both(&[], &["行程"])));
    }

    #[test]
    fn what_is_entered_later_is_not_there_yet() {
        let text = "受付: 受付簿に入力する [転記 紙→Excel]\n  読む: 氏名\n  書く: 氏名\n\
                    審査: システムに入力する [転記 紙→業務システム]\n  読む: 氏名\n  書く: 氏名\n\
                    審査: 誤りはあるか [分岐]\n  5% あり → 受付簿に入力する\n  95% なし → 終わり\n";
        assert_eq!(keyed(text, "受付簿に入力する"), Some(both(&[], &["氏名"])));
        assert_eq!(
            keyed(text, "システムに入力する"),
            Some(both(&["氏名"], &[]))
        );
    }

    #[test]
    fn where_no_medium_is_said_nothing_is_known() {
        let text = "受付: 受付簿に入力する [転記]\n  書く: 氏名\n\
                    審査: システムに入力する [転記]\n  読む: 氏名\n  書く: 氏名\n";
        assert_eq!(keyed(text, "システムに入力する"), Some(both(&[], &[])));
    }

    #[test]
    fn what_an_applicant_keeps_in_a_spreadsheet_is_not_the_citys() {
        let text = "事業者: 名簿を作る [作成 Excel]\n  書く: 氏名\n\
                    受付: システムに入力する [転記 紙→業務システム]\n  読む: 氏名\n  書く: 氏名\n";
        assert_eq!(
            keyed(text, "システムに入力する"),
            Some(both(&[], &["氏名"]))
        );
    }

    #[test]
    fn a_picture_of_a_form_is_no_data() {
        let text = "受付: 申請書を読み取る [スキャン 紙→電子]\n  書く: 氏名<電子・画像>\n\
                    審査: システムに入力する [転記 紙→業務システム]\n  読む: 氏名\n  書く: 氏名\n";
        assert_eq!(
            keyed(text, "システムに入力する"),
            Some(both(&[], &["氏名"]))
        );
    }

    #[test]
    fn residents_and_machines_key_nothing_for_the_city() {
        let text = "住民: フォームに入力する [入力 電子]\n  書く: 氏名\n\
                    システム: 台帳に移す [転記 電子→業務システム]\n  読む: 氏名\n  書く: 氏名\n";
        assert_eq!(keyed(text, "フォームに入力する"), None);
        assert_eq!(keyed(text, "台帳に移す"), None);
    }
}

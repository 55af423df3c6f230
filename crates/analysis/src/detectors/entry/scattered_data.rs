//! The same item kept by hand in several spreadsheets and systems that do not follow one another.
//!
//! ## Why it is waste
//! Whoever changes one of them has to remember all the others. When they differ, people search for the right one.
//!
//! ## Flagged
//! ```flow
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//! 国保年金課: 国保の資格を入力する 5分 [入力 紙→業務システム]
//!   システム: 国保システム
//!   読む: 住所
//!   書く: 住所
//! ```
//!
//! ## Clean
//! ```flow
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//! 市民課: 住所を直す 6分 [入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//! ```
//!
//! ```flow
//! 市民課: どこに住んでいたか [分岐]
//!   50% 国内 → #1
//!   50% 国外 → #2
//! 市民課: 国内からの転入を入力する 6分 [#1 入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//!   → #3
//! 市民課: 国外からの転入を入力する 6分 [#2 入力 紙→Excel]
//!   システム: 国外転入一覧
//!   書く: 住所
//! 市民課: 通知を送る 2分 [#3 通知]
//! ```
//!
//! ## Guarded
//! ```flow
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//! 国保システム: 住所を取り込む [自動処理 業務システム]
//!   システム: 国保システム
//!   書く: 住所
//! ```
//!
//! ```flow
//! 市民課: 異動を入力する 6分 [入力 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//!   → #2 [システム]
//! 国保年金課: 届いた異動を登録する 1分 [#2 登録 業務システム]
//!   システム: 国保システム
//!   書く: 住所
//! ```
//!
//! ```flow
//! @台帳: 税システム [業務システム 所管:税務課]
//! @台帳: 福祉システム [業務システム 所管:福祉課]
//! 税務課: 所得を入力する 3分 [入力 紙→業務システム]
//!   システム: 税システム
//!   書く: 所得
//! 福祉課: 所得を登録する 3分 [登録 紙→業務システム]
//!   システム: 福祉システム
//!   書く: 所得
//! ```
//!
//! ## What to do
//! Decide which of them holds the right value, and let the others follow it through an interface.
//!
//! ## Also
//! E01, H08
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemClass, ItemId, LaneKind, Medium, StepKind, StoreKind, Transfer};
use petgraph::unionfind::UnionFind;

use super::super::{Detector, Waste};
use crate::accesses::Use;
use crate::carriers::{Carrier, are_separated, item_name, store_kind};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::Guard;

/// Sees groups of stores into which people put the same items of one case.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "scattered-data"
    }

    fn code(&self) -> &'static str {
        "E04"
    }

    fn source(&self) -> &'static str {
        include_str!("scattered_data.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R08"]
    }

    fn practices(&self) -> &'static [u8] {
        &[26]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let accesses = graph.accesses();
        let kept = accesses
            .written()
            .map(|(item, writers)| (item, kept(graph, writers)));
        let mut scattered: Vec<(ItemId, Kept)> = kept.collect();
        drop_labels(graph, &mut scattered);
        scattered.retain(|(_, stores)| stores.len() > 1);
        let groups = joined(&scattered);
        found.extend(groups.iter().map(|group| finding(self, graph, group)));
    }
}

/// The stores that people keep an item in, with the steps that put it there.
type Kept<'a> = BTreeMap<&'a str, BTreeSet<Index>>;

/// Takes out the stores that hold nothing of what is kept elsewhere but the name of whom a row is about.
fn drop_labels(graph: &Graph, scattered: &mut [(ItemId, Kept)]) {
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, stores) in scattered.iter() {
        for store in stores.keys() {
            *held.entry(store).or_default() += 1;
        }
    }
    let is_name = |item: ItemId| {
        let class = graph.document.item(item).ok().and_then(|it| it.class);
        class == Some(ItemClass::Identity)
    };
    for (_, stores) in scattered.iter_mut().filter(|(item, _)| is_name(*item)) {
        let has_label = |store: &str| held.get(store).is_some_and(|count| *count == 1);
        let is_register = |store: &&str| !has_label(store);
        if stores.keys().any(is_register) {
            stores.retain(|store, _| !has_label(store));
        }
    }
}

/// Where people keep an item twice for one case: what a machine keeps up with another store is no second place.
fn kept<'a>(graph: &Graph<'a>, writers: &[Use<'a>]) -> Kept<'a> {
    let reach = graph.reach();
    let records = writers.iter().filter(|it| is_record(graph, it));
    let stored: Vec<(&str, Index)> = records
        .filter_map(|it| Some((it.origin().carrier.store?, it.node)))
        .collect();
    let mut kept = Kept::new();
    for (store, node) in &stored {
        let mut all = stored.iter();
        let is_behind = all.any(|(it, earlier)| reach.is_after(*node, *earlier) && it != store);
        let mut all = stored.iter().rev();
        let mut is_ahead = || all.any(|(it, later)| reach.is_before(*node, *later) && it != store);
        let is_kept_up = is_behind && follows_by_itself(graph, *node);
        if !is_kept_up && (is_behind || is_ahead()) {
            kept.entry(store).or_default().insert(*node);
        }
    }
    kept
}

/// Whether a record of the city is written that lasts. An application is as it was handed in, a document that somebody
/// draws up is as it was sent, and a message or a disk only carries what it holds.
fn is_record(graph: &Graph, writer: &Use) -> bool {
    let origin = writer.origin();
    let is_document = matches!(
        writer.step.kind,
        Some(
            StepKind::Draft
                | StepKind::Compose
                | StepKind::Print
                | StepKind::Send
                | StepKind::Notify
        )
    );
    graph.is_staff(writer.node)
        && !is_document
        && origin.is_copy_of_the_city(graph)
        && is_on_its_medium(graph, writer, origin.carrier)
}

/// Whether the store is where the item goes, not where it comes from: a step that takes data out of one system and puts
/// them into a spreadsheet often names the system only.
fn is_on_its_medium(graph: &Graph, writer: &Use, carrier: Carrier) -> bool {
    let Some(medium) = carrier.medium else {
        return false;
    };
    match carrier.store.and_then(|name| store_kind(graph, name)) {
        Some(StoreKind::System) => medium.is_structured(),
        Some(StoreKind::Excel) => medium == Medium::Excel,
        Some(StoreKind::PaperLedger | StoreKind::Archive | StoreKind::External) => false,
        None => {
            let taken = writer.step.medium_in.filter(|it| it.is_digital());
            let lasts = medium.is_structured() || medium == Medium::Excel;
            lasts && (writer.access.store.is_some() || taken.is_none_or(|it| it == medium))
        }
    }
}

/// Whether no person types what is written here: a machine does it, or the case comes through the system.
fn follows_by_itself(graph: &Graph, node: Index) -> bool {
    let is_by_system = || {
        let mut ways = graph.reaching(node).peekable();
        ways.peek().is_some() && ways.all(|way| way.edge.transfer == Some(Transfer::System))
    };
    match graph.kind(node) {
        Some(StepKind::Automatic) => true,
        Some(StepKind::Enter | StepKind::Transcribe) => false,
        Some(_) | None => graph.lane_kind(node) == Some(LaneKind::System) || is_by_system(),
    }
}

/// Items of which some stores are the same, together: people speak of the stores, not of each item.
fn joined<'s, 'a>(scattered: &'s [(ItemId, Kept<'a>)]) -> Vec<Vec<&'s (ItemId, Kept<'a>)>> {
    let names: BTreeSet<&str> = scattered
        .iter()
        .flat_map(|(_, it)| it.keys().copied())
        .collect();
    let place: BTreeMap<&str, usize> = names.iter().enumerate().map(|(n, it)| (*it, n)).collect();
    let places = |stores: &Kept| -> Vec<usize> {
        let known = stores.keys().filter_map(|store| place.get(store));
        known.copied().collect()
    };
    let mut groups = UnionFind::<usize>::new(place.len());
    for (_, stores) in scattered {
        for pair in places(stores).windows(2) {
            groups.union(pair[0], pair[1]);
        }
    }
    let mut by: BTreeMap<usize, Vec<&(ItemId, Kept)>> = BTreeMap::new();
    for one in scattered {
        if let Some(first) = places(&one.1).first() {
            by.entry(groups.find(*first)).or_default().push(one);
        }
    }
    by.into_values().collect()
}

fn finding(rule: &Rule, graph: &Graph, group: &[&(ItemId, Kept)]) -> Finding {
    let stores = group.iter().flat_map(|(_, stores)| stores);
    let nodes: BTreeSet<Index> = stores
        .clone()
        .flat_map(|(_, nodes)| nodes)
        .copied()
        .collect();
    let names: BTreeSet<&str> = stores.map(|(name, _)| *name).collect();
    let items: Vec<ItemId> = group.iter().map(|(item, _)| *item).collect();
    let first = names.first().copied();
    let is_separated = names
        .iter()
        .any(|other| are_separated(graph, first, Some(other)));
    Finding::at(rule, graph, nodes)
        .about(items.iter().copied())
        .guarded(is_separated.then_some(Guard::LinkRightUnknown))
        .names("items", items.iter().map(|item| item_name(graph, *item)))
        .names("stores", names)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    #[test]
    fn a_name_in_a_list_of_something_else_is_no_further_register() {
        let text = "@項目: 氏名 [本人特定]\n\
                    受付: 受付簿に書く 2分 [転記 紙→Excel]\n  システム: 受付簿.xlsx\n  書く: 氏名、住所\n\
                    受付: 登録する 2分 [入力 紙→業務システム]\n  システム: 給付システム\n  書く: 氏名、住所\n\
                    受付: 問合せを控える 2分 [問合 電話→Excel]\n  システム: 問合せ票.xlsx\n  書く: 氏名、用件\n";
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        let places: Vec<usize> = found.iter().map(|finding| finding.nodes.len()).collect();
        assert_eq!(places, [2]);
    }
}

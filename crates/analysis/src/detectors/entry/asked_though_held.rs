//! A resident writes or attaches what the city holds already, more than who they are.
//!
//! ## Why it is waste
//! The resident looks up and copies what the office could print for them, and the office then checks it against what it
//! had all along. What the flow enters into its register afterwards is news, and is not counted.
//!
//! What they write a second time in the same flow, and attachments that the city can look up, are seen as such.
//!
//! ## Flagged
//! ```flow
//! @項目: 氏名 [本人特定 市が保有 出典:住基]
//! @項目: 世帯員 [世帯 市が保有 出典:住基]
//! @項目: 口座 [口座 市は未保有 出典:本人]
//! 住民: 給付金の申請書を書く 15分 [記入 紙 要綱]
//!   書く: 氏名、世帯員、口座
//! 福祉課: 申請書を受け取る 2分 [受領 紙]
//! ```
//!
//! ## Clean
//! ```flow
//! @項目: 氏名 [本人特定 市が保有 出典:住基]
//! @項目: 口座 [口座 市は未保有 出典:本人]
//! 住民: 印字済みの氏名を確かめ、口座を書く 5分 [記入 紙 要綱]
//!   読む: 氏名
//!   書く: 口座
//! 福祉課: 申請書を受け取る 2分 [受領 紙]
//! ```
//!
//! ```flow
//! @項目: 住所 [本人特定 市が保有 出典:住基]
//! @台帳: 住民記録 [業務システム]: 住所
//! 住民: 新しい住所を届け出る 10分 [記入 紙]
//!   書く: 住所
//! 市民課: 住所を登録する 5分 [登録 紙→業務システム]
//!   システム: 住民記録
//!   書く: 住所
//! ```
//!
//! To say who one is, is not asked too much:
//! ```flow
//! @項目: 氏名 [本人特定 市が保有 出典:住基]
//! @項目: 生年月日 [本人特定 市が保有 出典:住基]
//! 住民: 証明の請求書を書く 5分 [記入 紙 要綱]
//!   書く: 氏名、生年月日
//! 市民課: 請求書を受け取る 2分 [受領 紙]
//! ```
//!
//! Asked again, and an attachment:
//! ```flow
//! @項目: 児童 [世帯 市が保有]
//! @項目: 保険写し [写し 市が保有 出典:番号連携]
//! @台帳: 住民記録 [業務システム]: 児童
//! 住民: 転入届を書く 15分 [記入 紙 要綱]
//!   書く: 児童
//! 市民課: 転入を登録する 5分 [登録 紙→業務システム]
//!   システム: 住民記録
//!   書く: 児童
//! 住民: 転入学届を書く 5分 [記入 紙]
//!   書く: 児童
//! 住民: 保険証の写しを付ける 5分 [複写 紙]
//!   書く: 保険写し
//!   添付: 保険写し
//! 福祉課: 申請書を受け取る 2分 [受領 紙]
//! ```
//!
//! ```flow
//! @項目: 免許証の写し [写し 市が保有]
//! 住民: 免許証の写しを付ける 5分 [複写 紙]
//!   添付: 免許証の写し
//! 市民課: 本人かどうかを確かめる 2分 [確認 紙]
//!   確認: 対象=届出人 観点=本人 相手=免許証の写し
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目: 児童 [世帯 市が保有 出典:住基]
//! 住民: 認定請求書に児童の名を書く 10分 [記入 紙 法令]
//!   書く: 児童
//! こども課: 認定請求書を受け取る 2分 [受領 紙]
//! ```
//!
//! ## What to do
//! Print what is known and let the resident confirm it, or look it up with the other section instead of asking for a copy.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Aspect, ItemClass, ItemId, Step, folded};

use super::super::journey::known_attachments::attached;
use super::super::{Detector, Waste};
use super::asked_again::again;
use crate::carriers::{item_name, written_to};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// Sees what residents and businesses have to hand in although it is held.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "asked-though-held"
    }

    fn code(&self) -> &'static str {
        "E05"
    }

    fn source(&self) -> &'static str {
        include_str!("asked_though_held.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R06", "R10b", "R13", "R21"]
    }

    fn practices(&self) -> &'static [u8] {
        &[27, 24, 2]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let proofs = proofs(graph);
        let registered = registered(graph);
        let (again, attached) = (again(graph), attached(graph));
        for (node, step) in graph.steps().filter(|(node, _)| graph.is_customers(*node)) {
            let is_news = |item: &ItemId| {
                let entered = registered.get(item).into_iter().flatten();
                entered.copied().any(|it| graph.reach().is_before(node, it))
            };
            let is_said = |item: &ItemId| {
                let others = [again.get(&node), attached.get(&node).map(|it| &it.known)];
                others.into_iter().flatten().any(|it| it.contains(item))
            };
            let given = given(step);
            let is_seen =
                |item: &ItemId| is_held(graph, *item, &proofs) && !is_news(item) && !is_said(item);
            let held: Vec<ItemId> = given.iter().copied().filter(is_seen).collect();
            if held.iter().all(|item| says_who(graph, *item)) {
                continue;
            }
            let claim = Claim {
                minutes_share: held.len() as f64 / given.len() as f64,
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .about(held.iter().copied())
                    .claiming(graph, node, claim)
                    .forbidden(protection(graph, node))
                    .names("items", held.iter().map(|item| item_name(graph, *item)))
                    .number("share", claim.minutes_share),
            );
        }
    }
}

/// What a step hands in.
fn given(step: &Step) -> BTreeSet<ItemId> {
    let written = step.writes.iter().map(|access| access.item);
    written.chain(step.attachments.iter().copied()).collect()
}

/// Whether the city holds `item` and does not ask for it to see who it deals with.
fn is_held(graph: &Graph, item: ItemId, proofs: &BTreeSet<String>) -> bool {
    graph
        .document
        .item(item)
        .is_ok_and(|item| item.is_held_by_city() && !proofs.contains(&folded(&item.name)))
}

/// Whether an item tells one person from another, which everybody has to say once.
fn says_who(graph: &Graph, item: ItemId) -> bool {
    let class = graph.document.item(item).ok().and_then(|item| item.class);
    class == Some(ItemClass::Identity)
}

/// What checks of a person's identity are done with, folded.
fn proofs(graph: &Graph) -> BTreeSet<String> {
    let is_of_person = |aspect: &String| {
        Aspect::spelled(aspect) == Some(Aspect::Person) || folded(aspect).contains("本人")
    };
    let checks = graph.steps().filter_map(|(_, step)| step.check.as_ref());
    checks
        .filter(|check| check.aspects.iter().any(is_of_person))
        .filter_map(|check| check.against.as_deref().map(folded))
        .collect()
}

/// The steps that put an item into the store that holds its right value.
pub(super) fn registered(graph: &Graph) -> BTreeMap<ItemId, Vec<Index>> {
    let stores = graph.document.stores();
    let stores = stores.filter(|(_, store)| store.process == graph.process_id);
    let right: BTreeSet<(&str, ItemId)> = stores
        .flat_map(|(_, store)| {
            let items = store.authoritative_for.iter();
            items.map(|item| (store.name.as_str(), *item))
        })
        .collect();
    let mut by: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_staff(*node)) {
        for access in &step.writes {
            let store = written_to(step, access).store;
            if store.is_some_and(|store| right.contains(&(store, access.item))) {
                by.entry(access.item).or_default().push(node);
            }
        }
    }
    by
}

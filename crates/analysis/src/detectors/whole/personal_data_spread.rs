//! Personal information that staff has written into three or more stores, and where it lies in spreadsheets and on paper.
//!
//! ## Why it is waste
//! Each copy has to be guarded, corrected and in the end destroyed. Spreadsheets and paper get lost, are sent to the
//! wrong person and keep what should be gone.
//!
//! ## Flagged
//! ```flow
//! @項目 氏名 [個人情報]
//! 市民課: 異動を入力する 6分 [入力 業務システム 法令]
//!   システム: 住民記録システム
//!   書く: 氏名
//! 国保年金課: 資格を入力する 5分 [入力 業務システム 法令]
//!   システム: 国保システム
//!   書く: 氏名
//! 学務課: 学齢簿に書く 4分 [入力 Excel 法令]
//!   システム: 学齢簿.xlsx
//!   書く: 氏名
//! ```
//!
//! ## Clean
//! ```flow
//! @項目 氏名 [個人情報]
//! 市民課: 異動を入力する 6分 [入力 業務システム 法令]
//!   システム: 住民記録システム
//!   書く: 氏名
//! 国保年金課: 資格を入力する 5分 [入力 業務システム 法令]
//!   システム: 国保システム
//!   書く: 氏名
//! 学務課: 学齢簿を見る 4分 [照会 Excel 法令]
//!   システム: 学齢簿.xlsx
//!   読む: 氏名
//! ```
//!
//! In work among colleagues, who it is about is no secret.
//!
//! ```flow
//! @種別 内部
//! @項目 氏名 [本人特定 個人情報]
//! 出張者: 伺いを作る 6分 [入力 Excel 規則]
//!   システム: 旅費様式.xlsx
//!   書く: 氏名
//! 庶務担当: 命令簿に書く 5分 [転記 紙 規則]
//!   システム: 旅行命令簿
//!   書く: 氏名
//! 庶務担当: 支出命令を入力する 4分 [入力 業務システム 法令]
//!   システム: 財務会計システム
//!   書く: 氏名
//! ```
//!
//! ## What to do
//! Keep it in one place and look it up there; say of every copy who destroys it and when.
//!
//! ## Also
//! E01, E04, H08
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Item, ItemClass, ItemId, Medium, ProcessKind, StoreKind};

use crate::carriers::{store_kind, written_to};
use crate::detectors::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// In so many stores, information has spread.
const MANY: usize = 3;

/// Sees personal information that is kept in many places.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "personal-data-spread"
    }

    fn code(&self) -> &'static str {
        "X06"
    }

    fn source(&self) -> &'static str {
        include_str!("personal_data_spread.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut alike: BTreeMap<Vec<&str>, (Vec<ItemId>, BTreeSet<Index>)> = BTreeMap::new();
        for (item, spread) in spreads(graph) {
            if spread.stores.len() >= MANY && !spread.loose.is_empty() {
                let (items, nodes) = alike.entry(spread.stores).or_default();
                items.push(item);
                nodes.extend(spread.loose);
            }
        }
        for (stores, (items, nodes)) in alike {
            let finding = Finding::at(self, graph, nodes).about(items);
            found.push(finding.names("stores", stores));
        }
    }
}

/// Where staff has written an item.
#[derive(Default)]
struct Spread<'a> {
    /// Each store once, in the order in which it is first written to.
    stores: Vec<&'a str>,
    /// The steps that write to a spreadsheet or paper.
    loose: Vec<Index>,
}

fn spreads<'a>(graph: &Graph<'a>) -> BTreeMap<ItemId, Spread<'a>> {
    let is_personal = |item: ItemId| {
        let item = graph.document.item(item);
        item.is_ok_and(|it| is_private(graph, it))
    };
    let mut spreads: BTreeMap<ItemId, Spread> = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_staff(*node)) {
        for access in step.writes.iter().filter(|access| is_personal(access.item)) {
            let carrier = written_to(step, access);
            let Some(store) = carrier.store else {
                continue;
            };
            let spread = spreads.entry(access.item).or_default();
            if !spread.stores.contains(&store) {
                spread.stores.push(store);
            }
            if is_loose(graph, store, carrier.medium) {
                spread.loose.push(node);
            }
        }
    }
    spreads
}

/// Whether an item is recorded as personal. Among colleagues, names and posts are not private.
fn is_private(graph: &Graph, item: &Item) -> bool {
    let is_of_colleagues = graph.process.kind == Some(ProcessKind::Internal)
        && item.class == Some(ItemClass::Identity)
        && item.is_specific_personal != Some(true);
    let is_personal = item.is_personal == Some(true) || item.is_specific_personal == Some(true);
    is_personal && !is_of_colleagues
}

/// Whether a store is a spreadsheet or paper, as people recorded it, else as it is written to.
fn is_loose(graph: &Graph, store: &str, medium: Option<Medium>) -> bool {
    match store_kind(graph, store) {
        Some(kind) => matches!(kind, StoreKind::Excel | StoreKind::PaperLedger),
        None => medium.is_some_and(|it| it == Medium::Excel || it.is_paper()),
    }
}

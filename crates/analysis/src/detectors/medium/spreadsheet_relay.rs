//! Data that stops over in a spreadsheet on its way into another system.
//!
//! ## Why it is waste
//! Somebody fills the spreadsheet and somebody takes it out again. Nobody knows which copy is right, and only who made
//! the spreadsheet can mend it.
//!
//! ## Flagged
//! ```flow
//! @台帳 決定一覧.xlsx [Excel]
//! 審査担当: 給付決定の一覧を作る 3分 [集計 業務システム→Excel]
//!   システム: 決定一覧.xlsx
//!   書く: 決定一覧
//! 審査担当: 一覧から振込データを作る 3分 [転記 Excel→媒体(USB等)]
//!   システム: 振込データ作成ツール
//!   読む: 決定一覧
//!   書く: 振込データ
//! ```
//!
//! ## Clean
//! ```flow
//! 審査担当: 給付決定の一覧を作る 3分 [集計 業務システム]
//!   システム: 給付システム
//!   書く: 決定一覧
//! 審査担当: 一覧から振込データを作る 3分 [転記 業務システム→媒体(USB等)]
//!   システム: 振込データ作成ツール
//!   読む: 決定一覧
//!   書く: 振込データ
//! ```
//!
//! ## Guarded
//! A spreadsheet in which figures are looked at goes nowhere:
//! ```flow
//! @台帳 実績.xlsx [Excel]
//! 企画担当: 受付の件数を書き出す 3分 [集計 業務システム→Excel]
//!   システム: 実績.xlsx
//!   書く: 件数
//! 企画担当: 月ごとの傾向を見る 20分 [集計 Excel]
//!   システム: 分析.xlsx
//!   読む: 件数<Excel・実績.xlsx>
//!   書く: 傾向
//! ```
//!
//! ## What to do
//! Hand the data over from system to system.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Access, ItemId, Medium, Step, StepKind, StoreKind};

use super::super::{Detector, Waste};
use crate::carriers::{Carrier, item_name, read_from, store_kind, written_to};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "spreadsheet-relay"
    }

    fn code(&self) -> &'static str {
        "M03"
    }

    fn source(&self) -> &'static str {
        include_str!("spreadsheet_relay.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R05", "R08"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (sheet, relay) in relays(graph) {
            found.push(finding(self, graph, sheet, &relay));
        }
    }
}

/// What goes through one spreadsheet.
#[derive(Default)]
struct Relay {
    items: BTreeSet<ItemId>,
    /// Who fills it from somewhere else.
    fill: BTreeSet<Index>,
    /// Who takes it out.
    take: BTreeSet<Index>,
}

/// Who filled a spreadsheet with an item.
struct Filled<'a> {
    node: Index,
    sheet: Carrier<'a>,
    is_from_machine: bool,
}

/// Spreadsheets with what goes through them, by the name of the spreadsheet, or of what is in it where it has none.
fn relays<'a>(graph: &Graph<'a>) -> BTreeMap<&'a str, Relay> {
    let filled = filled(graph);
    let mut relays: BTreeMap<&str, Relay> = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_staff(*node)) {
        for access in step
            .reads
            .iter()
            .filter(|it| is_taken_from_a_sheet(step, it))
        {
            let fills = filled.get(&access.item).into_iter().flatten();
            let own = fills.filter(|fill| {
                let is_it = access.store.is_none() || access.store.as_deref() == fill.sheet.store;
                is_it && graph.reach().is_after(node, fill.node) && passes_on(step, fill)
            });
            for fill in own {
                let name = item_name(graph, access.item);
                let relay = relays.entry(fill.sheet.store.unwrap_or(name)).or_default();
                relay.items.insert(access.item);
                relay.fill.insert(fill.node);
                relay.take.insert(node);
            }
        }
    }
    relays
}

/// Who puts each item into a spreadsheet from something else.
fn filled<'a>(graph: &Graph<'a>) -> BTreeMap<ItemId, Vec<Filled<'a>>> {
    let mut filled: BTreeMap<ItemId, Vec<Filled>> = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| graph.is_staff(*node)) {
        let taken = step.medium_in.filter(|medium| *medium != Medium::Excel);
        for access in step.writes.iter().filter(|_| taken.is_some()) {
            let sheet = written_to(step, access);
            if sheet.medium == Some(Medium::Excel) {
                filled.entry(access.item).or_default().push(Filled {
                    node,
                    sheet: named(graph, sheet),
                    is_from_machine: taken.is_some_and(Medium::is_digital),
                });
            }
        }
    }
    filled
}

/// A spreadsheet with its name; what is recorded as another kind of store names where the data is from.
fn named<'a>(graph: &Graph, sheet: Carrier<'a>) -> Carrier<'a> {
    let is_sheet = |name: &&str| matches!(store_kind(graph, name), Some(StoreKind::Excel) | None);
    Carrier {
        store: sheet.store.filter(is_sheet),
        ..sheet
    }
}

fn is_taken_from_a_sheet(step: &Step, access: &Access) -> bool {
    read_from(step, access).medium == Some(Medium::Excel)
}

/// Whether a step puts what it takes from a spreadsheet into another system. Figures that are added up into another
/// spreadsheet are looked at, and a print is one stop too many where a machine had the data.
fn passes_on(step: &Step, fill: &Filled) -> bool {
    let mut targets = step.writes.iter().map(|access| written_to(step, access));
    match step.kind {
        Some(StepKind::Transcribe | StepKind::Enter) => {
            targets.any(|target| target.is_digital() && target.differs_from(fill.sheet))
        }
        Some(StepKind::Aggregate) => {
            targets.any(|target| target.is_digital() && target.medium != Some(Medium::Excel))
        }
        Some(StepKind::Print) => fill.is_from_machine && targets.any(Carrier::is_paper),
        Some(_) | None => false,
    }
}

fn finding(rule: &Rule, graph: &Graph, sheet: &str, relay: &Relay) -> Finding {
    let fill: Vec<Index> = relay.fill.iter().copied().collect();
    let take: Vec<Index> = relay.take.iter().copied().collect();
    let finding = Finding::at(rule, graph, fill.iter().chain(&take).copied())
        .about(relay.items.iter().copied())
        .names("sheet", [sheet])
        .naming(graph, "fill", &fill)
        .naming(graph, "take", &take);
    // A list that is added up or printed from the spreadsheet has to be made in any case.
    let is_copy = |node: &&Index| {
        let kind = graph.kind(**node);
        matches!(kind, Some(StepKind::Transcribe | StepKind::Enter))
            && protection(graph, **node).is_none()
    };
    take.iter().filter(is_copy).fold(finding, |finding, node| {
        let claim = Claim {
            minutes_share: graph.step(*node).map_or(0.0, share_from_sheets),
            ..Claim::default()
        };
        finding.claiming(graph, *node, claim)
    })
}

/// The part of what a step reads that it takes from a spreadsheet.
fn share_from_sheets(step: &Step) -> f64 {
    let taken = step
        .reads
        .iter()
        .filter(|it| is_taken_from_a_sheet(step, it));
    taken.count() as f64 / step.reads.len().max(1) as f64
}

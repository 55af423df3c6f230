//! Two ledgers or spreadsheets that follow the same case by number and name.
//!
//! ## Why it is waste
//! Each case is written into both, and nobody knows which one to ask. They exist because one was not trusted, or could
//! not be seen by everybody who needed it.
//!
//! ## Flagged
//! ```flow
//! @項目: 受付番号 [内部管理番号]
//! @項目: 氏名 [本人特定]
//! @台帳: 受付簿 [紙台帳]
//! @台帳: 進捗管理表 [Excel]
//! 受付: 受付簿に記入する 2分 [登録 紙 慣行]
//!   システム: 受付簿
//!   書く: 受付番号、氏名
//! 審査: 進捗管理表に登録する 2分 [登録 紙→Excel 慣行]
//!   システム: 進捗管理表
//!   書く: 受付番号、氏名
//! ```
//!
//! ## Clean
//! ```flow
//! @項目: 受付番号 [内部管理番号]
//! @項目: 氏名 [本人特定]
//! @台帳: 受付簿 [紙台帳]
//! @台帳: 進捗管理表 [Excel]
//! 受付: 受付簿に記入する 2分 [登録 紙 慣行]
//!   システム: 受付簿
//!   書く: 受付番号、氏名
//! 審査: 進捗管理表に登録する 2分 [登録 紙→Excel 慣行]
//!   システム: 進捗管理表
//!   書く: 氏名
//! ```
//!
//! ```flow
//! @項目: 受付番号 [内部管理番号]
//! @項目: 氏名 [本人特定]
//! @台帳: 窓口受付簿 [紙台帳]
//! @台帳: 郵送受付簿 [紙台帳]
//! 受付: どう届いたか [分岐]
//!   50% 窓口 → #1
//!   50% 郵送 → #2
//! 受付: 窓口受付簿に記入する 2分 [#1 登録 紙]
//!   システム: 窓口受付簿
//!   書く: 受付番号、氏名
//!   → #3
//! 受付: 郵送受付簿に記入する 2分 [#2 登録 紙]
//!   システム: 郵送受付簿
//!   書く: 受付番号、氏名
//! 審査: 申請書を審査する 5分 [#3 審査]
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目: 受付番号 [内部管理番号]
//! @項目: 氏名 [本人特定]
//! @台帳: 文書収受簿 [紙台帳]
//! @台帳: 進捗管理表 [Excel]
//! 受付: 文書収受簿に記入する 2分 [登録 紙 規則]
//!   システム: 文書収受簿
//!   書く: 受付番号、氏名
//! 審査: 進捗管理表に登録する 2分 [登録 紙→Excel 慣行]
//!   システム: 進捗管理表
//!   書く: 受付番号、氏名
//! ```
//!
//! ## What to do
//! Keep one ledger that everybody can see, with the state of each case in it.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Basis, ItemClass, ItemId, Medium, StepKind, StoreKind};

use super::super::{Detector, Waste};
use crate::carriers::{Carrier, store_kind, written_to};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};

/// Sees ledgers that hold a number and the same person of one case.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "parallel-ledgers"
    }

    fn code(&self) -> &'static str {
        "E08"
    }

    fn source(&self) -> &'static str {
        include_str!("parallel_ledgers.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R01", "R16"]
    }

    fn practices(&self) -> &'static [u8] {
        &[5, 26]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let tracking = tracking(graph);
        let is_doubled = |ledger: &&Ledger| {
            let mut others = tracking.iter().filter(|it| it.name != ledger.name);
            others.any(|other| ledger.follows_what(graph, other))
        };
        let ledgers: Vec<&Ledger> = tracking.iter().filter(is_doubled).collect();
        if !ledgers.is_empty() {
            found.push(finding(self, graph, &ledgers));
        }
    }
}

/// A book or spreadsheet, what stands in it, and who writes there.
#[derive(Default)]
struct Ledger<'a> {
    name: &'a str,
    items: BTreeSet<ItemId>,
    writers: BTreeSet<Index>,
}

impl Ledger<'_> {
    fn holds(&self, graph: &Graph, class: ItemClass) -> BTreeSet<ItemId> {
        let is_of = |item: &ItemId| {
            let item = graph.document.item(*item);
            item.is_ok_and(|item| item.class == Some(class))
        };
        self.items.iter().copied().filter(is_of).collect()
    }

    /// Whether both hold the same person, and one case comes into both.
    fn follows_what(&self, graph: &Graph, other: &Self) -> bool {
        let reach = graph.reach();
        let persons = self.holds(graph, ItemClass::Identity);
        let is_on_one_way = |one: &Index| {
            let mut all = other.writers.iter();
            all.any(|it| it == one || reach.is_before(*one, *it) || reach.is_before(*it, *one))
        };
        !persons.is_disjoint(&other.items) && self.writers.iter().any(is_on_one_way)
    }

    /// Whether a rule has it kept.
    fn is_prescribed(&self, graph: &Graph) -> bool {
        self.writers.iter().all(|node| {
            let basis = graph.step(*node).and_then(|step| step.basis);
            basis == Some(Basis::Rule) || protection(graph, *node).is_some()
        })
    }
}

/// Ledgers that tell a number and a person of each case, in the order in which cases come to them.
fn tracking<'a>(graph: &Graph<'a>) -> Vec<Ledger<'a>> {
    let mut by: BTreeMap<&str, Ledger> = BTreeMap::new();
    for (node, step) in graph.steps().filter(|(node, _)| !graph.is_outside(*node)) {
        for access in &step.writes {
            let carrier = written_to(step, access);
            let Some(name) = carrier.store.filter(|_| is_ledger(graph, carrier)) else {
                continue;
            };
            let ledger = by.entry(name).or_default();
            ledger.name = name;
            ledger.items.insert(access.item);
            ledger.writers.insert(node);
        }
    }
    let is_tracking = |ledger: &Ledger| {
        [ItemClass::CaseNumber, ItemClass::Identity]
            .iter()
            .all(|class| !ledger.holds(graph, *class).is_empty())
    };
    let mut ledgers: Vec<Ledger> = by.into_values().filter(is_tracking).collect();
    ledgers.sort_by_key(|ledger| ledger.writers.first().copied());
    ledgers
}

/// Whether it is a book or a spreadsheet: as recorded, else as it is written.
fn is_ledger(graph: &Graph, carrier: Carrier) -> bool {
    match carrier.store.and_then(|name| store_kind(graph, name)) {
        Some(StoreKind::PaperLedger | StoreKind::Excel) => true,
        Some(StoreKind::System | StoreKind::Archive | StoreKind::External) => false,
        None => carrier.medium == Some(Medium::Excel),
    }
}

fn finding(rule: &Rule, graph: &Graph, ledgers: &[&Ledger]) -> Finding {
    let nodes: BTreeSet<Index> = ledgers.iter().flat_map(|it| &it.writers).copied().collect();
    let free = || ledgers.iter().filter(|it| !it.is_prescribed(graph));
    let names = ledgers.iter().map(|ledger| ledger.name);
    let items = ledgers.iter().flat_map(|ledger| &ledger.items);
    let mut finding = Finding::at(rule, graph, nodes)
        .about(items.copied())
        .names("ledgers", names);
    let kept = ledgers.first().map(|ledger| &ledger.items);
    for ledger in free().filter(|it| Some(it.name) != ledgers.first().map(|it| it.name)) {
        for node in ledger.writers.iter().filter(|it| is_writing(graph, **it)) {
            let writes = graph.step(*node).map_or(&[][..], |step| &step.writes);
            let again = writes
                .iter()
                .filter(|it| kept.is_some_and(|kept| kept.contains(&it.item)));
            let claim = Claim {
                minutes_share: again.count() as f64 / writes.len() as f64,
                ..Claim::default()
            };
            finding = finding.claiming(graph, *node, claim);
        }
    }
    finding.forbidden((free().count() < 2).then_some(Guard::KeptByRule))
}

/// Whether the step is there to write into the ledger.
fn is_writing(graph: &Graph, node: Index) -> bool {
    matches!(
        graph.kind(node),
        Some(StepKind::Fill | StepKind::Enter | StepKind::Transcribe | StepKind::Register)
    )
}

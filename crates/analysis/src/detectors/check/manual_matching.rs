//! A person compares two records of which both are, or could be, in a machine.
//!
//! ## Why it is waste
//! Comparing fields is what machines do best: eyes tire, and one search a case adds up. People are needed for the few
//! cases in which the machine finds a difference.
//!
//! ## Flagged
//! ```flow
//! 審査担当: 画面を1件ずつ引いて世帯員を突き合わせる 3分 [突合 紙→紙 要綱 待ち8時間]
//!   システム: 住民記録システム
//!   読む: 申請書、世帯員
//! ```
//!
//! ## Clean
//! ```flow
//! 審査担当: 通帳の写しと申請書を突き合わせる 3分 [突合 紙→紙 慣行]
//!   読む: 申請書、口座写し
//! ```
//!
//! ## Guarded
//! ```flow
//! 審査担当: 外字や通称名を見て同じ人かを判断する 3分 [突合 紙→紙 要綱]
//!   システム: 住民記録システム
//!   読む: 申請書、氏名
//!   判断: 要
//! ```
//!
//! ## What to do
//! Let the systems compare by a common key and look at the differences only.
//!
//! ## Also
//! W01, W06
use std::collections::BTreeSet;

use kaizu_model::{Medium, Step, StepKind, StoreKind, folded};

use crate::carriers::{copies_before, item_name, read_from, store_kind};
use crate::controls::is_checked_by_people;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, judgement, protection};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "manual-matching"
    }

    fn code(&self) -> &'static str {
        "C05"
    }

    fn source(&self) -> &'static str {
        include_str!("manual_matching.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R07"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            if step.kind != Some(StepKind::Reconcile) || !is_checked_by_people(graph, node) {
                continue;
            }
            let references = references(graph, node, step);
            if references.is_empty() {
                continue;
            }
            let guards: Vec<Guard> = protection(graph, node)
                .into_iter()
                .chain(judgement(step))
                .collect();
            let mut finding = Finding::at(self, graph, [node])
                .about(step.reads.iter().map(|access| access.item))
                .naming(graph, "steps", &[node])
                .names("references", references);
            if let Some(minutes) = graph.minutes(node) {
                finding = finding.number("minutes_per_case", minutes * graph.visit(node));
            }
            if guards.is_empty() {
                finding = finding.claiming(graph, node, Claim::WHOLE);
            }
            found.push(finding.guarded(guards));
        }
    }
}

/// The digital records it is compared with: the system or spreadsheet at hand, else two of the items read, where both
/// were digital before they came on paper. None where what is compared is only on paper.
fn references(graph: &Graph, node: Index, step: &Step) -> BTreeSet<String> {
    let stores = step
        .reads
        .iter()
        .filter_map(|access| access.store.as_deref())
        .chain(step.system.as_deref());
    let found: BTreeSet<String> = stores
        .filter(|name| is_digital_store(graph, step, name))
        .map(str::to_owned)
        .collect();
    if !found.is_empty() {
        return found;
    }
    let was_digital = |access: &&kaizu_model::Access| {
        read_from(step, access).is_digital()
            || copies_before(graph, access.item, node).any(|origin| origin.carrier.is_digital())
    };
    let digital: BTreeSet<String> = step
        .reads
        .iter()
        .filter(was_digital)
        .map(|access| item_name(graph, access.item).to_owned())
        .collect();
    if digital.len() < 2 {
        return BTreeSet::new();
    }
    digital
}

/// Whether a machine can read the store that steps call `name`: as recorded, as some step uses it, else as its name
/// says.
fn is_digital_store(graph: &Graph, step: &Step, name: &str) -> bool {
    match store_kind(graph, name) {
        Some(StoreKind::Excel | StoreKind::System) => return true,
        Some(StoreKind::PaperLedger | StoreKind::Archive) => return false,
        // Another body's records may be either.
        Some(StoreKind::External) | None => {}
    }
    let is_used_digitally = |other: &Step| {
        let media = [other.medium_in, other.medium_out];
        other.system.as_deref() == Some(name) && media.into_iter().flatten().any(Medium::is_digital)
    };
    is_used_digitally(step)
        || graph.steps().any(|(_, other)| is_used_digitally(other))
        || is_digital_by_name(name)
}

/// A step that compares paper with a screen is often recorded as paper to paper; then only the name of what is on the
/// screen tells. A ledger (台帳) may be a book: its name tells nothing.
fn is_digital_by_name(name: &str) -> bool {
    let name = folded(name);
    [
        "システム",
        "ネット",
        "system",
        ".xlsx",
        ".xls",
        "データベース",
        "db",
    ]
    .iter()
    .any(|end| name.ends_with(end))
}

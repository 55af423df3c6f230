//! A document that was approved on paper and is then filed in the document system by hand.
//!
//! ## Why it is waste
//! It was a file before it was printed for approval. An approval on the screen files the document by itself.
//!
//! ## Flagged
//! ```flow
//! 課長: 伺いを決裁する 5分 [決裁 紙 規則]
//!   読む: 起案文書
//! 庶務: 決裁済みの文書を文書管理に登録する 3分 [スキャン 紙→業務システム 規則]
//!   システム: 文書管理システム
//!   読む: 起案文書
//!   書く: 公文書
//! ```
//!
//! ## Clean
//! ```flow
//! 課長: 伺いを決裁する 5分 [決裁 業務システム 規則]
//!   読む: 起案文書
//! 庶務: 届いた図面を文書管理に登録する 3分 [スキャン 紙→業務システム 規則]
//!   システム: 文書管理システム
//!   読む: 図面
//!   書く: 公文書
//! ```
//! ```flow
//! 課長: 伺いを決裁する 5分 [決裁 紙 規則]
//!   読む: 起案文書
//! 庶務: 決定の内容を給付システムに登録する 3分 [登録 紙→業務システム 規則]
//!   システム: 給付システム
//!   読む: 起案文書
//!   書く: 給付決定
//! ```
//! ```flow
//! 事業者: 図面を付けて申請する 60分 [送付 紙]
//!   書く: 図面
//! 課長: 図面を見て許可を決裁する 5分 [決裁 紙 規則]
//!   読む: 図面
//! 庶務: 届いた図面を文書管理に登録する 3分 [スキャン 紙→業務システム 規則]
//!   システム: 文書管理システム
//!   読む: 図面
//!   書く: 公文書
//! ```
//!
//! ## Guarded
//! ```flow
//! 課長: 伺いを決裁する 5分 [決裁 紙 規則]
//!   読む: 起案文書
//! 庶務: 原本を読み取って文書管理に登録する 3分 [スキャン 紙→業務システム 条例]
//!   システム: 文書管理システム
//!   読む: 起案文書
//!   書く: 公文書
//! ```
//!
//! ## What to do
//! Approve in the document system, which registers what was approved.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, LaneKind, Step, StepKind};

use crate::carriers::{is_document_system, read_from, written_to};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "re-registration"
    }

    fn code(&self) -> &'static str {
        "A06"
    }

    fn source(&self) -> &'static str {
        include_str!("re_registration.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11d"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let approvals = approvals_on_paper(graph);
        let reach = graph.reach();
        for (node, step) in graph.steps() {
            if !files(graph, step) {
                continue;
            }
            let from_paper = step
                .reads
                .iter()
                .filter(|it| read_from(step, it).is_paper());
            let items: BTreeSet<ItemId> = from_paper
                .map(|access| access.item)
                .filter(|item| approvals.contains_key(item))
                .collect();
            let approved: BTreeSet<Index> = items
                .iter()
                .filter_map(|item| approvals.get(item))
                .flatten()
                .copied()
                .filter(|approval| reach.is_before(*approval, node))
                .collect();
            if approved.is_empty() {
                continue;
            }
            let approved: Vec<Index> = approved.into_iter().collect();
            found.push(
                Finding::at(self, graph, [node])
                    .about(items)
                    .naming(graph, "steps", &[node])
                    .naming(graph, "approvals", &approved)
                    .claiming(graph, node, Claim::WHOLE)
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

/// The city's own documents that an approval reads from paper or writes on it, with those approvals. What came in on
/// paper has to be scanned however it is approved.
fn approvals_on_paper(graph: &Graph) -> BTreeMap<ItemId, Vec<Index>> {
    let mut by: BTreeMap<ItemId, Vec<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        if step.kind != Some(StepKind::Approve) {
            continue;
        }
        let read = step.reads.iter().map(|it| (it.item, read_from(step, it)));
        let written = step.writes.iter().map(|it| (it.item, written_to(step, it)));
        for (item, _) in read.chain(written).filter(|(_, on)| on.is_paper()) {
            by.entry(item).or_default().push(node);
        }
    }
    let is_outside =
        |node| graph.is_customers(node) || graph.lane_kind(node) == Some(LaneKind::External);
    for (_, step) in graph.steps().filter(|(node, _)| is_outside(*node)) {
        for access in &step.writes {
            by.remove(&access.item);
        }
    }
    by
}

/// Whether a step puts something into the document system.
fn files(graph: &Graph, step: &Step) -> bool {
    let stores = step
        .writes
        .iter()
        .filter_map(|it| written_to(step, it).store);
    matches!(
        step.kind,
        Some(StepKind::Scan | StepKind::Enter | StepKind::Transcribe | StepKind::Register)
    ) && stores
        .chain(step.system.as_deref())
        .any(|name| is_document_system(graph, name))
}

//! A list, a print or a draft on paper that is made of digital data and that only those who approve read.
//!
//! ## Why it is waste
//! Everything on it stands in a machine. It is made, laid on a desk, stamped and put away, and nobody works with it.
//!
//! ## Flagged
//! ```flow
//! 庶務: 決裁用の一覧表を印刷する 3分 [印刷 業務システム→紙 慣行]
//!   読む: 給付額
//!   書く: 一覧表
//! 課長: 一覧表を見て決裁する 5分 [決裁 紙 規則]
//!   読む: 一覧表
//! ```
//!
//! ## Clean
//! ```flow
//! 庶務: 決裁用の一覧表を印刷する 3分 [印刷 業務システム→紙 慣行]
//!   読む: 給付額
//!   書く: 一覧表
//! 課長: 一覧表を見て決裁する 5分 [決裁 紙 規則]
//!   読む: 一覧表
//! 窓口: 一覧表の順に品物を渡す 5分 [受渡 紙]
//!   読む: 一覧表
//! ```
//! ```flow
//! 庶務: 給付を起案する 3分 [起案 業務システム 規則]
//!   読む: 給付額
//!   書く: 起案文書
//! 課長: 画面で決裁する 5分 [決裁 業務システム 規則]
//!   読む: 起案文書
//! ```
//!
//! ## Guarded
//! ```flow
//! 庶務: 議案書を印刷する 3分 [印刷 業務システム→紙 法令]
//!   読む: 予算額
//!   書く: 議案書
//! 市長: 議案書を見て決裁する 5分 [決裁 紙 規則]
//!   読む: 議案書
//! ```
//!
//! ## What to do
//! Let them approve on the screen, in the system that holds the data.
use std::collections::BTreeSet;

use kaizu_model::{Access, Item, ItemId, Medium, SealKind, Step, StepKind};

use crate::carriers::{item_name, read_from, written_to};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::metrics::sheets;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "papers-for-approval"
    }

    fn code(&self) -> &'static str {
        "A05"
    }

    fn source(&self) -> &'static str {
        include_str!("papers_for_approval.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11d", "R11", "R03"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            let approvals = approvals(graph, node);
            if approvals.is_empty() {
                continue;
            }
            let written = || step.writes.iter().map(|access| access.item);
            found.push(
                Finding::at(self, graph, [node])
                    .about(written())
                    .naming(graph, "steps", &[node])
                    .naming(graph, "approvals", &approvals)
                    .names("papers", written().map(|item| item_name(graph, item)))
                    .claiming(graph, node, claim(graph, node))
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

/// The approvals that what is made at `node` is made for; none where it is made otherwise, or for somebody else as well.
pub(in crate::detectors) fn approvals(graph: &Graph, node: Index) -> Vec<Index> {
    let step = graph.step(node).filter(|_| graph.is_staff(node));
    let Some(step) = step.filter(|step| is_made_of_data(step)) else {
        return Vec::new();
    };
    let mut all = BTreeSet::new();
    for access in &step.writes {
        let readers = graph.accesses().readers(access.item);
        let are_theirs = readers.iter().all(|it| approves(graph, it.node));
        if readers.is_empty() || !are_theirs || is_for_others(graph, access.item) {
            return Vec::new();
        }
        all.extend(readers.iter().map(|it| it.node));
    }
    all.into_iter().collect()
}

/// Whether a step takes what a machine holds and makes a sheet of it.
fn is_made_of_data(step: &Step) -> bool {
    let is_digital = |access: &Access| read_from(step, access).is_digital();
    let is_sheet = |access: &Access| {
        let carrier = written_to(step, access);
        carrier.is_paper() || carrier.medium == Some(Medium::Excel)
    };
    matches!(
        step.kind,
        Some(StepKind::Aggregate | StepKind::Print | StepKind::Draft)
    ) && (step.medium_in.is_some_and(Medium::is_digital) || step.reads.iter().any(is_digital))
        && step.writes.iter().all(is_sheet)
}

/// Whether the item is a result, or made for somebody else.
fn is_for_others(graph: &Graph, item: ItemId) -> bool {
    let has_recipient = |item: &Item| item.recipient.is_some();
    graph.process.required_outputs.contains(&item)
        || graph.document.item(item).is_ok_and(has_recipient)
}

/// Whether approving is all that is done here. What gets an official or registered seal becomes a deed.
fn approves(graph: &Graph, node: Index) -> bool {
    let seals = graph.step(node).map_or(&[][..], |step| &step.seals);
    let is_approving = matches!(
        graph.kind(node),
        Some(StepKind::Approve | StepKind::Seal | StepKind::Consent | StepKind::Circulate)
    );
    is_approving && seals.iter().all(|seal| *seal == SealKind::Plain)
}

/// Who need not print is spared it; a list and a draft have to be thought out on the screen as well.
fn claim(graph: &Graph, node: Index) -> Claim {
    let own = if graph.kind(node) == Some(StepKind::Print) {
        Claim::MINUTES
    } else {
        Claim::default()
    };
    own.and_sheets(sheets(graph, node))
}

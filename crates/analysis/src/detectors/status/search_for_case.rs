//! Somebody who looks for a case in trays, folders and spreadsheets to answer a question about it.
//!
//! ## Why it is waste
//! The case is somewhere, and only looking through everything tells where; meanwhile somebody waits at the telephone.
//!
//! ## Flagged
//! ```flow
//! 住民: いつ振り込まれるか電話で聞く 5分 [問合 電話]
//! 給付担当: トレーを探して答える 7分 [照会 紙→電話 待ち1時間]
//!   読む: 申請書<紙・トレー>
//! ```
//!
//! ```flow
//! 給付担当: 書庫の箱から申請書を探す 8分 [照会 紙]
//!   読む: 申請書
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: いつ振り込まれるか電話で聞く 5分 [問合 電話]
//! 給付担当: 画面で調べて答える 2分 [照会 業務システム→電話]
//!   システム: 給付金システム
//!   読む: 処理状況
//! ```
//!
//! A letter that asks another office, or one that comes from there, is read, not searched for.
//!
//! ```flow
//! 審査担当: 前住所地へ所得を照会する 3分 [照会 紙]
//!   読む: 申請書
//!   書く: 照会書
//! ```
//!
//! ## What to do
//! Keep every case in one place that can be searched by name and number, whichever way it came in.
//!
//! ## Also
//! S02
use std::collections::BTreeSet;

use kaizu_model::{Medium, StepKind, StoreKind, folded};

use super::inquiries::{Inquiry, inquiries};
use crate::carriers::{Carrier, read_from, store_kind};
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// How people name a search that answers no drawn question: 探す, 探して, 探し出す.
const SEARCHING: &str = "探";

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "search-for-case"
    }

    fn code(&self) -> &'static str {
        "S03"
    }

    fn source(&self) -> &'static str {
        include_str!("search_for_case.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R17"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let inquiries = inquiries(graph);
        let asked = inquiries.iter().map(|it| it.steps().collect());
        let answering: BTreeSet<Index> = inquiries.iter().flat_map(Inquiry::steps).collect();
        let is_search =
            |node: &Index| is_query(graph, *node) && folded(graph.name(*node)).contains(SEARCHING);
        let unasked = graph
            .indices()
            .filter(|node| !answering.contains(node) && is_search(node));
        for steps in asked.chain(unasked.map(|node| vec![node])) {
            found.extend(self.among(graph, &steps));
        }
    }
}

impl Rule {
    /// The search among `steps`; what comes after it is no more part of it.
    fn among(&self, graph: &Graph, steps: &[Index]) -> Option<Finding> {
        let piles = |node: &Index| !piles(graph, *node).is_empty();
        let last = steps.iter().rposition(piles)?;
        let steps = &steps[..=last];
        let searching: Vec<Index> = steps.iter().copied().filter(piles).collect();
        let carriers: BTreeSet<&str> = searching
            .iter()
            .flat_map(|node| self::piles(graph, *node))
            .collect();
        // How much of the step is searching and how much is answering is not known, so nothing is claimed.
        let finding = Finding::at(self, graph, steps.iter().copied());
        Some(
            finding
                .naming(graph, "searching", &searching)
                .names("piles", carriers),
        )
    }
}

/// What somebody looks through in a query of the city's: trays and sheets by name, else paper and spreadsheets as such.
fn piles<'a>(graph: &Graph<'a>, node: Index) -> BTreeSet<&'a str> {
    let step = graph.step(node).filter(|_| is_query(graph, node));
    let reads = step
        .into_iter()
        .flat_map(|step| step.reads.iter().map(move |it| read_from(step, it)));
    reads
        .filter(|carrier| is_pile(graph, *carrier))
        .filter_map(|carrier| carrier.store.or(carrier.medium.map(Medium::ja)))
        .collect()
}

fn is_query(graph: &Graph, node: Index) -> bool {
    graph.is_staff(node) && graph.kind(node) == Some(StepKind::Query)
}

/// Whether nothing in it can be called up by a number. A system that is looked into beside the paper can.
fn is_pile(graph: &Graph, carrier: Carrier) -> bool {
    let is_loose = carrier.is_paper() || carrier.medium == Some(Medium::Excel);
    let kind = carrier.store.and_then(|name| store_kind(graph, name));
    is_loose
        && !matches!(
            kind,
            Some(StoreKind::System | StoreKind::Archive | StoreKind::External)
        )
}

//! Work that only one person does, who is busy with it, or whom every case has to pass.
//!
//! Decisions and seals are not meant: whoever holds an office has a deputy by rule.
//!
//! ## Why it is waste
//! When this person is ill, on leave or moved to another section, everything stops, and nobody else learns the work.
//!
//! ## Flagged
//! ```flow
//! @担当 システム担当 [職員 1人]
//! 窓口: 申請書を受け付ける 5分 [受領]
//! システム担当: 台帳に登録する 10分 [登録]
//! 通知係: 結果を知らせる 2分 [通知]
//! ```
//! ```flow
//! @年間件数 3000件
//! @担当 専門員 [職員 1人]
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 窓口: 現地を見るか [分岐]
//!   50% 見る → 現地を見る
//!   50% 見ない → 結果を知らせる
//! 専門員: 現地を見る 60分 [実地調査]
//! 窓口: 結果を知らせる 2分 [通知]
//! ```
//!
//! ## Clean
//! ```flow
//! @担当 システム担当 [職員 2人]
//! 窓口: 申請書を受け付ける 5分 [受領]
//! システム担当: 台帳に登録する 10分 [登録]
//! 通知係: 結果を知らせる 2分 [通知]
//! ```
//! ```flow
//! @担当 課長 [役職 1人]
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 課長: 決裁する 1分 [決裁]
//! 通知係: 結果を知らせる 2分 [通知]
//! ```
//! ```flow
//! @年間件数 300件
//! @担当 専門員 [職員 1人]
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 窓口: 現地を見るか [分岐]
//!   50% 見る → 現地を見る
//!   50% 見ない → 結果を知らせる
//! 専門員: 現地を見る 60分 [実地調査]
//! 窓口: 結果を知らせる 2分 [通知]
//! ```
//!
//! ## What to do
//! Let a second person learn it and do it in turn, and write down how it is done.
//!
//! ## Also
//! X03
use std::collections::BTreeSet;

use kaizu_model::{LaneKind, StepKind};

use crate::demand::demand;
use crate::detectors::{Detector, Gravity, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::load::loads;

/// From this part of their time on, one person has none left to show others.
const BUSY: f64 = 0.7;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "key-person"
    }

    fn code(&self) -> &'static str {
        "H06"
    }

    fn source(&self) -> &'static str {
        include_str!("key_person.rs")
    }

    fn practices(&self) -> &'static [u8] {
        &[21]
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::UnusedTalent)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let next = |node: &Index| graph.reach().next_certain(*node);
        let certain: BTreeSet<Index> = std::iter::successors(graph.start(), next).collect();
        let usual = demand(graph).normal;
        for load in loads(graph) {
            let is_one = load
                .people
                .is_some_and(|people| (people - 1.0).abs() < 1e-9);
            let is_work = |n: &Index| is_own_work(graph, *n);
            let work: Vec<Index> = load.steps.iter().copied().filter(is_work).collect();
            if !is_one || work.is_empty() {
                continue;
            }
            let utilisation = usual.and_then(|rate| load.utilisation(rate));
            let is_busy = utilisation.is_some_and(|part| part > BUSY);
            let passed = work.iter().copied().filter(|n| certain.contains(n));
            let places: Vec<Index> = if is_busy {
                work.clone()
            } else {
                passed.collect()
            };
            if places.is_empty() {
                continue;
            }
            let lanes = load.lanes.iter();
            let names = lanes.filter_map(|id| graph.document.lane(*id).ok());
            found.push(
                Finding::at(self, graph, places)
                    .names("lanes", names.map(|lane| lane.name.as_str()))
                    .number_if_known("utilisation", utilisation),
            );
        }
    }
}

/// Whether a step is work of the city's own people that no rule gives to a deputy.
fn is_own_work(graph: &Graph, node: Index) -> bool {
    let is_office = matches!(
        graph.kind(node),
        Some(StepKind::Approve | StepKind::Consent | StepKind::Seal | StepKind::Circulate)
    );
    !is_office && graph.lane_kind(node) != Some(LaneKind::External)
}

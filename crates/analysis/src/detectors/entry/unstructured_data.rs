//! Data kept as a picture that people read with their eyes.
//!
//! ## Why it is waste
//! A scan or a PDF is digital and still no data: what stands in it has to be read, typed and compared by people, as if it
//! were paper.
//!
//! ## Flagged
//! ```flow
//! 受付: 申請書をスキャンする 1分 [スキャン 紙→電子]
//!   書く: 申請書<電子・画像>
//! 審査: 画面を見て給付システムに入力する 5分 [転記 電子→業務システム]
//!   システム: 給付システム
//!   読む: 申請書
//!   書く: 氏名、口座
//! ```
//!
//! ## Clean
//! ```flow
//! 受付: 申請書をスキャンする 1分 [スキャン 紙→電子]
//!   書く: 申請書<電子・画像>
//! 受付: 申請書を読み取る 1分 [自動処理 電子]
//!   読む: 申請書
//!   書く: 申請書<電子・項目>
//! 審査: 読み取った項目を確かめる 2分 [確認 電子]
//!   読む: 申請書
//! ```
//!
//! ```flow
//! 受付: 申請書をスキャンする 1分 [スキャン 紙→電子]
//!   書く: 申請書
//! 審査: 画面を見て給付システムに入力する 5分 [転記 電子→業務システム]
//!   システム: 給付システム
//!   読む: 申請書
//!   書く: 氏名、口座
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目: 口座写し [写し]
//! 住民: 通帳を撮影して付ける 5分 [複写 紙→電子]
//!   書く: 口座写し<電子・画像>
//! 審査: 口座を見比べる 2分 [確認 電子]
//!   読む: 口座写し
//! ```
//!
//! ## What to do
//! Take the data in as fields: let the applicant enter them, or let a machine read the picture once, on arrival.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, LaneKind, StepKind};

use super::super::{Detector, Waste};
use super::copied_by_hand::LEFT_WITH_A_MACHINE;
use crate::accesses::{Accesses, Use};
use crate::carriers::{are_copies, item_name};
use crate::controls::is_checking;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::Guard;

/// Sees pictures that somebody of the office types from or checks.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "unstructured-data"
    }

    fn code(&self) -> &'static str {
        "E07"
    }

    fn source(&self) -> &'static str {
        include_str!("unstructured_data.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R05"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let accesses = graph.accesses();
        let mut pictures: BTreeMap<Index, Pictures> = BTreeMap::new();
        for (item, writers) in accesses.written() {
            for picture in writers.iter().filter(|it| is_picture(it)) {
                let readers = readers(graph, accesses, item, picture.node);
                if !readers.is_empty() {
                    let known = pictures.entry(picture.node).or_default();
                    known.items.insert(item);
                    known.readers.extend(readers);
                }
            }
        }
        for (node, pictures) in pictures {
            found.push(finding(self, graph, node, &pictures));
        }
    }
}

/// What a step holds as pictures, and who reads it.
#[derive(Default)]
struct Pictures {
    items: BTreeSet<ItemId>,
    readers: BTreeSet<Index>,
}

fn is_picture(writer: &Use) -> bool {
    let origin = writer.origin();
    origin.carrier.is_digital() && !origin.is_fields
}

/// Who types from the picture of `item` made at `node` or looks it over, before anything has made fields of it.
fn readers(graph: &Graph, accesses: &Accesses, item: ItemId, node: Index) -> Vec<Index> {
    let reach = graph.reach();
    let is_fields = |it: &&Use| {
        let origin = it.origin();
        origin.carrier.is_digital() && origin.is_fields && reach.is_before(node, it.node)
    };
    let fields: Vec<Index> = accesses
        .writers(item)
        .iter()
        .filter(is_fields)
        .map(|it| it.node)
        .collect();
    let readers = accesses.readers(item).iter().filter(|reader| {
        reader.access.is_structured != Some(true)
            && is_by_eye(graph, reader.node)
            && reach.is_before(node, reader.node)
            && !fields.iter().any(|it| reach.is_before(*it, reader.node))
    });
    readers.map(|reader| reader.node).collect()
}

fn is_by_eye(graph: &Graph, node: Index) -> bool {
    let is_by_people = !graph.is_outside(node) && graph.lane_kind(node) != Some(LaneKind::System);
    is_by_people && (is_typing(graph, node) || is_checking(graph, node))
}

fn is_typing(graph: &Graph, node: Index) -> bool {
    matches!(
        graph.kind(node),
        Some(StepKind::Enter | StepKind::Transcribe)
    )
}

fn finding(rule: &Rule, graph: &Graph, node: Index, pictures: &Pictures) -> Finding {
    let Pictures { items, readers } = pictures;
    let readers: Vec<Index> = readers.iter().copied().collect();
    let mut finding = Finding::at(rule, graph, std::iter::once(node).chain(readers.clone()))
        .about(items.iter().copied())
        .naming(graph, "made", &[node])
        .naming(graph, "readers", &readers)
        .names("items", items.iter().map(|it| item_name(graph, *it)));
    for reader in readers.into_iter().filter(|it| is_typing(graph, *it)) {
        let reads = graph.step(reader).map_or(&[][..], |step| &step.reads);
        let n_read = reads.iter().filter(|it| items.contains(&it.item)).count();
        let claim = Claim {
            minutes_share: n_read as f64 / reads.len() as f64 * (1.0 - LEFT_WITH_A_MACHINE),
            ..Claim::default()
        };
        finding = finding.claiming(graph, reader, claim);
    }
    finding.forbidden(are_copies(graph, items).then_some(Guard::Evidence))
}

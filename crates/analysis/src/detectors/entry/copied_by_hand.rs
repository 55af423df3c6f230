//! Data typed or written down by hand from paper or a telephone call.
//!
//! ## Why it is waste
//! Somebody reads what somebody else has written and writes it again. It takes minutes, it brings mistakes, and it
//! would not be needed if the one who knows the data entered it.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書に書く 10分 [記入 紙→紙]
//!   書く: 氏名、住所
//! 受付: 児童手当システムに入力する 5分 [転記 紙→業務システム]
//!   システム: 児童手当システム
//!   読む: 氏名、住所
//!   書く: 氏名、住所
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子→電子]
//!   システム: 電子申請
//!   書く: 氏名、住所
//! 受付: 申請データを受け取る 1分 [受領 電子→電子]
//!   システム: 電子申請
//!   読む: 氏名、住所
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 届書に自筆で書く 10分 [記入 紙→紙 必須]
//!   書く: 氏名、住所
//! 受付: 戸籍システムに入力する 5分 [転記 紙→業務システム]
//!   システム: 戸籍システム
//!   読む: 氏名、住所
//!   書く: 氏名、住所
//! ```
//!
//! The law demands the entry that makes it known:
//! ```flow
//! @台帳 住民記録 [業務システム]: 氏名、住所
//! 住民: 届書に書く 10分 [記入 紙→紙]
//!   書く: 氏名、住所
//! 市民課: 異動を入力する 5分 [転記 紙→業務システム 法令]
//!   システム: 住民記録
//!   読む: 氏名、住所
//!   書く: 氏名、住所
//! ```
//!
//! ## What to do
//! Let the applicant enter it, or let a machine read the paper and a person look only at what it was unsure of.
use kaizu_model::{Basis, ItemId};

use super::super::{Detector, Waste};
use super::asked_though_held::registered;
use crate::carriers::{copies_before, item_name};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};
use crate::rekeying::{Keying, keying};

/// What is left of the minutes when a machine reads the paper: preparing it and looking at the result. The municipal
/// trials of つくば市 report 79 to 83 % saved.
pub(super) const LEFT_WITH_A_MACHINE: f64 = 0.2;

/// Sees steps that copy from paper or speech what no machine holds yet, and any copying onto paper.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "copied-by-hand"
    }

    fn code(&self) -> &'static str {
        "E02"
    }

    fn source(&self) -> &'static str {
        include_str!("copied_by_hand.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R05", "R04", "R05b", "R08b", "R13"]
    }

    fn practices(&self) -> &'static [u8] {
        &[25, 1]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let registered = registered(graph);
        let is_record = |node: Index, keying: &Keying| {
            let by = |item: &ItemId| registered.get(item).is_some_and(|it| it.contains(&node));
            keying.by_hand.iter().all(by)
        };
        for node in graph.indices() {
            if let Some(keying) = keying(graph, node).filter(|keying| !keying.by_hand.is_empty()) {
                let basis = graph.step(node).and_then(|step| step.basis);
                let is_demanded = basis.is_some_and(Basis::is_binding) && is_record(node, keying);
                let law = is_demanded.then(|| protection(graph, node)).flatten();
                found.push(finding(self, graph, node, keying).forbidden(law));
            }
        }
    }
}

fn finding(rule: &Rule, graph: &Graph, node: Index, keying: &Keying) -> Finding {
    let step = graph.step(node);
    let share = keying.share_by_hand();
    let onto_paper = step
        .and_then(|step| step.medium_out)
        .is_some_and(kaizu_model::Medium::is_paper);
    let saved = if onto_paper {
        1.0
    } else {
        1.0 - LEFT_WITH_A_MACHINE
    };
    let mistakes = step.and_then(|step| step.error_rate);
    let claim = Claim {
        minutes_share: share * saved,
        errors: share * mistakes.map_or(0.0, kaizu_model::Share::get),
        ..Claim::default()
    };
    let names = keying.by_hand.iter().map(|item| item_name(graph, *item));
    Finding::at(rule, graph, [node])
        .about(keying.by_hand.iter().copied())
        .claiming(graph, node, claim)
        .forbidden(is_paper_demanded(graph, node, keying).then_some(Guard::MediumGiven))
        .naming(graph, "steps", &[node])
        .names("items", names)
        .names(
            "from",
            step.and_then(|step| step.medium_in)
                .map(kaizu_model::Medium::ja),
        )
        .number("share", share)
        .number_if_known("minutes", graph.minutes(node))
        .yearly(graph, node)
}

/// Whether the paper that is copied had to be written as it is: its step is marked as indispensable.
fn is_paper_demanded(graph: &Graph, node: Index, keying: &Keying) -> bool {
    let origins = keying.by_hand.iter();
    let origins = origins.flat_map(|item| copies_before(graph, *item, node));
    let mut papers = origins
        .filter(|origin| origin.carrier.is_paper())
        .peekable();
    let is_obligatory = |node| graph.step(node).is_some_and(|step| step.is_obligatory);
    papers.peek().is_some() && papers.all(|origin| is_obligatory(origin.node))
}

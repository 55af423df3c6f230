//! People look at the form of data that a machine holds: whether something is missing, too long or added up wrongly.
//!
//! ## Why it is waste
//! A form that refuses what is incomplete finds such mistakes while the applicant can still mend them. People find
//! them days later, and overlook some.
//!
//! ## Flagged
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子]
//!   書く: 申請データ
//! 受付担当: 画面で記載漏れと日付を見る 3分 [確認 慣行 電子]
//!   読む: 申請データ
//!   確認: 対象=申請データ 観点=記載漏れ、日付
//! ```
//!
//! ## Clean
//! Only people can see that a reason is good:
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子]
//!   書く: 申請データ
//! 受付担当: 画面で申請の理由を見る 3分 [確認 慣行 電子]
//!   読む: 申請データ
//!   確認: 対象=申請データ 観点=要件
//! ```
//!
//! What is written by hand no machine can read yet:
//! ```flow
//! 住民: 申請書に書く 10分 [記入 紙]
//!   書く: 申請書
//! 受付担当: 記載漏れと日付を見る 3分 [確認 慣行 紙]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=記載漏れ、日付
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子]
//!   書く: 申請データ
//! 受付担当: 画面で記載漏れと日付を見る 3分 [確認 法令 電子]
//!   読む: 申請データ
//!   確認: 対象=申請データ 観点=記載漏れ、日付
//! ```
//!
//! ## What to do
//! Let the form check it when it is filled in, and show people only what remains.
use kaizu_model::{Aspect, Check, Step, StepKind, folded};

use crate::carriers::read_from;
use crate::controls::is_checked_by_people;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{judgement, protection};
use crate::passing::passed;

/// Words for what can be seen without understanding it, besides the vocabulary's.
const FORMAL: &[&str] = &[
    "記載漏れ",
    "記入漏れ",
    "入力漏れ",
    "必須項目",
    "桁",
    "桁数",
    "日付",
    "添付有無",
    "添付の有無",
    "添付漏れ",
    "金額計算",
    "金額の計算",
];

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "machine-checkable-aspect"
    }

    fn code(&self) -> &'static str {
        "C10"
    }

    fn source(&self) -> &'static str {
        include_str!("machine_checkable_aspect.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R04"]
    }

    fn practices(&self) -> &'static [u8] {
        &[1, 25]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::UnusedTalent)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            let Some(check) = step.check.as_ref() else {
                continue;
            };
            let formal = formal(check);
            // Records that are compared with one another are a matter of their own.
            if formal.is_empty()
                || step.kind == Some(StepKind::Reconcile)
                || !is_checked_by_people(graph, node)
            {
                continue;
            }
            let Some(held) = held(graph, node, step) else {
                continue;
            };
            let claim = Claim {
                minutes_share: held * formal.len() as f64 / check.aspects.len() as f64,
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .about(step.reads.iter().map(|access| access.item))
                    .naming(graph, "checks", &[node])
                    .names("aspects", formal)
                    .claiming(graph, node, claim)
                    .forbidden(protection(graph, node).or(judgement(step))),
            );
        }
    }
}

/// The aspects that a machine could see.
fn formal(check: &Check) -> Vec<String> {
    let is_formal = |aspect: &&String| match Aspect::spelled(aspect) {
        Some(Aspect::Attachment | Aspect::Amount | Aspect::Form) => true,
        Some(Aspect::Person | Aspect::Content | Aspect::Requirement | Aspect::Entry) => false,
        None => FORMAL.contains(&folded(aspect).as_str()),
    };
    check.aspects.iter().filter(is_formal).cloned().collect()
}

/// The part of the cases in which a machine holds all that the check reads; `None` where it never does, or nothing is
/// known to be read.
fn held(graph: &Graph, node: Index, step: &Step) -> Option<f64> {
    let on_paper = step
        .reads
        .iter()
        .filter(|access| !read_from(step, access).is_digital());
    let is_before = |holder| holder != node && graph.reach().is_after(node, holder);
    let holders: Vec<Vec<Index>> = on_paper
        .map(|access| {
            let held = graph.held(access.item).iter().copied();
            held.filter(|holder| is_before(*holder)).collect()
        })
        .collect();
    if step.reads.is_empty() || holders.iter().any(Vec::is_empty) {
        return None;
    }
    let parts = holders.iter().map(|holders| passed(graph, holders, node));
    Some(parts.fold(1.0, f64::min))
}

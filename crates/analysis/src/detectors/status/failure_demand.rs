//! Calls and visits of residents that nobody would make if they could see what they want to know.
//!
//! ## Why it is waste
//! The question costs the resident time, stops somebody's work, and moves no case forward.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を郵送する 10分 [送付 紙]
//!   書く: 申請書
//! 審査担当: 申請を受け付ける 2分 [受領 紙 待ち16時間]
//!   読む: 申請書
//! 審査担当: 進み具合を聞かれるか [分岐]
//!   35% 聞かれる → いつになるか電話で聞く
//!   65% 聞かれない → 決定を通知する
//! 住民: いつになるか電話で聞く 10分 [問合 電話]
//! 審査担当: 調べて答える 7分 [照会 業務システム→電話 待ち1時間]
//! 審査担当: 決定を通知する 2分 [通知 業務システム→紙 待ち24時間]
//!   書く: 決定通知
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 制度について相談する 30分 [相談 口頭]
//! 審査担当: 使える制度を案内する 30分 [相談 口頭]
//! 審査担当: 前住所地に所得を照会する 3分 [照会 紙]
//! 審査担当: 足りない書類を電話で頼む 5分 [問合 電話]
//! ```
//!
//! ## What to do
//! Show residents how far their case is and how to fill in the form, and let one place answer the rest at once.
//!
//! ## Also
//! S01
use super::inquiries::{Inquiry, inquiries};
use super::invisible_status::{Silence, silence};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// The part of those who ask how far their case is who would look instead: some call whatever they can see.
const SPARED: Claim = Claim {
    minutes_share: 0.5,
    wait_share: 0.0,
    sheets: 0.0,
    errors: 0.0,
};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "failure-demand"
    }

    fn code(&self) -> &'static str {
        "S02"
    }

    fn source(&self) -> &'static str {
        include_str!("failure_demand.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R16", "R17"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Defects)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let silence = silence(graph);
        for inquiry in inquiries(graph) {
            let mut finding = Finding::at(self, graph, inquiry.steps())
                .number("inquiries_per_case", graph.visit(inquiry.asked))
                .naming(graph, "answered_by", &inquiry.answering)
                .number_if_known("minutes_per_case", minutes(graph, &inquiry))
                .yearly(graph, inquiry.asked);
            // Why others ask is not known, and so is what would spare them the question.
            let is_about_status = |silence: &Silence| silence.between.contains(&inquiry.asked);
            if silence.as_ref().is_some_and(is_about_status) {
                let is_free = |node: &Index| protection(graph, *node).is_none();
                for node in inquiry.steps().filter(is_free) {
                    finding = finding.claiming(graph, node, SPARED);
                }
            }
            found.push(finding);
        }
    }
}

/// What the question and its answer take, everybody together.
fn minutes(graph: &Graph, inquiry: &Inquiry) -> Option<f64> {
    let of = |node| graph.minutes(node).map(|it| it * graph.visit(node));
    inquiry.steps().map(of).sum()
}

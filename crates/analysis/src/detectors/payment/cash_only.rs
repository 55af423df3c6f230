//! Residents who can pay in cash, with stamps or by postal money order only.
//!
//! ## Why it is waste
//! They go to buy what they then send, and it is too much or too little; the city counts it, locks it up, cashes it in
//! and books it.
//!
//! ## Flagged
//! ```flow
//! 住民: 郵便局で定額小為替を買う 20分 [支払 紙→現金等 規則]
//! 市民課: 小為替を金庫に入れる 2分 [保管 現金等]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: どう払うか [分岐]
//!   60% カード → #1
//!   40% 現金 → #2
//! 住民: カードで手数料を払う 2分 [#1 支払 電子 規則]
//!   → #3
//! 住民: 現金で手数料を払う 2分 [#2 支払 現金等 規則]
//! 市民課: 領収を記録する 1分 [#3 登録]
//! ```
//! ```flow
//! 出張者: 現金で立て替える 2分 [支払 現金等 規則]
//! 庶務: 領収書を受け取る 2分 [受領 紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 収入証紙を買って貼る 10分 [支払 現金等 条例]
//! 窓口: 申請書を受け取る 2分 [受領 紙]
//! ```
//!
//! ## What to do
//! Let them pay by card or transfer once the amount is certain, and keep cash for who has nothing else.
use kaizu_model::{Medium, Step};

use super::paying::forced;
use crate::carriers::written_to;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "cash-only"
    }

    fn code(&self) -> &'static str {
        "P01"
    }

    fn source(&self) -> &'static str {
        include_str!("cash_only.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10c"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, _) in forced(graph, &is_in_cash, &is_otherwise) {
            // How long another way of paying takes is not known.
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "steps", &[node])
                    .yearly(graph, node)
                    .guarded(protection(graph, node)),
            );
        }
    }
}

fn is_in_cash(step: &Step) -> bool {
    let written = step
        .writes
        .iter()
        .map(|access| written_to(step, access).medium);
    written
        .chain([step.medium_in, step.medium_out])
        .any(|medium| medium == Some(Medium::Cash))
}

fn is_otherwise(step: &Step) -> bool {
    let is_known = step.medium_in.or(step.medium_out).is_some();
    is_known && !is_in_cash(step)
}

//! Residents who go somewhere only to pay.
//!
//! ## Why it is waste
//! The way to a bank or back to the office takes longer than the payment, and the case waits until they have been there.
//!
//! ## Flagged
//! ```flow
//! 税務課: 納付書を送る 2分 [送付 業務システム→紙]
//! 住民: 金融機関で納付する 5分 [支払 紙 規則]
//!   移動: 40分
//! ```
//!
//! ## Clean
//! ```flow
//! 税務課: 納付書を送る 2分 [送付 業務システム→紙]
//! 住民: 窓口で納付する 5分 [支払 紙 規則]
//! ```
//! ```flow
//! 税務課: 納付書を送る 2分 [送付 業務システム→紙]
//! 住民: どう納めるか [分岐]
//!   60% スマートフォン → #1
//!   40% 金融機関 → #2
//! 住民: スマートフォンで納付する 2分 [#1 支払 電子 規則]
//!   → 終わり
//! 住民: 金融機関で納付する 5分 [#2 支払 紙 規則]
//!   移動: 40分
//! ```
//!
//! ## Guarded
//! ```flow
//! 税務課: 納付書を送る 2分 [送付 業務システム→紙]
//! 住民: 金融機関で供託金を納める 5分 [支払 紙 法令]
//!   移動: 40分
//! ```
//!
//! ## What to do
//! Let them pay from where they are, by card, transfer or phone.
use kaizu_model::{Medium, Step};

use super::paying::forced;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "payment-trip"
    }

    fn code(&self) -> &'static str {
        "P02"
    }

    fn source(&self) -> &'static str {
        include_str!("payment_trip.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10c"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let travels = |step: &Step| step.travel.is_some_and(|travel| travel.get() > 0.0);
        for (node, step) in forced(graph, &travels, &is_remote) {
            // The way is no part of a step's minutes: it is told, not claimed.
            let travel = step.travel.map_or(0.0, kaizu_model::Minutes::get);
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "steps", &[node])
                    .number("travel", travel)
                    .guarded(protection(graph, node)),
            );
        }
    }
}

fn is_remote(step: &Step) -> bool {
    [step.medium_in, step.medium_out]
        .into_iter()
        .flatten()
        .any(Medium::is_digital)
}

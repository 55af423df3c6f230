//! A form that asks for very much, or takes very long.
//!
//! ## Why it is waste
//! With every field people make more mistakes and give up more often, and much of what is asked for the city knows.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書に手書きする 25分 [記入 紙 要綱]
//!   書く: 申請書
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書に手書きする 15分 [記入 紙 要綱]
//!   書く: 申請書
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//! ```flow
//! 住民: 窓口で並んで申請書を出す 25分 [送付 紙 要綱]
//!   読む: 申請書
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 法定の様式に手書きする 25分 [記入 紙 法令]
//!   書く: 申請書
//! 窓口: 申請書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## What to do
//! Print what the city knows on the form for the resident to confirm, and drop what nobody uses.
use std::collections::BTreeSet;

use kaizu_model::{ItemId, StepKind};

use super::super::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::Graph;
use crate::guards::protection;

/// More items than this are many.
const MANY: usize = 15;
/// More minutes than this are long.
const LONG: f64 = 20.0;

/// Sees what residents fill in at one place.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "heavy-form"
    }

    fn code(&self) -> &'static str {
        "J05"
    }

    fn source(&self) -> &'static str {
        include_str!("heavy_form.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R06", "R13"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps().filter(|(node, _)| graph.is_customers(*node)) {
            let is_filling = matches!(step.kind, Some(StepKind::Fill | StepKind::Enter));
            let written: BTreeSet<ItemId> = step.writes.iter().map(|access| access.item).collect();
            let minutes = step.minutes.map(kaizu_model::Minutes::get);
            let is_heavy = written.len() > MANY || minutes.is_some_and(|minutes| minutes > LONG);
            if !is_filling || !is_heavy {
                continue;
            }
            let is_known = |id: &&ItemId| {
                let item = graph.document.item(**id);
                item.is_ok_and(|item| item.is_known_to_city == Some(true))
            };
            let known = written.iter().filter(is_known).count();
            let spared = Claim {
                minutes_share: known as f64 / written.len().max(1) as f64,
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "steps", &[node])
                    .number("most_items", MANY as f64)
                    .number("most_minutes", LONG)
                    .number("known", known as f64)
                    .number_if_known("minutes", minutes)
                    .about(written)
                    .claiming(graph, node, spared)
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

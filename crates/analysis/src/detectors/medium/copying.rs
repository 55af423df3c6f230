//! Somebody makes a copy of a document.
//!
//! ## Why it is waste
//! A copy costs minutes and a sheet, has to be attached, checked and filed, and shows what the original's keeper could
//! say directly.
//!
//! ## Flagged
//! ```flow
//! @項目 資格確認書の写し [写し 市が保有]
//! こども課: 資格確認書をコピーする 2分 [複写 紙 慣行]
//!   読む: 資格確認書
//!   書く: 資格確認書の写し
//! ```
//!
//! ## Clean
//! ```flow
//! こども課: 画面で資格を確かめる 1分 [確認 業務システム 慣行]
//!   読む: 資格
//! ```
//!
//! ## Guarded
//! ```flow
//! @項目 戸籍の謄本 [写し 市が保有]
//! 市民課: 戸籍の謄本を作る 3分 [複写 紙 法令]
//!   書く: 戸籍の謄本
//! ```
//!
//! ## What to do
//! Look up what the city holds, and ask for no copy of it.
//!
//! ## Also
//! E06
use kaizu_model::{Access, Step, StepKind};

use super::super::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::Graph;
use crate::guards::protection;
use crate::metrics::sheets;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "copying"
    }

    fn code(&self) -> &'static str {
        "M06"
    }

    fn source(&self) -> &'static str {
        include_str!("copying.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10b"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let copies = graph.steps();
        for (node, step) in copies.filter(|(_, step)| step.kind == Some(StepKind::Copy)) {
            let held = held(graph, step);
            let claim = Claim {
                minutes_share: held,
                sheets: held * sheets(graph, node),
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .about(step.writes.iter().map(|access| access.item))
                    .naming(graph, "steps", &[node])
                    .claiming(graph, node, claim)
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

/// The part of what is copied that the city is recorded to hold anyway: only that can be spared.
fn held(graph: &Graph, step: &Step) -> f64 {
    let is_held = |access: &&Access| {
        let item = graph.document.item(access.item);
        item.is_ok_and(|item| item.is_known_to_city == Some(true))
    };
    step.writes.iter().filter(is_held).count() as f64 / step.writes.len().max(1) as f64
}

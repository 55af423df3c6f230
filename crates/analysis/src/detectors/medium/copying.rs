//! Somebody makes a copy of a document on paper.
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
//! A photograph that goes with an online form costs no sheet, and an attachment that the city can look up is seen as such:
//! ```flow
//! 住民: 通帳の写しを撮影し添付する 5分 [複写 紙→電子]
//!   書く: 口座画像
//! ```
//! ```flow
//! @項目 保険写し [写し 市が保有 出典:番号連携]
//! 住民: 保険証の写しを付ける 5分 [複写 紙]
//!   書く: 保険写し
//!   添付: 保険写し
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
use kaizu_model::{Access, ItemId, Medium, Step, StepKind};

use super::super::journey::known_attachments::attached;
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
        let attached = attached(graph);
        for (node, step) in graph.steps().filter(|(_, step)| is_copying(step)) {
            let known = attached.get(&node).map(|it| &it.known);
            let is_said = |item: &ItemId| known.is_some_and(|it| it.contains(item));
            let written = || step.writes.iter().map(|access| access.item);
            if known.is_some() && written().all(|item| is_said(&item)) {
                continue;
            }
            let held = held(graph, step, &is_said);
            let claim = Claim {
                minutes_share: held,
                sheets: held * sheets(graph, node),
                ..Claim::default()
            };
            found.push(
                Finding::at(self, graph, [node])
                    .about(written().filter(|item| !is_said(item)))
                    .naming(graph, "steps", &[node])
                    .claiming(graph, node, claim)
                    .forbidden(protection(graph, node)),
            );
        }
    }
}

fn is_copying(step: &Step) -> bool {
    step.kind == Some(StepKind::Copy) && step.medium_out.is_none_or(Medium::is_paper)
}

/// The part of what is copied that the city is recorded to hold anyway: only that can be spared.
fn held(graph: &Graph, step: &Step, is_said: &dyn Fn(&ItemId) -> bool) -> f64 {
    let is_held = |access: &&Access| {
        let item = graph.document.item(access.item);
        item.is_ok_and(|item| item.is_known_to_city == Some(true)) && !is_said(&access.item)
    };
    step.writes.iter().filter(is_held).count() as f64 / step.writes.len().max(1) as f64
}

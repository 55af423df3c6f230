//! Data that came in digitally, is printed, and is typed in again from the paper.
//!
//! ## Why it is waste
//! The computer had everything. Printing and typing cost minutes and sheets, and the typing brings mistakes for which
//! checks are then invented.
//!
//! ## Flagged
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子→電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名
//! 受付: 申請を印刷する 2分 [印刷 電子→紙]
//!   読む: 申請データ
//!   書く: 申請書
//! 受付: 給付システムに手で入力する 4分 [転記 紙→業務システム]
//!   システム: 給付システム
//!   読む: 申請書、氏名
//!   書く: 氏名
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子→電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名
//! 受付: 画面で申請を確かめる 2分 [確認 電子→電子]
//!   読む: 申請データ
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 電子申請に入力する 10分 [記入 電子→電子]
//!   システム: 電子申請
//!   書く: 申請データ、氏名
//! 受付: 許可証を印刷する 2分 [印刷 電子→紙]
//!   読む: 申請データ
//!   書く: 許可証
//! 住民: 許可証を受け取る 1分 [受領 紙→紙]
//!   読む: 許可証
//! 受付: 返された許可証を台帳に入力する 4分 [転記 紙→業務システム]
//!   システム: 許可台帳
//!   読む: 許可証、氏名
//!   書く: 氏名
//! ```
//!
//! ## What to do
//! Work on the screen, and take the data over instead of typing it.
//!
//! ## Also
//! E01
use kaizu_model::{ItemId, StepKind};

use super::super::{Detector, Waste};
use super::printing::{Printing, printings};
use crate::carriers::{item_name, read_from};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::Guard;
use crate::passing::passed_at;
use crate::rekeying::Keying;

/// Sees prints of digital data whose paper is typed in again later.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "print-and-rekey"
    }

    fn code(&self) -> &'static str {
        "M01"
    }

    fn source(&self) -> &'static str {
        include_str!("print_and_rekey.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R03", "R05"]
    }

    fn practices(&self) -> &'static [u8] {
        &[5, 26]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let again: Vec<(Index, &Keying)> = graph.typed_again().collect();
        for printing in printings(graph) {
            let typed = rekeyings(graph, &again, &printing);
            if !typed.is_empty() {
                found.push(finding(self, graph, &printing, &typed));
            }
        }
    }
}

/// The later of the steps that type something `again` that type in what was printed: they read one of the printed items
/// from paper, and what they enter was digital before.
pub(super) fn rekeyings<'g>(
    graph: &Graph,
    again: &[(Index, &'g Keying)],
    printing: &Printing,
) -> Vec<(Index, &'g Keying)> {
    let reach = graph.reach();
    let reads_it = |node: Index| {
        graph.step(node).is_some_and(|step| {
            step.reads.iter().any(|access| {
                printing.items.contains(&access.item) && read_from(step, access).is_paper()
            })
        })
    };
    let is_later = |node: Index| reach.is_before(printing.node, node);
    let typed: Vec<(Index, &Keying)> = again
        .iter()
        .copied()
        .filter(|(node, _)| is_later(*node) && reads_it(*node))
        .collect();
    let came_digitally = || {
        graph.steps().any(|(earlier, step)| {
            reach.is_before(earlier, printing.node)
                && step.medium_out.is_some_and(kaizu_model::Medium::is_digital)
        })
    };
    if typed.is_empty() || !came_digitally() {
        return Vec::new();
    }
    typed
}

fn finding(rule: &Rule, graph: &Graph, printing: &Printing, typed: &[(Index, &Keying)]) -> Finding {
    let nodes: Vec<Index> = typed.iter().map(|(node, _)| *node).collect();
    let mut items: Vec<ItemId> = Vec::new();
    for item in typed.iter().flat_map(|(_, keying)| keying.items_again()) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    let mut finding = Finding::at(
        rule,
        graph,
        std::iter::once(printing.node).chain(nodes.iter().copied()),
    )
    .about(items.iter().copied())
    .claiming(graph, printing.node, printing.claim(graph))
    .naming(graph, "print", &[printing.node])
    .naming(graph, "rekey", &nodes)
    .names("items", items.iter().map(|item| item_name(graph, *item)))
    .yearly(graph, printing.node);
    let parts = passed_at(graph, &[printing.node], &nodes);
    for ((node, keying), passed) in typed.iter().zip(parts) {
        let claim = Claim {
            minutes_share: keying.share_again() * passed,
            ..Claim::default()
        };
        finding = finding.claiming(graph, *node, claim);
    }
    finding.forbidden(is_handed_out(graph, printing).then_some(Guard::OriginalForOutside))
}

/// Whether the paper goes to somebody outside, for whom it is the original.
fn is_handed_out(graph: &Graph, printing: &Printing) -> bool {
    graph.kind(printing.node) == Some(StepKind::Notify)
        || printing.readers(graph).any(|node| graph.is_outside(node))
}

//! Digital data printed for somebody inside the city.
//!
//! ## Why it is waste
//! The reader has a screen too. The print costs minutes and sheets, has to be carried and filed, and is out of date
//! as soon as the data changes.
//!
//! ## Flagged
//! ```flow
//! 庶務: 支出命令を入力する 6分 [入力 業務システム→業務システム]
//!   システム: 財務会計
//!   書く: 支出命令
//! 庶務: 支出命令書を印刷する 3分 [印刷 業務システム→紙]
//!   システム: 財務会計
//!   読む: 支出命令
//!   書く: 支出命令書
//! 庶務: 支出命令書を綴る 1分 [保管 紙→紙]
//!   読む: 支出命令書
//! ```
//!
//! ## Clean
//! ```flow
//! 庶務: 支出命令を入力する 6分 [入力 業務システム→業務システム]
//!   システム: 財務会計
//!   書く: 支出命令
//! 課長: 画面で支出命令を決裁する 1分 [決裁 業務システム→業務システム]
//!   システム: 財務会計
//!   読む: 支出命令
//! ```
//! What is printed only to be approved is seen as such:
//! ```flow
//! 庶務: 支出命令書を印刷する 3分 [印刷 業務システム→紙]
//!   システム: 財務会計
//!   読む: 支出命令
//!   書く: 支出命令書
//! 課長: 支出命令を決裁する 1分 [決裁 紙→紙]
//!   読む: 支出命令書
//! ```
//!
//! ## Guarded
//! ```flow
//! 庶務: 契約書を印刷する 3分 [印刷 電子→紙 法令]
//!   書く: 契約書
//! 課長: 契約書に公印を押す 1分 [押印 紙→紙]
//!   読む: 契約書
//! ```
//!
//! ## What to do
//! Let the next person read it on the screen.
use std::collections::BTreeSet;

use kaizu_model::{Basis, LaneKind, SealKind, StepKind};

use super::super::approval::papers_for_approval::approvals;
use super::super::{Detector, Waste};
use super::print_and_rekey::rekeyings;
use super::printing::{Printing, printings};
use crate::carriers::item_name;
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::Guard;

/// Sees prints that only people of the city read and nobody types in again.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "paper-output"
    }

    fn code(&self) -> &'static str {
        "M02"
    }

    fn source(&self) -> &'static str {
        include_str!("paper_output.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R03"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overproduction)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let again: Vec<_> = graph.typed_again().collect();
        for printing in printings(graph) {
            let is_inside = |node| shares_systems(graph, node);
            if graph.kind(printing.node) == Some(StepKind::Notify)
                || !printing.readers(graph).all(is_inside)
                || !approvals(graph, printing.node).is_empty()
                || !rekeyings(graph, &again, &printing).is_empty()
            {
                continue;
            }
            let readers: BTreeSet<Index> = printing.readers(graph).collect();
            let readers: Vec<Index> = readers.into_iter().collect();
            if !readers.is_empty() {
                found.push(finding(self, graph, &printing, &readers));
            }
        }
    }
}

/// Whether the reader sits in the city's network: not outside, and not with a contractor.
fn shares_systems(graph: &Graph, node: Index) -> bool {
    !graph.is_outside(node) && graph.lane_kind(node) != Some(LaneKind::Contractor)
}

fn finding(rule: &Rule, graph: &Graph, printing: &Printing, readers: &[Index]) -> Finding {
    let names = printing.items.iter().map(|item| item_name(graph, *item));
    let claim = printing.claim(graph);
    Finding::at(rule, graph, [printing.node])
        .about(printing.items.iter().copied())
        .claiming(graph, printing.node, claim)
        .forbidden(is_demanded(graph, printing, readers).then_some(Guard::MediumGiven))
        .naming(graph, "steps", &[printing.node])
        .naming(graph, "readers", readers)
        .names("items", names)
        .yearly(graph, printing.node)
}

/// Whether a law demands the paper: the print itself rests on one, or the paper gets an official or registered seal.
fn is_demanded(graph: &Graph, printing: &Printing, readers: &[Index]) -> bool {
    let basis = graph.step(printing.node).and_then(|step| step.basis);
    let is_sealed = |node: &Index| {
        graph.step(*node).is_some_and(|step| {
            step.seals
                .iter()
                .any(|seal| matches!(seal, SealKind::Official | SealKind::Registered))
        })
    };
    basis.is_some_and(Basis::is_binding) || readers.iter().any(is_sealed)
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn seen(text: &str) -> Vec<&str> {
        let document = notation::parse(text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let mut found = Vec::new();
        Rule.detect(&graph, &mut found);
        found.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_judgement_noted_on_paper_is_no_print() {
        let text = "審査: 画面で突合する [突合 業務システム→紙]\n  書く: 突合結果\n\
                    審査: 判定する [審査 紙]\n  読む: 突合結果\n";
        assert!(seen(text).is_empty());
    }

    #[test]
    fn a_print_for_a_resident_or_a_contractor_is_not_for_the_city() {
        for reader in ["住民", "印刷業者"] {
            let text = format!(
                "窓口: 証明を印刷する [印刷 業務システム→紙]\n  書く: 証明\n\
                 {reader}: 証明を受け取る [受領 紙]\n  読む: 証明\n"
            );
            assert!(seen(&text).is_empty());
        }
    }

    #[test]
    fn a_print_of_which_no_reader_is_known_creates_no_finding() {
        let text =
            "窓口: 一覧を印刷する [印刷 業務システム→紙]\n  書く: 一覧\n窓口: 綴る [保管 紙]\n";
        assert!(seen(text).is_empty());
    }
}

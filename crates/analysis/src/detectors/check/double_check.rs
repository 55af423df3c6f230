//! Two checks of the same thing, one after the other, with nothing changed in between.
//!
//! ## Why it is waste
//! The second check costs as much as the first and finds little of what the first has missed. Checks multiply after
//! an accident and nobody dares to drop one; the number of mistakes that would slip through says what it is worth.
//!
//! ## Flagged
//! ```flow
//! 入力担当: 申請内容を入力する 4分 [転記 紙→業務システム]
//!   読む: 申請書
//!   書く: 口座
//! 入力担当: 入力した内容を確認する 2分 [確認 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=申請書 観点=口座
//! 係長: もう一度確認する 1分 [確認 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## Clean
//! ```flow
//! 審査担当: 添付を確認する 2分 [確認 慣行]
//!   確認: 対象=申請書 観点=添付
//! 係長: 口座を確認する 1分 [確認 慣行]
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## Guarded
//! ```flow
//! 審査担当: 申請書の口座を確認する 2分 [確認 法令]
//!   確認: 対象=申請書 観点=口座
//! 会計課: 支払の前に口座を確認する 1分 [確認 法令]
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## What to do
//! Keep the check by somebody who did not do the work, and drop the other.
//!
//! ## Also
//! E02
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::rechecks::finding;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "double-check"
    }

    fn code(&self) -> &'static str {
        "C02"
    }

    fn source(&self) -> &'static str {
        include_str!("double_check.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R09"]
    }

    fn practices(&self) -> &'static [u8] {
        &[5, 22]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for chain in graph.chains() {
            if chain.checks.len() == 2 {
                found.push(finding(self, graph, chain));
            }
        }
    }
}

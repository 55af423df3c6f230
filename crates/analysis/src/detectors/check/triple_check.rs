//! Three or more checks of the same thing, one after the other, with nothing changed in between.
//!
//! ## Why it is waste
//! Each further check finds less than the one before it, while everyone relies on the others. It shows that the work
//! before it is not trusted: usually something is copied by hand.
//!
//! ## Flagged
//! ```flow
//! 入力担当: 申請内容を入力する 4分 [転記 紙→業務システム]
//!   読む: 申請書
//!   書く: 口座
//! 入力担当: 2人で読み合わせる 6分 [確認 慣行 待ち2時間]
//!   読む: 申請書、口座
//!   確認: 対象=申請書 観点=口座
//! 審査担当: 別の職員が確認する 2分 [確認 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=申請書 観点=口座
//! 係長: 係長が確認する 1分 [確認 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## Clean
//! ```flow
//! 審査担当: 申請書を確認する 2分 [確認 慣行]
//!   確認: 対象=申請書 観点=口座
//! 住民: 申請書を書き直す 5分 [記入]
//!   書く: 申請書
//! 審査担当: 書き直した申請書を確認する 2分 [確認 慣行]
//!   確認: 対象=申請書 観点=口座
//! 住民: 申請書をもう一度書き直す 5分 [記入]
//!   書く: 申請書
//! 審査担当: 最後に申請書を確認する 2分 [確認 慣行]
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## Guarded
//! ```flow
//! 審査担当: 申請書の口座を確認する 2分 [確認 法令]
//!   確認: 対象=申請書 観点=口座
//! 係長: 口座を確認する 1分 [確認 条例]
//!   確認: 対象=申請書 観点=口座
//! 会計課: 支払の前に口座を確認する 1分 [確認 法令]
//!   確認: 対象=申請書 観点=口座
//! ```
//!
//! ## What to do
//! Remove what makes mistakes first, then keep one check by somebody who did not do the work.
//!
//! ## Also
//! E02
use crate::detectors::Detector;
use crate::finding::Finding;
use crate::graph::Graph;
use crate::rechecks::{chains, finding};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "triple-check"
    }

    fn code(&self) -> &'static str {
        "C03"
    }

    fn source(&self) -> &'static str {
        include_str!("triple_check.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R09"]
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for chain in chains(graph) {
            if chain.checks.len() > 2 {
                found.push(finding(self, graph, &chain));
            }
        }
    }
}

//! Applications that have to go back to who made them, at least once in seven.
//!
//! ## Why it is waste
//! The resident writes a second time, and the office explains, waits for the answer and begins again. Where so many get
//! it wrong, it is the form that is wrong.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 添付は足りているか [分岐]
//!   15% 添付不足 → #2
//!   85% 足りている → #3
//! 住民: 足りない書類を出す 10分 [#2 送付 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 添付は足りているか [分岐]
//!   12% 添付不足 → #2
//!   88% 足りている → #3
//! 住民: 足りない書類を出す 10分 [#2 送付 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! What the office puts right by itself, and what residents repeat before they hand it in, is no deficiency of theirs.
//!
//! ```flow
//! 住民: 暗証番号を入れて送信する 5分 [送付]
//! 住民: 送信できたか [分岐]
//!   20% できない → 暗証番号を入れて送信する
//!   80% できた → 台帳に入力する
//! 審査担当: 台帳に入力する 5分 [入力]
//! 審査担当: 入力は正しいか [分岐]
//!   15% 誤り → 台帳に入力する
//!   85% 正しい → 決定する
//! 審査担当: 決定する 2分 [審査]
//! ```
//!
//! ## What to do
//! Print what is known on the form, tell on it what is often missing, and check while it is written.
//!
//! ## Also
//! F01
use super::loops::{Loop, loops};
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// From this share of applications on, it is the form and not the people.
const MANY: f64 = 0.15;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "deficiency-rate"
    }

    fn code(&self) -> &'static str {
        "F02"
    }

    fn source(&self) -> &'static str {
        include_str!("deficiency_rate.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R04", "R06"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Defects)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for it in loops(graph) {
            let corrected: Vec<Index> = asked_of_applicants(graph, &it);
            if it.share < MANY - 1e-9 || corrected.is_empty() {
                continue;
            }
            let finding = it.finding(self, graph, |_| true);
            found.push(finding.naming(graph, "corrected", &corrected));
        }
    }
}

/// Steps of applicants that a loop leads through, where it is others who send the case back.
fn asked_of_applicants(graph: &Graph, it: &Loop) -> Vec<Index> {
    let is_theirs = |node: &Index| graph.is_customers(*node);
    if it.senders.iter().any(is_theirs) {
        return Vec::new();
    }
    let steps = it.nodes.iter().copied();
    steps
        .filter(|node| graph.step(*node).is_some() && is_theirs(node))
        .collect()
}

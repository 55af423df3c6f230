//! A mistake that is found only after much has been done with it, or by another section.
//!
//! ## Why it is waste
//! Everything between the mistake and where it is found was done for nothing, and is done again.
//!
//! ## Flagged
//! ```flow
//! 出張者: 請求書を書く 10分 [記入]
//! 所属課: 支出命令を入力する 6分 [入力 待ち4時間]
//! 会計課: 支出命令を見る 4分 [確認 待ち16時間]
//! 会計課: 不備はあるか [分岐]
//!   10% 不備あり → 支出命令を入力する
//!   90% 不備なし → 支払う
//! 会計課: 支払う 1分 [支払]
//! ```
//!
//! ## Clean
//! ```flow
//! 出張者: 請求書を書く 10分 [記入]
//! 所属課: 支出命令を入力する 6分 [入力 待ち4時間]
//! 所属課: 支出命令を見る 4分 [確認]
//! 所属課: 不備はあるか [分岐]
//!   10% 不備あり → 支出命令を入力する
//!   90% 不備なし → 支払う
//! 会計課: 支払う 1分 [支払 待ち16時間]
//! ```
//!
//! What is done only to put it right lies behind the place where it is found, not before.
//!
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 福祉課: 記載を見る 2分 [確認 待ち8時間]
//! 福祉課: 不備はあるか [分岐]
//!   10% 不備あり → #2
//!   90% 不備なし → #5
//! 福祉課: 補正を頼む手紙を書く 5分 [#2 作成]
//! 福祉課: 手紙を送る 1分 [送付]
//! 住民: 書き直す 10分 [記入 待ち32時間]
//! 文書課: 返ってきた申請書を配る 1分 [仕分 待ち4時間]
//!   → 記載を見る
//! 福祉課: 決定する 2分 [#5 審査]
//! ```
//!
//! ## What to do
//! Look for formal mistakes first, where the case comes in, before others work on it.
//!
//! ## Also
//! F01
use super::loops::{Loop, loops};
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::sections::sections;

/// From so many steps on, a mistake has gone far.
const FAR: f64 = 5.0;
/// From so many sections on, it has left the one where it could have been found.
const SECTIONS: usize = 2;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "late-rejection"
    }

    fn code(&self) -> &'static str {
        "F03"
    }

    fn source(&self) -> &'static str {
        include_str!("late_rejection.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11b"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Defects)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for it in loops(graph) {
            let sections = sections(graph, passed(graph, &it));
            let steps = steps_in_vain(graph, &it);
            if steps < FAR - 1e-9 && sections.len() < SECTIONS {
                continue;
            }
            // The first look at it happens twice however early the mistake is found.
            let is_spared = |node: Index| node != it.back_to && !it.is_correction(node);
            let finding = it.finding(self, graph, is_spared);
            found.push(
                finding
                    .number("steps_in_vain", steps)
                    .names("sections", sections),
            );
        }
    }
}

/// The steps that a case goes through before something sends it back.
fn passed(graph: &Graph, it: &Loop) -> impl Iterator<Item = Index> {
    let nodes = it.nodes.iter().copied();
    nodes.filter(|node| graph.step(*node).is_some() && !it.is_correction(*node))
}

/// How many steps that is on average: some of them see only a part of the cases.
fn steps_in_vain(graph: &Graph, it: &Loop) -> f64 {
    let all = graph.visit(it.back_to);
    passed(graph, it)
        .map(|node| (graph.visit(node) / all).min(1.0))
        .sum()
}

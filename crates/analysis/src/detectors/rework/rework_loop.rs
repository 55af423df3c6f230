//! Work that goes back to be done again, at least once in twenty cases.
//!
//! ## Why it is waste
//! Every step of the loop is done again, every queue in it is waited in again, and somebody has to explain what was
//! wrong.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 不備はあるか [分岐]
//!   23% 不備あり → #2
//!   77% 不備なし → #3
//! 住民: 書き直す 10分 [#2 記入 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 不備はあるか [分岐]
//!   2% 不備あり → #2
//!   98% 不備なし → #3
//! 住民: 書き直す 10分 [#2 記入 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! Where nobody said how many go back, it may be hardly any.
//!
//! ```flow
//! 住民: 申請書を書く 10分 [記入]
//! 審査担当: 申請書を確認する 3分 [確認 待ち8時間]
//! 審査担当: 不備はあるか [分岐]
//!   不備あり → #2
//!   不備なし → #3
//! 住民: 書き直す 10分 [#2 記入 待ち32時間]
//!   → 申請書を確認する
//! 審査担当: 決定する 2分 [#3 審査]
//! ```
//!
//! ## What to do
//! Check at the source, so that the first pass is right.
//!
//! ## Also
//! F02
use super::loops::loops;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;

/// From this share of cases on, going back is worth a word.
const OFTEN: f64 = 0.05;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "rework-loop"
    }

    fn code(&self) -> &'static str {
        "F01"
    }

    fn source(&self) -> &'static str {
        include_str!("rework_loop.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R04", "R13"]
    }

    fn practices(&self) -> &'static [u8] {
        &[1, 23, 29]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Defects)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let often = loops(graph)
            .into_iter()
            .filter(|it| it.share >= OFTEN - 1e-9);
        found.extend(often.map(|it| it.finding(self, graph, |_| true)));
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, notation};

    use crate::finding::Fact;

    #[test]
    fn a_loop_costs_its_repeats_and_all_of_the_correction() {
        let text = "\
@年間件数 100件
窓口: 受け付ける 1分
審査: 確認する 10分 [#1]
審査: 不備はあるか [分岐]
  20% 不備 → #2
  80% → #3
審査: 補正を頼む 5分 [#2]
  → #1
審査: 決定する 2分 [#3]
";
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let found = crate::find(&document, flow, None, &Cancel::default()).unwrap();
        let looped: Vec<_> = found.iter().filter(|it| it.code == "F01").collect();
        assert_eq!(looped.len(), 1);
        assert_eq!(looped[0].nodes.len(), 3);
        let minutes = match looped[0].facts["minutes_per_case"] {
            Fact::Number(minutes) => minutes,
            Fact::Names(_) => f64::NAN,
        };
        // p/(1−p)·Σt(loop) = 0.25·15
        assert!((minutes - 3.75).abs() < 1e-9, "{minutes}");
        let yearly = looped[0].avoidable.staff_minutes_per_year.unwrap();
        assert!((yearly - 375.0).abs() < 1e-6, "{yearly}");
    }
}

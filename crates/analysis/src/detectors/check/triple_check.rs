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
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::rechecks::finding;

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

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for chain in graph.chains() {
            if chain.checks.len() > 2 {
                found.push(finding(self, graph, chain));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::{Cancel, Document, notation};

    use crate::finding::{Fact, Finding};

    const THREE: &str = "\
審査担当: 口座写しを見る 2分 [#1 確認 慣行]
  読む: 口座写し
  確認: 対象=口座写し 観点=添付、口座
審査担当: 不備はあるか [#2 分岐]
  23% 不備あり → #3
  77% 不備なし → #4
住民: 出し直す 15分 [#3 記入]
  書く: 口座写し
  → #1
入力担当: 口座を入力する 4分 [#4 転記 紙→業務システム]
  読む: 口座写し
  書く: 口座
入力担当: 2人で読み合わせる 6分 [#5 確認 慣行]
  読む: 口座写し、口座
  確認: 対象=口座写し 観点=入力、口座
審査担当: もう一度確認する 2分 [#6 確認 慣行]
  読む: 口座写し、口座
  確認: 対象=口座写し 観点=入力、口座
";

    fn seen(text: &str) -> (Document, Vec<Finding>) {
        let document = notation::parse(text).unwrap();
        let flow = document.first_flow().unwrap();
        let found = crate::find(&document, flow, None, &Cancel::default()).unwrap();
        let repeats = |finding: &Finding| matches!(finding.code, "C02" | "C03");
        let found = found.into_iter().filter(repeats).collect();
        (document, found)
    }

    fn keys(document: &Document, finding: &Finding) -> Vec<String> {
        let key = |id| document.node(id).unwrap().key.unwrap().to_owned();
        finding.nodes.iter().map(|id| key(*id)).collect()
    }

    #[test]
    fn neither_copying_nor_a_correction_loop_parts_three_checks() {
        let (document, found) = seen(THREE);
        assert_eq!(found.len(), 1);
        assert_eq!(keys(&document, &found[0]), ["1", "5", "6"]);
        assert_eq!(
            found[0].facts["aspects"],
            Fact::Names(vec!["口座".to_owned()])
        );
    }

    #[test]
    fn what_is_dropped_leaves_every_aspect_looked_at_by_somebody_else() {
        let (_, found) = seen(THREE);
        let dropped = Fact::Names(vec!["2人で読み合わせる".to_owned()]);
        assert_eq!(found[0].facts["dropped"], dropped);
    }

    #[test]
    fn a_check_that_finds_enough_is_kept() {
        let text = "\
@年間件数 1000件
入力担当: 入力する 4分 [転記]
  書く: 口座
  誤り率: 4%
係長: 確認する 1分 [確認 慣行]
  読む: 口座
  確認: 対象=入力内容 観点=口座 発見率=50%
課長: もう一度確認する 1分 [確認 慣行]
  読む: 口座
  確認: 対象=入力内容 観点=口座 発見率=20%
";
        let (_, found) = seen(text);
        let escaped = match found[0].facts["escaped_per_year"] {
            Fact::Number(escaped) => escaped,
            Fact::Names(_) => f64::NAN,
        };
        assert!((escaped - 2.0).abs() < 1e-9, "{escaped}");
        assert!(found[0].guards.is_empty());
        let (_, found) = seen(&text.replace("20%", "40%"));
        assert_eq!(found[0].guards, [crate::Guard::CatchesEnough]);
        assert!(found[0].claims.is_empty());
    }

    #[test]
    fn a_step_that_writes_the_object_anew_parts_two_checks() {
        let text = THREE.replace("[#4 転記 紙→業務システム]", "[#4 記入]");
        let (document, found) = seen(&text);
        assert_eq!(keys(&document, &found[0]), ["5", "6"]);
        assert_eq!(found[0].code, "C02");
    }
}

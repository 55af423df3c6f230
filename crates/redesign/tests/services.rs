//! Work that happens to check something, and work that somebody waits for, is never dropped as one check too many.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a text that cannot be read or improved is a failed test"
)]

use std::collections::BTreeSet;

use kaizu_analysis::Graph;
use kaizu_model::Progress;
use kaizu_model::notation::parse;
use kaizu_redesign::{Package, Proposal, Wishes, propose};

/// Registering a dog: who enters looks at the form, and who hands out the tag looks at the fee.
const DOG: &str = "# 犬の登録
@年間件数 600件
@必要な成果 鑑札
飼い主: 登録申請書に書く 5分 [#1 記入 紙]
  書く: 申請書
窓口: 申請書を受け取る 2分 [#2 受領 紙 慣行]
  読む: 申請書
窓口: 記載を確認する 2分 [#3 確認 紙 慣行]
  読む: 申請書
  確認: 対象=申請書 観点=記載
窓口: 台帳に入力する 4分 [#4 入力 紙→業務システム 慣行]
  システム: 犬の台帳
  読む: 申請書
  書く: 犬の記録
  確認: 対象=申請書 観点=記載
窓口: 鑑札を用意する 2分 [#5 作成 慣行]
  読む: 犬の記録
  書く: 鑑札
  確認: 対象=犬の記録 観点=番号
窓口: 鑑札を渡す 2分 [#6 通知 慣行]
  読む: 鑑札
  確認: 対象=犬の記録 観点=番号
飼い主: 鑑札を受け取る 1分 [#7 受領]
  読む: 鑑札
@声 職員 不満 #3、#4、#5、#6: 同じことを何度も見ている
";

fn proposal(text: &str) -> Proposal {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}"));
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let flow = document.first_flow();
    let proposal =
        flow.and_then(|flow| propose(&document, flow, &wishes, &Progress::default()).ok());
    proposal.unwrap_or_else(|| panic!("no proposal for {text}"))
}

fn living(proposal: &Proposal) -> BTreeSet<String> {
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    let keys = graph.steps().filter_map(|(_, step)| step.key.clone());
    keys.collect()
}

#[test]
fn entering_and_handing_out_stay_although_they_check_what_others_check() {
    let proposal = proposal(DOG);
    let living = living(&proposal);
    for key in ["1", "2", "3", "4", "5", "6", "7"] {
        assert!(living.contains(key), "{key} of {living:?}");
    }
    assert!(proposal.invariants.iter().all(|result| result.holds));
}

/// Two checks of one thing by equals: `kind` and `more` say what the second one is and does besides.
fn checked_twice(kind: &str, more: &str) -> String {
    format!(
        "# 届出
@年間件数 600件
窓口: 届を受け取る 2分 [受領 紙 慣行]
  書く: 届
係長: 届を確認する 2分 [#1 確認 紙 慣行]
  読む: 届
  確認: 対象=届 観点=記載
課長: もう一度確認する 2分 [#2 {kind} 紙 慣行]
  読む: 届
  確認: 対象=届 観点=記載
{more}窓口: 台帳に載せる 2分 [#3 登録 紙→業務システム 慣行]
  読む: 届、確認結果
"
    )
}

#[test]
fn the_second_of_two_checks_goes() {
    let living = living(&proposal(&checked_twice("確認", "")));
    assert!(!living.contains("2"), "{living:?}");
}

#[test]
fn a_second_check_that_does_something_else_stays() {
    let cases = [
        ("確認", "  接点: 対面\n"),
        ("確認", "  書く: 確認結果\n"),
        ("入力", ""),
        ("通知", ""),
        ("送付", ""),
        ("支払", ""),
        ("保管", ""),
    ];
    for (kind, more) in cases {
        let living = living(&proposal(&checked_twice(kind, more)));
        assert!(living.contains("2"), "{living:?} with {kind} {more}");
    }
}

//! Ways for residents: online beside the counter, and no application at all.
//! Each is offered where the flow says enough for it, and not where anything speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]
mod composing;
mod offers;

use kaizu_model::Authority;

use offers::{is_made_once, made, proposal, with};

const APPLICATION: &str = "@年間件数 1200
@項目 受付日 [日付]
@項目 受付番号 [内部管理番号]
住民: 利用申込書に記入 10分 [#A 記入 紙 要綱 待ち0時間]
  書く: 申込書、氏名、希望
住民: 窓口で申込書を出す 5分 [#B 送付 紙 要綱 待ち0.5時間]
  読む: 申込書
  接点: 対面
保育課: 申込書を受け取る 3分 [#C 受領 紙 規則 待ち0時間]
  読む: 申込書
  書く: 受付日
保育課: 利用者システムに入力する 5分 [#D 入力 紙→業務システム 慣行 待ち4時間]
  システム: 利用者システム
  読む: 申込書、氏名、希望
  書く: 氏名、希望、受付番号
保育課: 利用を決める 3分 [#E 審査 業務システム 要綱 待ち4時間]
  システム: 利用者システム
  読む: 希望、受付番号
  書く: 判定
";

#[test]
fn an_online_way_opens_where_everybody_behind_the_entry_works_in_the_system() {
    assert!(is_made_once("R15", APPLICATION));
    let proposal = proposal(APPLICATION);
    let change = proposal.changes.iter().find(|it| it.code == "R15");
    assert_eq!(change.map(|it| it.authority), Some(Authority::Mayor));
    assert!(proposal.after.staff_min_per_case < proposal.before.staff_min_per_case);
    assert!(proposal.after.resident_min_per_case < proposal.before.resident_min_per_case);
}

#[test]
fn no_online_way_opens_where_there_would_only_be_more_to_print() {
    let on_paper = with(APPLICATION, "審査 業務システム", "審査 紙");
    assert_eq!(made("R15", &on_paper), 0);
    let looks_it_up = with(APPLICATION, "読む: 希望、", "読む: 申込書<紙>、希望、");
    assert_eq!(made("R15", &looks_it_up), 0);
    let into_a_sheet = with(APPLICATION, "紙→業務システム", "紙→Excel");
    assert_eq!(made("R15", &into_a_sheet), 0);
}

#[test]
fn no_online_way_opens_past_a_law_a_check_a_judgement_a_seal_or_a_fee() {
    let rows = [
        ("#A 記入 紙 要綱", "#A 記入 紙 法令"),
        ("#B 送付 紙 要綱", "#B 送付 紙 要綱 必須"),
        ("#C 受領 紙 規則", "#C 確認 紙 規則"),
        ("  書く: 受付日\n", "  書く: 受付日\n  判断: 要\n"),
        (
            "  書く: 受付日\n",
            "  書く: 受付日\n  確認: 対象=申込 観点=添付\n",
        ),
        (
            "  書く: 申込書、氏名、希望\n",
            "  書く: 申込書、氏名、希望\n  印: 登録印\n",
        ),
        ("#B 送付 紙 要綱", "#B 支払 現金等 要綱"),
        ("氏名、希望、受付番号", "氏名、希望、受付番号、優先順位"),
    ];
    for (was, is) in rows {
        let mut text = with(APPLICATION, was, is);
        if is.contains("優先順位") {
            text = with(&text, "読む: 希望、受付番号", "読む: 優先順位、受付番号");
        }
        assert_eq!(made("R15", &text), 0, "{is}");
    }
}

#[test]
fn no_online_way_opens_where_there_is_one_or_nobody_knows_that_none_is_demanded() {
    let online = with(
        APPLICATION,
        "#A 記入 紙 要綱 待ち0時間]\n",
        "#A 記入 紙 要綱 待ち0時間]\n  接点: オンライン\n",
    );
    assert_eq!(made("R15", &online), 0);
    let unknown = with(APPLICATION, "#B 送付 紙 要綱", "#B 送付 紙");
    assert_eq!(made("R15", &unknown), 0);
}

const BENEFIT: &str = "@年間件数 3000
@種別 給付
@項目 氏名 [本人特定 市が保有 出典:住基]
@項目 口座 [口座 市が保有 出典:当課]
@項目 受付番号 [内部管理番号]
給付課: 対象世帯へ申請書を送る 1分 [#A 送付 業務システム→紙 要綱 待ち0時間]
  書く: 案内
  → #B [郵送]
住民: 申請書に記入 10分 [#B 記入 紙 要綱 待ち40時間]
  読む: 案内
  書く: 申請書、氏名、口座
住民: 申請書を郵送する 5分 [#C 送付 紙 要綱 待ち16時間]
  読む: 申請書
  接点: 郵送
給付課: 申請書を受け取る 2分 [#D 受領 紙 規則 待ち4時間]
  読む: 申請書
給付課: 給付システムに入力する 4分 [#E 入力 紙→業務システム 慣行 待ち16時間]
  システム: 給付システム
  読む: 申請書、氏名、口座
  書く: 氏名、口座、受付番号
給付課: 支給を決める 3分 [#F 審査 業務システム 要綱 待ち4時間]
  読む: 氏名、口座、受付番号
  書く: 判定
";

#[test]
fn whose_account_the_city_knows_and_may_use_need_not_apply() {
    assert!(is_made_once("R21", BENEFIT));
    let proposal = proposal(BENEFIT);
    let change = proposal.changes.iter().find(|it| it.code == "R21");
    assert_eq!(change.map(|it| it.authority), Some(Authority::Mayor));
}

#[test]
fn everybody_applies_where_the_city_does_not_know_all_or_may_not_use_it() {
    let rows = [
        ("@種別 給付", "@種別 許認可"),
        ("口座 [口座 市が保有", "口座 [口座 市は未保有"),
        ("口座 [口座 市が保有 出典:当課]", "口座 [口座 市が保有]"),
        ("口座 [口座 市が保有", "口座 [所得 市が保有"),
        (
            "氏名 [本人特定 市が保有 出典:住基",
            "氏名 [本人特定 市が保有 出典:税",
        ),
        (
            "読む: 氏名、口座、受付番号",
            "読む: 申請書、氏名、口座、受付番号",
        ),
        ("#A 送付 業務システム→紙", "#A 起案 業務システム→紙"),
        ("#B 記入 紙 要綱", "#B 記入 紙 法令"),
    ];
    for (was, is) in rows {
        assert_eq!(made("R21", &with(BENEFIT, was, is)), 0, "{is}");
    }
}

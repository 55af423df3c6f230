//! What residents write, attach and have checked changes only where what is drawn says that it may.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]

mod places;

use kaizu_analysis::Graph;
use kaizu_model::Progress;
use kaizu_model::notation::parse;
use kaizu_redesign::{Package, Wishes, propose};

use places::places;

/// A form that is sent on paper and filled in.
const FORM: &str = "@担当 住民 [住民]
@項目 氏名 [本人特定 市が保有 出典:住基]
@項目 世帯員 [世帯 市が保有 出典:住基]
@項目 口座 [口座 市は未保有]
福祉課: 申請書を送る 1分 [送付 業務システム→紙 要綱]
  書く: 案内
住民: 申請書に書く 15分 [記入 紙 要綱]
  読む: 案内
  書く: 氏名、世帯員、口座
福祉課: 審査する 5分 [審査 紙 要綱]
  読む: 氏名、世帯員、口座
";

#[test]
fn what_is_known_is_filled_in_only_where_somebody_can_print_or_show_it() {
    assert_eq!(places("R06", FORM), 1);
    let nobody_prints = FORM.replace("送付 業務システム→紙", "送付 紙");
    assert_eq!(places("R06", &nobody_prints), 0);
    let on_a_screen = nobody_prints.replace("記入 紙", "記入 電子");
    assert_eq!(places("R06", &on_a_screen), 1);
}

#[test]
fn who_one_is_and_what_a_law_has_one_declare_is_still_written() {
    assert_eq!(
        places("R06", &FORM.replace("記入 紙 要綱", "記入 紙 法令")),
        0
    );
    assert_eq!(
        places("R06", &FORM.replace("記入 紙 要綱", "記入 紙 必須")),
        0
    );
    assert_eq!(
        places(
            "R06",
            &FORM.replace("世帯 市が保有 出典:住基", "世帯 市は未保有")
        ),
        0
    );
}

/// A list that nobody reads.
const LIST: &str = "住民: 申請書を書く 10分 [記入 紙]
  書く: 申請書
福祉課: 集計表を作る 10分 [集計 紙 慣行]
  読む: 申請書
  書く: 集計表
課長: 申請を決裁する 1分 [決裁 紙]
  読む: 申請書
";

#[test]
fn what_nobody_reads_goes_unless_somebody_names_it_or_it_is_more_than_that() {
    assert_eq!(places("R01", LIST), 1);
    assert_eq!(
        places("R01", &LIST.replace("申請を決裁", "集計表を見て決裁")),
        0
    );
    assert_eq!(
        places("R01", &LIST.replace("集計 紙 慣行", "集計 紙 規則")),
        0
    );
    assert_eq!(
        places(
            "R01",
            &LIST.replace("  書く: 集計表\n", "  書く: 集計表\n  印: 公印\n")
        ),
        0
    );
    assert_eq!(places("R01", &format!("@必要な成果 集計表\n{LIST}")), 0);
}

/// Applications that come back.
const RETURNED: &str = "住民: 申請フォームに入力する 10分 [記入 電子]
  書く: 申請データ
審査担当: 申請を審査する 5分 [審査 電子 要綱 待ち8時間]
  読む: 申請データ
審査担当: 不備はあるか [#G 分岐]
  20% 不備あり → 直して送り直す
  80% 不備なし → 決定する
住民: 直して送り直す 8分 [送付 電子 待ち32時間]
  書く: 申請データ
  → 申請を審査する
課長: 決定する 1分 [決裁 電子 規則]
  読む: 申請データ
";

#[test]
fn a_form_finds_mistakes_only_on_a_screen_and_only_those_of_residents() {
    assert_eq!(places("R04", RETURNED), 1);
    assert_eq!(places("R04", &RETURNED.replace("記入 電子", "記入 紙")), 0);
    let by_staff = RETURNED.replace("住民: 直して", "審査担当: 直して");
    assert_eq!(places("R04", &by_staff), 0);
    let untold = RETURNED
        .replace("20% 不備あり", "不備あり")
        .replace("80% ", "");
    assert_eq!(places("R04", &untold), 0);
}

#[test]
fn of_two_channels_only_what_comes_in_on_the_screen_comes_back_less() {
    let text = RETURNED.replace("住民: 申請フォームに", "@担当 住民 [住民]\n住民: 方法 [分岐]\n  50% 電子 → 申請フォームに入力する\n  50% 紙 → 申請書に書く\n住民: 申請書に書く 9分 [記入 紙]\n  書く: 申請データ\n  → 申請を審査する\n住民: 申請フォームに");
    let document = parse(&text).unwrap();
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let flow = document.first_flow().unwrap();
    let proposal = propose(&document, flow, &wishes, &Progress::default()).unwrap();
    assert!(proposal.changes.iter().any(|change| change.code == "R04"));
    let shares = proposal.document.edges_of(proposal.flow);
    let returned = shares.filter(|(_, edge)| edge.condition.as_deref() == Some("不備あり"));
    let shares: Vec<f64> = returned
        .filter_map(|(_, edge)| Some(edge.share?.get()))
        .collect();
    // 20 % · (1 − 70 % · 50 %)
    assert!(
        matches!(shares.as_slice(), [share] if (share - 0.13).abs() < 1e-9),
        "{shares:?}"
    );
    assert!(proposal.invariants.iter().all(|result| result.holds));
}

/// Attachments, of which the city can look one up.
const ATTACHED: &str = "@項目 課税証明書 [書類 出典:税]
@項目 通帳の写し [写し 出典:本人]
住民: 書類をそろえて添付する 20分 [複写 紙 規則]
  書く: 課税証明書、通帳の写し
  添付: 課税証明書、通帳の写し
窓口: 受け付ける 2分 [受領 紙 規則]
  読む: 通帳の写し
福祉課: 審査する 5分 [審査 紙 規則]
  読む: 課税証明書、通帳の写し
";

#[test]
fn an_attachment_goes_only_where_it_can_be_looked_up_before_anybody_reads_it() {
    assert_eq!(places("R10b", ATTACHED), 1);
    assert_eq!(
        places("R10b", &ATTACHED.replace("複写 紙 規則", "複写 紙 法令")),
        0
    );
    let read_at_once = ATTACHED.replace("  読む: 通帳の写し\n", "  読む: 課税証明書、通帳の写し\n");
    assert_eq!(places("R10b", &read_at_once), 0);
    assert_eq!(
        places("R10b", &ATTACHED.replace("出典:税", "出典:税 市は未保有")),
        0
    );
}

/// The second of two checks never finds anything.
const CHECKED: &str = "@年間件数 1200件
窓口: 記載を確認する 2分 [確認 紙 要綱]
  確認: 対象=申請書 観点=記載
係長: 記載をもう一度見る 1分 [確認 紙 要綱]
  書く: 確認印
  確認: 対象=申請書 観点=記載 発見率=0%
窓口: 台帳に登録する 3分 [登録 紙→業務システム 要綱]
  読む: 申請書
";

#[test]
fn a_sample_is_enough_only_where_another_looks_at_all_and_nothing_hangs_on_it() {
    assert_eq!(places("R09b", CHECKED), 1);
    let all_the_same = [
        CHECKED.replace("発見率=0%", "発見率=1%"),
        CHECKED.replace("発見率=0%", "理由=不正防止 発見率=0%"),
        CHECKED.replace("@年間件数 1200件", "@年間件数 100件"),
        CHECKED.replace(
            "もう一度見る 1分 [確認 紙 要綱]",
            "もう一度見る 1分 [確認 紙 条例]",
        ),
        CHECKED.replacen("観点=記載", "観点=添付", 1),
        CHECKED.replace("  読む: 申請書\n", "  読む: 申請書、確認印\n"),
    ];
    for text in all_the_same {
        assert_eq!(places("R09b", &text), 0, "{text}");
    }
}

/// A fee that is paid in cash.
const PAID: &str = "住民: 申請書を書く 10分 [記入 紙]
  書く: 申請書
住民: 現金で手数料を払う 5分 [支払 現金等 規則]
  書く: 手数料
窓口: 手数料を金庫に入れ申請書を受け取る 3分 [受領 紙 規則]
  読む: 申請書、手数料
窓口: 手数料を帳簿に付ける 2分 [登録 現金等→業務システム 規則]
  システム: 財務会計システム
  読む: 手数料
  書く: 収入
課長: 決裁する 1分 [決裁 紙 規則]
  読む: 申請書
";

#[test]
fn people_may_pay_online_where_nobody_prescribes_cash_and_there_is_no_other_way_yet() {
    assert_eq!(places("R10c", PAID), 1);
    assert_eq!(
        places(
            "R10c",
            &PAID.replace("支払 現金等 規則", "支払 現金等 条例")
        ),
        0
    );
    let chosen = PAID.replace("住民: 現金で", "住民: どう払うか [分岐]\n  60% 振込 → 振り込む\n  40% 現金 → 現金で手数料を払う\n住民: 振り込む 9分 [支払 紙 規則]\n  書く: 手数料\n  → 手数料を金庫に入れ申請書を受け取る\n住民: 現金で");
    assert_eq!(places("R10c", &chosen), 0);
}

#[test]
fn who_handles_cash_does_so_for_cash_alone_and_everything_is_booked() {
    let document = parse(&format!("@必要な成果 収入\n{PAID}")).unwrap();
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let flow = document.first_flow().unwrap();
    let proposal = propose(&document, flow, &wishes, &Progress::default()).unwrap();
    assert!(proposal.invariants.iter().all(|result| result.holds));
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap();
    let seen = |name: &str| {
        let node = graph.indices().find(|n| graph.name(*n).contains(name));
        node.map(|n| (graph.visit(n) * 100.0).round())
    };
    assert_eq!(seen("帳簿に付ける"), Some(60.0));
    assert_eq!(seen("自動で取り込む"), Some(40.0));
    assert_eq!(seen("金庫に入れ"), Some(100.0));
}

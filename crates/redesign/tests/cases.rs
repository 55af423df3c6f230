//! Simple cases, examinations by rule and answers at once: only where nothing recorded speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]
mod composing;
mod places;

use kaizu_redesign::{Package, Proposal, Wishes};

use composing::composed;
use places::places;

/// A long examination by fixed rules, on the screen; what is not in order comes back.
const EXAMINED: &str = "@年間件数 1000
@担当 住民 [住民]
@担当 審査担当 [職員]
@担当 課長 [役職]
住民: 申請する 5分 [#1 記入 電子]
  システム: 電子申請
  書く: 申請データ
審査担当: 要件を審査する 12分 [#2 審査 電子 要綱 待ち8時間]
  システム: 給付システム
  読む: 申請データ
  書く: 審査結果
  確認: 対象=申請 観点=要件
  定型性: 定型
  判断: 不要
審査担当: 直すところはあるか [#3 分岐]
  10% ある → #4
  90% ない → #5
住民: 直す 5分 [#4 記入 電子]
  システム: 電子申請
  書く: 申請データ
  → #2
課長: 決裁する 1分 [#5 決裁 電子 規則]
  読む: 審査結果
";

/// A call about a case is taken by one and answered by another.
const ASKED: &str = "@年間件数 1000
@項目 処理状況 [処理状況]
@担当 住民 [住民]
@担当 システム [システム]
@担当 コールセンター [委託]
@担当 審査担当 [職員]
住民: 申請書を郵送する 10分 [#1 送付 紙]
  書く: 申請書
システム: 受付済みと表示 0分 [#2 自動処理 電子]
  システム: 照会ページ
  書く: 処理状況
  接点: オンライン
審査担当: 聞かれるか [#3 分岐]
  20% 聞かれる → #4
  80% 聞かれない → #7
住民: 電話で聞く 10分 [#4 問合 電話]
コールセンター: 担当課へ回す 5分 [#5 問合 電話→Excel 慣行]
  書く: 問合せ票
審査担当: 探して答える 7分 [#6 照会 紙→電話 慣行 待ち2時間]
  読む: 申請書
  書く: 回答
審査担当: 決定を通知する 2分 [#7 通知 業務システム→紙]
  読む: 申請書
";

/// Whether the rewrite fits anywhere.
fn fits(code: &str, text: &str) -> bool {
    places(code, text) > 0
}

fn proposal(text: &str, package: Package) -> Proposal {
    let wishes = Wishes {
        package,
        ..Wishes::default()
    };
    composed(text, &wishes)
}

fn codes(proposal: &Proposal) -> Vec<&str> {
    proposal.changes.iter().map(|it| it.code).collect()
}

#[test]
fn a_machine_applies_the_rule_and_a_person_decides() {
    let free = proposal(EXAMINED, Package::Free);
    assert!(codes(&free).contains(&"R19"), "{:?}", codes(&free));
    assert!(free.invariants.iter().all(|result| result.holds));
    assert!(free.after.staff_min_per_case < free.before.staff_min_per_case);
    let cheap = proposal(EXAMINED, Package::Fast);
    assert!(!codes(&cheap).contains(&"R19"));
}

#[test]
fn no_machine_decides_what_a_person_must() {
    assert!(fits("R19", EXAMINED));
    let by_people = [
        ("  判断: 不要\n", ""),
        ("  判断: 不要\n", "  判断: 要\n"),
        ("  定型性: 定型\n", ""),
        ("審査 電子 要綱", "審査 電子 条例"),
        (
            "課長: 決裁する 1分 [#5 決裁 電子 規則]",
            "課長: 通知する 1分 [#5 通知 電子 規則]",
        ),
        (
            "記入 電子]\n  システム: 電子申請\n  書く: 申請データ\n審",
            "記入 紙]\n  書く: 申請データ\n審",
        ),
        ("  → #2\n課長", "  → ここまで\n課長"),
    ];
    for (was, is) in by_people {
        let text = EXAMINED.replace(was, is);
        assert_ne!(text, EXAMINED);
        assert!(!fits("R19", &text), "{text}");
    }
}

#[test]
fn simple_cases_are_told_apart_where_no_machine_can_decide() {
    assert!(!fits("R12b", EXAMINED));
    let on_paper = EXAMINED.replace("電子", "紙").replace("紙申請", "郵送");
    assert!(fits("R12b", &on_paper));
    let sorted = proposal(&on_paper, Package::Fast);
    assert_eq!(codes(&sorted), ["R12b"]);
    assert!(sorted.invariants.iter().all(|result| result.holds));
    assert!(sorted.after.staff_min_per_case < sorted.before.staff_min_per_case);
    assert!(sorted.after.lead_working_hours <= sorted.before.lead_working_hours);
    for (was, is) in [
        ("  判断: 不要\n", "  判断: 要\n"),
        ("審査 紙 要綱", "審査 紙 法令"),
        ("要件を審査する 12分", "要件を審査する 4分"),
        ("  定型性: 定型\n", ""),
    ] {
        let text = on_paper.replace(was, is);
        assert_ne!(text, on_paper);
        assert!(!fits("R12b", &text), "{text}");
    }
}

#[test]
fn what_the_status_tells_is_answered_at_once() {
    let proposal = proposal(ASKED, Package::Free);
    assert!(codes(&proposal).contains(&"R17"), "{:?}", codes(&proposal));
    assert!(proposal.invariants.iter().all(|result| result.holds));
}

#[test]
fn a_call_is_passed_on_where_nothing_is_shown_or_somebody_must_answer() {
    assert!(fits("R17", ASKED));
    let passed_on = [
        ("@項目 処理状況 [処理状況]", "@項目 処理状況 [日付]"),
        ("コールセンター: 担当課へ回す", "審査担当: 書き取る"),
        ("[#6 照会 紙→電話 慣行", "[#6 照会 紙→電話 法令"),
        ("[#6 照会 紙→電話 慣行", "[#6 確認 紙→電話 慣行"),
        ("  書く: 回答\n", "  書く: 回答\n  判断: 要\n"),
        (
            "  20% 聞かれる → #4\n",
            "  15% 聞かれる → #4\n  5% 調べたい → #6\n",
        ),
        (
            "  読む: 申請書\n  書く: 回答\n",
            "  読む: 申請書\n  書く: 回答\n  30% 誤り → #2\n  70% 済み → #7\n",
        ),
    ];
    for (was, is) in passed_on {
        let text = ASKED.replace(was, is);
        assert_ne!(text, ASKED);
        assert!(!fits("R17", &text), "{text}");
    }
}

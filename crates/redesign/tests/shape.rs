//! Work is joined, put into another order, done side by side, at once or in one hand only where nothing speaks against it.
#![expect(
    clippy::panic,
    reason = "a text that cannot be read or improved is a failed test"
)]

mod composing;

use kaizu_analysis::Graph;
use kaizu_model::GatewayKind;
use kaizu_redesign::{Package, Proposal, Wishes};

use composing::composed;

fn proposal(text: &str) -> Proposal {
    let wishes = Wishes {
        package: Package::Free,
        ..Wishes::default()
    };
    let proposal = composed(text, &wishes);
    let broken = proposal.invariants.iter().find(|result| !result.holds);
    assert_eq!(broken, None, "{text}");
    proposal
}

fn is_made(text: &str, code: &str) -> bool {
    let changes = proposal(text).changes;
    changes.iter().any(|change| change.code == code)
}

/// Whether the change is made in `text`, but not where any of the pieces on the left is the one on the right.
fn holds(text: &str, code: &str, not_with: &[(&str, &str)]) {
    let proposal = proposal(text);
    let codes: Vec<&str> = proposal.changes.iter().map(|change| change.code).collect();
    assert!(
        codes.contains(&code),
        "{code} not in {codes:?}: {:?}",
        proposal.refused
    );
    for (from, to) in not_with {
        assert!(text.contains(from), "{from}");
        assert!(!is_made(&text.replace(from, to), code), "{code} with {to}");
    }
}

const PIECES: &str = "@担当 税務課 [職員]
税務課: 申請を画面で受け付ける 2分 [#1 登録 業務システム 慣行 待ち1時間]
  システム: 証明発行
  書く: 申請
税務課: 手数料を記録する 1分 [#2 登録 業務システム 慣行 待ち4時間]
  システム: 証明発行
  読む: 申請
  書く: 手数料
税務課: 発行を予約する 1分 [#3 登録 業務システム 慣行 待ち4時間]
  システム: 証明発行
  読む: 申請
  書く: 予約
";

#[test]
fn pieces_of_one_piece_of_work_are_joined() {
    let all = [
        ("#2 登録", "#2 入力"),
        ("待ち4時間]", "待ち4時間 必須]"),
        (
            "  書く: 手数料\n",
            "  書く: 手数料\n  待ちの理由: 相手方待ち\n",
        ),
        (
            "  書く: 手数料\n",
            "  書く: 手数料\n  メモ: 窓口が閉まってから\n",
        ),
    ];
    holds(PIECES, "R12d", &all[..1]);
    holds(PIECES, "R12d", &all[1..3]);
    let proposal = proposal(PIECES);
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap_or_else(|_| panic!("no flow"));
    assert_eq!(graph.len(), 1);
    assert_eq!(proposal.after.staff_min_per_case, Some(3.6));
    // The note stays with its own step; the other two are still one piece of work.
    let noted = PIECES.replace(all[3].0, all[3].1);
    let proposal = self::proposal(&noted);
    let graph = Graph::of(&proposal.document, proposal.flow).unwrap_or_else(|_| panic!("no flow"));
    assert_eq!(graph.len(), 2);
}

const COLLECTED: &str = "窓口: 申請を受け付ける 5分 [受領 電子 待ち0時間]
  書く: 申請データ
審査担当: 決定を給付システムに登録する 2分 [登録 業務システム 慣行 待ち20時間]
  システム: 給付システム
  読む: 申請データ
  書く: 決定
  待ちの理由: 締め待ち
  まとめ処理: 週次
通知係: 決定を知らせる 2分 [#N 通知 待ち0時間]
  読む: 決定
";

#[test]
fn what_is_collected_for_a_reason_is_still_collected() {
    let all = [
        ("締め待ち", "法定期間"),
        ("登録 業務システム", "集計 業務システム"),
        ("登録 業務システム", "登録 業務システム→紙"),
        (
            "[#N 通知 待ち0時間]",
            "[#N 通知 待ち20時間]\n  まとめ処理: 週次",
        ),
        (
            "  まとめ処理: 週次\n",
            "  まとめ処理: 週次\n  まとめ件数: 20件\n",
        ),
        ("業務システム 慣行", "業務システム 条例"),
    ];
    holds(COLLECTED, "R11e", &all);
    assert!(is_made(
        &COLLECTED.replace("登録 業務システム", "自動処理 業務システム"),
        "R11e"
    ));
}

const CHECKS: &str = "審査担当: 申請書を受け取る 1分 [受領]
  書く: 申請書
審査担当: 所得の要件を確認する 5分 [#1 確認 要綱]
  読む: 申請書
審査担当: この要件を満たすか [#2 分岐]
  20% 対象外 → #6
  80% 対象 → #3
審査担当: 住所の要件を確認する 4分 [#3 確認 要綱]
  読む: 申請書
審査担当: 次の要件を満たすか [#4 分岐]
  30% 対象外 → #6
  70% 対象 → #5
審査担当: 補助額を計算する 6分 [#5 計算]
審査担当: 結果を知らせる 2分 [#6 通知]
";

#[test]
fn checks_that_need_each_other_keep_their_order() {
    let all = [
        ("[#3 確認 要綱]\n", "[#3 確認 要綱]\n  理由となる手順: #1\n"),
        ("[#3 確認 要綱]", "[#3 確認 法令]"),
        ("審査担当: 住所", "建築担当: 住所"),
        ("30% 対象外 → #6\n  70%", "10% 対象外 → #6\n  90%"),
    ];
    holds(CHECKS, "R11b", &all);
    let written = CHECKS.replace("[#1 確認 要綱]\n", "[#1 確認 要綱]\n  書く: 区分\n");
    assert!(is_made(&written, "R11b"));
    let read = written.replace(
        "[#3 確認 要綱]\n  読む: 申請書",
        "[#3 確認 要綱]\n  読む: 区分",
    );
    assert!(!is_made(&read, "R11b"));
}

const LATE: &str = "住民: 申請書を書く 10分 [記入 紙]
  書く: 申請書、添付書類
審査担当: 現地の図面を作る 15分 [#W 作成 慣行]
  読む: 申請書
  書く: 図面
審査担当: 添付書類を確認する 3分 [#1 確認 要綱]
  読む: 申請書、添付書類
審査担当: 許可の対象になるか [分岐]
  20% 対象外 → #3
  80% 対象 → #2
課長: 許可を決める 5分 [#2 決裁]
  読む: 図面
審査担当: 結果を知らせる 2分 [#3 通知]
";

#[test]
fn work_that_every_case_needs_stays_before_the_check() {
    let all = [
        ("#W 作成", "#W 登録"),
        ("#W 作成 慣行", "#W 作成 規則"),
        ("[#3 通知]\n", "[#3 通知]\n  読む: 図面\n"),
    ];
    holds(LATE, "R11b", &all);
    let minutes = proposal(LATE).after.staff_min_per_case;
    assert_eq!(minutes, Some(3.0 + 0.8 * (15.0 + 5.0) + 2.0));
}

const ROW: &str = "@担当 会計課 [会計]
課長: 支給を決定する 2分 [#D 決裁 業務システム 待ち0時間]
  書く: 決定
会計課: 振込の手続をする 5分 [#1 支払 業務システム 待ち24時間]
  読む: 口座
  書く: 振込データ
受付担当: 決定通知を作る 2分 [#2 作成 業務システム 待ち8時間]
  読む: 決定
  書く: 決定通知
受付担当: 振込日を記録する 1分 [#3 登録 業務システム 待ち2時間]
  読む: 振込データ、決定通知
";

#[test]
fn who_needs_the_others_result_waits_for_it() {
    let all = [
        ("  読む: 決定\n", "  読む: 決定、振込データ\n"),
        ("  読む: 決定\n", "  読む: 決定<紙>\n"),
        ("受付担当: 決定通知を作る", "会計課: 決定通知を作る"),
        (
            "受付担当: 振込日を記録する 1分 [#3 登録 業務システム 待ち2時間]\n  読む: 振込データ、決定通知\n",
            "",
        ),
    ];
    holds(ROW, "R11c", &all);
}

#[test]
fn what_a_law_demands_can_lie_on_one_of_the_branches() {
    let law = ROW.replace("#1 支払 業務システム", "#1 支払 業務システム 法令");
    let proposal = proposal(&law);
    assert!(proposal.changes.iter().any(|change| change.code == "R11c"));
    let gateways = proposal.document.gateways();
    let kinds: Vec<GatewayKind> = gateways
        .filter(|(_, it)| it.flow == proposal.flow)
        .map(|(_, it)| it.kind)
        .collect();
    assert_eq!(kinds, [GatewayKind::Fork, GatewayKind::Join]);
}

const DETOUR: &str = "@担当 審査担当 [職員 課:市民課]
@担当 受付担当 [職員 課:市民課]
審査担当: 申請の記載を見る 3分 [#1 審査 業務システム]
  システム: 給付システム
  読む: 申請データ
受付担当: 整理番号を付ける 1分 [#2 付番 業務システム 慣行 待ち4時間]
  システム: 給付システム
  読む: 申請データ
  書く: 整理番号
審査担当: 要件を見る 5分 [#3 審査 業務システム 待ち4時間]
  システム: 給付システム
  読む: 申請データ
";

#[test]
fn duties_and_checks_stay_in_different_hands() {
    let all = [
        ("#2 付番", "#2 確認"),
        ("[#2 付番 業務システム 慣行", "[#2 付番 業務システム 規則"),
        (
            "@担当 受付担当 [職員 課:市民課]",
            "@担当 受付担当 [職員 課:税務課]",
        ),
        ("@担当 受付担当 [職員 課:市民課]", "@担当 受付担当 [職員]"),
        (
            "@担当 受付担当 [職員 課:市民課]",
            "@担当 受付担当 [役職 課:市民課]",
        ),
        (
            "  システム: 給付システム\n  読む: 申請データ\n  書く: 整理番号",
            "  システム: 住民記録\n  読む: 申請データ\n  書く: 整理番号",
        ),
        (
            "待ち4時間]\n  システム: 給付システム\n  読む: 申請データ\n",
            "待ち4時間]\n  システム: 給付システム\n  読む: 申請データ、整理番号\n",
        ),
    ];
    holds(DETOUR, "R12c", &all);
    let duty = DETOUR.to_owned() + "@職務分離 #2 / #3 [内部統制]\n";
    assert!(!is_made(&duty, "R12c"));
}

//! What people type is read, what is printed is read back as it was, and nothing makes the reader fall over.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test ends where something is wrong"
)]
mod random;

use kaizu_model::notation::{canonical, parse, print};
use kaizu_model::{Apply as _, Document, FlowId, SetAttribute};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use random::Dice;
use serde_json::json;

fn flow(document: &Document) -> FlowId {
    document.first_flow().unwrap()
}

/// The text as it is printed, having been read back without a difference.
fn printed(text: &str) -> String {
    let document = parse(text).unwrap_or_else(|mistake| panic!("{mistake}\n{text}"));
    let printed = print(&document, flow(&document));
    let again = parse(&printed).unwrap_or_else(|mistake| panic!("{mistake}\n{printed}"));
    assert_eq!(again, canonical(&document, flow(&document)), "{printed}");
    assert_eq!(print(&again, flow(&again)), printed);
    printed
}

#[test]
fn a_line_needs_only_a_lane_and_a_step() {
    let text = "窓口: 申請書を受け取る\n審査: 書類を確認する 5分\n";
    assert_eq!(printed(text), text);
}

#[test]
fn words_in_a_bracket_stand_in_any_order() {
    let text = "窓口: 確かめる [確認 慣行 待ち4時間]\n";
    assert_eq!(printed("窓口: 確かめる [待ち4時間 慣行 確認]\n"), text);
    assert_eq!(printed("窓口: 確かめる [wait 4h custom check]\n"), text);
}

#[test]
fn an_arrow_line_may_make_the_step_it_leads_to() {
    let text = "受付: 申請書を受け取る
審査: 書類を確認する
  20% 不備 → 受付: 補正を頼む → 書類を確認する
審査: 決定する
";
    assert_eq!(
        printed(text),
        "受付: 申請書を受け取る
審査: 書類を確認する
  20% 不備 → 補正を頼む
  80% → 決定する
受付: 補正を頼む
  → 書類を確認する
審査: 決定する
"
    );
}

#[test]
fn everything_about_a_flow_can_be_written() {
    let text = "# 特別定額給付金(令和2年型・一律給付)
@番号 A
@例示
@年間件数 30000
@標準処理期間 30日
@必要な成果 入金、決定通知
@担当 住民 [住民]
@担当 受付担当 [職員 3人 課:市民課 時給:2500円]
@担当 審査担当 [職員]
@工程 受付 審査
@項目 氏名 [本人特定 市が保有 出典:住基 個人情報]
@様式 申請書 [2部 保存5年 認印]: 氏名、口座 / 写し
@台帳 住民記録 [業務システム 所管:市民課]: 氏名
## 受付
住民: 申請書を書く
受付担当: 申請データを1世帯ずつ紙に印刷 2分 [#A16 印刷 電子→紙 慣行 待ち8時間]
  システム: PC・プリンタ
  読む: 申請データ、口座画像<電子・画像・電子申請(クラウド)>
  書く: 申請書、口座写し
  確認: 対象=申請書 観点=入力、口座 相手=原本 始まり=平成30年の誤支給 発見率=0.5%
## 審査
審査担当: 不備はあるか [#A35 分岐]
  23% 不備あり → #A16 [庁内便 一度だけ]
  77% → 決定する
審査担当: 決定する 1分 [必須]
@声 職員 不満 #A16 [3件 重さ2 アンケート]: 読み合わせの後にもう一度見る
@職務分離 #A16 / 決定する [地方自治法232条の4]
";
    assert_eq!(printed(text), text);
}

/// Each pair says the same.
const SPELLINGS: &[(&str, &str)] = &[
    (
        "窓口：　申請書を受け取る　５分",
        "窓口: 申請書を受け取る 5分",
    ),
    (
        "\u{feff}窓口: 受け取る\r\n\r\n\t※ 後で聞く\r\n// comment\r\n審査 : 見る  \r\n",
        "窓口: 受け取る\n審査: 見る",
    ),
    (
        "窓口: 決定する 1時間30分\n窓口: 受け取る5分\n窓口: 送る 90秒\n窓口: 「綴る 5分」",
        "窓口: 決定する 90分\n窓口: 受け取る 5分\n窓口: 送る 1.5分\n窓口: 「綴る 5分」",
    ),
    (
        "窓口: 決定する 5〜10分\n窓口: 送る [2時間]\n  作業時間: 1時間半",
        "窓口: 決定する 7.5分\n  分布: 三角 5分 7.5分 10分\n窓口: 送る 90分",
    ),
    (
        "窓口: 印刷する 2 min 【＃A1　印刷，電子 -> 紙、慣行 待ち 8 時間】",
        "窓口: 印刷する 2分 [#A1 印刷 電子→紙 慣行 待ち8時間]",
    ),
    (
        "window: print 2min [#A1 print electronic=>paper custom wait 8h]",
        "window: print 2分 [#A1 印刷 電子→紙 慣行 待ち8時間]",
    ),
    (
        "受付: 書く\n審査: 見る\n　２０％　もし不備　⇒　受付：書く",
        "受付: 書く\n審査: 見る\n  20% 不備 → 書く",
    ),
    (
        "受付: 書く\n審査: 見る\n  20%不備➡書く\n  80% -> 終わり",
        "受付: 書く\n審査: 見る\n  20% 不備 → 書く\n  80% → 終わり\n審査: 終わり [終わり]",
    ),
    (
        "＠担当　窓口［職員、３人、時給：2,500円］\n窓口: 見る",
        "@担当 窓口 [職員 3人 時給:2500円]\n窓口: 見る",
    ),
    (
        "@lane Desk [staff 3people section:Tax]\n@volume 30,000\nDesk: look\n  System: PC\n  READS: form, letter<paper>",
        "@年間件数 30000\n@担当 Desk [職員 3人 課:Tax]\nDesk: look\n  システム: PC\n  読む: form、letter<紙>",
    ),
    (
        "審査: 見る\n  職員の不満 [2件]: 二度見る",
        "審査: 見る\n@声 職員 不満 見る [2件]: 二度見る",
    ),
    (
        "審査: 見る\n@声 住民の要求 見る: 早く",
        "審査: 見る\n@声 住民 要求 見る: 早く",
    ),
    (
        "審査: 可否 [分岐AND]\n  → 受付: 甲\n  → 受付: 乙\n審査: 次",
        "審査: 可否 [分岐AND]\n  → 甲\n  → 乙\n受付: 甲\n  → 次\n受付: 乙\n審査: 次",
    ),
    (
        "審査: 見る\n  同時 → 受付: 甲\n  同時 → 受付: 乙",
        "審査: 見る\n  → 甲 [同時]\n  → 乙 [同時]\n受付: 甲\n  → 終わり\n受付: 乙",
    ),
    (
        "審査: 見る\n  4.8% 取下げ → 終わり\n審査: 決める",
        "審査: 見る\n  4.8% 取下げ → 終わり\n  95.2% → 決める\n審査: 終わり [終わり]\n審査: 決める",
    ),
    (
        "窓口: 見る\n  20% 不備 → 窓口: かけ直しを待つ [待機 待ち１日 庁内便] → 窓口: 書く5分 [#A2 紙] → 見る\n窓口: 送る",
        "窓口: 見る\n  20% 不備 → かけ直しを待つ [庁内便]\n  80% → 送る\n窓口: かけ直しを待つ [待機 待ち7.75時間]\n窓口: 書く 5分 [#A2 紙]\n  → 見る\n窓口: 送る",
    ),
    (
        "窓口: 見る\n  30% 書類不足 → 補正\n  20% 記載誤り → 補正\n窓口: 決める\n窓口: 補正",
        "窓口: 見る\n  50% 書類不足・記載誤り → 補正\n  50% → 決める\n窓口: 決める\n窓口: 補正",
    ),
    (
        "窓口: 見る\n  約2% 取下げ → 終わり\n  3% 却下 → 終わり\n窓口: 決める",
        "窓口: 見る\n  5% 取下げ・却下 → 終わり\n  95% → 決める\n窓口: 終わり [終わり]\n窓口: 決める",
    ),
    (
        "窓口: 「A」「B」を渡す\n窓口: 「見る: 1」",
        "窓口: 「\\「A\\」\\「B\\」を渡す」\n窓口: 見る: 1",
    ),
    (
        "窓口: 見る\n  確認: 対象＝申請書　観点＝入力、口座　相手＝原本 の控え",
        "窓口: 見る\n  確認: 対象=申請書 観点=入力、口座 相手=「原本 の控え」",
    ),
    (
        "@normal-volume 20 cases\n@version 2\n@status draft\n@item 通知 [recipient:住民 specific personal]\n窓口: 見る\n  other-systems: Excel、住基\n  reads: 口座<update・PC・copied-from:paper・form>\n  check: reason=input error independent-of=入力者\n  channel: any\n  → 送る [return once]\n窓口: 送る\n@voice staff idea 見る [template:T1 resolved-by:3]: 早く\n@duty 見る / 送る [scope:another section 会計規則 第3条]",
        "@通常期件数 20\n@版 2\n@状態 draft\n@項目 通知 [特定個人情報 渡し先:住民]\n窓口: 見る\n  ほかのシステム: Excel、住基\n  読む: 口座<更新・PC・転記元:paper・form>\n  確認: 理由=入力ミス防止 独立=入力者\n  受付方法: 任意\n  → 送る [差戻し 一度だけ]\n窓口: 送る\n@声 職員 アイデア 見る [ひな型:T1 解決した版:3]: 早く\n@職務分離 見る / 送る [範囲:別の課 「会計規則 第3条」]",
    ),
    (
        "窓口: 見る\n  書く: 氏名<「更新」>、住所<紙・削除・転記元:「転記元:原本」>\n窓口: 送る\n@職務分離 見る / 送る [範囲:申請者以外]\n@職務分離 見る / 送る [「範囲:別の課」]",
        "窓口: 見る\n  書く: 氏名<「更新」>、住所<紙・削除・転記元:「転記元:原本」>\n窓口: 送る\n@職務分離 見る / 送る [範囲:申請者以外]\n@職務分離 見る / 送る [「範囲:別の課」]",
    ),
];

#[test]
fn what_people_type_is_read() {
    for (typed, wanted) in SPELLINGS {
        assert_eq!(printed(typed).trim_end(), *wanted, "{typed}");
    }
}

#[test]
fn a_key_is_printed_for_the_first_step_that_has_it() {
    let document = parse("窓口: 見る [#A1]\n窓口: 書く [#A2]").unwrap();
    let second = document.steps().nth(1).unwrap().0;
    let command = SetAttribute::new(second, "key".to_owned(), json!("A1"));
    let document = document.after(&command.apply(&document).unwrap());
    let text = print(&document, flow(&document));
    assert_eq!(text, "窓口: 見る [#A1]\n窓口: 書く\n");
}

#[test]
fn a_long_text_is_read_as_a_whole() {
    let step = |n: usize| {
        format!(
            "担当{}: 手順{n} 2分 [#S{n} 印刷 電子→紙 慣行 待ち8時間]\n  読む: 項目{n}、氏名\n  20% → #S0\n",
            n % 7
        )
    };
    let text: String = (1..2_000).map(step).collect();
    let text = format!("担当0: 手順0 [#S0]\n{text}");
    let document = parse(&text).unwrap();
    assert_eq!(document.steps().count(), 2_000);
    assert_eq!(document.edges().count(), 2_000 - 1 + 1_999);
}

#[test]
fn the_examples_of_the_documentation_are_read() {
    let page = include_str!("../../../docs/notation.md");
    let examples: Vec<&str> = page.split("```flow\n").skip(1).collect();
    assert_eq!(examples.len(), 3);
    for example in examples {
        printed(example.split("```").next().unwrap_or_default());
    }
}

fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn what_is_printed_is_read_back_as_it_was(seed: u64, size in 1_usize..12) {
        let (document, flow) = random::flow::document(seed, size);
        let text = print(&document, flow);
        let again = parse(&text).map_err(|mistake| TestCaseError::fail(format!("{mistake}\n{text}")))?;
        let canonical = canonical(&document, flow);
        let pairs = canonical.records().zip(again.records());
        for (before, after) in pairs {
            prop_assert_eq!(before, after, "{}", text);
        }
        prop_assert_eq!(again.records().count(), canonical.records().count());
        prop_assert_eq!(print(&again, again.first_flow().unwrap()), text);
    }

    #[test]
    fn a_damaged_text_is_read_or_refused(seed: u64, size in 1_usize..6, damage in 1_usize..8) {
        let (document, flow) = random::flow::document(seed, size);
        let mut dice = Dice(seed);
        let mut bytes = print(&document, flow).into_bytes();
        for _ in 0..damage {
            let at = dice.below(bytes.len());
            match dice.below(4) {
                0 => bytes[at] = dice.roll() as u8,
                1 => bytes.insert(at, dice.pick(b"[]<>:#@%/,=- \n0\\")),
                2 => bytes.truncate(at.max(1)),
                _ => drop(bytes.remove(at)),
            }
            if bytes.is_empty() {
                break;
            }
        }
        if let Ok(document) = parse(&String::from_utf8_lossy(&bytes)) {
            let flow = document.first_flow().unwrap();
            let text = print(&document, flow);
            prop_assert_eq!(parse(&text).map_err(|mistake| TestCaseError::fail(format!("{mistake}\n{text}")))?, document);
        }
    }
}

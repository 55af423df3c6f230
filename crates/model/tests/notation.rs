//! What people type is read, what is printed is read back as it was, and nothing makes the reader fall over.
use kaizu_model::notation::{canonical, parse, print};
use kaizu_model::{Document, FlowId};

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

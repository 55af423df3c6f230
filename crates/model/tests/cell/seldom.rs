//! What is seldom said of a step: the flow, the column of 甲, what is written there, and the flow after it.
use kaizu_model::Column;

use super::Row;

const CHECKED: &str = "窓口: 甲\n  確認: 対象=申請書 理由=不正防止 発見率=0.5%";
const ATTACHED: &str = "@項目 写し\n窓口: 甲\n  添付: 写し";
const BECAUSE: &str = "窓口: 乙\n窓口: 甲\n  理由となる手順: 乙";
const THREE: &str = "窓口: 乙\n窓口: 審査\n窓口: 審査\n窓口: 甲";

pub(super) const ROWS: &[Row] = &[
    ("窓口: 甲", Column::Judgement, "要", "窓口: 甲\n  判断: 要"),
    (
        "窓口: 甲",
        Column::Judgement,
        "必要",
        "窓口: 甲\n  判断: 要",
    ),
    (
        "窓口: 甲",
        Column::Judgement,
        "不要",
        "窓口: 甲\n  判断: 不要",
    ),
    ("窓口: 甲\n  判断: 要", Column::Judgement, "", "窓口: 甲"),
    ("窓口: 甲", Column::Judgement, "たぶん", "!yes-or-no"),
    (
        "窓口: 甲",
        Column::Pressure,
        "はい",
        "窓口: 甲\n  重圧: はい",
    ),
    ("窓口: 甲\n  重圧: はい", Column::Pressure, "", "窓口: 甲"),
    ("窓口: 甲", Column::Remote, "不可", "窓口: 甲\n  在宅: 不可"),
    ("窓口: 甲", Column::Remote, "できる", "窓口: 甲\n  在宅: 可"),
    ("窓口: 甲", Column::Obligatory, "○", "窓口: 甲 [必須]"),
    ("窓口: 甲 [必須]", Column::Obligatory, "いいえ", "窓口: 甲"),
    (
        "窓口: 甲",
        Column::ErrorRate,
        "0.5",
        "窓口: 甲\n  誤り率: 0.5%",
    ),
    (
        "窓口: 甲",
        Column::ErrorRate,
        "２％",
        "窓口: 甲\n  誤り率: 2%",
    ),
    ("窓口: 甲", Column::ErrorRate, "120", "!share"),
    ("窓口: 甲", Column::ErrorRate, "多い", "!share"),
    (
        "窓口: 甲",
        Column::Value,
        "付加価値",
        "窓口: 甲\n  価値: 付加価値",
    ),
    ("窓口: 甲", Column::Value, "高い", "!vocabulary-word"),
    (
        "窓口: 甲",
        Column::Routine,
        "非定型",
        "窓口: 甲\n  定型性: 非定型",
    ),
    (
        "窓口: 甲",
        Column::Method,
        "実測",
        "窓口: 甲\n  測り方: 実測",
    ),
    (
        "窓口: 甲",
        Column::Contact,
        "来庁",
        "窓口: 甲\n  接点: 対面",
    ),
    (
        "窓口: 甲",
        Column::Channel,
        "窓口",
        "窓口: 甲\n  受付方法: 窓口",
    ),
    ("窓口: 甲", Column::Travel, "40", "窓口: 甲\n  移動: 40分"),
    (
        "窓口: 甲",
        Column::Travel,
        "1時間半",
        "窓口: 甲\n  移動: 90分",
    ),
    ("窓口: 甲", Column::Travel, "遠い", "!minutes"),
    (
        "窓口: 甲",
        Column::BatchSize,
        "20件",
        "窓口: 甲\n  まとめ件数: 20件",
    ),
    (
        "窓口: 甲",
        Column::OtherSystems,
        "住民記録\n財務会計",
        "窓口: 甲\n  ほかのシステム: 住民記録、財務会計",
    ),
    (
        "窓口: 甲",
        Column::Reads,
        "・氏名\r\n・住所",
        "窓口: 甲\n  読む: 氏名、住所",
    ),
    (
        "窓口: 甲",
        Column::System,
        "住民記録\n(端末)",
        "窓口: 甲\n  システム: 住民記録 (端末)",
    ),
    (
        "窓口: 甲",
        Column::Note,
        "一行目\n二行目",
        "窓口: 甲\n  メモ: 「一行目\\n二行目」",
    ),
    ("窓口: 甲", Column::Attachments, "写し", ATTACHED),
    (ATTACHED, Column::Attachments, "", "@項目 写し\n窓口: 甲"),
    (
        "窓口: 甲\n  確認: 対象=申請書",
        Column::CheckReason,
        "不正防止",
        "窓口: 甲\n  確認: 対象=申請書 理由=不正防止",
    ),
    (
        "窓口: 甲\n  確認: 対象=申請書 理由=不正防止",
        Column::CatchRate,
        "0.5",
        CHECKED,
    ),
    (
        CHECKED,
        Column::CatchRate,
        "",
        "窓口: 甲\n  確認: 対象=申請書 理由=不正防止",
    ),
    (
        "窓口: 甲",
        Column::CheckReason,
        "念のため",
        "!vocabulary-word",
    ),
    (
        "窓口: 甲",
        Column::CheckIndependentOf,
        "入力した人",
        "窓口: 甲\n  確認: 独立=入力した人",
    ),
    (
        "窓口: 甲",
        Column::CheckWhy,
        "誤支給",
        "窓口: 甲\n  確認: 始まり=誤支給",
    ),
    ("窓口: 乙\n窓口: 甲", Column::BecauseOf, "乙", BECAUSE),
    ("窓口: 乙\n窓口: 甲", Column::BecauseOf, "1", BECAUSE),
    (
        THREE,
        Column::BecauseOf,
        "審査#2、乙",
        "窓口: 乙\n窓口: 審査\n窓口: 審査\n窓口: 甲\n  理由となる手順: 審査#2、乙",
    ),
    (THREE, Column::BecauseOf, "審査", "!one-step"),
    (THREE, Column::BecauseOf, "丙", "!known-step"),
    (BECAUSE, Column::BecauseOf, "", "窓口: 乙\n窓口: 甲"),
];

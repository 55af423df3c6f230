//! An item that only holds sometimes: 「もし不備があれば補正を頼む」, 「不備の場合：3へ戻る」, 「はい → 審査する」.

/// What people write at the end of a condition.
const ENDS: &[&str] = &[
    "場合は",
    "場合には",
    "場合、",
    "場合，",
    "場合,",
    "場合：",
    "場合:",
    "ときは",
    "ときには",
    "とき、",
    "なら、",
    "ならば",
    "なら",
    "れば、",
    "れば",
    "たら、",
];
/// Answers that stand before a colon.
const ANSWERS: &[&str] = &[
    "はい",
    "いいえ",
    "yes",
    "no",
    "ok",
    "ng",
    "可",
    "否",
    "不可",
    "適",
    "不適",
    "あり",
    "なし",
    "有",
    "無",
    "○",
    "×",
    "不備あり",
    "不備なし",
    "それ以外",
    "その他",
];

/// The condition and what is done then; nothing where an item always holds.
pub(super) fn cut(text: &str) -> Option<(String, String)> {
    let (bare, is_if) = match ["もし", "If ", "if "]
        .iter()
        .find_map(|it| text.strip_prefix(it))
    {
        Some(rest) => (rest.trim_start_matches(['、', ' ', '　']), true),
        None => (text, false),
    };
    if let Some((condition, action)) = arrowed(bare).or_else(|| answered(bare)) {
        return Some((condition, action));
    }
    let ends = ENDS
        .iter()
        .filter_map(|end| Some(bare.find(end)? + end.len()));
    // In 「書類を集めたら、渡す」 something is always done: only もし makes such a sentence a condition.
    let end = ends.min().filter(|end| {
        is_if
            || bare
                .get(..*end)
                .is_some_and(|it| it.contains("場合") || it.contains("とき"))
    })?;
    let (condition, action) = bare.split_at_checked(end)?;
    let condition = condition.trim_end_matches(['は', 'に', '、', '，', ',', '：', ':']);
    parts(condition, action)
}

fn arrowed(text: &str) -> Option<(String, String)> {
    let (condition, action) = ["→", "⇒", "->", "=>", "➡"]
        .iter()
        .find_map(|it| text.split_once(it))?;
    parts(condition, action)
}

fn answered(text: &str) -> Option<(String, String)> {
    let (condition, action) = text.split_once(['：', ':'])?;
    let folded = kaizu_model::folded(condition);
    let is_answer =
        ANSWERS.contains(&folded.as_str()) || folded.ends_with("場合") || folded.ends_with("とき");
    parts(condition, action).filter(|_| is_answer)
}

fn parts(condition: &str, action: &str) -> Option<(String, String)> {
    let sign = |c: char| c.is_whitespace() || "、，,：:。".contains(c);
    let (condition, action) = (condition.trim_matches(sign), action.trim_matches(sign));
    (!condition.is_empty() && !action.is_empty()).then(|| (condition.to_owned(), action.to_owned()))
}

/// The number that 「3へ戻る」 or 「手順3に進む」 leads to, or 終わり; nothing where something is to be done.
pub(super) fn leads(action: &str) -> Option<String> {
    let text = kaizu_model::folded(action);
    if ["終わり", "終了", "終了する", "完了", "終わる", "end"].contains(&text.as_str())
    {
        return Some("終わり".to_owned());
    }
    let mut bare = text.as_str();
    for word in ["手順", "no.", "no", "step", "(", "#"] {
        bare = bare.strip_prefix(word).unwrap_or(bare).trim_start();
    }
    let is_number = |c: char| c.is_ascii_digit() || c == '-' || c == '.';
    let end = bare.find(|c| !is_number(c)).unwrap_or(bare.len());
    let (number, behind) = bare.split_at_checked(end)?;
    let behind = behind.trim_start_matches([')', '番', ' ']);
    let goes = [
        "",
        "へ",
        "に",
        "へ戻る",
        "に戻る",
        "へ進む",
        "に進む",
        "へもどる",
        "にもどる",
        "へ移る",
        "に移る",
        "へ行く",
    ];
    (number.starts_with(|c: char| c.is_ascii_digit()) && goes.contains(&behind))
        .then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_parted_from_what_is_done_then() {
        let cases = [
            ("もし不備があれば、補正を頼む", "不備があれば", "補正を頼む"),
            ("不備がある場合は補正を頼む", "不備がある場合", "補正を頼む"),
            ("不備の場合：3へ戻る", "不備の場合", "3へ戻る"),
            ("はい：審査する", "はい", "審査する"),
            ("20% 不備 → 補正を頼む", "20% 不備", "補正を頼む"),
        ];
        for (text, condition, action) in cases {
            assert_eq!(
                cut(text),
                Some((condition.to_owned(), action.to_owned())),
                "{text}"
            );
        }
        for text in [
            "書類を集めたら、渡す",
            "窓口：受け取る",
            "場合",
            "受け取る",
            "→ 3",
            "",
        ] {
            assert_eq!(cut(text), None, "{text}");
        }
    }

    #[test]
    fn an_action_may_only_lead_elsewhere() {
        assert_eq!(leads("手順3に戻る").as_deref(), Some("3"));
        assert_eq!(leads("（２）へ").as_deref(), Some("2"));
        assert_eq!(leads("終了する").as_deref(), Some("終わり"));
        assert_eq!(leads("3階へ運ぶ"), None);
        assert_eq!(leads("補正を頼む"), None);
    }
}

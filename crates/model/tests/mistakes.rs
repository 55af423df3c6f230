//! What cannot be read is refused with its place and an example, in time, whatever it is.
use kaizu_model::notation::parse;

/// A text, and the line, column and code of its mistake.
const MISTAKES: &[(&str, usize, usize, &str)] = &[
    ("", 1, 1, "something-to-read"),
    ("\n※ nothing\n", 2, 1, "something-to-read"),
    ("→", 1, 1, "step-above"),
    ("窓口", 1, 1, "step-line"),
    (": 見る", 1, 1, "lane-name"),
    ("窓口:", 1, 4, "step-name"),
    ("窓口: 見る\n@担当者 窓口", 2, 2, "directive"),
    ("窓口: 見る [#A1 印冊]", 1, 13, "step-word"),
    ("窓口: 見る [印刷", 1, 8, "closing-bracket"),
    ("窓口: 見る -5分", 1, 8, "minutes"),
    ("窓口: 見る 一時間", 1, 8, "minutes"),
    ("窓口: 見る数分", 1, 5, "minutes"),
    ("窓口: 5分", 1, 5, "step-name"),
    ("窓口: 見る [待ち-8時間]", 1, 11, "hours"),
    ("窓口: 見る\n  120% → 決める", 2, 3, "share"),
    ("窓口: 見る\n  -5% → 決める", 2, 3, "share"),
    ("窓口: 見る\n  →", 2, 4, "target"),
    ("窓口: 見る\n  → 決める", 2, 5, "known-step"),
    ("窓口: 見る\n  → #A1", 2, 5, "known-step"),
    ("窓口: 見る\n  → 見る", 2, 5, "another-step"),
    (
        "窓口: 見る\n窓口: 見る\n窓口: 書く\n  → 見る",
        4,
        5,
        "one-step",
    ),
    (
        "窓口: 見る\n  → 書く\n  → 書く\n窓口: 書く",
        3,
        5,
        "first-arrow",
    ),
    ("窓口: 見る\n  色: 赤", 2, 3, "attribute"),
    ("窓口: 見る [合流]\n  システム: PC", 2, 3, "step-attribute"),
    ("窓口: そろう 5分 [合流AND]", 1, 9, "step-attribute"),
    ("窓口: そろう [合流AND 印刷]", 1, 16, "step-attribute"),
    ("窓口: 見る [#A1]\n窓口: 書く [#A1]", 2, 9, "another-key"),
    (
        "窓口: 見る [#A1]\n窓口: 書く\n  番号: A1",
        3,
        7,
        "another-key",
    ),
    (
        "窓口: 見る [#A1]\n  10% → 窓口: 書く [#A1]",
        2,
        17,
        "another-key",
    ),
    (
        "窓口: 見る\n  60% 甲 → 書く\n  50% 乙 → 書く\n窓口: 書く",
        3,
        11,
        "share",
    ),
    (
        "窓口: 見る\n  60% 甲 → 書く\n  乙 → 書く\n窓口: 書く",
        3,
        7,
        "first-arrow",
    ),
    (
        "窓口: 見る\n  → 書く [印刷]\n窓口: 書く",
        2,
        9,
        "arrow-word",
    ),
    ("窓口: 見る\n  80 完備 → 書く", 2, 3, "share"),
    ("窓口: 見る\n窓口: 「書く", 2, 5, "closing-quote"),
    ("窓口: 見る\n  メモ: 「書く", 2, 7, "closing-quote"),
    ("@年間件数 たくさん\n窓口: 見る", 1, 7, "number"),
    ("@声 だれか 不満: 遅い\n窓口: 見る", 1, 4, "voice"),
    ("@職務分離 見る\n窓口: 見る", 1, 7, "two-sides"),
    ("窓口: 見る\n  判断: たぶん", 2, 7, "yes-or-no"),
    ("窓口: 見る\n  位置: 1", 2, 7, "place"),
];

#[test]
fn a_mistake_says_where_it_is_and_what_was_expected() {
    for (text, line, column, code) in MISTAKES {
        let mistake = parse(text).unwrap_err();
        let at = (mistake.line, mistake.column, mistake.expected.code());
        assert_eq!(at, (*line, *column, *code), "{text}");
        assert!(
            mistake
                .to_string()
                .starts_with(&format!("line {line}, column {column}: expected "))
        );
    }
}

/// A text, and the example given for its mistake.
const EXAMPLES: &[(&str, &str)] = &[
    ("窓口: 見る\n  根処: 法令", "  根拠: 法令"),
    ("@年簡件数 30000\n窓口: 見る", "@年間件数 30000"),
    ("窓口: 見る [受りょう]", "[受領]"),
    ("窓口: 見る\n  人数: 多数", "  人数: 2"),
    ("窓口: 見る\n  80 完備 → 書く", "  80% 完備 → 書く"),
    (
        "窓口: 電話する\n  20% 出ない → 電話する",
        "  20% 不在 → 窓口: かけ直しを待つ → 電話する",
    ),
];

#[test]
fn the_example_shows_the_line_as_it_could_be() {
    for (text, example) in EXAMPLES {
        assert_eq!(parse(text).unwrap_err().example, *example, "{text}");
    }
}

#[test]
fn every_shape_of_nonsense_is_read_or_refused_in_time() {
    assert!(parse(&"[".repeat(200_000)).is_err());
    let signs = [
        "[", "]", "「", "」", "<", "→", ":", "#", "@", ",", " ", "\\", "5%", "[「", "→ A", "\n",
        "=", "a: ",
    ];
    for sign in signs {
        let many = sign.repeat(20_000);
        let _ = parse(&many);
        let _ = parse(&format!("窓口: 見る {many}"));
        let _ = parse(&format!("窓口: 見る [{many}]"));
        let _ = parse(&format!("窓口: 見る\n  {many}"));
        let _ = parse(&format!("窓口: 見る\n  読む: {many}"));
        let _ = parse(&format!("窓口: 見る\n  確認: {many}"));
        let _ = parse(&format!("窓口: 見る\n  → {many}"));
        let _ = parse(&format!("@{many}"));
        let _ = parse(&format!("@声 職員 不満 {many}"));
        let _ = parse(&format!("@担当 {many}\n@職務分離 {many} [{many}"));
    }
    for digits in [
        "9".repeat(400),
        format!("1{}", ".".repeat(9)),
        "1e999".into(),
        "-0".into(),
    ] {
        let _ = parse(&format!(
            "窓口: 見る {digits}分\n  {digits}% → 終わり\n  位置: {digits},{digits}"
        ));
    }
}

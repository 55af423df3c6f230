//! Tables of steps, read as the notation reads its lines.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
use kaizu_model::notation::{Heading, Listed, Listing, listing, parse, print};
use kaizu_model::{Column, Language};
use proptest::prelude::*;

/// Reads a table of which the first line names the columns; `|` stands between cells, `↵` between the lines of one.
fn read(table: &str) -> Listed {
    let cut = |line: &str| {
        line.split('|')
            .map(|it| it.trim().replace('↵', "\n"))
            .collect()
    };
    let mut lines = table.trim().lines().map(cut);
    let head: Vec<String> = lines.next().unwrap();
    let headings: Vec<Heading> = head
        .iter()
        .map(|word| match word.as_str() {
            "時" => Heading {
                column: Some(Column::Minutes),
                unit: Some("時間"),
            },
            word => Heading {
                column: Column::spelled(word),
                unit: None,
            },
        })
        .collect();
    let rows: Vec<Vec<String>> = lines.collect();
    listing(&Listing {
        headings: &headings,
        rows: &rows,
        lane: "担当",
        language: Language::Ja,
    })
}

fn told(listed: &Listed) -> String {
    print(&listed.document, listed.document.first_flow().unwrap())
}

/// The text as it is printed.
fn canonical(flow: &str) -> String {
    let document = parse(flow).unwrap();
    print(&document, document.first_flow().unwrap())
}

const ROWS: &[(&str, &str)] = &[
    ("手順\n甲\n乙", "担当: 甲\n担当: 乙"),
    (
        "手順\n甲 紙 15分\n乙（5分）",
        "担当: 甲 15分 [紙]\n担当: 乙 5分",
    ),
    (
        "担当|手順|分\n窓口|甲|15\n|乙|1時間半\n係|丙|0:20",
        "窓口: 甲 15分\n窓口: 乙 90分\n係: 丙 20分",
    ),
    ("手順|時\n甲|1.5\n乙|10分", "担当: 甲 90分\n担当: 乙 10分"),
    (
        "手順|時間\n甲|10\n乙|1時間半\n丙|5分\n丁|半日",
        "担当: 甲 10分\n担当: 乙 90分\n担当: 丙 5分\n担当: 丁 232.5分",
    ),
    (
        "担当|手順|媒体\n窓口|甲|紙\n〃|乙|同上\n〃|丙|-",
        "窓口: 甲 [紙]\n窓口: 乙 [紙]\n窓口: 丙",
    ),
    (
        "番号|手順|分|次\n1|甲|5|2\n2|足りるか||はい 80 % → 4、いいえ → 3\n3|乙|1|1へ戻る\n4|丙|1|終わり",
        "担当: 甲 5分\n担当: 足りるか [分岐]\n  80% はい → 丙\n  いいえ → 乙\n担当: 乙 1分\n  → 甲\n担当: 丙 1分",
    ),
    (
        "手順|次\n甲を確かめる|不備の場合は3へ、そうでなければ2へ\n乙|\n丙|",
        "担当: 甲を確かめる\n  不備の場合 → 丙\n  そうでなければ → 乙\n担当: 乙\n担当: 丙",
    ),
    (
        "手順|分|次\n甲|5|はい→3 いいえ→乙\n乙||\n丙||",
        "担当: 甲 5分\n  はい → 丙\n  いいえ → 乙\n担当: 乙\n担当: 丙",
    ),
    (
        "手順|分|次\n可否||書類不足、押印もれ → 乙↵8割 可 → 丙\n乙||終了\n丙||",
        "担当: 可否 [分岐]\n  書類不足、押印もれ → 乙\n  80% 可 → 丙\n担当: 乙\n  → 終わり\n担当: 丙",
    ),
    (
        "番号|手順|次\nA16|甲|A-18\nA-18|乙|\n3|丙|",
        "担当: 甲 [#A16]\n  → #A-18\n担当: 乙 [#A-18]\n担当: 丙",
    ),
    (
        "手順|種類|次\n甲||\n手分け|分岐AND|3、4\n乙||合わせる\n丙||合わせる\n合わせる|合流AND|",
        "担当: 甲\n担当: 手分け [分岐AND]\n  → 乙\n  → 丙\n担当: 乙\n  → 合わせる\n担当: 丙\n担当: 合わせる [合流AND]",
    ),
    (
        "工程|担当|手順\n受付||甲\n||乙\n審査||丙",
        "## 受付\n担当: 甲\n担当: 乙\n## 審査\n担当: 丙",
    ),
    (
        "手順|読む|確認の対象|備考\n甲|氏名、住所|申請書|一件ずつ",
        "担当: 甲\n  読む: 氏名、住所\n  確認: 対象=申請書\n  メモ: 一件ずつ",
    ),
    (
        "番号|手順|理由となる手順|判断|誤り率\n1|甲||要|2%\n2|乙|1|不要|",
        "担当: 甲\n  判断: 要\n  誤り率: 2%\n担当: 乙\n  理由となる手順: 甲\n  判断: 不要",
    ),
    (
        "担当|手順|読む|添付書類|備考\n市民課↵窓口|申請書を↵受け取る|・氏名↵・住所|写し|一↵二",
        "市民課 窓口: 申請書を受け取る\n  読む: 氏名、住所\n  添付: 写し\n  メモ: 「一\\n二」",
    ),
];

#[test]
fn a_table_says_a_flow() {
    for (table, flow) in ROWS {
        let listed = read(table);
        assert_eq!(listed.unread, [], "{table}");
        assert_eq!(told(&listed), canonical(flow), "{table}");
    }
}

#[test]
fn what_is_not_understood_is_told_and_stands_in_the_note() {
    let listed = read("手順|媒体|分|次\n甲|木|すぐ|99へ\n乙|紙|-|2\n|紙||");
    let told_of: Vec<_> = listed
        .unread
        .iter()
        .map(|it| {
            (
                it.row,
                it.column,
                it.found.as_str(),
                it.expected.code(),
                it.is_kept,
            )
        })
        .collect();
    assert_eq!(
        told_of,
        [
            (0, Column::Media, "木", "vocabulary-word", true),
            (0, Column::Minutes, "すぐ", "minutes", true),
            (0, Column::Next, "99へ", "known-step", true),
            (1, Column::Next, "2", "known-step", true),
            (2, Column::Media, "紙", "step-name", false),
        ]
    );
    let text = told(&listed);
    assert!(text.contains("媒体: 木"), "{text}");
    assert!(text.contains("99へ"), "{text}");
}

#[test]
fn a_branch_keeps_no_minutes_and_says_so() {
    let listed = read("手順|種類|分\n甲|分岐|5\n乙||1");
    assert_eq!(listed.unread.len(), 1);
    assert!(!listed.unread[0].is_kept);
    assert_eq!(told(&listed), canonical("担当: 甲 [分岐]\n担当: 乙 1分"));
}

#[test]
fn the_reference_table_is_the_reference_flow() {
    let listed = read(REFERENCE);
    assert_eq!(listed.unread, []);
    let wanted = include_str!("../../../tests/fixtures/reference-20.flow");
    assert_eq!(told(&listed), canonical(wanted));
}

const REFERENCE: &str = "#|担当|手順|媒体|分|次
1|住民|申請書を書く|紙|15|2
2|住民|窓口に提出する|紙|30|3
3|窓口係|申請書を受け取る|紙|3|4
4|窓口係|記入漏れを確認する|紙|5|5
5|窓口係|書類はそろっているか|||そろっている 80 % → 7, 足りない 20 % → 6
6|住民|足りない書類を出す|紙|20|4
7|窓口係|収受印を押す|紙|1|8
8|窓口係|受付簿に記入する|紙→Excel|4|9
9|窓口係|担当係へ渡す|紙|2|10
10|担当係|住民記録と突き合わせる|紙|6|11
11|担当係|業務システムに入力する|紙→業務システム|8|12
12|担当係|入力内容を読み合わせる|紙|6|13
13|担当係|別の職員が再確認する|紙|3|14
14|担当係|決定伺いを起案する|業務システム→紙|5|15
15|係長|押印する|紙|1|16
16|係長|決裁する|紙|1|17
17|担当係|通知書を印刷する|業務システム→紙|2|18
18|担当係|通知書を封入する|紙|2|19
19|担当係|通知書を郵送する|紙|1|20
20|住民|通知書を受け取る|紙|2|end";

fn a_word() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "甲",
        "乙",
        "2",
        "3へ",
        "→",
        "甲 → 2",
        "20 % 不備 → 1",
        "はい→2 いいえ→3",
        "終わり",
        "〃",
        "-",
        "紙",
        "5分",
        "「",
        "」#2",
        "[",
        "分岐",
        "1:30",
        "同時 → 2、3",
        "30% → 乙、30% → 乙",
        "：",
        "",
    ];
    prop_oneof![
        prop::sample::select(WORDS).prop_map(str::to_owned),
        any::<String>()
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_becomes_some_flow(
        columns in prop::collection::vec(prop::option::of(prop::sample::select(Column::ALL)), 1..6),
        rows in prop::collection::vec(prop::collection::vec(a_word(), 0..6), 0..12),
        lane in a_word(),
    ) {
        let headings: Vec<Heading> =
            columns.into_iter().map(|column| Heading { column, unit: None }).collect();
        let language = Language::Ja;
        let read = listing(&Listing { headings: &headings, rows: &rows, lane: &lane, language });
        let named = headings.iter().position(|it| it.column == Some(Column::Name));
        let named = named.map_or(0, |at| {
            rows.iter().filter(|row| row.get(at).is_some_and(|it| !it.trim().is_empty())).count()
        });
        let flow = read.document.first_flow();
        let n = flow.map_or(0, |flow| read.document.steps().count().max(read.document.nodes_of(flow).len()));
        prop_assert!(n >= usize::from(named > 0), "{n} of {named}");
        if let Some(flow) = flow.filter(|_| n > 0) {
            let text = print(&read.document, flow);
            let again = parse(&text);
            prop_assert!(again.is_ok(), "{text} {again:?}");
        }
    }
}

//! Cells of a table, written as people write them.
#![expect(clippy::unwrap_used, reason = "a test ends where something is wrong")]
mod seldom;

use kaizu_model::notation::{Expected, Mistake, Row as NewRow, begin, parse, print, write};
use kaizu_model::{
    Aspect, Authority, Basis, Batch, Channel, CheckReason, Column, Contact, Document, Language,
    Medium, Method, NodeId, Routine, SealKind, StepKind, ValueClass, WaitCause,
};

/// The node called `name`.
fn node(document: &Document, name: &str) -> NodeId {
    let nodes = document.nodes_of(document.first_flow().unwrap());
    nodes.into_iter().find(|it| it.name == name).unwrap().id
}

/// The flow, the column of 甲, what is written there, and the flow after it; `!` and the code of what was expected.
type Row = (&'static str, Column, &'static str, &'static str);

const ROWS: &[Row] = &[
    ("窓口: 甲", Column::Name, " 乙 ", "窓口: 乙"),
    ("窓口: 甲", Column::Minutes, "１時間半", "窓口: 甲 90分"),
    ("窓口: 甲", Column::Minutes, "12", "窓口: 甲 12分"),
    ("窓口: 甲 5〜10分", Column::Minutes, "4分", "窓口: 甲 4分"),
    ("窓口: 甲 5分", Column::Minutes, "", "窓口: 甲"),
    ("窓口: 甲 5分", Column::Minutes, "早い", "!minutes"),
    ("窓口: 甲", Column::Minutes, "2日", "窓口: 甲 930分"),
    ("窓口: 甲", Column::Minutes, "1日2時間", "窓口: 甲 585分"),
    ("窓口: 甲", Column::Minutes, "半日", "窓口: 甲 232.5分"),
    ("窓口: 甲", Column::Minutes, "1週間", "!minutes"),
    ("窓口: 甲", Column::Wait, "2日", "窓口: 甲 [待ち15.5時間]"),
    ("窓口: 甲", Column::Wait, "1日15分", "窓口: 甲 [待ち8時間]"),
    (
        "窓口: 甲",
        Column::Wait,
        "1日1時間30分",
        "窓口: 甲 [待ち9.25時間]",
    ),
    ("窓口: 甲", Column::Wait, "半日", "窓口: 甲 [待ち3.875時間]"),
    (
        "窓口: 甲",
        Column::Wait,
        "２日半",
        "窓口: 甲 [待ち19.375時間]",
    ),
    (
        "窓口: 甲",
        Column::Wait,
        "1週間",
        "窓口: 甲 [待ち38.75時間]",
    ),
    ("窓口: 甲", Column::Wait, "2週", "窓口: 甲 [待ち77.5時間]"),
    (
        "窓口: 甲",
        Column::Wait,
        "約1か月",
        "窓口: 甲 [待ち155時間]",
    ),
    (
        "窓口: 甲",
        Column::Wait,
        "２ヶ月間",
        "窓口: 甲 [待ち310時間]",
    ),
    ("窓口: 甲", Column::Wait, "なし", "窓口: 甲 [待ち0時間]"),
    ("窓口: 甲", Column::Wait, "長い", "!hours"),
    ("窓口: 甲", Column::Media, "紙→Excel", "窓口: 甲 [紙→Excel]"),
    (
        "窓口: 甲 [紙]",
        Column::MediumOut,
        "システム",
        "窓口: 甲 [紙→業務システム]",
    ),
    ("窓口: 甲 [紙]", Column::Media, "", "窓口: 甲"),
    ("窓口: 甲", Column::Media, "木", "!vocabulary-word"),
    ("窓口: 甲", Column::Kind, "転記", "窓口: 甲 [転記]"),
    (
        "窓口: 甲",
        Column::System,
        "「受付」簿",
        "窓口: 甲\n  システム: 「\\「受付\\」簿」",
    ),
    (
        "窓口: 甲\n住民: 乙",
        Column::Lane,
        "住民",
        "@担当 窓口\n@担当 住民\n住民: 甲\n住民: 乙",
    ),
    ("窓口: 甲", Column::Lane, "係長", "@担当 窓口\n係長: 甲"),
    ("窓口: 甲", Column::Lane, "", "!lane-name"),
    ("窓口: 甲", Column::Phase, "受付", "## 受付\n窓口: 甲"),
    (
        "## 受付\n窓口: 甲",
        Column::Phase,
        "",
        "@工程 受付\n窓口: 甲",
    ),
    (
        "窓口: 甲",
        Column::Reads,
        "氏名、住所",
        "窓口: 甲\n  読む: 氏名、住所",
    ),
    (
        "窓口: 甲\n  読む: 氏名<紙・台帳>",
        Column::Reads,
        "住所、氏名",
        "窓口: 甲\n  読む: 住所、氏名<紙・台帳>",
    ),
    (
        "窓口: 甲",
        Column::CheckAspects,
        "記載、添付",
        "窓口: 甲\n  確認: 観点=記載、添付",
    ),
    (
        "窓口: 甲\n  確認: 観点=記載",
        Column::CheckAspects,
        "",
        "窓口: 甲",
    ),
    ("窓口: 甲", Column::Next, "乙", "!step-attribute"),
];

fn written(before: &Document, at: NodeId, column: Column, text: &str) -> Result<Document, Mistake> {
    let mut ids = before.free_ids();
    let commands = write(before, at, column, text, &mut ids)?;
    Ok(commands.iter().fold(before.clone(), |now, command| {
        now.after(&command.apply(&now).unwrap())
    }))
}

#[test]
fn a_cell_says_what_people_write() {
    for (before, column, text, wanted) in ROWS.iter().chain(seldom::ROWS) {
        let before = parse(before).unwrap();
        let after = written(&before, node(&before, "甲"), *column, text);
        if let Some(code) = wanted.strip_prefix('!') {
            assert_eq!(
                after.unwrap_err().expected.code(),
                code,
                "{column:?} {text}"
            );
            continue;
        }
        let after = after.unwrap();
        let wanted = parse(wanted).unwrap();
        let text_of = |it: &Document| print(it, it.first_flow().unwrap());
        assert_eq!(text_of(&after), text_of(&wanted), "{column:?} {text}");
    }
}

#[test]
fn what_is_known_already_is_no_command() {
    let flow = "## 受付\n窓口: 甲 4〜6分 [確認 紙 慣行]\n  読む: 氏名<紙>\n  確認: 対象=申請書";
    let document = parse(flow).unwrap();
    let cells = [
        (Column::Name, "甲"),
        (Column::Lane, "窓口"),
        (Column::Phase, "受付"),
        (Column::Minutes, "5"),
        (Column::Media, "紙"),
        (Column::Basis, "慣行"),
        (Column::Reads, "氏名"),
        (Column::CheckObject, "申請書"),
    ];
    for (column, text) in cells {
        let mut ids = document.free_ids();
        let commands = write(&document, node(&document, "甲"), column, text, &mut ids).unwrap();
        assert_eq!(commands, [], "{column:?}");
    }
}

#[test]
fn a_branch_has_a_name_and_a_place_and_nothing_else() {
    let document =
        parse("窓口: 足りるか [分岐]\n  50% → 甲\n  50% → 乙\n窓口: 甲\n窓口: 乙").unwrap();
    let at = node(&document, "足りるか");
    let wrong = written(&document, at, Column::Minutes, "5").unwrap_err();
    assert_eq!(wrong.expected, Expected::StepAttribute);
    assert!(written(&document, at, Column::Lane, "係長").is_ok());
}

#[test]
fn every_word_that_a_window_shows_in_a_cell_is_read_there() {
    let document = parse("窓口: 甲").unwrap();
    let at = node(&document, "甲");
    for language in [Language::Ja, Language::En] {
        macro_rules! words {
            ($($column:ident: $vocabulary:ident),* $(,)?) => {
                [$($vocabulary::ALL.iter().map(|it| (Column::$column, it.word(language))).collect::<Vec<_>>()),*]
            };
        }
        let words = words! {
            Kind: StepKind, Media: Medium, Batch: Batch, Basis: Basis, Seals: SealKind, Value: ValueClass,
            Routine: Routine, Contact: Contact, Channel: Channel, WaitCause: WaitCause, Method: Method,
            CheckReason: CheckReason, CheckAspects: Aspect, ChangeableBy: Authority,
        };
        for (column, word) in words.into_iter().flatten() {
            let commands = write(&document, at, column, word, &mut document.free_ids()).unwrap();
            assert!(!commands.is_empty(), "{column:?} {word}");
        }
    }
}

/// The flow before, the node the row follows, what it is, and the flow after it.
type Begun = (
    &'static str,
    Option<&'static str>,
    &'static str,
    &'static str,
);

const BEGUN: &[Begun] = &[
    ("窓口: 甲", None, "", "窓口: 甲\n窓口: 新"),
    (
        "窓口: 甲\n窓口: 乙",
        Some("甲"),
        "確認",
        "窓口: 甲\n窓口: 新\n窓口: 乙",
    ),
    (
        "窓口: 甲\n窓口: 済 [終わり]",
        None,
        "",
        "窓口: 甲\n窓口: 新\n窓口: 済 [終わり]",
    ),
    ("窓口: 甲", None, "分岐", "窓口: 甲\n窓口: 「」 [分岐]"),
    ("窓口: 甲", None, "終わり", "窓口: 甲\n窓口: 「」 [終わり]"),
];

#[test]
fn a_new_row_is_connected_as_a_new_card_would_be() {
    for (before, after, kind, wanted) in BEGUN {
        let before = parse(before).unwrap();
        let flow = before.first_flow().unwrap();
        let row = NewRow {
            name: "新",
            lane: "",
            first_lane: "担当",
            kind,
        };
        let after = after.map(|name| node(&before, name));
        let (_, commands) = begin(&before, flow, after, &row, &mut before.free_ids());
        let now = commands.iter().fold(before, |now, command| {
            now.after(&command.apply(&now).unwrap())
        });
        let wanted = parse(wanted).unwrap();
        let text_of = |it: &Document| print(it, it.first_flow().unwrap());
        assert_eq!(text_of(&now), text_of(&wanted), "{kind}");
    }
}

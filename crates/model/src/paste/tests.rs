//! What pasting comes to, as rows of texts.
use super::*;
use crate::notation::{parse, print};
use crate::table::{edge, node};
use crate::{Apply, Many};

/// What a flow is after `piece` was pasted; `at` chooses where.
fn after(before: &str, at: &dyn Fn(&Document) -> Option<RecordId>, piece: &str) -> String {
    let document = parse(before).unwrap();
    let piece = parse(piece).unwrap();
    let flow = document.first_flow().unwrap();
    let mut ids = document.free_ids();
    let commands = paste(&document, flow, &piece, at(&document), &mut ids).unwrap();
    let title = String::new();
    let change = Many { title, commands }.apply(&document).unwrap();
    let after = document.after(&change);
    assert_eq!(after.after(&change.inverse()), document);
    print(&after, flow)
}

fn behind(name: &'static str) -> impl Fn(&Document) -> Option<RecordId> {
    move |document| Some(node(document, name).into())
}

/// A flow as text, where in it, what is pasted, and the flow afterwards.
type Row<'a> = (
    &'a str,
    &'a dyn Fn(&Document) -> Option<RecordId>,
    &'a str,
    &'a str,
);

fn holds(rows: &[Row]) {
    for (before, at, piece, wanted) in rows {
        let wanted = parse(wanted).unwrap();
        let wanted = print(&wanted, wanted.first_flow().unwrap());
        assert_eq!(after(before, at, piece), wanted, "{piece}");
    }
}

#[test]
fn a_piece_comes_into_the_line_behind_a_step_and_into_an_arrow() {
    let piece = "窓口: 丙 5分 [紙]\n窓口: 丁";
    let into = |document: &Document| Some(edge(document, "甲", "乙").into());
    holds(&[
        (
            "窓口: 甲\n窓口: 乙",
            &behind("甲"),
            piece,
            "窓口: 甲\n窓口: 丙 5分 [紙]\n窓口: 丁\n窓口: 乙",
        ),
        (
            "窓口: 甲\n窓口: 乙",
            &behind("乙"),
            piece,
            "窓口: 甲\n窓口: 乙\n窓口: 丙 5分 [紙]\n窓口: 丁",
        ),
        (
            "窓口: 甲\n窓口: 乙",
            &|_| None,
            piece,
            "窓口: 甲\n窓口: 乙\n  → 終わり\n窓口: 丙 5分 [紙]\n窓口: 丁",
        ),
        (
            "窓口: 甲\n  10% → 丙\n  90% 良 → 乙\n窓口: 乙\n窓口: 丙",
            &into,
            "窓口: 丁",
            "窓口: 甲\n  10% → 丙\n  90% 良 → 丁\n窓口: 丁\n窓口: 乙\n窓口: 丙",
        ),
    ]);
}

#[test]
fn behind_a_branch_a_piece_is_another_way_and_what_was_apart_becomes_a_line() {
    let gateway = |document: &Document| Some(crate::table::gateway(document, "可否").into());
    holds(&[
        (
            "窓口: 可否 [分岐]\n  → 甲\n窓口: 甲",
            &gateway,
            "窓口: 乙",
            "窓口: 可否 [分岐]\n  → 甲\n  → 乙\n窓口: 乙\n  → 終わり\n窓口: 甲",
        ),
        (
            "窓口: 甲\n窓口: 乙",
            &behind("甲"),
            "窓口: 丙\n  → 終わり\n窓口: 丁",
            "窓口: 甲\n窓口: 丙\n窓口: 丁\n窓口: 乙",
        ),
        (
            "窓口: 甲\n窓口: 乙",
            &behind("甲"),
            "窓口: 可否 [分岐]\n  20% → 丙\n  80% → 丁\n窓口: 丙\n  → 終わり\n窓口: 丁",
            "窓口: 甲\n窓口: 可否 [分岐]\n  20% → 丙\n  80% → 丁\n窓口: 丙\n  → 乙\n窓口: 丁\n窓口: 乙",
        ),
    ]);
}

#[test]
fn lanes_and_items_are_found_by_name_and_made_where_missing() {
    holds(&[(
        "@担当 窓口 [職員 2人]\n@項目 氏名 [個人情報]\n窓口: 甲\n  読む: 氏名",
        &behind("甲"),
        "@担当 審査 [職員 3人]\n@担当 窓口 [職員]\n@項目 決裁 [決定]\n審査: 乙\n  読む: 氏名\n  書く: 決裁\n窓口: 丙",
        "@担当 窓口 [職員 2人]\n@担当 審査 [職員 3人]\n@項目 氏名 [個人情報]\n@項目 決裁 [決定]\n窓口: 甲\n  読む: 氏名\n審査: 乙\n  読む: 氏名\n  書く: 決裁\n窓口: 丙",
    )]);
}

#[test]
fn a_piece_of_one_phase_comes_into_that_of_its_place_and_any_other_keeps_its_own() {
    holds(&[
        (
            "## 受付\n窓口: 甲\n## 決定\n窓口: 乙",
            &behind("乙"),
            "## 受付\n窓口: 丙",
            "## 受付\n窓口: 甲\n## 決定\n窓口: 乙\n窓口: 丙",
        ),
        (
            "## 受付\n窓口: 甲\n## 決定\n窓口: 乙",
            &behind("甲"),
            "## 審査\n窓口: 丙\n## 決定\n窓口: 丁",
            "@工程 受付 審査 決定\n## 受付\n窓口: 甲\n## 審査\n窓口: 丙\n## 決定\n窓口: 丁\n窓口: 乙",
        ),
        (
            "窓口: 甲",
            &behind("甲"),
            "## 審査\n窓口: 丙",
            "@工程 審査\n窓口: 甲\n## 審査\n窓口: 丙",
        ),
    ]);
}

#[test]
fn keys_stay_where_they_are_free_and_reasons_follow() {
    holds(&[(
        "窓口: 甲 [#A1]",
        &behind("甲"),
        "窓口: 乙 [#A1]\n  理由となる手順: #A2\n窓口: 丙 [#A2]",
        "窓口: 甲 [#A1]\n窓口: 乙\n  理由となる手順: #A2\n窓口: 丙 [#A2]",
    )]);
}

#[test]
fn a_voice_that_is_there_already_is_not_counted_twice() {
    holds(&[(
        "窓口: 甲\n@声 職員 不満 甲 [3件]: 遅い",
        &behind("甲"),
        "窓口: 乙\n@声 職員 不満 乙 [3件]: 遅い\n@声 職員 不満 乙: 長い",
        "窓口: 甲\n窓口: 乙\n@声 職員 不満 甲、乙 [3件]: 遅い\n@声 職員 不満 乙: 長い",
    )]);
}

#[test]
fn many_pieces_in_one_place_keep_their_order() {
    let mut text = String::from("窓口: 甲\n窓口: 乙");
    for n in 0..40 {
        text = after(
            &text,
            &behind("甲"),
            &format!("窓口: 手順{n}\n窓口: 確認{n}"),
        );
    }
    let names: Vec<&str> = text.lines().take(4).collect();
    assert_eq!(
        names,
        ["窓口: 甲", "窓口: 手順39", "窓口: 確認39", "窓口: 手順38"]
    );
    assert_eq!(text.lines().count(), 82);
}

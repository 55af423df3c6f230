//! A list or table that was pasted: looked at, then made into steps as one step that can be taken back.
use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::bench::Bench;

const TABLE: &str = "担当\t手順\t媒体\t分\t次\n窓口\t受け取る\t紙\t3\t\n窓口\t揃っているか\t\t\tはい 80% → 4、いいえ 20% → 3\n住民\t補正する\t木\t10\t受け取る\n係長\t決裁する\t紙\t1\t";

fn empty() -> Bench {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    bench
}

/// The flow as it is printed.
fn flow_of(bench: &Bench) -> String {
    let exported = bench.ask(&json!({ "type": "export", "ending": "flow" }));
    let bytes = STANDARD.decode(exported["base64"].as_str().unwrap());
    String::from_utf8(bytes.unwrap()).unwrap()
}

fn names(view: &Value, kind: &str) -> Vec<String> {
    let records = view["records"].as_object().unwrap();
    let mut all: Vec<&Value> = records.values().filter_map(|it| it.get(kind)).collect();
    all.sort_by_key(|it| it["rank"].as_i64().unwrap());
    all.iter()
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_table_is_looked_at_before_anything_is_stored() {
    let bench = empty();
    let seen = bench.ask(&json!({ "type": "preview_list", "list": { "plain": TABLE } }));
    assert_eq!(
        seen["columns"],
        json!(["lane", "name", "media", "minutes", "next"])
    );
    assert_eq!(seen["head"], json!(["担当", "手順", "媒体", "分", "次"]));
    assert_eq!(
        (&seen["is_table"], &seen["count"]),
        (&json!(true), &json!(4))
    );
    let losses = seen["losses"].as_array().unwrap();
    assert_eq!(losses.len(), 1, "{losses:?}");
    assert_eq!(
        (&losses[0]["row"], &losses[0]["column"]),
        (&json!(2), &json!(2))
    );
    assert!(
        losses[0]["sentence"]
            .as_str()
            .unwrap()
            .starts_with("3行目の媒体「木」"),
        "{losses:?}"
    );
    assert!(!seen["painting"]["items"].as_object().unwrap().is_empty());
    let view = bench.ask(&json!({ "type": "look" }));
    assert!(names(&view, "step").is_empty());
    assert_eq!(view["undo_label"], Value::Null);
}

#[test]
fn a_bare_number_is_minutes_unless_the_head_says_otherwise_and_its_unit_is_told() {
    for (head, unit, minutes) in [
        ("時間", "分", 15.0),
        ("所要時間", "分", 15.0),
        ("時間(時間)", "時間", 900.0),
        ("作業時間（h）", "時間", 900.0),
        ("作業時間（日）", "日", 15.0 * 465.0),
    ] {
        let bench = empty();
        let plain = format!("担当\t作業\t媒体\t{head}\n住民\t申請書を書く\t紙\t15");
        let list = json!({ "plain": plain });
        let seen = bench.ask(&json!({ "type": "preview_list", "list": list }));
        assert_eq!(seen["columns"][3], "minutes", "{head}");
        assert_eq!(seen["units"][3]["minutes"], unit, "{head}");
        let view = bench.ask(&json!({ "type": "paste_list", "list": list }));
        let step = Bench::id_of(&view, "申請書を書く");
        let made = &view["records"][step]["step"]["minutes"];
        assert_eq!(made, minutes, "{head}");
    }
}

#[test]
fn a_table_becomes_a_flow_in_one_step() {
    let bench = empty();
    let view = bench.ask(&json!({ "type": "paste_list", "list": { "plain": TABLE } }));
    assert_eq!(view["undo_label"], "一覧から手順を4件追加");
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(names(&view, "step"), ["受け取る", "補正する", "決裁する"]);
    assert_eq!(names(&view, "gateway"), ["揃っているか"]);
    assert_eq!(names(&view, "lane"), ["住民", "窓口", "係長"]);
    bench.ask(&json!({ "type": "undo" }));
    let view = bench.ask(&json!({ "type": "look" }));
    assert!(names(&view, "step").is_empty());
    assert_eq!(names(&view, "lane"), ["住民", "担当", "課長"]);
}

#[test]
fn a_list_goes_behind_what_is_chosen_and_into_its_lane() {
    let bench = empty();
    bench.ask(&json!({ "type": "paste", "text": "係: 甲\n窓口: 乙" }));
    let view = bench.ask(&json!({ "type": "look" }));
    let at = Bench::id_of(&view, "甲");
    let list = json!({ "plain": "・丙\n・丁", "at": at });
    bench.ask(&json!({ "type": "paste_list", "list": list }));
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(names(&view, "step"), ["甲", "丙", "丁", "乙"]);
    let lane = |name: &str| view["records"][Bench::id_of(&view, name)]["step"]["lane"].clone();
    assert_eq!(lane("丙"), lane("甲"));
}

#[test]
fn a_person_says_who_does_every_step_where_no_column_says_it() {
    let bench = empty();
    let plain = "手順\t分\n受け取る\t3\n数える\t5";
    let guessed = json!({ "type": "preview_list", "list": { "plain": plain } });
    assert_eq!(bench.ask(&guessed)["lane"], "担当");
    let list = json!({ "plain": plain, "lane": " 市民課 " });
    let seen = bench.ask(&json!({ "type": "preview_list", "list": list }));
    assert_eq!(seen["lane"], "市民課");
    bench.ask(&json!({ "type": "paste_list", "list": list }));
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(names(&view, "lane"), ["市民課"]);
    let told = json!({ "plain": TABLE, "lane": "市民課" });
    let seen = bench.ask(&json!({ "type": "preview_list", "list": told }));
    assert_eq!(seen.get("lane"), None);
}

#[test]
fn a_person_says_what_columns_are_about() {
    let bench = empty();
    let plain = "あ\tい\n受け取る\t窓口\n決裁する\t係長";
    let columns = json!(["name", "lane"]);
    let list = json!({ "plain": plain, "head": "first", "columns": columns });
    let seen = bench.ask(&json!({ "type": "preview_list", "list": list }));
    assert_eq!((&seen["count"], &seen["columns"]), (&json!(2), &columns));
    let aside = json!({ "plain": plain, "head": "never", "columns": ["name", null] });
    let seen = bench.ask(&json!({ "type": "preview_list", "list": aside }));
    assert_eq!(seen["count"], 3);
    assert_eq!(
        seen["losses"][0]["sentence"],
        "左から2番目の列(3行)は使いません。"
    );
}

#[test]
fn nothing_to_read_is_nothing_and_no_failure() {
    let bench = empty();
    for plain in ["", " \n　", "\u{0}\u{1}"] {
        let seen = bench.ask(&json!({ "type": "preview_list", "list": { "plain": plain } }));
        assert_eq!(
            (&seen["count"], seen.get("painting")),
            (&json!(0), None),
            "{plain:?}"
        );
        let problem = bench.problem(&json!({ "type": "paste_list", "list": { "plain": plain } }));
        assert_eq!(problem["code"], "no-list");
    }
    let seen = bench.ask(&json!({ "type": "preview_list", "list": { "plain": "受け取る" } }));
    assert_eq!(seen["count"], 1);
}

#[test]
fn the_reference_table_becomes_the_reference_flow() {
    let is_said = |it: &&str| !it.starts_with("# ") && !it.starts_with("@フロー");
    let wanted = include_str!("../../../../tests/fixtures/reference-20.flow");
    let wanted = kaizu_model::notation::parse(wanted).unwrap();
    let wanted = kaizu_model::notation::print(&wanted, wanted.first_flow().unwrap());
    let markdown = include_str!("../../../../tests/fixtures/reference-20.md");
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|')
            .split('|')
            .map(|it| it.trim().to_owned())
            .collect()
    };
    let rows: Vec<Vec<String>> = markdown
        .lines()
        .filter(|it| !it.contains("---"))
        .map(cells)
        .collect();
    let mut tabbed = String::new();
    let mut html = String::from("<html><body><table>");
    for row in &rows {
        writeln!(tabbed, "{}", row.join("\t")).unwrap();
        writeln!(html, "<tr><td>{}</td></tr>", row.join("</td>\n<td>")).unwrap();
    }
    let tabbed = tabbed.trim_end_matches('\n').to_owned();
    for list in [
        json!({ "plain": tabbed }),
        json!({ "plain": "", "html": html }),
        json!({ "plain": markdown }),
    ] {
        let bench = empty();
        let seen = bench.ask(&json!({ "type": "preview_list", "list": list }));
        assert_eq!(seen["losses"], json!([]));
        bench.ask(&json!({ "type": "paste_list", "list": list }));
        let flow = flow_of(&bench);
        let bare: Vec<&str> = flow.lines().filter(is_said).collect();
        assert_eq!(bare.join("\n").trim(), wanted.trim());
    }
}

#[test]
fn a_numbered_list_is_no_piece_of_a_flow() {
    let bench = empty();
    for text in [
        "1. 窓口: 受け取る\n2. 係長: 決裁する",
        "担当\t手順\n窓口\t受け取る",
    ] {
        let problem = bench.problem(&json!({ "type": "paste", "text": text }));
        assert_eq!(problem["code"], "no-excerpt", "{text}");
    }
}

#[test]
fn five_hundred_rows_are_looked_at_soon() {
    let bench = empty();
    let mut plain = String::from("担当\t手順\t媒体\t分\n");
    for n in 0..500 {
        writeln!(plain, "係{}\t手順その{n}\t紙\t5", n % 7).unwrap();
    }
    let seen = bench.ask(&json!({ "type": "preview_list", "list": { "plain": plain } }));
    assert_eq!((&seen["count"], &seen["losses"]), (&json!(500), &json!([])));
}

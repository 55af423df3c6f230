//! Cells of a table: written as people write them, done as one step, or not at all.
use serde_json::{Value, json};

use crate::bench::{Bench, with_sample};

fn cell(at: &str, column: &str, text: &str) -> Value {
    json!({ "at": at, "column": column, "text": text })
}

fn write(cells: &[Value]) -> Value {
    json!({ "type": "write_cells", "title": "貼り付け", "cells": cells })
}

/// A sample's first two steps.
fn two(view: &Value) -> [String; 2] {
    let ids = view["records"].as_object().unwrap().keys();
    let mut steps = ids.filter(|id| id.starts_with("step/")).cloned();
    [steps.next().unwrap(), steps.next().unwrap()]
}

fn step<'a>(view: &'a Value, id: &str) -> &'a Value {
    &view["records"][id]["step"]
}

#[test]
fn several_cells_are_one_undo_step_and_a_lane_named_twice_is_made_once() {
    let (bench, before) = with_sample("special-fixed-benefit");
    let [first, second] = two(&before);
    let cells = [
        cell(&first, "minutes", "1時間半"),
        cell(&first, "lane", "新しい係"),
        cell(&second, "lane", "新しい係"),
    ];
    bench.ask(&write(&cells));
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(step(&view, &first)["minutes"], 90.0);
    let lane = format!("lane/{}", step(&view, &first)["lane"]);
    assert_eq!(lane, format!("lane/{}", step(&view, &second)["lane"]));
    assert_eq!(lane, Bench::id_of(&view, "新しい係"));
    assert_eq!(view["undo_label"], "貼り付け");
    bench.ask(&json!({ "type": "undo" }));
    let back = bench.ask(&json!({ "type": "look" }));
    assert_eq!(back["records"], before["records"]);
}

#[test]
fn what_is_not_understood_is_said_at_its_step_and_nothing_is_done() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let [first, second] = two(&view);
    let cells = [
        cell(&first, "minutes", "7"),
        cell(&second, "minutes", "早い"),
    ];
    let problem = bench.problem(&write(&cells));
    assert_eq!(problem["code"], "cell");
    assert_eq!(problem["at"]["id"], second);
    assert_eq!(problem["message"], "「早い」は、ここでは使えません。");
    let after = bench.ask(&json!({ "type": "look" }));
    assert_eq!(step(&after, &first), step(&view, &first));
    assert_eq!(after["undo_label"], view["undo_label"]);
}

#[test]
fn a_cell_that_says_what_is_known_is_no_step_in_the_history() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let [first, _] = two(&view);
    let name = step(&view, &first)["name"].as_str().unwrap();
    let after = bench.ask(&write(&[cell(&first, "name", name)]));
    assert_eq!(after["undo_label"], view["undo_label"]);
}

/// The names of all steps and branches, in the order of the list.
fn names(view: &Value) -> Vec<String> {
    let records = view["records"].as_object().unwrap();
    let mut nodes: Vec<_> = records
        .values()
        .filter_map(|it| it.get("step").or_else(|| it.get("gateway")))
        .collect();
    nodes.sort_by_key(|it| it["rank"].as_u64().unwrap());
    nodes
        .iter()
        .map(|it| it["name"].as_str().unwrap().to_owned())
        .collect()
}

fn new(row: u32, column: &str, text: &str) -> Value {
    json!({ "at": row, "column": column, "text": text })
}

#[test]
fn rows_that_are_new_become_steps_one_behind_the_other_in_one_undo_step() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let cells = [
        new(0, "minutes", "5"),
        new(0, "name", "届を受ける 紙 15分"),
        new(0, "lane", "窓口"),
        new(1, "name", "要否"),
        new(1, "kind", "分岐"),
        new(2, "lane", "審査"),
    ];
    bench.ask(&write(&cells));
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(names(&view), ["届を受ける 紙 15分", "要否", "新しい手順"]);
    let first = Bench::id_of(&view, "届を受ける 紙 15分");
    assert_eq!(step(&view, &first)["minutes"], 5.0);
    let records = view["records"].as_object().unwrap();
    let edges: Vec<_> = records.values().filter_map(|it| it.get("edge")).collect();
    assert_eq!(edges.len(), 2);
    let lanes = |name: &str| {
        let lanes = records.values().filter_map(|it| it.get("lane"));
        lanes.filter(|it| it["name"] == name).count()
    };
    assert_eq!((lanes("窓口"), lanes("審査")), (1, 1));
    bench.ask(&json!({ "type": "undo" }));
    let back = bench.ask(&json!({ "type": "look" }));
    assert_eq!(names(&back), Vec::<String>::new());
}

#[test]
fn new_rows_stand_behind_the_one_that_is_named() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let before = names(&view);
    let mut call = write(&[new(0, "name", "甲"), new(1, "name", "乙")]);
    call["after"] = json!(Bench::id_of(&view, &before[0]));
    bench.ask(&call);
    let after = names(&bench.ask(&json!({ "type": "look" })));
    let expected = [
        &before[..1],
        &["甲".to_owned(), "乙".to_owned()],
        &before[1..],
    ];
    assert_eq!(after, expected.concat());
}

#[test]
fn what_is_not_understood_in_a_new_row_is_said_at_its_cell_and_no_row_is_made() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let cells = [new(0, "name", "甲"), new(0, "minutes", "早い")];
    let problem = bench.problem(&write(&cells));
    assert_eq!(problem["at"], json!({ "cell": 1 }));
    assert_eq!(names(&bench.ask(&json!({ "type": "look" }))), names(&view));
}

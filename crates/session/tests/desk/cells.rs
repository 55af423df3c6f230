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

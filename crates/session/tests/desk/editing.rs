//! What a window does with a project: begin, edit, take back, miss something, come back.
use serde_json::{Value, json};

use crate::bench::{Bench, with_sample};
use crate::merging::{merged, rounded};

/// Adds ten steps to a new project, each behind the last. Gives the views.
fn ten_steps(bench: &Bench) -> Vec<Value> {
    let mut views = vec![bench.ask(&json!({ "type": "create", "name": "転入届" }))];
    let mut step: Option<String> = None;
    for n in 0..10 {
        let last = views.last().unwrap();
        let next = last["next"].as_u64().unwrap();
        let command = json!({
            "type": "add_step", "step": next, "flow": 2, "lane": 3 + n % 3,
            "name": format!("手順{n}"), "after": step, "edge": next + 1,
        });
        let seen = last["serial"].clone();
        step = Some(format!("step/{next}"));
        views.push(bench.ask(&json!({ "type": "send", "command": command, "seen": seen })));
    }
    views
}

#[test]
fn a_new_project_begins_with_three_lanes_and_nothing_to_do() {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    assert_eq!(view["whole"], true);
    assert_eq!(view["project"]["name"], "転入届");
    assert_eq!(view["project"]["draft"], true);
    let records = view["records"].as_object().unwrap();
    let kinds = |kind: &str| records.keys().filter(|id| id.starts_with(kind)).count();
    assert_eq!((kinds("lane/"), kinds("step/")), (3, 0));
    assert_eq!(view["painting"]["areas"].as_object().unwrap().len(), 3);
}

#[test]
fn what_needs_an_open_project_says_that_nothing_is_open() {
    let bench = Bench::new();
    let calls = [
        "look",
        "undo",
        "redo",
        "analyze",
        "read_aloud",
        "figures_text",
        "legend",
    ];
    for call in calls {
        let problem = bench.problem(&json!({ "type": call }));
        assert_eq!(problem["code"], "nothing-open", "{call}");
    }
}

#[test]
fn undoing_all_and_doing_all_again_gives_the_same_pictures() {
    let bench = Bench::new();
    let views = ten_steps(&bench);
    let look = || bench.ask(&json!({ "type": "look" }));
    let full = look();
    while bench.ask(&json!({ "type": "undo" }))["undo_label"].is_string() {}
    assert_eq!(look()["painting"], views[0]["painting"]);
    assert_eq!(look()["records"], views[0]["records"]);
    while bench.ask(&json!({ "type": "redo" }))["redo_label"].is_string() {}
    assert_eq!(look()["painting"], full["painting"]);
    assert_eq!(look()["records"], full["records"]);
}

#[test]
fn what_changed_merged_over_time_is_the_whole() {
    let bench = Bench::new();
    let mut views = ten_steps(&bench);
    let mut seen = views.last().unwrap()["serial"].clone();
    for call in ["undo", "undo", "undo", "redo"] {
        let view = bench.ask(&json!({ "type": call, "seen": seen }));
        seen = view["serial"].clone();
        views.push(view);
    }
    let whole = bench.ask(&json!({ "type": "look" }));
    let (records, painting) = merged(&views);
    assert_eq!(records, whole["records"]);
    assert_eq!(rounded(&painting), rounded(&whole["painting"]));
}

#[test]
fn one_edit_sends_little_of_a_large_picture() {
    let (bench, view) = with_sample("childcare-benefit-7-3");
    let all = view["painting"]["items"].as_object().unwrap().len();
    let records = view["records"].as_object().unwrap();
    let step = records.keys().find(|id| id.starts_with("step/")).unwrap();
    let command =
        json!({ "type": "set_attribute", "id": step, "attribute": "note", "value": "あとで聞く" });
    let view = bench.ask(&json!({ "type": "send", "command": command, "seen": view["serial"] }));
    assert_eq!(view["whole"], false);
    assert_eq!(view["records"].as_object().unwrap().len(), 1);
    let sent = view["painting"]["items"].as_object().unwrap().len();
    assert!(sent * 10 < all, "{sent} of {all}");
}

#[test]
fn a_window_that_missed_a_view_gets_everything() {
    let bench = Bench::new();
    let views = ten_steps(&bench);
    for seen in [json!(views[3]["serial"]), Value::Null, json!(4_000_000)] {
        let view = bench.ask(&json!({ "type": "undo", "seen": seen }));
        assert_eq!(view["whole"], true);
        assert_eq!(
            view["painting"]["items"].as_object().unwrap().len(),
            view["painting"]["order"].as_array().unwrap().len()
        );
    }
}

#[test]
fn a_draft_survives_the_end_of_the_program() {
    let bench = Bench::new();
    ten_steps(&bench);
    let before = bench.ask(&json!({ "type": "look" }));
    let bench = bench.restarted();
    let start = bench.ask(&json!({ "type": "start" }));
    let recent = &start["recent"][0];
    assert_eq!(
        (&recent["name"], &recent["steps"]),
        (&json!("転入届"), &json!(10))
    );
    assert_eq!(
        (&recent["missing"], &recent["draft"]),
        (&json!(false), &json!(true))
    );
    let after = bench.ask(&json!({ "type": "open", "path": recent["path"] }));
    assert_eq!(after["painting"], before["painting"]);
    assert_eq!(after["undo_label"], before["undo_label"]);
}

#[test]
fn a_refusal_names_the_record_it_is_about() {
    let (bench, view) = with_sample("resident-record-by-mail");
    let records = view["records"].as_object().unwrap();
    let step = records.keys().find(|id| id.starts_with("step/")).unwrap();
    let command = json!({ "type": "rename", "id": step, "name": " " });
    let problem = bench.problem(&json!({ "type": "send", "command": command }));
    assert_eq!(problem["code"], "empty-name");
    assert_eq!(problem["at"]["id"], json!(step));
    assert_ne!(problem["hint"], "");
}

#[test]
fn an_unreadable_call_is_a_problem_and_not_the_end() {
    let bench = Bench::new();
    for text in ["", "{", "{}", r#"{"type":"fly"}"#, r#"{"type":"open"}"#] {
        let outcome: Value = serde_json::from_str(&bench.desk.answer_json(text)).unwrap();
        assert_eq!(outcome["problem"]["code"], "unreadable-call", "{text}");
    }
}

#[test]
fn another_language_is_spoken_at_once() {
    let (bench, _) = with_sample("resident-record-by-mail");
    let hello = bench.ask(&json!({ "type": "set_language", "language": "en" }));
    assert!(hello["catalogue"].as_str().unwrap().contains("Resident"));
    let problem = bench.problem(&json!({ "type": "open_sample", "sample": "nothing" }));
    assert!(
        problem["message"].as_str().unwrap().is_ascii()
            || problem["message"].as_str().unwrap().contains("there is no")
    );
}

#[test]
fn undo_says_what_it_would_take_back() {
    let (bench, view) = with_sample("resident-record-by-mail");
    let records = view["records"].as_object().unwrap();
    let step = records.keys().find(|id| id.starts_with("step/")).unwrap();
    let said = |command: Value| {
        let view = bench.ask(&json!({ "type": "send", "command": command }));
        view["undo_label"].as_str().unwrap().to_owned()
    };
    let set = |attribute: &str, value: Value| json!({ "type": "set_attribute", "id": step, "attribute": attribute, "value": value });
    assert_eq!(said(set("minutes", json!(7))), "作業時間を変える");
    assert_eq!(
        said(set("medium_out", json!("paper"))),
        "結果の媒体を変える"
    );
    assert_eq!(
        said(json!({ "type": "rename", "id": step, "name": "受付" })),
        "手順の名前を変える"
    );
    assert_eq!(
        said(json!({ "type": "remove", "id": step })),
        "手順を削除する"
    );
}

#[test]
fn who_takes_a_flow_back_stays_in_its_process() {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let next = view["next"].as_u64().unwrap();
    let process = json!({ "process": { "name": "転出届" } });
    let flow = |name: &str, variant: &str| json!({ "flow": { "process": next, "variant": variant, "name": name } });
    for (id, record) in [
        (format!("process/{next}"), process),
        (format!("flow/{}", next + 1), flow("いま", "as_is")),
        (format!("flow/{}", next + 2), flow("案", "to_be")),
    ] {
        let command = json!({ "type": "create", "id": id, "record": record });
        bench.ask(&json!({ "type": "send", "command": command }));
    }
    bench.ask(&json!({ "type": "look", "flow": format!("flow/{}", next + 2) }));
    let undone = bench.ask(&json!({ "type": "undo" }));
    assert_eq!(undone["flow"], format!("flow/{}", next + 1));
}

#[test]
fn the_last_process_stays() {
    let (bench, view) = with_sample("resident-record-by-mail");
    let command = json!({ "type": "remove", "id": view["process"] });
    let problem = bench.problem(&json!({ "type": "send", "command": command }));
    assert_eq!(problem["code"], "in-use");
}

#[test]
fn a_project_with_immense_figures_opens_again_after_a_proposal() {
    let (bench, view) = with_sample("travel-expense-payment");
    for (id, record) in view["records"].as_object().unwrap() {
        if id.starts_with("step/") {
            let mut record = record.clone();
            record["step"]["minutes"] = json!(1e308);
            let command = json!({ "type": "revise", "id": id, "record": record });
            bench.ask(&json!({ "type": "send", "command": command }));
        }
    }
    let proposed = bench.ask(&json!({ "type": "propose", "job": "a" }));
    let bench = bench.restarted();
    let start = bench.ask(&json!({ "type": "start" }));
    bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    let view = bench.ask(&json!({ "type": "look", "flow": proposed["flow"] }));
    assert_eq!(view["records"], proposed["records"]);
}

//! What is kept over the end of the window: what was chosen, and the list of what was open.
use kaizu_session::Session;
use kaizu_session::model::{Command, Language};
use serde_json::{Value, json};

use crate::bench::Bench;

#[test]
fn language_and_brightness_are_there_after_a_restart() {
    let bench = Bench::new();
    let hello = bench.ask(&json!({ "type": "hello" }));
    assert_eq!(
        (&hello["language"], &hello["appearance"]),
        (&json!("ja"), &json!("system"))
    );
    bench.ask(&json!({ "type": "set_language", "language": "en" }));
    let hello = bench.ask(&json!({ "type": "set_appearance", "appearance": "dark" }));
    assert_eq!(
        (&hello["language"], &hello["appearance"]),
        (&json!("en"), &json!("dark"))
    );
    let bench = bench.restarted();
    let hello = bench.ask(&json!({ "type": "hello" }));
    assert_eq!(
        (&hello["language"], &hello["appearance"]),
        (&json!("en"), &json!("dark"))
    );
}

#[test]
fn a_language_given_from_outside_wins_and_is_not_kept() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "set_language", "language": "en" }));
    bench.desk.speak(Language::Ja);
    assert_eq!(bench.ask(&json!({ "type": "hello" }))["language"], "ja");
    let bench = bench.restarted();
    assert_eq!(bench.ask(&json!({ "type": "hello" }))["language"], "en");
}

#[test]
fn recent_files_are_told_as_they_are_and_not_as_they_were_remembered() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let start = bench.ask(&json!({ "type": "close" }));
    let path = start["recent"][0]["path"].as_str().unwrap().to_owned();
    assert_eq!(start["recent"][0]["steps"], 0);
    // Another program that never came to an end: nothing is remembered of what it did.
    let mut other = Session::open(path.as_ref(), Language::Ja).unwrap();
    let add = json!({ "type": "add_step", "flow": 2, "step": 6, "lane": 4, "name": "受け取る", "edge": 7 });
    let add: Command = serde_json::from_value(add).unwrap();
    other.dispatch(&add, 1).unwrap();
    let rename = json!({ "type": "rename", "id": "process/1", "name": "転居届" });
    let rename: Command = serde_json::from_value(rename).unwrap();
    other.dispatch(&rename, 2).unwrap();
    let recent = bench.ask(&json!({ "type": "start" }))["recent"][0].clone();
    assert_eq!(recent["steps"], 1);
    assert_eq!(recent["name"], "転居届");
    drop(other);
    // A file that cannot be read is told as it is remembered.
    std::fs::write(&path, "no project").unwrap();
    let recent = bench.ask(&json!({ "type": "start" }))["recent"][0].clone();
    assert_eq!(
        (&recent["name"], &recent["steps"]),
        (&json!("転入届"), &json!(0))
    );
}

#[test]
fn a_file_that_is_gone_can_be_taken_off_the_list() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let start = bench.ask(&json!({ "type": "close" }));
    let path = start["recent"][0]["path"].clone();
    std::fs::remove_file(path.as_str().unwrap()).unwrap();
    let start = bench.ask(&json!({ "type": "start" }));
    assert_eq!(start["recent"][0]["missing"], true);
    let start = bench.ask(&json!({ "type": "forget", "path": path }));
    assert_eq!(start["recent"], json!([]));
}

#[test]
fn a_text_without_a_name_is_called_after_its_file() {
    let bench = Bench::new();
    let path = bench.home.path().join("転出届.flow");
    std::fs::write(&path, "窓口: 受け取る\n").unwrap();
    let view = bench.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(view["project"]["name"], "転出届");
    assert_eq!(view["processes"][0]["name"], "転出届");
    let start = bench.ask(&json!({ "type": "close" }));
    assert_eq!(start["recent"][0]["name"], "転出届");
}

#[test]
fn a_json_of_something_else_is_told_without_its_keys() {
    let bench = Bench::new();
    for (name, text) in [("a.json", "{\"a\":1}"), ("b.json", "{\"format\":\"x/1\"}")] {
        let path = bench.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        let problem = bench.problem(&json!({ "type": "open", "path": path }));
        assert_eq!(problem["code"], "wrong-format", "{name}");
        assert!(problem["hint"].as_str().unwrap().contains(".kaizu"));
        assert!(!problem["message"].as_str().unwrap().contains("format"));
    }
}

#[test]
fn every_better_flow_is_exported_under_its_own_name_on_the_sheet_asked_for() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "open_sample", "sample": "special-fixed-benefit" }));
    let flows: Vec<Value> = (0..2)
        .map(|_| bench.ask(&json!({ "type": "propose", "job": "a" }))["flow"].clone())
        .collect();
    let export = |flow: &Value, ending: &str, what: &str, page: &str| {
        bench.ask(&json!({
            "type": "export", "ending": ending, "what": what, "flow": flow, "page": page,
        }))
    };
    for (flow, name) in flows.iter().zip(["改善案 A", "改善案 B"]) {
        let exported = export(flow, "flow", "flow", "fit");
        let called = exported["name"].as_str().unwrap();
        assert!(called.ends_with(&format!("{name}.flow")), "{called}");
    }
    let [small, large] = ["a4", "a3"].map(|page| export(&flows[0], "pdf", "compare", page));
    assert_ne!(small["base64"], large["base64"]);
    let called = small["name"].as_str().unwrap();
    assert!(called.ends_with("改善案 A 比較.pdf"), "{called}");
}

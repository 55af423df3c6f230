//! A flow as text beside its picture: read, written over, and what the window tells people to write is understood.
use kaizu_session::model::Language;
use serde_json::{Value, json};

use crate::bench::{Bench, with_sample};

fn text(bench: &Bench) -> Value {
    bench.ask(&json!({ "type": "flow_text" }))
}

/// A text for the flow that is looked at.
fn write(bench: &Bench, text: &str) -> Value {
    let flow = bench.ask(&json!({ "type": "look" }))["flow"].clone();
    json!({ "type": "write_text", "flow": flow, "text": text })
}

#[test]
fn a_word_changed_in_the_text_is_one_small_step_that_can_be_taken_back() {
    let (bench, before) = with_sample("special-fixed-benefit");
    let shown = text(&bench);
    let first = &shown["lines"][0];
    let record = &before["records"][first["id"].as_str().unwrap()]["step"];
    let name = record["name"].as_str().unwrap();
    let printed = shown["text"].as_str().unwrap();
    let at = usize::try_from(first["line"].as_u64().unwrap()).unwrap();
    assert!(printed.lines().nth(at - 1).unwrap().contains(name));
    let typed = printed.replacen(name, "別の名前", 1);
    let mut call = write(&bench, &typed);
    call["seen"] = bench.ask(&json!({ "type": "look" }))["serial"].clone();
    let view = bench.ask(&call);
    let changed: Vec<&String> = view["records"].as_object().unwrap().keys().collect();
    assert_eq!(changed, [first["id"].as_str().unwrap()]);
    assert_eq!(view["undo_label"], "文章で書き換える");
    bench.ask(&json!({ "type": "undo" }));
    let back = bench.ask(&json!({ "type": "look" }));
    assert_eq!(back["records"], before["records"]);
}

#[test]
fn what_cannot_be_read_is_said_with_its_line_and_changes_nothing() {
    let (bench, before) = with_sample("special-fixed-benefit");
    let problem = bench.problem(&write(&bench, "窓口: 甲\nこれは手順ではない"));
    assert_eq!(problem["code"], "notation");
    assert_eq!(problem["at"]["line"], 2);
    let after = bench.ask(&json!({ "type": "look" }));
    assert_eq!(after["records"], before["records"]);
}

#[test]
fn lines_of_a_typed_text_are_those_of_its_steps_however_it_is_written() {
    let (bench, _) = with_sample("special-fixed-benefit");
    let typed = "// 覚え書き\n\n窓口: 甲\n  メモ: 一つ目\n係長: 乙";
    bench.ask(&write(&bench, typed));
    let lines = bench.ask(&json!({ "type": "flow_text", "typed": typed }))["lines"].clone();
    let at: Vec<u64> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["line"].as_u64().unwrap())
        .collect();
    assert_eq!(at, [3, 5]);
    let other = bench.ask(&json!({ "type": "flow_text", "typed": "窓口: 甲" }));
    assert_eq!(other["lines"], json!([]));
}

#[test]
fn what_the_window_shows_as_an_example_is_understood() {
    for language in [Language::Ja, Language::En] {
        let (bench, _) = with_sample("special-fixed-benefit");
        let greeted = bench.ask(&json!({ "type": "set_language", "language": language }));
        let example = |what: &str| {
            let id = format!("ui-text-example-{what} = ");
            let mut lines = greeted["catalogue"].as_str().unwrap().lines();
            let line = lines.find_map(|it| it.strip_prefix(&id)).unwrap();
            line.replace("{ \"  \" }", "  ")
        };
        let [phase, step, items, voice, branch] =
            ["phase", "step", "lane", "voice", "branch"].map(example);
        let target = branch.rsplit('→').next().unwrap().trim();
        let typed = format!("{phase}\nA: {target}\n{step}\n{items}\n{voice}\n{branch}\nA: x");
        let view = bench.ask(&write(&bench, &typed));
        let flow = text(&bench)["text"].as_str().unwrap().to_owned();
        for shown in [phase.trim_start_matches("## "), target] {
            assert!(flow.contains(shown), "{flow}");
        }
        assert!(view["records"].to_string().contains("complaint"), "{flow}");
    }
}

#[test]
fn what_was_changed_elsewhere_is_not_written_over_unless_somebody_insists() {
    let (bench, _) = with_sample("special-fixed-benefit");
    let known = text(&bench)["text"].clone();
    let mut call = write(&bench, "窓口: 甲");
    call["known"] = known;
    let lane = Bench::id_of(&bench.ask(&json!({ "type": "look" })), "住民");
    let rename = json!({ "type": "rename", "id": lane, "name": "世帯主" });
    bench.ask(&json!({ "type": "send", "command": rename }));
    assert_eq!(bench.problem(&call)["code"], "overtaken");
    assert!(text(&bench)["text"].as_str().unwrap().contains("世帯主"));
    call.as_object_mut().unwrap().remove("known");
    bench.ask(&call);
    assert!(text(&bench)["text"].as_str().unwrap().contains("窓口: 甲"));
}

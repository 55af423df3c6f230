//! What a window is told about waste, what people decide about it, and what leaves as a file.
use serde_json::{Value, json};

use crate::bench::Bench;

fn sample() -> (Bench, Value) {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "open_sample", "sample": "resident-record-by-mail" }));
    (bench, view)
}

/// How many of the parts that are sent lie over a step.
fn marked(painting: &Value) -> usize {
    let sent = painting["items"].as_object().unwrap().keys();
    let over = |key: &&String| key.starts_with("step/") && key.ends_with("+marks");
    sent.filter(over).count()
}

#[test]
fn findings_flag_the_picture_until_they_are_looked_for_again() {
    let (bench, view) = sample();
    let found = bench.ask(&json!({ "type": "analyze", "seen": view["serial"] }));
    assert_eq!(found["whole"], false);
    let placed = found["painting"]["placed"].as_array().unwrap().iter();
    let flagged = placed.filter(|it| it["key"].as_str().unwrap().starts_with("step/"));
    assert!(flagged.count() > 0);
    let step = found["analysis"]["findings"][0]["at"][0].clone();
    assert!(
        found["keys"]
            .as_object()
            .unwrap()
            .values()
            .any(|id| *id == step)
    );
    let command = json!({ "type": "set_attribute", "id": step, "attribute": "note", "value": "a" });
    let later = bench.ask(&json!({ "type": "send", "command": command, "seen": found["serial"] }));
    assert_eq!(later["whole"], false);
    // The flags that are there stay there.
    for told in ["order", "placed", "dropped"] {
        assert_eq!(later["painting"][told], Value::Null, "{told}");
    }
}

#[test]
fn what_was_set_aside_stays_so_and_flags_nothing() {
    let (bench, _) = sample();
    let found = bench.ask(&json!({ "type": "analyze" }));
    let findings = found["analysis"]["findings"].as_array().unwrap();
    for finding in findings {
        bench.ask(&json!({
            "type": "set_aside", "detector": finding["detector"], "steps": finding["at"],
            "decision": "excluded", "reason": "要綱で決まっている",
        }));
    }
    let bench = bench.restarted();
    let start = bench.ask(&json!({ "type": "start" }));
    let view = bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    let again = bench.ask(&json!({ "type": "analyze" }));
    assert_eq!(marked(&again["painting"]), marked(&view["painting"]));
    let verdict = &again["analysis"]["findings"][0]["verdict"];
    assert_eq!(verdict["decision"], "excluded");
    assert_eq!(verdict["reason"], "要綱で決まっている");
    let back = json!({
        "type": "set_aside", "detector": findings[0]["detector"], "steps": findings[0]["at"], "decision": "new",
    });
    bench.ask(&back);
    let again = bench.ask(&json!({ "type": "analyze" }));
    assert!(again["analysis"]["findings"][0]["verdict"].is_null());
}

#[test]
fn a_flow_leaves_in_every_form() {
    let (bench, _) = sample();
    let forms = bench.ask(&json!({ "type": "forms" }));
    for form in forms["forms"].as_array().unwrap() {
        let ending = form["ending"].as_str().unwrap();
        assert!(
            !form["word"].as_str().unwrap().starts_with("desk-"),
            "{form}"
        );
        let file = bench.ask(&json!({ "type": "export", "ending": ending, "what": "flow" }));
        assert!(file["name"].as_str().unwrap().ends_with(ending));
        assert!(file["base64"].as_str().unwrap().len() > 100, "{ending}");
    }
}

#[test]
fn the_legend_explains_what_is_in_the_picture() {
    let (bench, _) = sample();
    let legend = bench.ask(&json!({ "type": "legend" }));
    assert!(legend["items"].to_string().contains("紙"));
    assert!(legend["areas"].as_object().unwrap().is_empty());
}

#[test]
fn figures_are_told_with_their_units() {
    let (bench, _) = sample();
    let figures = bench.ask(&json!({ "type": "figures_text" }));
    let rows = figures["rows"].as_array().unwrap();
    assert_eq!(rows[0]["name"], "staff_min_per_case");
    assert!(rows.iter().any(|row| row["known"] == true));
    let aloud = bench.ask(&json!({ "type": "read_aloud" }));
    assert!(aloud["text"].as_str().unwrap().lines().count() > 10);
}

#[test]
fn the_open_project_is_not_written_over() {
    let (bench, _) = sample();
    let start = bench.ask(&json!({ "type": "start" }));
    let path = &start["recent"][0]["path"];
    let over = json!({ "type": "export_to", "path": path, "ending": "kaizu", "what": "flow" });
    assert_eq!(bench.problem(&over)["code"], "is-open");
}

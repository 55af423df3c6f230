//! Which files a window reads and writes, and which it leaves alone.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kaizu_session::desk::Event;
use serde_json::{Value, json};

use crate::bench::Bench;

#[test]
fn opening_a_text_leaves_the_file_as_it_is() {
    let bench = Bench::new();
    let path = bench.home.path().join("flow.flow");
    std::fs::write(&path, "窓口: 届を受け取る\n窓口: 入力する\n").unwrap();
    let before = std::fs::read(&path).unwrap();
    let view = bench.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(view["project"]["draft"], true);
    let step = Bench::id_of(&view, "入力する");
    let command = json!({ "type": "rename", "id": step, "name": "登録する" });
    bench.ask(&json!({ "type": "send", "command": command }));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn only_files_of_the_folder_are_read_and_written_where_there_is_no_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    for place in [folder.path(), &inside] {
        std::fs::write(place.join("a.flow"), "窓口: 受け取る\n").unwrap();
    }
    let bench = Bench::over(tempfile::tempdir().unwrap(), Some(inside.clone()));
    let start = bench.ask(&json!({ "type": "start" }));
    assert_eq!(start["files"].as_array().unwrap().len(), 1);
    bench.ask(&json!({ "type": "open", "path": start["files"][0]["path"] }));
    let mut outside = vec![
        folder.path().join("a.flow"),
        inside.join("..").join("a.flow"),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("a.flow"), inside.join("b.flow")).unwrap();
        outside.push(inside.join("b.flow"));
    }
    for path in outside {
        let problem = bench.problem(&json!({ "type": "open", "path": path }));
        assert_eq!(problem["code"], "outside-folder");
        let written =
            json!({ "type": "export_to", "path": path, "ending": "flow", "what": "flow" });
        assert_eq!(bench.problem(&written)["code"], "outside-folder");
    }
    let path = inside.join("out.svg");
    bench.ask(&json!({ "type": "export_to", "path": path, "ending": "svg", "what": "flow" }));
    assert!(path.exists());
}

#[test]
fn a_file_named_outside_the_window_is_opened_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.flow");
    std::fs::write(&path, "窓口: 受け取る\n").unwrap();
    let bench = Bench::over(
        tempfile::tempdir().unwrap(),
        Some(folder.path().join("none")),
    );
    bench.desk.open_given(&path).unwrap();
    let is_told = |event: &Event| matches!(event, Event::Opened { view_needed: true });
    assert!(bench.heard.lock().unwrap().iter().any(is_told));
    bench.ask(&json!({ "type": "look" }));
    bench.ask(&json!({ "type": "open", "path": path }));
}

#[test]
fn a_file_that_is_gone_or_of_another_kind_is_told_with_what_to_do() {
    let bench = Bench::new();
    let at = |name: &str| bench.home.path().join(name);
    std::fs::write(at("a.kaizu"), "no project").unwrap();
    std::fs::write(at("a.docx"), "").unwrap();
    for (name, code) in [
        ("gone.kaizu", "no-such-file"),
        ("gone.flow", "no-such-file"),
        ("a.kaizu", "not-a-project"),
        ("a.docx", "unknown-form"),
    ] {
        let problem = bench.problem(&json!({ "type": "open", "path": at(name) }));
        assert_eq!(problem["code"], code, "{name}");
        assert_ne!(problem["hint"], "", "{name}");
    }
}

#[test]
fn one_project_is_opened_again_while_it_is_open() {
    let bench = Bench::new();
    let first = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let start = bench.ask(&json!({ "type": "start" }));
    let again: Value = bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    assert_eq!(again["records"], first["records"]);
    let command = json!({ "type": "rename", "id": "lane/4", "name": "窓口" });
    bench.ask(&json!({ "type": "send", "command": command }));
}

#[test]
fn what_a_file_named_outside_the_window_lost_is_told_when_the_window_asks() {
    let bench = Bench::new();
    let first = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    assert_eq!(first["losses"], json!([]));
    let file = bench.ask(&json!({ "type": "export", "ending": "json", "what": "flow" }));
    let bytes = STANDARD.decode(file["base64"].as_str().unwrap()).unwrap();
    let mut process: Value = serde_json::from_slice(&bytes).unwrap();
    process["nobody_knows"] = json!(1);
    let path = bench.home.path().join("a.json");
    std::fs::write(&path, process.to_string()).unwrap();
    bench.desk.open_given(&path).unwrap();
    let look = || bench.ask(&json!({ "type": "look" }));
    assert_eq!(look()["losses"].as_array().unwrap().len(), 1);
    assert_eq!(look()["losses"], json!([]), "once");
}

#[test]
fn a_file_is_written_under_a_name_that_says_what_it_is() {
    let bench = Bench::new();
    bench.ask(&json!({ "type": "create", "name": "転入届" }));
    let path = bench.home.path().join("notes.txt");
    std::fs::write(&path, "mine").unwrap();
    let over = json!({ "type": "export_to", "path": path, "ending": "svg", "what": "flow" });
    let problem = bench.problem(&over);
    assert_eq!(problem["code"], "unknown-form");
    assert!(problem["hint"].as_str().unwrap().contains("svg"));
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
}

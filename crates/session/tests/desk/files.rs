//! A project's file: who holds it, where it lies, what is kept of it, what is saved of it, and what is erased.
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kaizu_session::desk::Event;
use serde_json::{Value, json};

use crate::bench::Bench;

const NAME: &str = "転入届";

fn created() -> (Bench, PathBuf) {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "create", "name": NAME }));
    let path = view["project"]["path"].as_str().unwrap().into();
    (bench, path)
}

fn rename(bench: &Bench, name: &str) -> Value {
    let command = json!({ "type": "rename", "id": "process/1", "name": name });
    bench.ask(&json!({ "type": "send", "command": command }))
}

/// Waits until everything that was written was read back.
fn verified(bench: &Bench) {
    loop {
        let view = bench.ask(&json!({ "type": "look" }));
        if !view["project"]["verified_at"].is_null() {
            return;
        }
        std::thread::yield_now();
    }
}

/// Whether a file in `folder` or below holds `text`.
fn is_anywhere(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return is_anywhere(&path, text);
        }
        let bytes = fs::read(path).unwrap();
        bytes.windows(text.len()).any(|it| it == text.as_bytes())
    })
}

#[test]
fn who_comes_second_reads_who_has_it_and_can_go_on_with_a_copy() {
    let (first, path) = created();
    let second = Bench::new();
    let view = second.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(view["project"]["reading"], "held");
    assert_eq!(view["project"]["held_by"]["since"], 1_700_000_000_000_i64);
    assert_ne!(view["project"]["held_by"]["host"], "");
    let command = json!({ "type": "rename", "id": "process/1", "name": "転居届" });
    let problem = second.problem(&json!({ "type": "send", "command": command }));
    assert_eq!(problem["code"], "held");
    let said = problem["message"].as_str().unwrap();
    let host = view["project"]["held_by"]["host"].as_str().unwrap();
    assert!(said.contains(host), "{said}");
    rename(&first, "先に書いた名前");
    let copy = second.ask(&json!({ "type": "edit_copy" }));
    assert!(copy["project"]["reading"].is_null());
    rename(&second, "写しの名前");
    first.ask(&json!({ "type": "close" }));
    let again = second.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(again["processes"][0]["name"], "先に書いた名前");
    assert!(again["project"]["reading"].is_null());
}

#[test]
fn a_held_project_is_opened_for_writing_once_it_is_free() {
    let (first, path) = created();
    let second = Bench::new();
    second.ask(&json!({ "type": "open", "path": path }));
    let still = second.ask(&json!({ "type": "reopen" }));
    assert_eq!(still["project"]["reading"], "held");
    first.ask(&json!({ "type": "close" }));
    let free = second.ask(&json!({ "type": "reopen" }));
    assert!(free["project"]["reading"].is_null());
}

#[test]
fn a_draft_moves_to_its_place_with_its_history_and_its_copies() {
    let (bench, path) = created();
    rename(&bench, "転居届");
    verified(&bench);
    let target = bench.home.path().join("置き場所.kaizu");
    let moved = bench.ask(&json!({ "type": "move_to", "path": target }));
    assert_eq!(moved["project"]["draft"], false);
    assert_eq!(moved["project"]["file"], target.display().to_string());
    assert!(!path.exists() && target.exists());
    assert!(!moved["undo_label"].is_null());
    let undone = bench.ask(&json!({ "type": "undo" }));
    assert_eq!(undone["processes"][0]["name"], NAME);
    let kept = bench.ask(&json!({ "type": "backups" }));
    assert_eq!(kept["files"][0]["file"], target.display().to_string());
    let start = bench.ask(&json!({ "type": "close" }));
    assert_eq!(start["recent"].as_array().unwrap().len(), 1);
}

#[test]
fn a_project_moves_only_to_where_it_may() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::over(tempfile::tempdir().unwrap(), Some(folder.path().to_owned()));
    bench.ask(&json!({ "type": "create", "name": NAME }));
    fs::write(folder.path().join("there.kaizu"), "mine").unwrap();
    for (call, code) in [
        (json!({ "type": "move_to" }), "no-place"),
        (json!({ "type": "move_to", "name": "there" }), "file-exists"),
        (
            json!({ "type": "move_to", "path": folder.path().join("a.flow") }),
            "unknown-form",
        ),
        (
            json!({ "type": "move_to", "path": bench.home.path().join("a.kaizu") }),
            "outside-folder",
        ),
    ] {
        assert_eq!(bench.problem(&call)["code"], code, "{call}");
    }
    let moved = bench.ask(&json!({ "type": "move_to", "name": "../転入.kaizu" }));
    let file = folder.path().join(".. 転入.kaizu");
    let told = moved["project"]["file"].as_str().unwrap();
    assert!(Path::new(told).parent() == file.parent(), "{told}");
    assert_eq!(
        fs::read(folder.path().join("there.kaizu")).unwrap(),
        b"mine"
    );
}

#[test]
fn a_copy_that_was_kept_opens_as_a_project_of_its_own() {
    let (bench, path) = created();
    // The copy is made beside the work: an edit before it is finished may be in it.
    verified(&bench);
    rename(&bench, "転居届");
    let kept = bench.ask(&json!({ "type": "backups" }));
    let copy = &kept["files"][0]["copies"][0];
    assert_eq!(
        (&kept["files"][0]["is_open"], &copy["revision"]),
        (&json!(true), &json!(0))
    );
    let opened = bench.ask(&json!({ "type": "open_backup", "path": copy["path"] }));
    assert_eq!(opened["processes"][0]["name"], NAME);
    assert_eq!(opened["project"]["draft"], true);
    let again = bench.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(again["processes"][0]["name"], "転居届");
    let outside = bench.problem(&json!({ "type": "open_backup", "path": path }));
    assert_eq!(outside["code"], "outside-folder");
    verified(&bench);
    let cleared = bench.ask(&json!({ "type": "clear_backups" }));
    assert_eq!(cleared["files"], json!([]));
}

#[test]
fn a_damaged_project_is_told_saved_as_a_new_one_and_never_written_to() {
    let (bench, path) = created();
    rename(&bench, "転居届");
    bench.ask(&json!({ "type": "close" }));
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    let outcome = bench.outcome(&json!({ "type": "open", "path": path }));
    if outcome["problem"].is_null() {
        // What there is to see is there at once; that it is damaged is heard a little later.
        let is_damage = |event: &Event| matches!(event, Event::Damaged { .. });
        while !bench.heard.lock().unwrap().iter().any(is_damage) {
            std::thread::yield_now();
        }
        let view = bench.ask(&json!({ "type": "look" }));
        assert_eq!(view["project"]["reading"], "damaged");
        let undo = bench.problem(&json!({ "type": "undo" }));
        assert_eq!(undo["code"], "damaged");
    } else {
        assert_eq!(outcome["problem"]["code"], "damaged");
        assert_eq!(outcome["problem"]["at"]["file"], path.display().to_string());
    }
    let saved = bench.ask(&json!({ "type": "salvage", "path": path }));
    assert_eq!(saved["processes"][0]["name"], "転居届");
    assert!(saved["project"]["reading"].is_null());
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn what_is_erased_is_nowhere_any_more() {
    const SECRET: &str = "山田花子";
    let (bench, _) = created();
    rename(&bench, &format!("{SECRET}さんの転入届"));
    bench.ask(&json!({ "type": "name_moment", "revision": 1, "name": format!("{SECRET}案") }));
    verified(&bench);
    bench.ask(&json!({ "type": "close" }));
    let start = bench.ask(&json!({ "type": "start" }));
    bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    rename(&bench, "転居届");
    verified(&bench);
    assert!(is_anywhere(bench.home.path(), SECRET));
    let traces = bench.ask(&json!({ "type": "traces", "text": SECRET }));
    assert_eq!((&traces["now"], &traces["names"]), (&json!(0), &json!(1)));
    assert_eq!(
        (&traces["history"], &traces["copies"]),
        (&json!(2), &json!(1))
    );
    let short = bench.problem(&json!({ "type": "erase", "text": " 山 " }));
    assert_eq!(short["code"], "too-short-to-erase");
    let erased = bench.ask(&json!({ "type": "erase", "text": SECRET }));
    assert_eq!(
        (&erased["traces"]["copies"], &erased["removed_copies"]),
        (&json!(1), &json!(0))
    );
    bench.ask(&json!({ "type": "close" }));
    assert!(!is_anywhere(bench.home.path(), SECRET));
    let start = bench.ask(&json!({ "type": "start" }));
    let view = bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    assert_eq!(view["processes"][0]["name"], "転居届");
    bench.ask(&json!({ "type": "undo" }));
    let first = bench.ask(&json!({ "type": "undo" }));
    assert_eq!(first["processes"][0]["name"], NAME);
}

#[test]
fn a_copy_to_hand_over_has_neither_history_nor_people() {
    let (bench, _) = created();
    let person = json!({ "type": "create", "id": "person/50", "record": { "person": { "name": "佐藤一郎" } } });
    bench.ask(&json!({ "type": "send", "command": person }));
    rename(&bench, "佐藤一郎の転入届");
    let made = json!({ "type": "export", "ending": "kaizu", "what": "hand_over" });
    let made = bench.ask(&made);
    assert!(made["name"].as_str().unwrap().ends_with("引き渡し用.kaizu"));
    assert!(made["losses"].as_array().unwrap().len() >= 3, "{made}");
    let path = bench.home.path().join("over.kaizu");
    let bytes = STANDARD.decode(made["base64"].as_str().unwrap()).unwrap();
    assert!(!bytes.windows(12).any(|it| it == "佐藤一郎".as_bytes()));
    fs::write(&path, bytes).unwrap();
    let view = bench.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(view["processes"][0]["name"], "(氏名)の転入届");
    assert!(view["undo_label"].is_null());
}

#[cfg(unix)]
#[test]
fn a_whole_copy_can_be_saved_when_the_file_is_gone() {
    let (bench, path) = created();
    rename(&bench, "転居届");
    verified(&bench);
    rename(&bench, "転出届");
    fs::rename(&path, bench.home.path().join("elsewhere.kaizu")).unwrap();
    let command = json!({ "type": "rename", "id": "process/1", "name": "取消" });
    let refused = bench.problem(&json!({ "type": "send", "command": command }));
    assert_eq!(refused["code"], "file-gone");
    let view = bench.ask(&json!({ "type": "look" }));
    assert_eq!(
        view["processes"][0]["name"], "転出届",
        "what was refused is not shown"
    );
    let saved = bench.home.path().join("saved.kaizu");
    bench.ask(&json!({ "type": "export_to", "ending": "kaizu", "what": "flow", "path": saved }));
    let view = bench.ask(&json!({ "type": "open", "path": saved }));
    assert_eq!(view["processes"][0]["name"], "転出届");
}

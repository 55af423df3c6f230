//! Looking back, naming moments and going back to them; and what may not be done meanwhile.
use serde_json::{Value, json};

use crate::bench::Bench;

/// A project with steps of these names, one edit each.
fn drawn(names: &[&str]) -> (Bench, Value) {
    let bench = Bench::new();
    let mut view = bench.ask(&json!({ "type": "create", "name": "転入届" }));
    for name in names {
        let next = view["next"].as_u64().unwrap();
        view = bench.ask(&json!({ "type": "send", "command": {
            "type": "add_step", "flow": 2, "step": next, "lane": 4, "name": name, "edge": next + 1,
        } }));
    }
    (bench, view)
}

/// The names of the steps that are seen.
fn steps(view: &Value) -> Vec<String> {
    let records = view["records"].as_object().unwrap().values();
    records
        .filter_map(|record| Some(record["step"]["name"].as_str()?.to_owned()))
        .collect()
}

#[test]
fn any_moment_can_be_looked_at_and_nothing_is_changed_meanwhile() {
    let (bench, now) = drawn(&["受け取る", "確かめる", "登録する"]);
    for revision in 0..=3 {
        let back = bench.ask(&json!({ "type": "look_back", "revision": revision }));
        assert_eq!(steps(&back).len(), revision);
        assert_eq!(back["project"]["reading"], "past");
        assert_eq!(back["project"]["past"]["revision"], revision);
        assert_eq!(back["project"]["read_only"], true);
        assert!(back["undo_label"].is_null());
    }
    let rename = json!({ "type": "rename", "id": "process/1", "name": "転居届" });
    for call in [
        json!({ "type": "send", "command": rename }),
        json!({ "type": "undo" }),
        json!({ "type": "propose", "job": "a" }),
    ] {
        assert_eq!(bench.problem(&call)["code"], "looking-back", "{call}");
    }
    let analysed = bench.ask(&json!({ "type": "analyze" }));
    assert_eq!(analysed["revision"], 3);
    let again = bench.ask(&json!({ "type": "look_back" }));
    assert!(again["project"]["reading"].is_null());
    assert_eq!(again["records"], now["records"].clone());
    bench.ask(&json!({ "type": "undo" }));
}

#[test]
fn going_back_is_an_edit_that_can_be_undone() {
    let (bench, now) = drawn(&["受け取る", "確かめる"]);
    bench.ask(&json!({ "type": "look_back", "revision": 1 }));
    let call = json!({ "type": "restore", "revision": 1, "when": "10月3日 10:31" });
    let restored = bench.ask(&call);
    assert_eq!(steps(&restored), ["受け取る"]);
    assert_eq!(restored["undo_label"], "「10月3日 10:31」の状態に戻す");
    let undone = bench.ask(&json!({ "type": "undo" }));
    assert_eq!(undone["records"], now["records"].clone());
    assert_eq!(undone["revision"], 4, "every step is kept");
    // Nothing differs: nothing is written.
    assert_eq!(
        bench.ask(&json!({ "type": "restore", "revision": 2 }))["revision"],
        4
    );
}

#[test]
fn a_moment_has_a_name_until_it_is_taken_away() {
    let (bench, _) = drawn(&["受け取る", "確かめる"]);
    let name = json!({ "type": "name_moment", "revision": 1, "name": " 課長説明用 " });
    let told = bench.ask(&name);
    assert_eq!(told["moments"][0]["name"], "課長説明用");
    assert_eq!(told["moments"][0]["at"], 1_700_000_000_000_i64);
    assert_eq!(told["entries"][0]["name"], "課長説明用");
    let back = bench.ask(&json!({ "type": "look_back", "revision": 1 }));
    assert_eq!(back["project"]["past"]["name"], "課長説明用");
    let bench = bench.restarted();
    let start = bench.ask(&json!({ "type": "start" }));
    bench.ask(&json!({ "type": "open", "path": start["recent"][0]["path"] }));
    let restored = bench.ask(&json!({ "type": "restore", "revision": 1 }));
    assert_eq!(restored["undo_label"], "「課長説明用」の状態に戻す");
    let told = bench.ask(&json!({ "type": "name_moment", "revision": 1 }));
    assert_eq!(told["moments"], json!([]));
}

#[test]
fn the_steps_around_one_are_told_with_what_was_taken_back() {
    let (bench, _) = drawn(&["受け取る", "確かめる", "登録する"]);
    bench.ask(&json!({ "type": "undo" }));
    bench.ask(&json!({ "type": "redo" }));
    let told = bench.ask(&json!({ "type": "history" }));
    let deeds: Vec<_> = told["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["deed"])
        .collect();
    assert_eq!(deeds, ["done", "done", "done", "undone", "redone"]);
    assert_eq!(told["last"], 5);
    assert_eq!(
        told["entries"][3]["label"],
        "元に戻した: 手順を書く「登録する」"
    );
    let few = bench.ask(&json!({ "type": "history", "around": 2, "most": 2 }));
    let rows: Vec<_> = few["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["revision"])
        .collect();
    assert_eq!(rows, [1, 2]);
}

#[test]
fn a_copy_of_an_earlier_moment_is_a_project_of_its_own() {
    let (bench, _) = drawn(&["受け取る", "確かめる"]);
    let path = bench.ask(&json!({ "type": "look" }))["project"]["path"].clone();
    bench.ask(&json!({ "type": "look_back", "revision": 1 }));
    let copy = bench.ask(&json!({ "type": "edit_copy" }));
    assert_eq!(steps(&copy), ["受け取る"]);
    assert!(copy["project"]["reading"].is_null());
    assert_ne!(copy["project"]["path"], path);
    let first = bench.ask(&json!({ "type": "open", "path": path }));
    assert_eq!(steps(&first).len(), 2);
}

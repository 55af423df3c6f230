//! What a window does, call by call, without a window.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
mod bench;

use bench::Bench;
use serde_json::json;

#[test]
fn a_new_project_begins_with_three_lanes_and_nothing_to_do() {
    let bench = Bench::new();
    let view = bench.ask(json!({ "type": "create", "name": "転入届" }));
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
    for call in ["look", "undo", "redo", "read_aloud", "figures_text"] {
        let problem = bench.problem(json!({ "type": call }));
        assert_eq!(problem["code"], "nothing-open", "{call}");
    }
}

#[test]
fn undo_gives_the_first_picture_back() {
    let bench = Bench::new();
    let first = bench.ask(json!({ "type": "create", "name": "転入届" }));
    let next = first["next"].as_u64().unwrap();
    let flow = bench.number(&first["flow"]);
    bench.ask(json!({ "type": "send", "command": {
        "type": "add_step", "step": next, "flow": flow, "lane": 4, "name": "届を受け取る", "after": null, "edge": next + 1
    } }));
    bench.ask(json!({ "type": "undo" }));
    let again = bench.ask(json!({ "type": "look" }));
    assert_eq!(again["painting"], first["painting"]);
    assert_eq!(again["records"], first["records"]);
}

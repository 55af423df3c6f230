//! What a window is told about what is not known yet.
use serde_json::{Value, json};

use crate::bench::Bench;

/// A desk with a new process and one step called `name`; the step's id.
fn with_step(name: &str) -> (Bench, Value) {
    let bench = Bench::new();
    let view = bench.ask(&json!({ "type": "create", "name": "試し" }));
    let records = view["records"].as_object().unwrap();
    let number = |kind: &str| {
        let id = records.keys().find(|id| id.starts_with(kind)).unwrap();
        id.split('/').nth(1).unwrap().parse::<u32>().unwrap()
    };
    let next = view["next"].as_u64().unwrap();
    let command = json!({
        "type": "add_step", "step": next, "flow": number("flow/"), "lane": number("lane/"),
        "name": name, "after": null, "edge": next + 1,
    });
    bench.ask(&json!({ "type": "send", "command": command }));
    (bench, json!(format!("step/{next}")))
}

fn gaps(bench: &Bench, steps: &Value) -> Value {
    bench.ask(&json!({ "type": "gaps", "steps": steps }))
}

#[test]
fn a_kind_is_offered_until_somebody_says_it() {
    let (bench, id) = with_step("台帳に転記する");
    let key = id.as_str().unwrap();
    assert_eq!(gaps(&bench, &json!([id]))["kinds"][key], "transcribe");
    let rename = json!({ "type": "rename", "id": id, "name": "台帳を印刷する" });
    let view = bench.ask(&json!({ "type": "send", "command": rename }));
    let found = gaps(&bench, &json!([id]));
    assert_eq!(found["kinds"][key], "print");
    assert_eq!(found["revision"], view["revision"]);
    // What is offered is no part of the document.
    assert_eq!(view["records"][key]["step"]["kind"], Value::Null);
    let said = json!({ "type": "set_attribute", "id": id, "attribute": "kind", "value": "print" });
    bench.ask(&json!({ "type": "send", "command": said }));
    assert_eq!(gaps(&bench, &json!([]))["kinds"], json!({}));
}

#[test]
fn the_next_entry_says_what_it_would_tell_and_where_it_is_made() {
    let (bench, id) = with_step("台帳に転記する");
    let next = gaps(&bench, &json!([id]))["next"].clone();
    assert_eq!((&next["attribute"], &next["id"]), (&json!("kind"), &id));
    assert!(next["sentence"].as_str().unwrap().contains("種類"));
    let whole = gaps(&bench, &json!([]));
    let volume = &whole["parts"][0];
    assert_eq!((&volume["known"], &volume["of"]), (&json!(0), &json!(1)));
    assert_eq!(volume["attribute"], "volume_per_year");
}

#[test]
fn systems_are_offered_that_any_flow_of_the_project_uses() {
    let (bench, id) = with_step("台帳に転記する");
    let said =
        json!({ "type": "set_attribute", "id": id, "attribute": "system", "value": "宛名台帳" });
    bench.ask(&json!({ "type": "send", "command": said }));
    assert_eq!(gaps(&bench, &json!([]))["systems"], json!(["宛名台帳"]));
}

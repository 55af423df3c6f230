//! What a window does to find its way: look for a text, put another one in its place.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::bench::with_sample;

fn ids(hits: &Value) -> Vec<&str> {
    let hits = hits["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

#[test]
fn a_text_is_found_at_the_things_of_the_picture_in_the_order_of_reading() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let found = bench.ask(&json!({ "type": "find", "text": "申請書" }));
    let found = ids(&found);
    assert!(found.len() > 5, "{found:?}");
    let records = view["records"].as_object().unwrap();
    assert!(found.iter().all(|id| records.contains_key(*id)));
    let narrow = bench.ask(&json!({ "type": "find", "text": "ｼﾝｾｲ" }));
    let wide = bench.ask(&json!({ "type": "find", "text": "しんせい" }));
    assert_eq!(narrow, wide);
    let blank = bench.ask(&json!({ "type": "find", "text": " " }));
    assert_eq!(blank, json!({ "hits": [], "places": {} }));
}

#[test]
fn what_is_replaced_everywhere_is_one_undo_step() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let find = |text: &str| bench.ask(&json!({ "type": "find", "text": text }));
    let places = find("申請書")["places"].clone();
    let n: u64 = places
        .as_object()
        .unwrap()
        .values()
        .map(|n| n.as_u64().unwrap())
        .sum();
    let parts: Vec<&String> = places.as_object().unwrap().keys().collect();
    let replace = json!({ "type": "replace", "text": "申請書", "by": "届", "parts": parts });
    let after = bench.ask(&replace);
    assert_eq!(
        after["undo_label"],
        format!("「申請書」→「届」を置き換え({n}か所)")
    );
    assert!(ids(&find("申請書")).is_empty());
    let undone = bench.ask(&json!({ "type": "undo" }));
    assert_eq!(undone["records"], view["records"]);
    assert_eq!(
        bench.problem(&json!({ "type": "replace", "text": "届出人", "by": "", "parts": parts }))["code"],
        "nothing-replaced"
    );
}

#[test]
fn one_hit_alone_can_be_replaced() {
    let (bench, _) = with_sample("special-fixed-benefit");
    let found = bench.ask(&json!({ "type": "find", "text": "申請書" }));
    let steps: Vec<&str> = ids(&found)
        .into_iter()
        .filter(|id| id.starts_with("step/"))
        .collect();
    let replace = json!({ "type": "replace", "text": "申請書", "by": "届", "parts": ["name"], "at": steps[0] });
    let after = bench.ask(&replace);
    let name = |id: &str| {
        after["records"][id]["step"]["name"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(name(steps[0]).contains("届") && !name(steps[0]).contains("申請書"));
    assert!(steps[1..].iter().any(|id| name(id).contains("申請書")));
}

#[test]
fn a_file_that_is_dropped_becomes_a_project_of_its_own() {
    let (bench, _) = with_sample("special-fixed-benefit");
    let take = |name: &str, bytes: &[u8]| json!({ "type": "take_in", "name": name, "base64": STANDARD.encode(bytes) });
    let view = bench.ask(&take("転入届.flow", "窓口: 届を受ける 5分\n".as_bytes()));
    assert_eq!(
        (&view["project"]["name"], &view["project"]["draft"]),
        (&json!("転入届"), &json!(true))
    );
    let project = bench.ask(&json!({ "type": "export", "ending": "kaizu" }));
    let bytes = STANDARD
        .decode(project["base64"].as_str().unwrap())
        .unwrap();
    let copy = bench.ask(&take("a.kaizu", &bytes));
    assert_eq!(copy["records"], view["records"]);
    assert_ne!(copy["project"]["path"], view["project"]["path"]);
}

#[test]
fn what_is_dropped_and_cannot_be_read_leaves_what_is_open() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let take = |name: &str, bytes: &[u8]| {
        let call = json!({ "type": "take_in", "name": name, "base64": STANDARD.encode(bytes) });
        bench.problem(&call)
    };
    assert_eq!(take("絵.png", b"x")["code"], "unknown-form");
    assert_eq!(
        take("a.kaizu", b"no database at all")["at"]["file"],
        "a.kaizu"
    );
    assert_eq!(
        take("a.flow", "窓口: 届 [".as_bytes())["at"]["file"],
        "a.flow"
    );
    assert_eq!(
        take("a.flow", &vec![b'a'; 33 * 1024 * 1024])["code"],
        "too-large"
    );
    let after = bench.ask(&json!({ "type": "look" }));
    assert_eq!(after["project"]["path"], view["project"]["path"]);
}

#[test]
fn what_is_printed_is_as_many_sheets_as_the_pdf_has() {
    let (bench, _) = with_sample("special-fixed-benefit");
    for page in ["a4", "a3"] {
        let printed = bench.ask(&json!({ "type": "paper", "page": page }));
        let counted = bench.ask(&json!({ "type": "sheets", "page": page }));
        assert_eq!(
            json!(printed["sheets"].as_array().unwrap().len()),
            counted["n"]
        );
    }
}

#[test]
fn the_tour_is_offered_until_somebody_has_had_enough_of_it() {
    let (bench, _) = with_sample("special-fixed-benefit");
    assert_eq!(bench.ask(&json!({ "type": "hello" }))["offers_tour"], true);
    assert_eq!(
        bench.ask(&json!({ "type": "skip_tour" }))["offers_tour"],
        false
    );
    let bench = bench.restarted();
    assert_eq!(bench.ask(&json!({ "type": "hello" }))["offers_tour"], false);
}

#[test]
fn a_note_is_seen_on_its_step_and_explained() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let says = || {
        bench
            .ask(&json!({ "type": "legend" }))
            .to_string()
            .contains("メモあり")
    };
    assert!(!says());
    let records = view["records"].as_object().unwrap();
    let step = records.keys().find(|id| id.starts_with("step/")).unwrap();
    let command = json!({ "type": "set_attribute", "id": step, "attribute": "note", "value": "委託先に聞く" });
    let after = bench.ask(&json!({ "type": "send", "command": command }));
    let (was, now) = (
        &view["painting"]["items"][step],
        &after["painting"]["items"][step],
    );
    let parts = |item: &Value| item["items"].as_array().unwrap().len();
    assert_eq!(parts(now), parts(was) + 1);
    assert!(now["title"].as_str().unwrap().ends_with("委託先に聞く"));
    assert!(says());
    let found = bench.ask(&json!({ "type": "find", "text": "ｲﾀｸ" }));
    assert!(ids(&found).is_empty());
    assert_eq!(
        ids(&bench.ask(&json!({ "type": "find", "text": "委託先に" }))),
        [step]
    );
}

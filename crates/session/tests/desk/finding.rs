//! What a window does to find its way: look for a text, put another one in its place.
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
        format!("「申請書」→「届」を置き換え（{n}か所）")
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

//! What a window has after it merged the views it got: records, and the picture with what moved in its new place.
use serde_json::{Value, json};

use crate::bench::with_sample;

/// What a window has after it merged `views`.
pub(crate) fn merged(views: &[Value]) -> (Value, Value) {
    let mut has = views[0].clone();
    for view in &views[1..] {
        assert_eq!(view["whole"], false);
        for id in view["gone"].as_array().unwrap() {
            let id = id.as_str().unwrap();
            has["records"].as_object_mut().unwrap().remove(id);
            let areas = has["painting"]["areas"].as_object_mut().unwrap();
            areas.remove(id);
        }
        for (id, record) in view["records"].as_object().unwrap() {
            has["records"][id] = record.clone();
        }
        merge_painting(&mut has["painting"], &view["painting"]);
    }
    (has["records"].clone(), has["painting"].clone())
}

/// Takes what changed into a painting; what moved is moved, and what is no longer in it goes.
fn merge_painting(has: &mut Value, next: &Value) {
    let (mut items, mut areas) = (has["items"].take(), has["areas"].take());
    for (key, by) in next["moved"].as_object().into_iter().flatten() {
        shift(&mut items[key], by);
        if let Some(area) = areas.get_mut(key) {
            shift_point(area, by);
        }
    }
    for (key, all) in next["parted"].as_object().into_iter().flatten() {
        let within = list(&mut items[key], "items");
        for (thing, by) in within.zip(all.as_array().unwrap()) {
            shift(thing, by);
        }
    }
    for (part, sent) in [(&mut items, "items"), (&mut areas, "areas")] {
        for (key, value) in next[sent].as_object().unwrap() {
            part[key] = value.clone();
        }
    }
    let order = next["order"].as_array().unwrap();
    items
        .as_object_mut()
        .unwrap()
        .retain(|key, _| order.contains(&json!(key)));
    *has = next.clone();
    (has["items"], has["areas"]) = (items, areas);
    for told in ["moved", "parted"] {
        has.as_object_mut().unwrap().remove(told);
    }
}

fn shift(item: &mut Value, by: &Value) {
    for part in ["area", "at"] {
        if let Some(place) = item.get_mut(part) {
            shift_point(place, by);
        }
    }
    for segment in list(item, "segments") {
        for piece in segment
            .as_object_mut()
            .into_iter()
            .flat_map(|it| it.values_mut())
        {
            match piece {
                Value::Array(points) => points.iter_mut().for_each(|it| shift_point(it, by)),
                point @ (Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Object(_)) => shift_point(point, by),
            }
        }
    }
    for part in list(item, "items") {
        shift(part, by);
    }
}

/// What stands under `key`, where that is a list.
fn list<'a>(item: &'a mut Value, key: &str) -> impl Iterator<Item = &'a mut Value> {
    let found = item.get_mut(key).and_then(Value::as_array_mut);
    found.into_iter().flatten()
}

fn shift_point(point: &mut Value, by: &Value) {
    for side in ["x", "y"] {
        point[side] = json!(point[side].as_f64().unwrap() + by[side].as_f64().unwrap());
    }
}

/// The same with its numbers to a thousandth: sums of lengths are not exact.
pub(crate) fn rounded(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!((number.as_f64().unwrap() * 1000.0).round() + 0.0),
        Value::Array(all) => all.iter().map(rounded).collect(),
        Value::Object(all) => all
            .iter()
            .map(|(key, value)| (key.clone(), rounded(value)))
            .collect(),
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

#[test]
fn what_an_edit_pushed_aside_is_told_by_how_far_and_not_sent_again() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let areas = view["painting"]["areas"].as_object().unwrap();
    let steps = areas.iter().filter(|(id, _)| id.starts_with("step/"));
    let first = steps.min_by(|a, b| {
        a.1["x"]
            .as_f64()
            .unwrap()
            .total_cmp(&b.1["x"].as_f64().unwrap())
    });
    let (first, _) = first.unwrap();
    let pushed = bench.ask(&step_behind(first, &view));
    let painting = &pushed["painting"];
    let moved = painting["moved"].as_object().unwrap();
    let sent = painting["items"].as_object().unwrap();
    assert!(
        moved.len() > 3 * sent.len(),
        "{} moved, {} sent",
        moved.len(),
        sent.len()
    );
    assert!(painting["areas"].as_object().unwrap().len() < areas.len() / 2);
    let whole = bench.ask(&json!({ "type": "look" }));
    let (_, painting) = merged(&[view, pushed]);
    assert_eq!(rounded(&painting), rounded(&whole["painting"]));
}

#[test]
fn things_on_an_arrow_that_went_different_ways_are_told_by_how_far_each() {
    let (bench, mut view) = with_sample("special-fixed-benefit");
    let records = view["records"].as_object().unwrap().clone();
    let mut n_parted = 0;
    for after in records.keys().filter(|id| id.starts_with("step/")) {
        let edited = bench.ask(&step_behind(after, &view));
        let parted = edited["painting"]["parted"].as_object();
        n_parted += parted.map_or(0, serde_json::Map::len);
        let back = bench.ask(&json!({ "type": "undo", "seen": edited["serial"] }));
        let (_, painting) = merged(&[view.clone(), edited, back.clone()]);
        assert_eq!(rounded(&painting), rounded(&view["painting"]), "{after}");
        view["serial"] = back["serial"].clone();
        view["next"] = back["next"].clone();
    }
    assert!(n_parted > 0);
}

/// The call that writes a step behind `after`, in its lane, for a window that has `view`.
fn step_behind(after: &str, view: &Value) -> Value {
    let next = view["next"].as_u64().unwrap();
    let command = json!({
        "type": "add_step", "step": next, "flow": number(&view["flow"]),
        "lane": view["records"][after]["step"]["lane"], "name": "受付印を押す",
        "after": after, "edge": next + 1,
    });
    json!({ "type": "send", "command": command, "seen": view["serial"] })
}

fn number(id: &Value) -> u64 {
    let id = id.as_str().unwrap();
    id[id.find('/').unwrap() + 1..].parse().unwrap()
}

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
    let order = order_after(&has["order"], next);
    let (mut items, mut areas) = (has["items"].take(), has["areas"].take());
    for (key, by) in moves(&order, next) {
        let key = key.as_str().unwrap();
        shift(&mut items[key], by);
        if let Some(area) = areas.get_mut(key) {
            shift_point(area, by);
        }
    }
    for (key, runs) in next["reshaped"].as_object().into_iter().flatten() {
        let mut runs = runs.as_array().unwrap().iter().flat_map(|run| {
            let n = run[0].as_u64().unwrap();
            (0..n).map(|_| json!({ "x": run[1], "y": run[2] }))
        });
        reshape(&mut items[key], &mut runs);
        assert_eq!(runs.next(), None);
    }
    for (part, sent) in [(&mut items, "items"), (&mut areas, "areas")] {
        for (key, value) in next[sent].as_object().unwrap() {
            part[key] = value.clone();
        }
    }
    items
        .as_object_mut()
        .unwrap()
        .retain(|key, _| order.contains(&json!(key)));
    *has = json!({
        "frame": next["frame"], "title": next["title"], "order": order, "items": items, "areas": areas,
    });
}

/// Everything that moved, with how far.
fn moves<'a>(order: &'a [Value], painting: &'a Value) -> Vec<(&'a Value, &'a Value)> {
    let alike = painting["moved"].as_array().into_iter().flatten();
    let moved = alike.flat_map(|alike| {
        let runs = alike["runs"].as_array().unwrap().iter();
        let number = |it: &Value| usize::try_from(it.as_u64().unwrap()).unwrap();
        let keys =
            runs.flat_map(move |run| order.iter().skip(number(&run[0])).take(number(&run[1])));
        keys.map(|key| (key, &alike["by"]))
    });
    moved.collect()
}

/// What lies over what: as it is sent or, where it is not, as it did, but for what went and what came.
fn order_after(had: &Value, next: &Value) -> Vec<Value> {
    if let Some(order) = next["order"].as_array() {
        return order.clone();
    }
    let told = |what: &str| next[what].as_array().cloned().unwrap_or_default();
    let mut order = had.as_array().unwrap().clone();
    order.retain(|key| !told("dropped").contains(key));
    for placed in told("placed") {
        let over = order.iter().position(|key| *key == placed["over"]);
        let at = if placed["over"].is_null() {
            0
        } else {
            over.unwrap() + 1
        };
        order.insert(at, placed["key"].clone());
    }
    order
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

/// Moves every corner, size and point within `item` by what `runs` has for it.
fn reshape(item: &mut Value, runs: &mut impl Iterator<Item = Value>) {
    if let Some(area) = item.get_mut("area") {
        shift_point(area, &runs.next().unwrap());
        let size = runs.next().unwrap();
        for (side, by) in [("w", "x"), ("h", "y")] {
            area[side] = json!(area[side].as_f64().unwrap() + size[by].as_f64().unwrap());
        }
    }
    if let Some(at) = item.get_mut("at") {
        shift_point(at, &runs.next().unwrap());
    }
    for segment in list(item, "segments") {
        let pieces = segment.as_object_mut().into_iter();
        for piece in pieces.flat_map(|it| it.values_mut()) {
            match piece.as_array_mut() {
                Some(points) => points
                    .iter_mut()
                    .for_each(|it| shift_point(it, &runs.next().unwrap())),
                None => shift_point(piece, &runs.next().unwrap()),
            }
        }
    }
    for part in list(item, "items") {
        reshape(part, runs);
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
    let order = order_after(&view["painting"]["order"], painting);
    let moved = moves(&order, painting);
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
fn what_is_the_same_but_for_its_places_is_told_by_them_alone() {
    let (bench, mut view) = with_sample("special-fixed-benefit");
    let records = view["records"].as_object().unwrap().clone();
    let mut n_reshaped = 0;
    for after in records.keys().filter(|id| id.starts_with("step/")) {
        let edited = bench.ask(&step_behind(after, &view));
        let reshaped = edited["painting"]["reshaped"].as_object();
        n_reshaped += reshaped.map_or(0, serde_json::Map::len);
        let back = bench.ask(&json!({ "type": "undo", "seen": edited["serial"] }));
        let (_, painting) = merged(&[view.clone(), edited, back.clone()]);
        assert_eq!(rounded(&painting), rounded(&view["painting"]), "{after}");
        view["serial"] = back["serial"].clone();
        view["next"] = back["next"].clone();
    }
    assert!(n_reshaped > 0);
}

#[test]
fn an_edit_that_was_made_before_the_flags_came_stands_on_what_was_there() {
    let (bench, view) = with_sample("special-fixed-benefit");
    let records = view["records"].as_object().unwrap();
    let step = records.keys().find(|id| id.starts_with("step/")).unwrap();
    bench.ask(&json!({ "type": "analyze", "seen": view["serial"] }));
    let edited = bench.ask(&step_behind(step, &view));
    let whole = bench.ask(&json!({ "type": "look" }));
    let (_, painting) = merged(&[view, edited]);
    assert_eq!(rounded(&painting), rounded(&whole["painting"]));
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

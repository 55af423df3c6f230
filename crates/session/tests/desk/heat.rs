//! How many people speak about each step, told by the ground of the picture.
use serde_json::{Value, json};

use crate::bench::{Bench, with_sample};
use crate::merging::merged;

/// The parts of steps themselves that are sent.
fn bodies(view: &Value) -> Vec<String> {
    let sent = view["painting"]["items"].as_object().unwrap().keys();
    let is_body = |key: &&String| key.starts_with("step/") && !key.contains('+');
    sent.filter(is_body).cloned().collect()
}

fn show(bench: &Bench, heat: &str, seen: &Value) -> Value {
    bench.ask(&json!({ "type": "show_heat", "heat": heat, "seen": seen["serial"] }))
}

fn voice(bench: &Bench, view: &Value, step: &str, count: u32) -> Value {
    let complaint = json!({
        "flow": view["flow"].as_str().unwrap()[5..].parse::<u32>().unwrap(), "steps": [step],
        "voice": "staff", "kind": "complaint", "text": "時間がかかる", "count": count,
    });
    let id = format!("complaint/{}", view["next"]);
    let command = json!({ "type": "create", "id": id, "record": { "complaint": complaint } });
    bench.ask(&json!({ "type": "send", "command": command, "seen": view["serial"] }))
}

#[test]
fn the_ground_tells_how_many_speak_until_it_is_to_tell_nothing() {
    let (bench, view) = with_sample("resident-record-by-mail");
    assert_eq!(view["heat"], "hidden");
    let warm = show(&bench, "shown", &view);
    assert_eq!(
        (&warm["heat"], &warm["whole"]),
        (&json!("shown"), &json!(false))
    );
    // Nobody speaks about the others: their ground stays, but from afar it is no longer that of their medium.
    let drawn = bodies(&warm);
    let tinted = drawn.iter().filter(|key| {
        let items = &warm["painting"]["items"][key.as_str()]["items"];
        items[0]["paint"]["fill"] != "#ffffff"
    });
    assert_eq!(tinted.count(), 5);
    assert_eq!(warm["records"], json!({}));
    let cool = show(&bench, "hidden", &warm);
    let (_, painting) = merged(&[view.clone(), warm, cool]);
    assert_eq!(painting["items"], view["painting"]["items"]);
    assert_eq!(painting["order"], view["painting"]["order"]);
}

#[test]
fn another_voice_tints_its_own_step_and_no_other() {
    let (bench, view) = with_sample("resident-record-by-mail");
    let warm = show(&bench, "shown", &view);
    let step = Bench::id_of(&view, "郵便局で定額小為替を購入");
    let louder = voice(&bench, &warm, &step, 40);
    assert_eq!(bodies(&louder), std::slice::from_ref(&step));
    let ground =
        |view: &Value| view["painting"]["items"][&step]["items"][0]["paint"]["fill"].clone();
    assert_ne!(ground(&louder), ground(&warm));
    // And the same as who looks for the first time.
    let fresh = bench.ask(&json!({ "type": "look" }));
    let (_, painting) = merged(&[view, warm, louder]);
    assert_eq!(painting["items"], fresh["painting"]["items"]);
    assert_eq!(fresh["heat"], "shown");
}

#[test]
fn what_is_taken_out_looks_as_the_window_does() {
    let (bench, view) = with_sample("resident-record-by-mail");
    let picture = || bench.ask(&json!({ "type": "export", "ending": "svg" }))["base64"].clone();
    let cool = picture();
    show(&bench, "shown", &view);
    assert_ne!(picture(), cool);
    show(&bench, "hidden", &view);
    assert_eq!(picture(), cool);
}

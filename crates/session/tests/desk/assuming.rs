//! Figures of the city's own in the place of assumptions.
use serde_json::{Value, json};

use crate::room::{Room, card, list, minutes};

#[test]
fn a_figure_of_the_citys_own_changes_what_a_proposal_brings_and_can_be_taken_back() {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let first = room.cards(&flow);
    let usual = used(&card(&first, "R07"), "auto-match-share");
    assert!((usual - 0.9).abs() < 1e-9);
    let assume = |value: Option<f64>| {
        let mut call = json!({ "type": "assume", "flow": flow, "name": "auto-match-share" });
        if let Some(value) = value {
            call["value"] = json!(value);
        }
        room.ask(&call)
    };
    let view = assume(Some(0.5));
    assert!(
        view["undo_label"]
            .as_str()
            .unwrap()
            .contains("自動で一致する割合")
    );
    let told = room.cards(&flow);
    assert!((used(&card(&told, "R07"), "auto-match-share") - 0.5).abs() < 1e-9);
    assert!(minutes(&told["after"]) > minutes(&first["after"]));
    // What was decided stays, and so does the figure when something is decided.
    let left = card(&told, "R16");
    room.decide(&left, false);
    room.decide(&left, true);
    assert_eq!(room.cards(&flow)["after"], told["after"]);
    assume(None);
    assert_eq!(room.cards(&flow)["after"], first["after"]);
    assert_eq!(list(&room.cards(&flow)).len(), list(&first).len());
}

#[test]
fn what_is_no_share_is_refused() {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let before = room.whole();
    for (name, value, code) in [
        ("auto-match-share", 1.5, "assume-share"),
        ("auto-match-share", -0.1, "assume-share"),
        ("scan-minutes", -1.0, "assume-number"),
        ("no-such-thing", 1.0, "no-such-record"),
    ] {
        let call = json!({ "type": "assume", "flow": flow, "name": name, "value": value });
        assert_eq!(room.refused(&call), code, "{name}");
    }
    assert_eq!(room.whole()["records"], before["records"]);
}

/// The figure that counted for an assumption of a change.
fn used(card: &Value, name: &str) -> f64 {
    let mut all = card["assumptions"].as_array().unwrap().iter();
    let found = all.find(|it| it["name"] == name).unwrap();
    found["used"].as_f64().unwrap()
}

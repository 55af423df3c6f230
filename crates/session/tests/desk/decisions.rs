//! What people decide about a proposal: leave a change, take it again, go back and forth, come back later.
use std::path::Path;

use serde_json::{Value, json};

use crate::room::{Room, card, list, minutes};

#[test]
fn a_change_left_moves_the_figures_and_taken_again_gives_the_first() {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let (view, first) = (room.whole(), room.cards(&flow));
    // One that others need, one in the middle, and the last.
    let some: Vec<Value> = list(&first).into_iter().skip(2).step_by(4).collect();
    assert_eq!(some.len(), 3);
    for card in &some {
        let left = room.decide(card, false);
        assert_eq!(left["flow"], flow);
        let label = left["undo_label"].as_str().unwrap();
        assert!(label.contains(card["title"].as_str().unwrap()), "{label}");
        let cards = room.cards(&flow);
        let own = list(&cards)
            .into_iter()
            .find(|it| it["improvement"] == card["improvement"])
            .unwrap();
        assert_eq!(own["accepted"], false, "{own}");
        assert_eq!(own["reason"], "様子を見る");
        for told in [
            "title", "what", "how", "effect", "steps", "delta", "findings",
        ] {
            assert_eq!(own[told], card[told], "{told} of {}", card["title"]);
        }
        assert_ne!(cards["after"], first["after"], "{}", card["title"]);
        for invariant in cards["invariants"].as_array().unwrap() {
            assert_eq!(invariant["holds"], true, "{invariant}");
        }
        room.decide(card, true);
        let again = room.cards(&flow);
        assert_eq!(again["after"], first["after"], "{}", card["title"]);
        assert_eq!(again["accepted"], first["total"]);
        let titles = |cards: &Value| -> Vec<Value> {
            list(cards).iter().map(|it| it["title"].clone()).collect()
        };
        assert_eq!(titles(&again), titles(&first));
    }
    // Whoever takes everything back is where the proposal began, record by record.
    for _ in &some {
        room.ask(&json!({ "type": "undo" }));
        room.ask(&json!({ "type": "undo" }));
    }
    assert_eq!(room.whole()["records"], view["records"]);
}

#[test]
fn who_leaves_a_change_leaves_what_needs_it_and_who_takes_that_takes_both() {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let first = room.cards(&flow);
    let (n, needing) = list(&first)
        .into_iter()
        .enumerate()
        .find(|(_, it)| it["depends_on"].as_array().is_some_and(|on| !on.is_empty()))
        .unwrap();
    let cause = list(&first)[needing["depends_on"][0].as_u64().unwrap() as usize].clone();
    let left = room.decide(&cause, false);
    let label = left["undo_label"].as_str().unwrap().to_owned();
    let cards = room.cards(&flow);
    let fallen = list(&cards)[n].clone();
    assert_eq!(fallen["accepted"], false);
    assert_eq!(fallen["falls_with"], cause["improvement"]);
    let because = fallen["because"].as_str().unwrap();
    assert!(
        because.contains(cause["title"].as_str().unwrap()),
        "{because}"
    );
    assert!(label.contains("これがないとできない"), "{label}");
    room.decide(&fallen, true);
    assert_eq!(room.cards(&flow)["after"], first["after"]);
    assert_eq!(room.cards(&flow)["accepted"], first["total"]);
}

#[test]
fn what_was_decided_survives_the_end_of_the_program_and_another_language() {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let left = card(&room.cards(&flow), "R07");
    room.decide(&left, false);
    let (cards, view) = (room.cards(&flow), room.whole());
    let room = Room(room.0.restarted());
    let path = drafts(room.0.home.path()).pop().unwrap();
    room.ask(&json!({ "type": "open", "path": path }));
    room.ask(&json!({ "type": "look", "flow": flow }));
    assert_eq!(room.cards(&flow), cards);
    assert_eq!(room.whole()["records"], view["records"]);
    room.ask(&json!({ "type": "set_language", "language": "en" }));
    let told = room.cards(&flow);
    assert_eq!(told["after"], cards["after"]);
    for it in list(&told) {
        let title = it["title"].as_str().unwrap();
        assert!(title.is_ascii(), "{title}");
    }
}

/// The project files below `folder`.
fn drafts(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(drafts(&path));
        } else if path.extension().is_some_and(|ending| ending == "kaizu") {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_better_flow_follows_todays_flow_and_says_so() {
    let room = Room::with_a_sample();
    let as_is = room.whole()["flow"].clone();
    let flow = room.propose()["flow"].clone();
    let first = room.cards(&flow);
    let view = room.ask(&json!({ "type": "look", "flow": as_is }));
    let records = view["records"].as_object().unwrap();
    let (id, _) = records
        .iter()
        .find(|(_, record)| record["step"]["key"] == "A54")
        .unwrap();
    let command =
        json!({ "type": "set_attribute", "id": id, "attribute": "minutes", "value": 9.0 });
    room.ask(&json!({ "type": "send", "command": command }));
    assert_eq!(first["stale"], false);
    assert_eq!(room.cards(&flow)["stale"], true);
    let told = |room: &Room| {
        let mut heard = room.heard().into_iter();
        heard.any(|it| it["problem"]["code"] == "as-is-edited")
    };
    let left = card(&first, "R16");
    room.decide(&left, false);
    assert!(told(&room));
    room.decide(&left, true);
    let again = room.cards(&flow);
    assert!(minutes(&again["before"]) > minutes(&first["before"]) + 5.0);
    assert!(minutes(&again["after"]) > minutes(&first["after"]) + 5.0);
    assert_eq!(again["total"], first["total"]);
    assert_eq!(again["stale"], false);
}

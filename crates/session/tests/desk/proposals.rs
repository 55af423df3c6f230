//! How a proposal is made and told: in one step, card by card, stopped half-way, beside another, against today's flow.
use std::sync::{Arc, Mutex};

use kaizu_session::desk::Event;
use kaizu_session::model::Language;
use kaizu_session::{Desk, DeskOptions};
use serde_json::{Value, json};

use crate::room::{Room, list, minutes};

#[test]
fn a_proposal_is_one_step_with_a_card_for_every_change() {
    let room = Room::with_a_sample();
    let before = room.whole();
    let view = room.propose();
    assert_eq!(view["undo_label"], "改善案 A");
    assert_eq!(view["flows"].as_array().unwrap().len(), 2);
    let flow = &view["flow"];
    assert_ne!(*flow, before["flow"]);
    let cards = room.cards(flow);
    assert!(list(&cards).len() > 5);
    assert_eq!(cards["accepted"], cards["total"]);
    assert_eq!(cards["edited"], false);
    assert!(minutes(&cards["after"]) < 0.5 * minutes(&cards["before"]));
    for invariant in cards["invariants"].as_array().unwrap() {
        assert_eq!(invariant["holds"], true, "{invariant}");
    }
    assert!(!cards["kept"].as_array().unwrap().is_empty());
    let [low, high] = [0, 1].map(|n| cards["staff_range"][n].as_f64().unwrap());
    assert!(low < minutes(&cards["after"]) && minutes(&cards["after"]) < high);
    let undone = room.ask(&json!({ "type": "undo" }));
    assert_eq!(undone["flows"], before["flows"]);
    assert_eq!(room.whole()["records"], before["records"]);
    assert_eq!(room.ask(&json!({ "type": "redo" }))["flows"], view["flows"]);
    assert_eq!(room.cards(flow), cards);
}

#[test]
fn a_stopped_search_leaves_the_project_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let desk: Arc<Mutex<Option<Arc<Desk>>>> = Arc::default();
    let (ears, heard) = (Arc::clone(&desk), Arc::new(Mutex::new(0)));
    let count = Arc::clone(&heard);
    // The window stops the search as soon as it hears of the first change.
    let hear = move |event: Event| {
        if let Event::Progress { job, .. } = event {
            *count.lock().unwrap() += 1;
            let desk = ears.lock().unwrap().clone().unwrap();
            desk.answer_json(&json!({ "type": "cancel", "job": job }).to_string());
        }
    };
    let options = DeskOptions {
        home: home.path().to_owned(),
        folder: None,
        language: Language::Ja,
        now_ms: || 1_000,
        can_choose_files: true,
        hear: Arc::new(hear),
    };
    let own = Arc::new(Desk::new(options));
    *desk.lock().unwrap() = Some(Arc::clone(&own));
    let ask = |call: Value| -> Value {
        serde_json::from_str(&own.answer_json(&call.to_string())).unwrap()
    };
    ask(json!({ "type": "open_sample", "sample": "special-fixed-benefit" }));
    let before = ask(json!({ "type": "look" }));
    let answer = ask(json!({ "type": "propose", "package": "free", "job": "a" }));
    assert_eq!(answer["problem"]["code"], "cancelled");
    assert_eq!(*heard.lock().unwrap(), 1);
    let after = ask(json!({ "type": "look" }));
    for part in ["records", "revision", "flows", "next"] {
        assert_eq!(after["ok"][part], before["ok"][part], "{part}");
    }
    *desk.lock().unwrap() = None;
}

#[test]
fn progress_is_heard_and_proposals_get_names_of_their_own() {
    let room = Room::with_a_sample();
    room.propose();
    let found = |room: &Room| -> Vec<u64> {
        let heard = room.heard().into_iter();
        let told = heard.filter(|it| it["type"] == "progress");
        told.map(|it| it["found"].as_u64().unwrap()).collect()
    };
    assert!(found(&room).len() > 5);
    assert!(found(&room).is_sorted());
    let second = room.ask(&json!({ "type": "propose", "package": "fast", "job": "b" }));
    let names: Vec<&Value> = second["flows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|flow| &flow["name"])
        .collect();
    assert_eq!(names[1..], [&json!("改善案 A"), &json!("改善案 B")]);
    let made_from = &second["flows"][2]["made_from"];
    assert_eq!(*made_from, second["flows"][0]["id"], "from today's flow");
}

#[test]
fn both_flows_are_compared_at_one_scale_with_what_goes_and_what_comes() {
    let room = Room::with_a_sample();
    let as_is = room.whole()["flow"].clone();
    let flow = room.propose()["flow"].clone();
    let compared = room.ask(&json!({ "type": "compare", "before": as_is, "after": flow }));
    let counts = &compared["counts"];
    assert!(counts["eliminated"].as_u64().unwrap() > 2, "{counts}");
    assert!(counts["new"].as_u64().unwrap() > 2, "{counts}");
    let cards = room.cards(&flow);
    assert_eq!(compared["after"], cards["after"]);
    let marked = |part: &str| {
        let order = compared[part]["order"].as_array().unwrap();
        order
            .iter()
            .any(|key| key.as_str().unwrap().ends_with("+marks"))
    };
    assert!(marked("above") && marked("below"));
}

#[test]
fn what_differs_is_told_as_offices_write_it_each_step_at_its_place() {
    let room = Room::with_a_sample();
    let before = room.whole()["flow"].clone();
    let after = room.propose()["flow"].clone();
    let compared = room.ask(&json!({ "type": "compare", "before": before, "after": after }));
    let clauses = compared["clauses"].as_array().unwrap();
    let differing = compared["steps"].as_array().unwrap().iter();
    let differing = differing.filter(|it| it["kind"] != "same").count();
    assert_eq!(clauses.len(), differing);
    for clause in clauses {
        let sides = (clause["before"].is_null(), clause["after"].is_null());
        match clause["kind"].as_str().unwrap() {
            "eliminated" => assert_eq!(sides, (false, true), "{clause}"),
            "new" => assert_eq!(sides, (true, false), "{clause}"),
            _ => assert_eq!(sides, (false, false), "{clause}"),
        }
    }
    // What is new does not stand behind everything else.
    let is_new = |it: &&Value| it["kind"] == "new";
    let first = clauses.iter().position(|it| is_new(&it)).unwrap();
    let last = clauses.iter().rposition(|it| !is_new(&it)).unwrap();
    assert!(first < last);
}

//! How the cases of a flow are shown on their way.
use kaizu_session::model::RecordId;
use serde_json::{Value, json};

use crate::room::Room;

fn numbers(trace: &Value, field: &str) -> Vec<u64> {
    let all = trace[field].as_array().unwrap().iter();
    all.map(|it| it.as_u64().unwrap()).collect()
}

fn play(room: &Room, levers: &Value) -> Value {
    room.ask(&json!({ "type": "replay", "levers": levers, "job": "replay" }))
}

#[test]
fn everything_that_happens_is_told_number_by_number() {
    let room = Room::with_a_sample();
    let replay = play(&room, &json!({}));
    assert_eq!(replay["first_day"], "2026-04-01");
    let [flow] = &replay["flows"].as_array().unwrap()[..] else {
        panic!("{replay}");
    };
    assert_eq!(flow["flow"], room.whole()["flow"]);
    assert!(flow["problem"].is_null());
    let trace = &flow["trace"];
    let [at, what, case, record] = ["at", "what", "case", "record"].map(|it| numbers(trace, it));
    assert!(at.len() > 1_000 && at.is_sorted());
    assert_eq!([what.len(), case.len(), record.len()], [at.len(); 3]);
    let count = |code| what.iter().filter(|it| **it == code).count();
    // As many cases end as come, and as many leave steps as come to them.
    assert_eq!((count(0), count(2)), (count(5), count(4)));
    assert_eq!(trace["is_cut"], false);
}

#[test]
fn arrows_lead_from_where_a_case_is_to_where_it_comes() {
    let room = Room::with_a_sample();
    let replay = play(&room, &json!({}));
    let flow = &replay["flows"][0];
    let (trace, areas) = (&flow["trace"], &flow["painting"]["areas"]);
    let records = trace["records"].as_array().unwrap();
    let names = trace["names"].as_array().unwrap();
    assert_eq!(records.len(), names.len());
    for (record, name) in records.iter().zip(names) {
        let id: RecordId = serde_json::from_value(record.clone()).unwrap();
        let ends = &trace["ends"][id.to_string()];
        assert_eq!(ends.is_array(), name == "", "{record} {name} {ends}");
        let drawn = if ends.is_array() { &ends[1] } else { record };
        assert!(areas[drawn.as_str().unwrap()].is_object(), "{drawn}");
    }
}

#[test]
fn a_better_flow_is_played_below_todays_with_the_same_cases() {
    let room = Room::with_a_sample();
    let today = room.whole()["flow"].clone();
    let better = room.propose()["flow"].clone();
    let replay = play(&room, &json!({ "to_be": better }));
    let flows = replay["flows"].as_array().unwrap();
    let shown: Vec<_> = flows.iter().map(|it| &it["flow"]).collect();
    assert_eq!(shown, [&today, &better]);
    let arrivals = |flow: &Value| {
        let [at, what] = ["at", "what"].map(|it| numbers(&flow["trace"], it));
        let all = at.into_iter().zip(what);
        let arrivals: Vec<u64> = all
            .filter_map(|(at, what)| (what == 0).then_some(at))
            .collect();
        arrivals
    };
    assert_eq!(arrivals(&flows[0]), arrivals(&flows[1]));
}

#[test]
fn what_cannot_be_played_says_why_beside_its_picture() {
    let room = Room::with_a_sample();
    room.ask(&json!({ "type": "create", "name": "空の業務" }));
    let replay = play(&room, &json!({}));
    let flow = &replay["flows"][0];
    assert!(flow["trace"].is_null());
    assert_eq!(flow["problem"]["code"], "nothing-drawn");
}

//! What people edit in a better flow by hand stays, whatever they decide about its changes.
use serde_json::{Map, Value, json};

use crate::room::{Room, list, minutes};

/// A desk with a proposal on it: its flow, and its changes.
fn proposed() -> (Room, Value, Vec<Value>) {
    let room = Room::with_a_sample();
    let flow = room.propose()["flow"].clone();
    let cards = list(&room.cards(&flow));
    (room, flow, cards)
}

fn send(room: &Room, command: &Value) {
    room.ask(&json!({ "type": "send", "command": command }));
}

fn records(room: &Room) -> Map<String, Value> {
    room.whole()["records"].as_object().unwrap().clone()
}

fn is_named(room: &Room, name: &str) -> bool {
    let all = records(room);
    all.iter()
        .any(|(id, it)| id.starts_with("step/") && it["step"]["name"] == name)
}

/// The steps by which everybody decides whether an edit can be told again: one of today's flow, and one that was made.
fn two_steps(room: &Room, cards: &[Value]) -> [String; 2] {
    let all = records(room);
    let steps = || all.iter().filter(|(id, _)| id.starts_with("step/"));
    let touched: Vec<&Value> = cards
        .iter()
        .flat_map(|it| it["steps"].as_array().unwrap())
        .collect();
    let (old, _) = steps()
        .find(|(_, it)| it["step"]["key"].is_string() && !touched.contains(&&it["step"]["key"]))
        .unwrap();
    let flow = room.whole()["flow"].clone();
    let keys = room.cards(&flow)["keys"].clone();
    let made = cards
        .iter()
        .flat_map(|it| it["new_steps"].as_array().unwrap());
    let mut made = made.map(|name| keys[name.as_str().unwrap()].as_str().unwrap().to_owned());
    let new = made.find(|id| id.starts_with("step/")).unwrap();
    [old.clone(), new]
}

fn staff(room: &Room, flow: &Value) -> f64 {
    minutes(&room.cards(flow)["after"])
}

fn number(id: &str) -> u32 {
    id.split('/').next_back().unwrap().parse().unwrap()
}

#[test]
fn names_and_figures_that_people_changed_stay_through_every_decision() {
    let (room, flow, cards) = proposed();
    let [old, new] = two_steps(&room, &cards);
    for (id, name) in [(&old, "手で直した手順"), (&new, "新しい手順の別の名前")] {
        send(&room, &json!({ "type": "rename", "id": id, "name": name }));
    }
    send(
        &room,
        &json!({ "type": "set_attribute", "id": old, "attribute": "minutes", "value": 77.0 }),
    );
    let (edited, first) = (records(&room), staff(&room, &flow));
    for card in cards.iter().step_by(3) {
        for accept in [false, true] {
            room.decide(card, accept);
            let told = room.cards(&flow);
            assert_eq!(told["edited"], true, "{}", card["title"]);
            let all = records(&room);
            assert_eq!(all[&old]["step"]["name"], "手で直した手順");
            assert_eq!(all[&old]["step"]["minutes"], 77.0);
            // A step that a change made goes with it.
            let is_there = all.contains_key(&new);
            assert_eq!(
                is_named(&room, "新しい手順の別の名前"),
                is_there,
                "{}",
                card["title"]
            );
        }
        assert!(
            (staff(&room, &flow) - first).abs() < 1e-9,
            "{}",
            card["title"]
        );
        room.ask(&json!({ "type": "undo" }));
        room.ask(&json!({ "type": "undo" }));
        assert_eq!(records(&room), edited);
    }
}

/// One arrow in ten gets a step of somebody's own; a change is left and taken again.
#[test]
fn a_step_that_people_put_in_anywhere_stays_on_the_way_of_the_cases() {
    let (room, flow, cards) = proposed();
    let all = records(&room);
    let arrows: Vec<&String> = all.keys().filter(|id| id.starts_with("edge/")).collect();
    let lane = all.keys().find(|id| id.starts_with("lane/")).unwrap();
    let free = all.keys().map(|id| number(id)).max().unwrap() + 1000;
    let mut tally = Tally::default();
    for (n, arrow) in arrows.iter().enumerate().step_by(10) {
        let card = &cards[n % cards.len()];
        let insert = json!({
            "type": "insert_step", "step": free + 2, "lane": number(lane), "name": "手で足した手順 3分",
            "into": number(arrow), "edge": free + 3,
        });
        send(&room, &insert);
        let before = staff(&room, &flow);
        let there_and_back = tally.decide(&room, card, |_| {
            assert!(is_on_the_way(&room, "手で足した手順"), "{arrow}");
        });
        if there_and_back {
            let after = staff(&room, &flow);
            assert!((after - before).abs() < 1e-6, "{arrow}: {before} {after}");
        }
        while is_named(&room, "手で足した手順") {
            room.ask(&json!({ "type": "undo" }));
        }
        assert_eq!(records(&room), all);
    }
    tally.is_mostly_kept();
}

/// How often what people edited and what they decided went together.
#[derive(Default)]
struct Tally {
    kept: usize,
    refused: usize,
}

impl Tally {
    /// Leaves a change and takes it again. Whether both went; what does not go touches nothing.
    fn decide(&mut self, room: &Room, card: &Value, look: impl Fn(bool)) -> bool {
        for accept in [false, true] {
            let before = records(room);
            let call = json!({
                "type": "decide", "improvement": card["improvement"], "accept": accept,
            });
            let problem = room.0.outcome(&call)["problem"]["code"].clone();
            if problem.is_null() {
                self.kept += 1;
                look(accept);
            } else {
                self.refused += 1;
                assert_eq!(problem, "own-edits-clash");
                assert_eq!(records(room), before);
                return false;
            }
        }
        true
    }

    fn is_mostly_kept(&self) {
        let Self { kept, refused } = self;
        assert!(*kept > 3 * refused, "{kept} kept, {refused} refused");
    }
}

/// Whether an arrow leads to the step of this name, and one from it.
fn is_on_the_way(room: &Room, name: &str) -> bool {
    let all = records(room);
    let Some((id, _)) = all.iter().find(|(_, it)| it["step"]["name"] == name) else {
        return false;
    };
    let joins = |end: &str| all.values().any(|it| it["edge"][end] == *id);
    joins("from") && joins("to")
}

#[test]
fn a_step_that_people_took_out_stays_out() {
    let (room, _, cards) = proposed();
    let [old, new] = two_steps(&room, &cards);
    let mut tally = Tally::default();
    let whole = records(&room);
    for (n, id) in [&old, &new].into_iter().enumerate() {
        for card in cards.iter().skip(n).step_by(3) {
            let name = whole[id]["step"]["name"].as_str().unwrap();
            send(&room, &json!({ "type": "remove", "id": id }));
            tally.decide(&room, card, |accept| {
                // What a change makes comes back with it.
                let may_be_back = accept && id == &new;
                assert!(may_be_back || !is_named(&room, name), "{name}");
            });
            while records(&room) != whole {
                room.ask(&json!({ "type": "undo" }));
            }
        }
    }
    tally.is_mostly_kept();
}

#[test]
fn where_todays_flow_changed_as_well_nothing_is_touched() {
    let (room, flow, cards) = proposed();
    let [old, _] = two_steps(&room, &cards);
    send(
        &room,
        &json!({ "type": "rename", "id": old, "name": "手で直した手順" }),
    );
    let made_from = room.whole()["flows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == flow)
        .unwrap()["made_from"]
        .clone();
    let view = room.ask(&json!({ "type": "look", "flow": made_from }));
    let (id, _) = view["records"]
        .as_object()
        .unwrap()
        .iter()
        .find(|(_, it)| it["step"]["key"] == "A54")
        .unwrap();
    send(
        &room,
        &json!({ "type": "set_attribute", "id": id, "attribute": "minutes", "value": 9.0 }),
    );
    let call = json!({ "type": "decide", "improvement": cards[0]["improvement"], "accept": false });
    room.ask(&json!({ "type": "look", "flow": flow }));
    let before = records(&room);
    assert_eq!(room.refused(&call), "proposal-edited");
    assert_eq!(records(&room), before);
}

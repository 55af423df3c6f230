//! What programs for flows with lanes are known to get wrong, each through the door that a window uses.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
mod open;

use std::collections::BTreeMap;

use kaizu_interchange::Format;
use kaizu_model::{
    AddStep, Copied, Document, LaneId, Many, MoveStep, NodeId, PhaseId, Place, Point, Rect, Remove,
    Rename, Reorder, SetAttribute,
};
use kaizu_session::Form;
use open::{FLOW, NOW, Open};
use serde_json::Value;

#[test]
fn a_file_without_coordinates_opens_with_everything_in_its_lane() {
    for (text, form) in [
        (FLOW.to_owned(), Form::Notation),
        (interchange(), Form::Foreign(Format::Json)),
    ] {
        let open = Open::read(text.as_bytes(), form);
        open.is_in_order();
        assert_eq!(open.bands().len(), 4);
        let order = ["申請する", "受け取る", "確かめる", "決める", "通知を送る"];
        let left: Vec<f64> = order.iter().map(|name| open.rect(name).x).collect();
        assert!(left.is_sorted(), "{left:?}");
    }
}

/// The same flow in the form in which other programs hand it over, without any place.
fn interchange() -> String {
    let open = Open::new();
    let document = open.0.document();
    let flow = document.first_flow().unwrap();
    let (bytes, _) = kaizu_interchange::write(Format::Json, document, flow).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let told: Value = serde_json::from_str(&text).unwrap();
    assert!(
        told["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|node| node.get("x").is_none())
    );
    text
}

#[test]
fn boxes_with_a_place_keep_it_and_the_rest_is_arranged_around_them() {
    let mut open = Open::new();
    let band = open.placed().lanes[2].rect;
    let places = [("確かめる", 700.0), ("決める", 1_150.0)];
    for (name, x) in places {
        open.pin(name, Point::new(x, band.y + 25.0));
    }
    for (name, x) in places {
        let rect = open.rect(name);
        assert_eq!((rect.x, rect.y), (x, band.y + 25.0), "{name}");
    }
    open.is_in_order();
}

#[test]
fn tidying_is_one_step_back_and_touches_places_only() {
    let mut open = Open::new();
    let tidy = open.placed();
    for (name, x) in [("受け取る", 330.0), ("決める", 1_300.0)] {
        let y = open.rect(name).y + 3.0;
        open.pin(name, Point::new(x, y));
    }
    let (pinned, before) = (open.placed(), open.0.document().clone());
    assert_ne!(pinned, tidy);
    let free = |name| SetAttribute::new(open.step(name), "pin", Value::Null).into();
    let commands = ["受け取る", "決める"].map(free).to_vec();
    let title = "並べ直す".to_owned();
    open.send(Many { title, commands });
    assert_eq!(open.placed(), tidy);
    let differs = |(id, record): &(kaizu_model::RecordId, &kaizu_model::Record)| {
        before.record(*id) != Some(*record)
    };
    let changed: Vec<_> = open
        .0
        .document()
        .records()
        .filter(differs)
        .map(|it| it.0)
        .collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert_eq!(open.0.document(), Open::new().0.document());
    assert!(open.0.undo(NOW).unwrap());
    assert_eq!((open.placed(), open.0.document()), (pinned, &before));
    assert!(open.0.redo(NOW).unwrap());
    assert_eq!(open.placed(), tidy);
}

#[test]
fn removing_a_step_makes_no_other_lane_higher_and_keeps_their_order() {
    for name in ["受け取る", "確かめる", "決める", "通知を送る"] {
        let mut open = Open::new();
        let own = open.0.document().node(open.node(name)).unwrap().lane;
        let own = open.0.document().lane(own).unwrap().name.clone();
        let before = open.bands();
        open.send(Remove::new(open.step(name)));
        open.is_in_order();
        for (one, two) in before.iter().zip(open.bands()) {
            assert_eq!(one.0, two.0);
            // An empty or emptier lane may be lower; the others need no other height for that.
            assert!(
                two.1 <= one.1 || one.0 == own,
                "{name}: {one:?} became {two:?}"
            );
        }
    }
}

#[test]
fn a_longer_name_makes_its_own_lane_higher_and_no_other() {
    let mut open = Open::new();
    let before = open.bands();
    let id = open.step("決める").into();
    let name = "世帯の所得と住民票を確かめてから支給するかどうかを決める".repeat(2);
    open.send(Rename { id, name });
    open.is_in_order();
    for (one, two) in before.iter().zip(open.bands()) {
        let is_own = one.0 == "審査係";
        assert!(
            if is_own { two.1 > one.1 } else { two == *one },
            "{one:?} became {two:?}"
        );
    }
}

#[test]
fn a_lane_moves_with_the_steps_in_it() {
    let mut open = Open::new();
    let before = open.0.document().clone();
    let (lane, beside) = (open.lane("審査係"), open.lane("住民"));
    open.send(Reorder {
        id: lane.into(),
        place: Place::Before(beside.into()),
    });
    let names: Vec<String> = open.bands().into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["審査係", "住民", "窓口", "会計課"]);
    open.is_in_order();
    assert!(open.rect("確かめる").y < open.rect("申請する").y);
    assert!(open.0.undo(NOW).unwrap());
    assert_eq!(open.0.document(), &before);
}

#[test]
fn a_step_goes_to_the_lane_it_is_handed_to_and_no_other_follows() {
    let mut open = Open::new();
    let lanes = |open: &Open| -> BTreeMap<NodeId, LaneId> {
        let document = open.0.document();
        let nodes = document.nodes_of(document.first_flow().unwrap());
        nodes.iter().map(|node| (node.id, node.lane)).collect()
    };
    let mut expected = lanes(&open);
    let (node, lane) = (open.node("決める"), open.lane("会計課"));
    open.send(MoveStep { node, lane });
    expected.insert(node, lane);
    assert_eq!(lanes(&open), expected);
    open.is_in_order();
}

#[test]
fn an_emptied_lane_stays() {
    let mut open = Open::new();
    assert_eq!(open.bands()[3].0, "会計課");
    for name in ["確かめる", "決める"] {
        open.send(Remove::new(open.step(name)));
    }
    let bands = open.bands();
    assert_eq!(bands[2].0, "審査係");
    assert!(bands.iter().all(|(_, height)| *height >= 40.0));
    open.is_in_order();
}

#[test]
fn phases_change_places_and_steps_stay_in_their_lanes() {
    let mut open = Open::new();
    let (phase, beside) = (open.phase("支払"), open.phase("審査"));
    open.send(Reorder {
        id: phase.into(),
        place: Place::Before(beside.into()),
    });
    open.is_in_order();
    let placed = open.placed();
    let order: Vec<PhaseId> = placed.phases.iter().map(|it| it.id).collect();
    assert_eq!(order, [open.phase("受付"), phase, beside]);
    assert!(open.0.undo(NOW).unwrap());
    assert_eq!(open.0.document(), Open::new().0.document());
}

#[test]
fn steps_stay_in_their_phase_wherever_it_is_moved() {
    let mut open = Open::new();
    let (phase, beside) = (open.phase("支払"), open.phase("審査"));
    let place = Place::Before(beside.into());
    open.send(Reorder {
        id: phase.into(),
        place,
    });
    let placed = open.placed();
    let document = open.0.document();
    for node in &placed.nodes {
        let own = document.node(node.id).unwrap().phase.unwrap();
        let column = placed.phases.iter().find(|it| it.id == own).unwrap().rect;
        let middle = node.rect.centre().x;
        assert!(
            column.x <= middle && middle <= column.right(),
            "{} left its phase",
            node.id
        );
    }
}

#[test]
fn arrows_go_around_a_box_that_is_put_in_their_way() {
    let mut open = Open::new();
    let (one, two) = (open.rect("確かめる"), open.rect("決める"));
    let document = open.0.document();
    let (flow, mut ids) = (document.first_flow().unwrap(), document.free_ids());
    let (step, edge) = (ids.mint(), ids.mint());
    let (lane, name) = (open.lane("審査係"), "割り込む".to_owned());
    open.send(AddStep {
        step,
        flow,
        lane,
        name,
        after: None,
        edge,
    });
    open.is_in_order();
    open.pin("決める", Point::new(two.x + 400.0, two.y));
    open.pin("割り込む", Point::new(one.x + 250.0, one.y));
    assert!((open.rect("割り込む").x - one.x - 250.0).abs() < 1e-6);
    open.is_in_order();
}

#[test]
fn moving_a_box_by_hand_can_be_taken_back_to_the_same_picture() {
    let mut open = Open::new();
    let before = open.placed();
    let rect = open.rect("通知を送る");
    open.pin("通知を送る", Point::new(rect.x + 200.0, rect.y));
    assert_ne!(open.placed(), before);
    open.is_in_order();
    assert!(open.0.undo(NOW).unwrap());
    assert_eq!(open.placed(), before);
}

#[test]
fn a_copied_flow_is_drawn_like_its_original_with_what_was_put_by_hand() {
    let mut open = Open::new();
    let rect = open.rect("通知を送る");
    open.pin("通知を送る", Point::new(rect.x + 200.0, rect.y));
    let document = open.0.document();
    let flow = document.first_flow().unwrap();
    let copied = Copied::of_flow(document, flow, &mut document.free_ids()).unwrap();
    let copy = copied.new_id(flow).unwrap();
    let both = document.records().map(|(id, record)| (id, record.clone()));
    let both: Document = both.chain(copied.records).collect();
    let rects = |flow| -> Vec<Rect> {
        let placed = kaizu_layout::place(&both, flow, &open.0.wording());
        let lanes = placed.lanes.iter().map(|it| it.rect);
        lanes.chain(placed.nodes.iter().map(|it| it.rect)).collect()
    };
    assert_ne!(copy, flow);
    assert_eq!(rects(copy), rects(flow));
}

//! Boxes that people put somewhere, and arrows that somebody drew.
mod sketch;
#[path = "sketch/small.rs"]
mod small;

use kaizu_model::{Command, Edge, Point, Revise, Wording};
use sketch::FLOW;
use small::{node, placed, sketch};

#[test]
fn a_pinned_box_stands_exactly_where_it_was_put() {
    let steps = ["受け取る", "確かめる", "決める"]
        .map(|name| node(0, name))
        .to_vec();
    let mut sketch = sketch(&["受付"], steps, &[(0, 1), (1, 2)]);
    sketch.nodes[2].pin = Some((700.5, 140.0));
    let placement = placed(&sketch);
    let rect = placement.nodes[2].rect;
    assert_eq!((rect.x, rect.y), (700.5, 140.0));
    assert!(placement.lanes[0].rect.bottom() >= rect.bottom());
    // What would stand there goes to the right.
    sketch.nodes[2].pin = Some((150.0, 40.0));
    let placement = placed(&sketch);
    let rect = placement.nodes[2].rect;
    assert_eq!((rect.x, rect.y), (150.0, 40.0));
    assert!((0..2).all(|n| placement.nodes[n].rect.x >= rect.right()));
}

#[test]
fn a_pinned_box_stays_in_its_lane_where_a_lane_above_grows() {
    let steps = vec![node(0, "書く"), node(1, "受け取る"), node(1, "確かめる")];
    let mut sketch = sketch(&["住民", "受付"], steps, &[(0, 1), (1, 2)]);
    let free = placed(&sketch);
    let at = (720.0, free.lanes[1].rect.y + 12.0);
    sketch.nodes[2].pin = Some(at);
    let rect = placed(&sketch).nodes[2].rect;
    assert_eq!((rect.x, rect.y), at);
    sketch.nodes[0].name = "申請書に氏名と住所と生年月日と口座を書く".repeat(3);
    let placement = placed(&sketch);
    let (rect, lane) = (placement.nodes[2].rect, placement.lanes[1].rect);
    assert!(lane.y > at.1);
    assert!(near(rect.x, at.0) && rect.y > lane.y && rect.y < lane.y + 30.0);
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-9
}

#[test]
fn a_drawing_with_all_places_given_is_kept() {
    let mut sketch = sketch(
        &["住民", "受付"],
        vec![node(0, "書く"), node(1, "受け取る"), node(1, "返す")],
        &[(0, 1), (1, 2), (2, 0)],
    );
    let pins = [(200.0, 50.0), (200.0, 250.0), (450.0, 330.0)];
    for (node, pin) in sketch.nodes.iter_mut().zip(pins) {
        node.pin = Some(pin);
    }
    let placement = placed(&sketch);
    for (n, pin) in pins.into_iter().enumerate() {
        let rect = placement.nodes[n].rect;
        assert_eq!((rect.x, rect.y), pin);
    }
    assert!(placement.edges.iter().all(|edge| edge.points.len() >= 2));
}

#[test]
fn an_arrow_between_pinned_boxes_runs_as_it_was_drawn() {
    let mut sketch = sketch(&["受付"], vec![node(0, "書く"), node(0, "渡す")], &[(0, 1)]);
    sketch.nodes[0].pin = Some((200.0, 50.0));
    sketch.nodes[1].pin = Some((500.0, 250.0));
    let bends = [(400.0, 70.0), (400.0, 290.0)].map(|(x, y)| Point::new(x, y));
    let document = sketch.document();
    let (id, edge) = document.edges_of(FLOW).next().unwrap();
    let edge = Edge {
        bends: bends.to_vec(),
        ..edge.clone()
    };
    let change = Command::from(Revise::new(id, edge))
        .apply(&document)
        .unwrap();
    let placement = kaizu_layout::place(&document.after(&change), FLOW, &Wording::default());
    assert_eq!(placement.edges[0].points[1..3], bends);
}

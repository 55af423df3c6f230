//! Flows one can imagine, and where their parts must stand.
mod sketch;

use kaizu_model::{Placement, Wording};
use sketch::{Arrow, FLOW, Node, Sketch, lane_id};

fn node(lane: usize, name: &str) -> Node {
    Node {
        lane,
        name: name.into(),
        ..Node::default()
    }
}

fn arrows(pairs: &[(usize, usize)]) -> Vec<Arrow> {
    pairs
        .iter()
        .map(|(from, to)| (*from, *to, None, None))
        .collect()
}

fn sketch(lanes: &[&str], nodes: Vec<Node>, pairs: &[(usize, usize)]) -> Sketch {
    Sketch {
        lanes: lanes.iter().map(|lane| (*lane).to_owned()).collect(),
        phases: Vec::new(),
        nodes,
        arrows: arrows(pairs),
    }
}

fn placed(sketch: &Sketch) -> Placement {
    kaizu_layout::place(&sketch.document(), FLOW, &Wording::default())
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-9
}

#[test]
fn a_flow_without_anything_is_an_empty_picture() {
    let placement = placed(&Sketch::default());
    assert!(placement.nodes.is_empty() && placement.lanes.is_empty());
    assert!(placement.size.w > 0.0);
}

#[test]
fn empty_lanes_stay_with_their_heads() {
    let sketch = sketch(&["住民", "受付", "会計"], vec![node(1, "受け取る")], &[]);
    let placement = placed(&sketch);
    let lanes: Vec<_> = placement.lanes.iter().map(|lane| lane.id).collect();
    assert_eq!(lanes, [lane_id(0), lane_id(1), lane_id(2)]);
    assert!(
        placement
            .lanes
            .windows(2)
            .all(|two| near(two[0].rect.bottom(), two[1].rect.y))
    );
    assert!(
        placement
            .lanes
            .iter()
            .all(|lane| lane.lines.len() == 2 && lane.rect.h >= 40.0)
    );
}

#[test]
fn work_in_one_lane_runs_straight_to_the_right() {
    let steps = ["受け取る", "確かめる", "決める"]
        .map(|name| node(0, name))
        .to_vec();
    let sketch = sketch(&["受付"], steps, &[(0, 1), (1, 2)]);
    let placement = placed(&sketch);
    assert!(
        placement
            .edges
            .iter()
            .all(|edge| edge.points.len() == 2 && !edge.is_return)
    );
    let left: Vec<f64> = (0..3).map(|n| placement.nodes[n].rect.x).collect();
    assert!(left[0] < left[1] && left[1] < left[2]);
}

#[test]
fn a_handover_to_the_next_lane_leads_straight_down() {
    let sketch = sketch(
        &["受付", "審査"],
        vec![node(0, "受け取る"), node(1, "審査する")],
        &[(0, 1)],
    );
    let placement = placed(&sketch);
    let points = &placement.edges[0].points;
    assert!(points.len() == 2 && near(points[0].x, points[1].x) && points[0].y < points[1].y);
    assert!(placement.edges[0].sheet.is_some());
}

#[test]
fn a_return_goes_back_and_is_marked() {
    let steps = ["書く", "確かめる", "決める"]
        .map(|name| node(0, name))
        .to_vec();
    let sketch = sketch(&["受付"], steps, &[(0, 1), (1, 2), (2, 0)]);
    let placement = placed(&sketch);
    let returns: Vec<bool> = placement.edges.iter().map(|edge| edge.is_return).collect();
    assert_eq!(returns, [false, false, true]);
}

#[test]
fn later_phases_stand_to_the_right_under_their_headings() {
    let phase = |phase| Node {
        phase: Some(phase),
        ..node(phase % 2, "手順")
    };
    let mut sketch = sketch(
        &["受付", "審査"],
        vec![phase(0), phase(1), phase(1), phase(2)],
        &[(0, 3), (1, 2)],
    );
    sketch.phases = ["受付", "審査", "決定"].map(String::from).to_vec();
    let placement = placed(&sketch);
    assert!(
        placement
            .phases
            .windows(2)
            .all(|two| near(two[0].rect.right(), two[1].rect.x))
    );
    for (n, heading) in [(0, 0), (1, 1), (2, 1), (3, 2)] {
        let (rect, heading) = (placement.nodes[n].rect, placement.phases[heading].rect);
        assert!(heading.x <= rect.x && rect.right() <= heading.right());
        assert!(heading.bottom() <= rect.y);
    }
}

#[test]
fn share_condition_and_wait_stand_on_the_arrow() {
    let mut later = node(0, "直す");
    later.wait = Some(15.5);
    let gate = Node {
        kind: 6,
        ..node(0, "不備はあるか")
    };
    let mut sketch = sketch(
        &["審査"],
        vec![gate, later, node(0, "決める")],
        &[(0, 1), (0, 2)],
    );
    sketch.arrows[0] = (0, 1, Some(0.23), Some("不備あり".into()));
    let placement = placed(&sketch);
    let words = |n: usize, is_wait: bool| {
        let edge = &placement.edges[n];
        let pill = if is_wait { &edge.wait } else { &edge.label };
        pill.as_ref().map(|pill| {
            pill.lines
                .iter()
                .map(|line| line.text.as_str())
                .collect::<String>()
        })
    };
    assert_eq!(
        words(0, false).as_deref().map(|it| it.replace(' ', "")),
        Some("23%不備あり".into())
    );
    assert_eq!(
        words(0, true).as_deref().map(|it| it.replace(' ', "")),
        Some("待ち2日".into())
    );
    assert_eq!((words(1, false), words(1, true)), (None, None));
}

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
    // On top of another box it is put back.
    sketch.nodes[2].pin = Some((110.0, 20.0));
    let placement = placed(&sketch);
    assert!(!placement.nodes[2].rect.overlaps(placement.nodes[0].rect));
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
fn a_thousand_steps_are_placed() {
    let nodes: Vec<Node> = (0..1000)
        .map(|n| node((n / 7) % 10, "申請書を確かめる"))
        .collect();
    let mut pairs: Vec<(usize, usize)> = (1..1000).map(|n| (n - 1, n)).collect();
    pairs.extend((0..60).map(|n| (n * 16 + 9, n * 16)));
    let lanes: Vec<String> = (0..10).map(|n| format!("担当{n}")).collect();
    let lanes: Vec<&str> = lanes.iter().map(String::as_str).collect();
    assert_eq!(placed(&sketch(&lanes, nodes, &pairs)).nodes.len(), 1000);
}

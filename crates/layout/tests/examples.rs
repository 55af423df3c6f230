//! Flows one can imagine, and where their parts must stand.
mod sketch;
#[path = "sketch/small.rs"]
mod small;

use sketch::{Node, Sketch, lane_id};
use small::{node, placed, sketch};

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
            .all(|lane| lane.lines.len() == 1 && lane.rect.h >= 40.0)
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
    assert!(placement.edges[0].sign.is_some());
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
fn the_branches_of_a_gateway_leave_by_different_corners() {
    let gate = |lane| Node {
        kind: 6,
        ..node(lane, "誤りはあるか")
    };
    // Both lead up, one of them back; and both lead on in one row, one of them far.
    let back = sketch(
        &["入力", "審査"],
        vec![
            node(0, "入れる"),
            node(1, "比べる"),
            gate(1),
            node(0, "渡す"),
        ],
        &[(0, 1), (1, 2), (2, 0), (2, 3)],
    );
    let far = sketch(
        &["住民", "受付"],
        vec![gate(0), node(0, "書く"), node(1, "受ける"), node(0, "待つ")],
        &[(0, 1), (1, 2), (2, 3), (0, 3)],
    );
    for (sketch, branches) in [(back, [2, 3]), (far, [0, 3])] {
        let placement = placed(&sketch);
        let [one, two] = branches.map(|n| placement.edges[n].points[0]);
        assert_ne!(one, two);
    }
}

#[test]
fn arrows_into_one_side_of_a_box_keep_apart_and_a_wait_covers_only_its_own() {
    let mut checked = node(1, "検算する");
    checked.wait = Some(7.75);
    let gate = Node {
        kind: 6,
        ..node(1, "誤りはあるか")
    };
    let nodes = vec![
        node(0, "書く"),
        checked,
        gate,
        node(1, "差し戻す"),
        node(0, "直す"),
        node(1, "決める"),
    ];
    let pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (2, 5)];
    let placement = placed(&sketch(&["出張者", "庶務担当"], nodes, &pairs));
    let ends = [0, 4].map(|n| placement.edges[n].points.last().copied().unwrap());
    let apart = (ends[0].x - ends[1].x).abs() + (ends[0].y - ends[1].y).abs();
    assert!(apart >= 14.0, "{apart}");
    let wait = placement.edges[0].wait.as_ref().unwrap().rect;
    let mut others = placement.edges[1..].iter();
    let covers = others.any(|edge| {
        let mut pieces = edge.points.windows(2);
        pieces.any(|pair| wait.is_crossed_by(pair[0], pair[1]))
    });
    assert!(!covers);
}

#[test]
fn flags_and_counters_have_room_around_boxes() {
    let nodes = vec![node(0, "分ける"), node(0, "書く"), node(0, "写す")];
    let placement = placed(&sketch(&["受付"], nodes, &[(0, 1), (0, 2)]));
    let lane = placement.lanes[0].rect;
    let mut boxes: Vec<_> = placement.nodes.iter().map(|node| node.rect).collect();
    boxes.sort_by(|one, two| one.y.total_cmp(&two.y));
    let (first, last) = (boxes[0], boxes[2]);
    assert!(first.y - lane.y >= 16.0);
    assert!(last.y - first.bottom() >= 26.0);
    assert!(lane.bottom() - last.bottom() >= 14.0);
}

#[test]
fn heads_are_wide_enough_for_the_words_of_all_lanes() {
    let placement = placed(&sketch(&["受付", "コールセンター"], Vec::new(), &[]));
    assert_eq!(placement.lanes[1].lines[0].text, "コールセンター");
    assert!(
        placement
            .lanes
            .iter()
            .all(|lane| near(lane.head.w, placement.lanes[0].head.w))
    );
    let torn = placed(&sketch(&["スーパーバイザーセンター"], Vec::new(), &[]));
    assert!(torn.lanes[0].head.w <= 112.0 && torn.lanes[0].lines.len() > 1);
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

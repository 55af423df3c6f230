//! What is known of the placement before changes nothing: however a flow is edited, its next placement is that of the
//! flow alone.
mod sketch;

use kaizu_layout::Placed;
use kaizu_model::Wording;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sketch::{FLOW, Node, Sketch};

/// A kind of edit, and what it is about.
type Edit = (usize, usize, usize);

const NAMES: [&str; 4] = [
    "",
    "票",
    "申請書を確認する",
    "申請書を受け取り内容を確認して台帳と突合する",
];

/// The sketch after one edit; some change nothing.
fn edited(mut sketch: Sketch, (kind, which, what): Edit) -> Sketch {
    let (n_nodes, n_lanes) = (sketch.nodes.len(), sketch.lanes.len());
    let name = NAMES[what % NAMES.len()];
    let at = which % n_nodes;
    match kind {
        0 => {
            let lane = what % n_lanes;
            sketch.nodes.push(Node {
                lane,
                name: name.into(),
                ..Node::default()
            });
            sketch.arrows.push((at, n_nodes, None, None));
        }
        1 => sketch.nodes[at].lane = what % n_lanes,
        2 => sketch.nodes[at].name = name.into(),
        3 => sketch.nodes[at].kind = what % 9,
        4 => sketch.nodes[at].minutes = Some(what as f64),
        5 => sketch.nodes[at].wait = (what % 3 > 0).then_some(what as f64),
        6 => {
            let pin = (what as f64 * 37.0 % 1500.0, which as f64 * 53.0 % 900.0);
            sketch.nodes[at].pin = (what % 3 > 0).then_some(pin);
        }
        7 => sketch.arrows.push((at, what % n_nodes, None, None)),
        8 => {
            sketch.arrows.pop();
        }
        9 => {
            if let Some(arrow) = sketch.arrows.last_mut() {
                arrow.3 = Some(name.into());
            }
        }
        10 => sketch.lanes[which % n_lanes] = name.into(),
        11 => sketch.lanes.push(name.into()),
        12 => sketch.phases.push(name.into()),
        _ => {
            let n = sketch.phases.len();
            sketch.nodes[at].phase = (n > 0).then(|| what % n);
        }
    }
    sketch
}

fn first() -> Sketch {
    let step = |lane, name: &str| Node {
        lane,
        name: name.into(),
        ..Node::default()
    };
    Sketch {
        lanes: vec!["窓口".into(), "担当課".into()],
        phases: Vec::new(),
        nodes: vec![step(0, "受け付ける"), step(1, "審査する"), step(0, "渡す")],
        arrows: vec![(0, 1, None, None), (1, 2, None, None)],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_one_after_the_other_give_what_each_flow_gives_alone(edits in vec((0..14_usize, 0..40_usize, 0..40_usize), 1..16)) {
        let wording = Wording::default();
        let mut sketch = first();
        let mut placed = Placed::of(&sketch.document(), FLOW, &wording);
        for edit in edits {
            sketch = edited(sketch, edit);
            let document = sketch.document();
            placed = placed.next(&document, FLOW, &wording);
            let alone = kaizu_layout::place(&document, FLOW, &wording);
            prop_assert_eq!(
                serde_json::to_string(placed.placement()).unwrap(),
                serde_json::to_string(&alone).unwrap(),
                "{:?}", edit
            );
        }
    }
}

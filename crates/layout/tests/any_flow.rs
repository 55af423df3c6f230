//! What holds for every flow: nothing overlaps, nothing sticks out, no arrow runs through a box.
#[path = "sketch/rules.rs"]
mod rules;
mod sketch;

use std::collections::BTreeSet;

use kaizu_model::{Placement, Wording};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sketch::{Arrow, FLOW, Node, Sketch};

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ぁ-んァ-ヶ一-三書類確認申請]{0,24}",
        "[a-zA-Z0-9 （）「」、。・-]{0,60}",
        Just("😀𠮷☑\u{200d}\n\t".to_owned()),
        Just("申請書を受け取り内容を確認して台帳と突合する".repeat(9)),
        Just("W".repeat(200)),
        Just(String::new()),
        Just("票".to_owned()),
    ]
}

fn node(n_lanes: usize, n_phases: usize) -> impl Strategy<Value = Node> {
    (
        0..9_usize,
        0..n_lanes,
        name(),
        option::of(0..n_phases.max(1)),
        option::of(prop_oneof![Just(0.0), 0.0..500.0, Just(1e300)]),
        option::of(prop_oneof![Just(0.0), 0.0..40.0, Just(1e300)]),
    )
        .prop_map(move |(kind, lane, name, phase, minutes, wait)| Node {
            kind,
            lane,
            name,
            phase: phase.filter(|_| n_phases > 0),
            pin: None,
            minutes,
            wait,
        })
}

fn arrow(n_nodes: usize) -> impl Strategy<Value = Arrow> {
    (
        0..n_nodes,
        0..n_nodes,
        option::of(0.0..=1.0),
        option::of(name()),
    )
}

fn flow(n_nodes: usize, n_arrows: usize) -> impl Strategy<Value = Sketch> {
    (1..6_usize, 0..4_usize, 1..=n_nodes).prop_flat_map(move |(n_lanes, n_phases, n_nodes)| {
        (
            vec(name(), n_lanes),
            vec(name(), n_phases),
            vec(node(n_lanes, n_phases), n_nodes),
            vec(arrow(n_nodes), 0..=n_arrows),
        )
            .prop_map(|(lanes, phases, nodes, arrows)| Sketch {
                lanes,
                phases,
                nodes,
                arrows,
            })
    })
}

/// The flow as commands can draw it: no arrow to where it begins, and one between the same two.
fn drawable(mut sketch: Sketch) -> Sketch {
    let mut seen = BTreeSet::new();
    sketch
        .arrows
        .retain(|it| it.0 != it.1 && seen.insert((it.0, it.1)));
    sketch
}

fn placed(sketch: &Sketch) -> Placement {
    kaizu_layout::place(&sketch.document(), FLOW, &Wording::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_or_sticks_out(sketch in flow(14, 22).prop_map(drawable)) {
        let broken = rules::broken(&sketch.document(), &placed(&sketch));
        prop_assert!(broken.is_empty(), "{broken:#?}");
    }

    #[test]
    fn everything_is_placed_and_all_the_same_the_second_time(sketch in flow(10, 14)) {
        let (once, again) = (placed(&sketch), placed(&sketch));
        prop_assert_eq!(once.nodes.len(), sketch.nodes.len());
        prop_assert_eq!(once.edges.len(), sketch.arrows.len());
        prop_assert_eq!(once.lanes.len(), sketch.lanes.len());
        prop_assert_eq!(once.phases.len(), sketch.phases.len());
        prop_assert_eq!(
            serde_json::to_string(&once).unwrap(),
            serde_json::to_string(&again).unwrap()
        );
    }
}

fn pinned_flow() -> impl Strategy<Value = Sketch> {
    let pin = option::of((0.0..1500.0, 0.0..900.0));
    flow(12, 16).prop_flat_map(move |sketch| {
        vec(pin.clone(), sketch.nodes.len()).prop_map(move |pins| {
            let mut sketch = sketch.clone();
            for (node, pin) in sketch.nodes.iter_mut().zip(pins) {
                node.pin = pin;
            }
            sketch
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn boxes_that_people_moved_overlap_nothing_either(sketch in pinned_flow()) {
        let broken = rules::broken(&sketch.document(), &placed(&sketch));
        // Arrows may have to run through boxes that people pushed together, and what stands on them over each other.
        let crowded = ["arrow", "a pill covers", "two pills"];
        let serious: Vec<_> = broken
            .iter()
            .filter(|it| !crowded.iter().any(|crowded| it.starts_with(crowded)))
            .collect();
        prop_assert!(serious.is_empty(), "{serious:#?}");
    }
}

//! What every picture keeps to, and what those of offices of any size must not exceed.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
mod measure;

use std::collections::BTreeMap;

use kaizu_model::{
    Apply, Document, InsertStep, NodeId, Placement, Rect, SetAttribute, Wording, notation,
};
use kaizu_tests::files;
use kaizu_tests::generated::generated;
use measure::{Measure, measure};

/// The flows that are measured in docs/benchmarks.md.
const SEED: u64 = 7;

/// Of ten boxes, how many stand as low in their lane as before when a step is put into an arrow.
const ROWS_KEPT: usize = 9;

/// A size, and how much of each such a flow may have: crossings, bends for each arrow, pixels of one arrow on another.
///
/// A little above what the layout reaches, so that a change that makes pictures worse is seen.
const CEILINGS: [(usize, usize, f64, f64); 4] = [
    (20, 1, 0.3, 0.0),
    (50, 4, 0.55, 0.0),
    (200, 48, 0.72, 0.0),
    (1_000, 250, 0.76, 0.0),
];

fn measured(document: &Document) -> Measure {
    let flow = document.first_flow().unwrap();
    measure(
        document,
        &kaizu_layout::place(document, flow, &Wording::default()),
    )
}

/// Asserts what holds without exception.
fn holds(name: &str, it: &Measure) {
    let foul = [it.overlaps, it.through, it.strays, it.missing];
    assert_eq!(
        foul, [0; 4],
        "{name}: overlaps, arrows through boxes, strays, missing"
    );
}

#[test]
fn samples_have_every_box_in_its_lane_and_no_arrow_through_one() {
    for (path, text) in files("samples", ".flow") {
        holds(
            &path.display().to_string(),
            &measured(&notation::parse(&text).unwrap()),
        );
    }
}

#[test]
fn flows_of_every_size_have_every_box_in_its_lane_and_few_crossings_and_bends() {
    for (size, crossings, bends, on_top) in CEILINGS {
        let document = generated(size, SEED);
        assert_eq!(
            document.nodes_of(document.first_flow().unwrap()).len(),
            size
        );
        let it = measured(&document);
        holds(&format!("{size} nodes"), &it);
        let is_readable = it.crossings <= crossings && it.bends <= bends && it.on_top <= on_top;
        assert!(is_readable, "{size} nodes: {it:?}");
    }
}

#[test]
fn other_flows_of_offices_keep_to_the_same_rules() {
    for seed in 1..7 {
        for size in [20, 50, 120] {
            holds(
                &format!("{size} nodes of {seed}"),
                &measured(&generated(size, seed)),
            );
        }
    }
}

#[test]
fn the_same_number_gives_the_same_flow() {
    let printed = |seed| {
        let document = generated(60, seed);
        notation::print(&document, document.first_flow().unwrap())
    };
    assert_eq!(printed(3), printed(3));
    assert_ne!(printed(3), printed(4));
}

#[test]
fn what_says_nothing_about_places_moves_nothing() {
    for seed in 1..4 {
        let document = generated(60, seed);
        let flow = document.first_flow().unwrap();
        let before = kaizu_layout::place(&document, flow, &Wording::default());
        let nodes = document.nodes_of(flow);
        for step in nodes.iter().filter_map(|node| node.id.step()).take(12) {
            let minutes = SetAttribute::new(step, "minutes", 5.0);
            let change = minutes.apply(&document).unwrap();
            let after = kaizu_layout::place(&document.after(&change), flow, &Wording::default());
            let rects =
                |it: &Placement| -> Vec<Rect> { it.nodes.iter().map(|it| it.rect).collect() };
            assert_eq!(rects(&after), rects(&before), "{step:?} of {seed}");
        }
    }
}

#[test]
fn a_step_more_leaves_nine_boxes_of_ten_in_their_row() {
    let (mut kept, mut all) = (0, 0);
    for seed in 1..5 {
        let document = generated(60, seed);
        let flow = document.first_flow().unwrap();
        let before = depths(&document);
        let arrows: Vec<_> = document.edges_of(flow).collect();
        for (into, edge) in arrows.iter().step_by(6) {
            let mut ids = document.free_ids();
            let insert = InsertStep {
                step: ids.mint(),
                lane: document.node(edge.from).unwrap().lane,
                name: "記録する".into(),
                into: *into,
                edge: ids.mint(),
            };
            let after = depths(&document.after(&insert.apply(&document).unwrap()));
            kept += before
                .iter()
                .filter(|(id, depth)| (after[id] - *depth).abs() < 1.0)
                .count();
            all += before.len();
        }
    }
    assert!(kept * 10 >= all * ROWS_KEPT, "{kept} of {all}");
}

/// How far below the top of its lane each box stands.
fn depths(document: &Document) -> BTreeMap<NodeId, f64> {
    let flow = document.first_flow().unwrap();
    let placed = kaizu_layout::place(document, flow, &Wording::default());
    let top = |id| {
        let lane = document.node(id).unwrap().lane;
        placed.lanes.iter().find(|it| it.id == lane).unwrap().rect.y
    };
    placed
        .nodes
        .iter()
        .map(|it| (it.id, it.rect.y - top(it.id)))
        .collect()
}

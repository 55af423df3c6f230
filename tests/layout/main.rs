//! What every picture keeps to, and what those of offices of any size must not exceed.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up ends it")]
mod measure;

use kaizu_model::{Document, Wording, notation};
use kaizu_tests::files;
use kaizu_tests::generated::generated;
use measure::{Measure, measure};

/// The flows that are measured in docs/benchmarks.md.
const SEED: u64 = 7;

/// A size, and how much of each such a flow may have: crossings, bends for each arrow, pixels of one arrow on another.
///
/// A little above what the layout reaches, so that a change that makes pictures worse is seen; they are lowered when it
/// reaches less. Half of the crossings that Graphviz `dot` draws with the same lanes is the aim.
const CEILINGS: [(usize, usize, f64, f64); 4] = [
    (20, 2, 0.5, 0.0),
    (50, 5, 0.75, 450.0),
    (200, 65, 0.9, 4_800.0),
    (1_000, 300, 0.92, 28_000.0),
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

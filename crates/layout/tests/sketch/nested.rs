//! Flows of rows, choices, parallel work and loops nested in each other, that grow smaller where a test fails.
use proptest::collection::vec;
use proptest::prelude::*;

use crate::sketch::{Arrow, Node, Sketch};

/// Kinds of nodes, as [`Node::kind`] counts them.
const GATEWAY: usize = 6;
const EVENT: usize = 8;

/// A part of a flow. Numbers say who does it: they wrap around the lanes.
#[derive(Clone, Debug)]
enum Part {
    Step(usize, String),
    Row(Vec<Part>),
    Ways(usize, Vec<Part>),
    Loop(usize, Box<Part>),
}

/// A flow of nested parts: several pieces, in lanes of which some may be empty, with arrows across it all.
pub(crate) fn flow() -> impl Strategy<Value = Sketch> {
    let lanes = prop_oneof![Just(1_usize), 2..6_usize, Just(12_usize)];
    let pieces = vec(part(), 1..3);
    let across = vec((0..64_usize, 0..64_usize), 0..4);
    (lanes, 0..4_usize, pieces, across).prop_map(|(n_lanes, n_phases, pieces, across)| {
        let mut sketch = Sketch {
            lanes: (0..n_lanes).map(|n| format!("係{n}")).collect(),
            ..Sketch::default()
        };
        for piece in &pieces {
            let start = add(&mut sketch, EVENT, 0, "");
            let (first, last) = put(&mut sketch, piece);
            let end = add(&mut sketch, EVENT, 1, "");
            lead(&mut sketch, start, first, None);
            lead(&mut sketch, last, end, None);
        }
        let n_nodes = sketch.nodes.len();
        for (from, to) in across {
            let (from, to) = (from % n_nodes, to % n_nodes);
            // Between the same two leads one arrow: no command draws another.
            if !sketch.arrows.iter().any(|it| (it.0, it.1) == (from, to)) {
                lead(&mut sketch, from, to, Some("手戻り"));
            }
        }
        sketch.phases = (0..n_phases).map(|n| format!("工程{n}")).collect();
        for (n, node) in sketch.nodes.iter_mut().enumerate() {
            node.phase = (n_phases > 0).then(|| n * n_phases / n_nodes);
        }
        sketch
    })
}

fn part() -> impl Strategy<Value = Part> {
    let name = prop_oneof![
        Just("確認する".to_owned()),
        Just("申請書と添付書類を受け取り内容を確かめる".to_owned()),
        "[a-z書類確認]{1,20}",
    ];
    let step = (0..12_usize, name).prop_map(|(lane, name)| Part::Step(lane, name));
    step.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 1..5).prop_map(Part::Row),
            2 => (0..12_usize, vec(inner.clone(), 2..4)).prop_map(|(lane, ways)| Part::Ways(lane, ways)),
            1 => (0..12_usize, inner).prop_map(|(lane, part)| Part::Loop(lane, Box::new(part))),
        ]
    })
}

fn add(sketch: &mut Sketch, kind: usize, lane: usize, name: &str) -> usize {
    let wait = (sketch.nodes.len() % 3 == 1).then_some(8.0);
    sketch.nodes.push(Node {
        kind,
        lane: lane % sketch.lanes.len(),
        name: name.to_owned(),
        minutes: (kind < GATEWAY).then_some(5.0),
        wait: wait.filter(|_| kind < GATEWAY),
        ..Node::default()
    });
    sketch.nodes.len() - 1
}

fn lead(sketch: &mut Sketch, from: usize, to: usize, condition: Option<&str>) {
    let share = condition.map(|_| 0.25);
    let arrow: Arrow = (from, to, share, condition.map(str::to_owned));
    sketch.arrows.push(arrow);
}

/// Puts a part into the flow: its first and its last node.
fn put(sketch: &mut Sketch, part: &Part) -> (usize, usize) {
    match part {
        Part::Step(lane, name) => {
            let step = add(sketch, lane % GATEWAY, *lane, name);
            (step, step)
        }
        Part::Row(parts) => {
            let ends: Vec<(usize, usize)> = parts.iter().map(|part| put(sketch, part)).collect();
            for pair in ends.windows(2) {
                lead(sketch, pair[0].1, pair[1].0, None);
            }
            (ends[0].0, ends[ends.len() - 1].1)
        }
        Part::Ways(lane, ways) => {
            let open = add(sketch, GATEWAY, *lane, "どちらか");
            let ends: Vec<(usize, usize)> = ways.iter().map(|way| put(sketch, way)).collect();
            let close = add(sketch, GATEWAY + 1, lane + ways.len(), "");
            for (first, last) in ends {
                lead(sketch, open, first, Some("条件"));
                lead(sketch, last, close, None);
            }
            (open, close)
        }
        Part::Loop(lane, part) => {
            let entry = add(sketch, GATEWAY, *lane, "");
            let (first, last) = put(sketch, part);
            let exit = add(sketch, GATEWAY, lane + 1, "よいか");
            lead(sketch, entry, first, None);
            lead(sketch, last, exit, None);
            lead(sketch, exit, entry, Some("補正"));
            (entry, exit)
        }
    }
}

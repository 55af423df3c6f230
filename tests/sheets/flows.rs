//! Flows that are longer than a sheet, made up.
use proptest::collection::vec;
use proptest::prelude::*;

use crate::sketch::{Node, Sketch};

/// `n` steps one after the other, through three lanes.
pub(crate) fn chain(n: usize) -> Sketch {
    let node = |n: usize| Node {
        lane: n % 3,
        name: format!("手順{n}を行う"),
        ..Node::default()
    };
    Sketch {
        lanes: ["住民", "受付担当", "審査担当"].map(str::to_owned).to_vec(),
        phases: Vec::new(),
        nodes: (0..n).map(node).collect(),
        arrows: (1..n).map(|n| (n - 1, n, None, None)).collect(),
    }
}

/// Up to 70 nodes in a chain, with a few more arrows across it.
pub(crate) fn long_flow() -> impl Strategy<Value = Sketch> {
    (1..9_usize, 0..5_usize, 1..70_usize).prop_flat_map(|(n_lanes, n_phases, n_nodes)| {
        let name = prop_oneof![
            Just("受付".to_owned()),
            Just("申請書を受け取り内容を確認して台帳と突合する".to_owned()),
            Just("書類の不備を電話で問い合わせる".to_owned()),
        ];
        let node = (0..9_usize, 0..n_lanes, name, prop::option::of(0.0..90.0));
        let arrow = (0..n_nodes, 0..n_nodes, prop::option::of(0.0..=1.0));
        (vec(node, n_nodes), vec(arrow, 0..=n_nodes / 6))
            .prop_map(move |(nodes, more)| sketch_of(n_lanes, n_phases, nodes, more))
    })
}

type Drawn = (usize, usize, String, Option<f64>);

fn sketch_of(
    n_lanes: usize,
    n_phases: usize,
    nodes: Vec<Drawn>,
    more: Vec<(usize, usize, Option<f64>)>,
) -> Sketch {
    let n_nodes = nodes.len();
    let node = |(n, (kind, lane, name, wait)): (usize, Drawn)| Node {
        kind,
        lane,
        name,
        phase: (n_phases > 0).then(|| n * n_phases / n_nodes),
        pin: None,
        minutes: Some(n as f64),
        wait,
    };
    let chain = (1..n_nodes).map(|n| (n - 1, n, None, None));
    let more = more
        .into_iter()
        .map(|(from, to, share)| (from, to, share, None));
    Sketch {
        lanes: (0..n_lanes).map(|n| format!("担当{n}")).collect(),
        phases: (0..n_phases).map(|n| format!("工程{n}")).collect(),
        nodes: nodes.into_iter().enumerate().map(node).collect(),
        arrows: chain.chain(more).collect(),
    }
}

/// Such a flow, short, in which people put every third node somewhere.
pub(crate) fn pinned_flow() -> impl Strategy<Value = Sketch> {
    let pins = vec((0.0..6000.0, 0.0..900.0), 70);
    (long_flow(), pins).prop_map(|(mut sketch, pins)| {
        sketch.nodes.truncate(20);
        let n = sketch.nodes.len();
        sketch.arrows.retain(|(from, to, ..)| *from.max(to) < n);
        for (node, pin) in sketch.nodes.iter_mut().zip(pins).step_by(3) {
            node.pin = Some(pin);
        }
        sketch
    })
}

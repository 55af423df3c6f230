//! Small flows, put down in a line or two.
use kaizu_model::{Placement, Wording};

use crate::sketch::{Arrow, FLOW, Node, Sketch};

/// A step called `name` in `lane`.
pub(crate) fn node(lane: usize, name: &str) -> Node {
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

/// A flow of `nodes` in `lanes`, with arrows between `pairs` of them.
pub(crate) fn sketch(lanes: &[&str], nodes: Vec<Node>, pairs: &[(usize, usize)]) -> Sketch {
    Sketch {
        lanes: lanes.iter().map(|lane| (*lane).to_owned()).collect(),
        phases: Vec::new(),
        nodes,
        arrows: arrows(pairs),
    }
}

/// Where its parts stand.
pub(crate) fn placed(sketch: &Sketch) -> Placement {
    kaizu_layout::place(&sketch.document(), FLOW, &Wording::default())
}

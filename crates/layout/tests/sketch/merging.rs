//! Arrows on arrows: two run on top of each other only into a common target, where they read as one.
use std::collections::BTreeMap;

use kaizu_model::{Document, EdgeId, Placement, Point};

/// Lines nearer than this are one to the eye.
const NEAR: f64 = 0.5;

/// Every two arrows that lie on each other without the same target.
pub(crate) fn on_top(document: &Document, placement: &Placement) -> Vec<String> {
    let targets: BTreeMap<EdgeId, _> = placement
        .edges
        .iter()
        .filter_map(|edge| Some((edge.id, document.edge(edge.id).ok()?.to)))
        .collect();
    let mut found = Vec::new();
    for (n, one) in placement.edges.iter().enumerate() {
        let others = placement.edges[n + 1..].iter();
        for two in others.filter(|two| targets.get(&two.id) != targets.get(&one.id)) {
            for a in one.points.windows(2) {
                for b in two.points.windows(2) {
                    if common([a[0], a[1]], [b[0], b[1]]) > NEAR {
                        found.push(format!("{:?} and {:?} at {:?}", one.id, two.id, a));
                    }
                }
            }
        }
    }
    found
}

/// How far two pieces run on each other.
fn common(one: [Point; 2], two: [Point; 2]) -> f64 {
    let is_level = |it: [Point; 2]| (it[0].y - it[1].y).abs() < NEAR;
    if is_level(one) != is_level(two) {
        return 0.0;
    }
    let turned = |point: Point| {
        if is_level(one) {
            (point.y, point.x)
        } else {
            (point.x, point.y)
        }
    };
    let [(at, a), (_, b)] = one.map(turned);
    let [(beside, c), (_, d)] = two.map(turned);
    if (at - beside).abs() >= NEAR {
        return 0.0;
    }
    a.max(b).min(c.max(d)) - a.min(b).max(c.min(d))
}

//! Cases that come back to residents because something was wrong or missing when they handed it in.
use std::collections::BTreeSet;

use kaizu_analysis::{Arrow, Finding, Graph, Index};
use kaizu_model::EdgeId;

use crate::detected::open;

/// A way on which cases go back.
pub(crate) struct Return {
    /// Where it is decided that they do.
    pub(crate) sender: Index,
    /// The way.
    pub(crate) way: EdgeId,
    /// The part of them that came in at the entry in question.
    pub(crate) part: f64,
}

/// The ways on which what was handed in at `entry` goes back to residents, of the loops that were found.
pub(crate) fn returns(graph: &Graph, findings: &[Finding], entry: Index) -> Vec<Return> {
    let loops = open(findings, &["F01", "F02"]);
    let mut found: Vec<Return> = Vec::new();
    for it in loops {
        let nodes = it.nodes.iter().filter_map(|id| graph.index(*id));
        let nodes: BTreeSet<Index> = nodes.collect();
        let back = going_back(graph, &nodes).and_then(|way| {
            Some(Return {
                sender: way.from,
                way: way.id,
                part: part(graph, entry, &nodes, way)?,
            })
        });
        found.extend(back);
    }
    let mut seen = BTreeSet::new();
    found.retain(|it| seen.insert(it.way));
    found
}

/// The one way on which the office sends cases back through the loop `nodes`, to residents; the other one leads on.
fn going_back<'g, 'a>(graph: &'g Graph<'a>, nodes: &BTreeSet<Index>) -> Option<&'g Arrow<'a>> {
    let leaves = |n: &Index| graph.leaving(*n).any(|arrow| !nodes.contains(&arrow.to));
    let mut exits = nodes.iter().copied().filter(leaves);
    let (Some(sender), None) = (exits.next(), exits.next()) else {
        return None;
    };
    let ways: Vec<&Arrow> = graph.leaving(sender).collect();
    let [one, other] = ways.as_slice() else {
        return None;
    };
    let back = if nodes.contains(&one.to) {
        *one
    } else {
        *other
    };
    let is_certain = back.edge.share.is_some() && !one.is_parallel() && !other.is_parallel();
    let asks_residents = nodes
        .iter()
        .any(|n| graph.is_customers(*n) && graph.step(*n).is_some());
    (is_certain && asks_residents && !graph.is_customers(sender)).then_some(back)
}

/// The part of the cases that go back on `way` which came in at `entry`; `None` where that cannot be told.
fn part(graph: &Graph, entry: Index, nodes: &BTreeSet<Index>, way: &Arrow) -> Option<f64> {
    let (reach, sender) = (graph.reach(), way.from);
    if !reach.is_before(entry, sender) || !reach.post_dominates(sender, entry) {
        return None;
    }
    if reach.dominates(entry, sender) {
        return Some(1.0);
    }
    // Every case comes once by itself; the others have been sent back before.
    let firsts = graph.visit(sender) * (1.0 - way.share);
    let is_once = !nodes.contains(&entry) && !reach.reaches(entry, entry);
    let part = graph.visit(entry) / firsts;
    (is_once && firsts > 0.0 && part > 0.0 && part <= 1.0 + 1e-9).then_some(part.min(1.0))
}

//! The arrows of a flow, and what they alone tell of its nodes.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Document, Edge, EdgeId, EventKind, FlowId, NodeId, Share, Split};

use crate::graph::Index;
use crate::visits;

/// An arrow between two nodes of the graph.
#[derive(Clone, Copy, Debug)]
pub struct Arrow<'a> {
    /// Its id in the document.
    pub id: EdgeId,
    /// Its record.
    pub edge: &'a Edge,
    /// Where it begins.
    pub from: Index,
    /// Where it leads.
    pub to: Index,
    /// The share of the cases at its source that take it.
    pub share: f64,
}

impl Arrow<'_> {
    /// Whether the case goes along every parallel arrow at once.
    pub fn is_parallel(&self) -> bool {
        self.edge.split == Split::Parallel
    }
}

/// The arrows of a flow by source, and for each node the places of those that leave and reach it.
pub(crate) fn connected<'a>(
    document: &'a Document,
    flow: FlowId,
    places: &BTreeMap<NodeId, Index>,
) -> (Vec<Arrow<'a>>, Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let ends = |edge: &Edge| Some((*places.get(&edge.from)?, *places.get(&edge.to)?));
    let mut arrows: Vec<Arrow<'a>> = document
        .edges_of(flow)
        .filter_map(|(id, edge)| {
            ends(edge).map(|(from, to)| Arrow {
                id,
                edge,
                from,
                to,
                share: 1.0,
            })
        })
        .collect();
    arrows.sort_by_key(|arrow| (arrow.from, arrow.id));
    let mut out = vec![Vec::new(); places.len()];
    let mut into = vec![Vec::new(); places.len()];
    for (n, arrow) in arrows.iter().enumerate() {
        out[arrow.from].push(n);
        into[arrow.to].push(n);
    }
    for leaving in &out {
        visits::share_out(&mut arrows, leaving);
    }
    (arrows, out, into)
}

/// Nodes that nothing leads to; where people drew the start, that one comes first.
pub(crate) fn starts(document: &Document, nodes: &[NodeId], into: &[Vec<usize>]) -> Vec<Index> {
    let is_drawn = |n: &Index| matches!(nodes[*n], NodeId::Event(id) if document.event(id).is_ok_and(|event| event.kind == EventKind::Start));
    let mut starts: Vec<Index> = (0..nodes.len()).filter(|n| into[*n].is_empty()).collect();
    starts.sort_by_key(|n| (!is_drawn(n), *n));
    starts
}

/// Nodes that send a case along several arrows at once.
pub(crate) fn forks(arrows: &[Arrow], out: &[Vec<usize>]) -> Vec<Index> {
    let is_parallel = |arrow: &&usize| arrows[**arrow].is_parallel();
    let n_parallel = |node: &Index| out[*node].iter().filter(is_parallel).count();
    (0..out.len()).filter(|node| n_parallel(node) > 1).collect()
}

/// Whether the first node has all others behind it, and an end among them.
pub(crate) fn leads_everywhere(arrows: &[Arrow], out: &[Vec<usize>]) -> bool {
    let mut seen = BTreeSet::from([0]);
    let mut open = vec![0];
    while let Some(node) = open.pop() {
        for arrow in out.get(node).into_iter().flatten() {
            let next = arrows[*arrow].to;
            if seen.insert(next) {
                open.push(next);
            }
        }
    }
    seen.len() == out.len() && out.iter().any(Vec::is_empty)
}

/// The share of a branch that is not said.
pub(crate) fn share(edge: &Edge) -> Option<f64> {
    edge.share.map(Share::get)
}

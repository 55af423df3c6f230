//! Where arrows go whose ends are no longer there.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Edge, EdgeId, NodeId, Record, RecordId};

type Records = BTreeMap<RecordId, Record>;

/// The arrows of a flow before some of its nodes went.
pub(crate) struct Ends {
    arrows: Vec<(NodeId, NodeId)>,
}

impl Ends {
    /// Of the flow as it was composed, and as people left it.
    pub(crate) fn of(base: &Records, own: &Records) -> Self {
        let arrows = edges(own).chain(edges(base));
        Self {
            arrows: arrows.map(|(_, edge)| (edge.from, edge.to)).collect(),
        }
    }

    fn alone(records: &Records) -> Self {
        Self {
            arrows: edges(records)
                .map(|(_, edge)| (edge.from, edge.to))
                .collect(),
        }
    }

    /// `node`, or the nearest behind it that is `there`.
    fn after(&self, node: NodeId, there: &BTreeSet<NodeId>) -> Option<NodeId> {
        self.nearest(node, there, |(from, to), at| (from == at).then_some(to))
    }

    /// `node`, or the nearest before it that is `there`.
    fn before(&self, node: NodeId, there: &BTreeSet<NodeId>) -> Option<NodeId> {
        self.nearest(node, there, |(from, to), at| (to == at).then_some(from))
    }

    /// Lets every arrow that lost an end go on to what came behind it, or begin at what came before; what would lead nowhere,
    /// back to itself or where another arrow leads already goes.
    pub(crate) fn join(&self, records: &mut Records) {
        let there = nodes(records);
        let arrows = edges(records).map(|(id, it)| (id, it.clone()));
        let (whole, torn) = arrows.partition::<Vec<_>, _>(|(_, it)| is_whole(it, &there));
        let mut led: BTreeSet<(NodeId, NodeId)> = BTreeSet::new();
        for (id, edge) in whole.into_iter().chain(torn) {
            let ends = self
                .before(edge.from, &there)
                .zip(self.after(edge.to, &there));
            match ends.filter(|(from, to)| from != to && led.insert((*from, *to))) {
                Some((from, to)) => {
                    let edge = Edge { from, to, ..edge };
                    records.insert(id.into(), edge.into());
                }
                None => {
                    records.remove(&id.into());
                }
            }
        }
    }

    /// `node`, or the nearest that is there, a step at a time.
    fn nearest(
        &self,
        node: NodeId,
        there: &BTreeSet<NodeId>,
        step: fn((NodeId, NodeId), NodeId) -> Option<NodeId>,
    ) -> Option<NodeId> {
        let mut seen = BTreeSet::from([node]);
        let mut around = vec![node];
        while !around.is_empty() {
            if let Some(found) = around.iter().find(|it| there.contains(it)) {
                return Some(*found);
            }
            let next = around.iter().flat_map(|at| {
                let arrows = self.arrows.iter();
                arrows.filter_map(|arrow| step(*arrow, *at))
            });
            around = next.filter(|it| seen.insert(*it)).collect();
        }
        None
    }
}

/// Takes out of `merged` the arrows that the composition of now drew past nodes that are gone, and those into nodes that
/// came back, where people had led the way otherwise: their way goes on, into what came back.
pub(crate) fn give_way(merged: &mut Records, base: &Records, own: &Records, next: &Records) {
    let (past, ahead) = (Ends::alone(base), Ends::alone(next));
    let (old, new) = (nodes(base), nodes(next));
    let both: BTreeSet<NodeId> = old.intersection(&new).copied().collect();
    let turned: Vec<(EdgeId, &Edge)> = edges(base)
        .filter(|(id, was)| {
            let is = own.get(&(*id).into());
            is.is_none_or(|is| matches!(is, Record::Edge(is) if is.to != was.to))
        })
        .collect();
    let drawn = edges(next).filter(|(id, _)| !base.contains_key(&(*id).into()));
    for (id, edge) in drawn {
        let is_past = |was: &Edge| {
            past.before(was.from, &new) == Some(edge.from)
                && past.after(was.to, &new) == Some(edge.to)
        };
        let comes_behind = |was: &Edge| {
            was.from == edge.from
                && !old.contains(&edge.to)
                && ahead.after(edge.to, &both) == past.after(was.to, &both)
        };
        let comes_before = |was: &Edge| {
            was.to == edge.to
                && !new.contains(&was.from)
                && !old.contains(&edge.from)
                && ahead.before(edge.from, &both) == past.before(was.from, &both)
        };
        let gives_way = if let Some((own, _)) = turned.iter().find(|(_, was)| comes_before(was)) {
            begin_at(merged, *own, edge.from)
        } else if turned.iter().any(|(_, was)| is_past(was)) {
            true
        } else {
            let behind = turned.iter().find(|(_, was)| comes_behind(was));
            behind.is_some_and(|(_, was)| lead_into(merged, (was.from, was.to), edge.to, base))
        };
        if gives_way {
            merged.remove(&id.into());
        }
    }
}

/// Lets the arrow that people turned begin at `from`. Whether there is one.
fn begin_at(merged: &mut Records, id: EdgeId, from: NodeId) -> bool {
    let Some(Record::Edge(edge)) = merged.get(&id.into()) else {
        return false;
    };
    let edge = Edge {
        from,
        ..edge.clone()
    };
    merged.insert(id.into(), edge.into());
    true
}

/// Lets the way that people made from one node to another, over nodes of their own, lead to `to`. Whether there is one.
fn lead_into(
    merged: &mut Records,
    (from, until): (NodeId, NodeId),
    to: NodeId,
    base: &Records,
) -> bool {
    let is_own = |node: NodeId| !base.contains_key(&node.into());
    let arrows: Vec<(EdgeId, Edge)> = edges(merged).map(|(id, it)| (id, it.clone())).collect();
    let mut way = BTreeSet::from([from]);
    let mut last = Vec::new();
    let mut around = vec![from];
    while let Some(at) = around.pop() {
        for (id, edge) in arrows.iter().filter(|(_, edge)| edge.from == at) {
            if edge.to == until && at != from {
                last.push((*id, edge.clone()));
            } else if is_own(edge.to) && edge.to != to && way.insert(edge.to) {
                around.push(edge.to);
            }
        }
    }
    for (id, edge) in &last {
        let edge = Edge { to, ..edge.clone() };
        merged.insert((*id).into(), edge.into());
    }
    !last.is_empty()
}

/// The nodes that more arrows leave than in each of `others`: cases would part there without anybody having said so.
pub(crate) fn part_anew(records: &Records, others: [&Records; 2]) -> bool {
    let leaving = |records: &Records| {
        let mut counts: BTreeMap<NodeId, usize> = BTreeMap::new();
        for (_, edge) in edges(records) {
            *counts.entry(edge.from).or_default() += 1;
        }
        counts
    };
    let others = others.map(leaving);
    leaving(records).into_iter().any(|(node, n)| {
        let known = others.iter().filter_map(|counts| counts.get(&node));
        n > known.copied().max().unwrap_or(1)
    })
}

fn is_whole(edge: &Edge, there: &BTreeSet<NodeId>) -> bool {
    there.contains(&edge.from) && there.contains(&edge.to)
}

fn edges(records: &Records) -> impl Iterator<Item = (EdgeId, &Edge)> {
    records
        .iter()
        .filter_map(|(id, record)| match (id, record) {
            (RecordId::Edge(id), Record::Edge(edge)) => Some((*id, edge)),
            _ => None,
        })
}

fn nodes(records: &Records) -> BTreeSet<NodeId> {
    let ids = records.keys();
    ids.filter_map(|id| NodeId::try_from(*id).ok()).collect()
}

//! Where cases part into an electronic and a paper channel, and what it costs when more of them come electronically.
use std::collections::BTreeSet;

use kaizu_model::{Document, FlowId, Medium, StepKind};

use crate::graph::{Arrow, Graph, Index};
use crate::visits::visits_otherwise;

/// A branch into channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Channels {
    /// Where the cases part.
    pub branch: Index,
    /// First steps of the electronic channel.
    pub electronic: Vec<Index>,
    /// First steps of the paper, phone or counter channel.
    pub other: Vec<Index>,
    /// Today's electronic share.
    pub share: f64,
    /// Staff minutes a case if nobody came electronically.
    pub minutes_at_none: f64,
    /// Staff minutes a case if everybody did.
    pub minutes_at_all: f64,
}

impl Channels {
    /// What staff minutes a case change by when the electronic share goes from 0 to 1.
    pub fn slope(&self) -> f64 {
        self.minutes_at_all - self.minutes_at_none
    }
}

/// Every branch into channels: residents' steps, one on an electronic form, another not. How to pay is no such choice.
pub fn channels(graph: &Graph) -> Vec<Channels> {
    let usual = Taken::usually(graph);
    graph
        .indices()
        .filter_map(|branch| at(graph, &usual, branch))
        .collect()
}

fn at(graph: &Graph, usual: &Taken, branch: Index) -> Option<Channels> {
    let arrows: Vec<Arrow> = graph
        .leaving(branch)
        .filter(|arrow| !arrow.is_parallel())
        .copied()
        .collect();
    let returns = |arrow: &Arrow| graph.reach().is_return(arrow.from, arrow.to);
    let first = |arrow: &Arrow| behind_machines(graph, arrow.to);
    let pays = |arrow: &Arrow| graph.kind(first(arrow)) == Some(StepKind::Pay);
    if arrows.len() < 2
        || arrows.iter().any(returns)
        || arrows.iter().all(pays)
        || !arrows.iter().all(|arrow| graph.is_customers(first(arrow)))
    {
        return None;
    }
    let is_electronic = |node: Index| {
        let step = graph.step(node);
        step.and_then(|step| step.medium_out.or(step.medium_in))
            .map(Medium::is_digital)
    };
    let side = |electronic: bool| -> Vec<Arrow> {
        arrows
            .iter()
            .filter(|arrow| is_electronic(first(arrow)) == Some(electronic))
            .copied()
            .collect()
    };
    let (electronic, other) = (side(true), side(false));
    if electronic.is_empty() || other.is_empty() {
        return None;
    }
    let minutes = |share: f64| {
        let channels = [(&electronic, share), (&other, 1.0 - share)];
        staff_minutes(graph, usual, branch, channels)
    };
    Some(Channels {
        branch,
        electronic: electronic.iter().map(first).collect(),
        other: other.iter().map(first).collect(),
        share: whole(&electronic),
        minutes_at_none: minutes(0.0)?,
        minutes_at_all: minutes(1.0)?,
    })
}

/// The first step from `node` on that people do: a screen that fills itself in opens a channel and is none.
fn behind_machines(graph: &Graph, node: Index) -> Index {
    let mut at = node;
    for _ in graph.indices() {
        let mut ways = graph.leaving(at);
        match (graph.kind(at), ways.next(), ways.next()) {
            (Some(StepKind::Automatic), Some(way), None) => at = way.to,
            _ => break,
        }
    }
    at
}

/// Staff minutes a case if each channel at `branch` had the given share; within a channel the proportions stay.
fn staff_minutes(
    graph: &Graph,
    usual: &Taken,
    branch: Index,
    channels: [(&Vec<Arrow>, f64); 2],
) -> Option<f64> {
    let shares = |arrow: &Arrow| {
        if arrow.from != branch || arrow.is_parallel() {
            return arrow.share;
        }
        let own = channels
            .iter()
            .find(|(channel, _)| channel.iter().any(|other| other.id == arrow.id));
        own.map_or(0.0, |(channel, share)| {
            spread(arrow.share, whole(channel), channel.len()) * share
        })
    };
    let mut taken = usual.clone();
    for (node, visits) in visits_otherwise(graph, branch, &shares)? {
        taken.count(graph, node, visits);
    }
    taken.unknown.is_empty().then_some(taken.minutes)
}

/// What staff is taken by a case.
#[derive(Clone)]
struct Taken {
    minutes: f64,
    /// Steps that are done and of which nobody knows how long they take.
    unknown: BTreeSet<Index>,
}

impl Taken {
    fn usually(graph: &Graph) -> Self {
        let mut taken = Self {
            minutes: 0.0,
            unknown: BTreeSet::new(),
        };
        for (node, _) in graph.steps().filter(|(node, _)| graph.is_staff(*node)) {
            match graph.minutes(node) {
                Some(minutes) => taken.minutes += minutes * graph.visit(node),
                None if graph.visit(node) > 0.0 => {
                    taken.unknown.insert(node);
                }
                None => {}
            }
        }
        taken
    }

    /// Counts a node as done so often instead of as often as usual.
    fn count(&mut self, graph: &Graph, node: Index, visits: f64) {
        if graph.step(node).is_none() || !graph.is_staff(node) {
            return;
        }
        match graph.minutes(node) {
            Some(minutes) => self.minutes += minutes * (visits - graph.visit(node)),
            None if visits > 0.0 => {
                self.unknown.insert(node);
            }
            None => {
                self.unknown.remove(&node);
            }
        }
    }
}

/// The share of cases that take a channel.
fn whole(channel: &[Arrow]) -> f64 {
    channel.iter().map(|arrow| arrow.share).sum()
}

/// An arrow's part of its channel.
fn spread(share: f64, whole: f64, n: usize) -> f64 {
    if whole > 0.0 {
        share / whole
    } else {
        1.0 / n as f64
    }
}

/// The slope of the first branch into channels of `flow`, where there is one.
pub fn slope(document: &Document, flow: FlowId) -> Option<f64> {
    let graph = Graph::of(document, flow).ok()?;
    channels(&graph).first().map(Channels::slope)
}

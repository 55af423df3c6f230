//! Where cases part into an electronic and a paper channel, and what it costs when more of them come electronically.
use kaizu_model::{Document, FlowId, Medium};

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

/// Every branch into channels: residents' steps, one on an electronic form, another not.
pub fn channels(graph: &Graph) -> Vec<Channels> {
    graph
        .indices()
        .filter_map(|branch| at(graph, branch))
        .collect()
}

fn at(graph: &Graph, branch: Index) -> Option<Channels> {
    let arrows: Vec<Arrow> = graph
        .leaving(branch)
        .filter(|arrow| !arrow.is_parallel())
        .copied()
        .collect();
    let returns = |arrow: &Arrow| graph.reach().is_return(arrow.from, arrow.to);
    if arrows.len() < 2
        || arrows.iter().any(returns)
        || !arrows.iter().all(|arrow| graph.is_customers(arrow.to))
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
            .filter(|arrow| is_electronic(arrow.to) == Some(electronic))
            .copied()
            .collect()
    };
    let (electronic, other) = (side(true), side(false));
    if electronic.is_empty() || other.is_empty() {
        return None;
    }
    let minutes =
        |share: f64| staff_minutes(graph, branch, [(&electronic, share), (&other, 1.0 - share)]);
    Some(Channels {
        branch,
        electronic: electronic.iter().map(|arrow| arrow.to).collect(),
        other: other.iter().map(|arrow| arrow.to).collect(),
        share: whole(&electronic),
        minutes_at_none: minutes(0.0)?,
        minutes_at_all: minutes(1.0)?,
    })
}

/// Staff minutes a case if each channel at `branch` had the given share; within a channel the proportions stay.
fn staff_minutes(graph: &Graph, branch: Index, channels: [(&Vec<Arrow>, f64); 2]) -> Option<f64> {
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
    let visits = visits_otherwise(graph, branch, &shares)?;
    let staff = graph
        .steps()
        .map(|(n, _)| n)
        .filter(|n| graph.is_staff(*n) && visits[*n] > 0.0);
    staff
        .map(|n| graph.minutes(n).map(|minutes| minutes * visits[n]))
        .sum()
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

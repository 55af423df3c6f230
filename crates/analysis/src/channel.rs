//! Where cases part into an electronic and a paper channel, and what it costs when more of them come electronically.
use kaizu_model::{Document, FlowId};

use crate::graph::{Graph, Index};
use crate::visits::visits_with;

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
    let arrows: Vec<_> = graph
        .leaving(branch)
        .filter(|arrow| !arrow.is_parallel())
        .copied()
        .collect();
    if arrows.len() < 2
        || arrows
            .iter()
            .any(|arrow| graph.reach().is_return(arrow.from, arrow.to))
    {
        return None;
    }
    if !arrows.iter().all(|arrow| graph.is_customers(arrow.to)) {
        return None;
    }
    let is_electronic = |node: Index| {
        let step = graph.step(node);
        step.and_then(|step| step.medium_out.or(step.medium_in))
            .map(kaizu_model::Medium::is_digital)
    };
    let electronic: Vec<_> = arrows
        .iter()
        .filter(|arrow| is_electronic(arrow.to) == Some(true))
        .collect();
    let other: Vec<_> = arrows
        .iter()
        .filter(|arrow| is_electronic(arrow.to) == Some(false))
        .collect();
    if electronic.is_empty() || other.is_empty() {
        return None;
    }
    let part =
        |arrows: &[&crate::graph::Arrow]| arrows.iter().map(|arrow| arrow.share).sum::<f64>();
    let (share, rest) = (part(&electronic), part(&other));
    let minutes = |electronic_part: f64| -> Option<f64> {
        let shares = |arrow: &crate::graph::Arrow| {
            if arrow.from != branch || arrow.is_parallel() {
                return arrow.share;
            }
            let is_first =
                |group: &[&crate::graph::Arrow]| group.iter().any(|other| other.id == arrow.id);
            if is_first(&electronic) {
                spread(arrow.share, share, electronic.len()) * electronic_part
            } else if is_first(&other) {
                spread(arrow.share, rest, other.len()) * (1.0 - electronic_part)
            } else {
                0.0
            }
        };
        let visits = visits_with(graph, &shares)?;
        let staff = graph.steps().map(|(n, _)| n).filter(|n| graph.is_staff(*n));
        staff
            .filter(|n| visits[*n] > 0.0)
            .map(|n| graph.minutes(n).map(|minutes| minutes * visits[n]))
            .sum()
    };
    Some(Channels {
        branch,
        electronic: electronic.iter().map(|arrow| arrow.to).collect(),
        other: other.iter().map(|arrow| arrow.to).collect(),
        share,
        minutes_at_none: minutes(0.0)?,
        minutes_at_all: minutes(1.0)?,
    })
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

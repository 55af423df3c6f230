//! What the course of a flow depends on, and nothing else: who stands in which lane and phase, and which arrows there are.
use kaizu_model::NodeId;

use crate::flow::Chart;

/// A node, as far as its place on the lattice depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    /// Its lane, counted from the top.
    pub lane: usize,
    /// Its phase, counted from the left.
    pub phase: Option<usize>,
    /// Whether it is a step; all others are touched at their corners only.
    pub is_step: bool,
}

/// An arrow, as far as its way across the lattice depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The number of its source.
    pub from: usize,
    /// The number of its target.
    pub to: usize,
    /// Whether it leads back to where the case has been.
    pub is_return: bool,
}

/// A flow without names and figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// How many bands there are; one even where a flow has no lane.
    pub n_bands: usize,
    /// How many phases there are.
    pub n_phases: usize,
    /// In the order people gave them.
    pub stops: Vec<Post>,
    /// Oldest first.
    pub ways: Vec<Link>,
}

impl Shape {
    /// The shape of a flow.
    pub(crate) fn of(chart: &Chart) -> Self {
        let post = |stop: &crate::flow::Stop| Post {
            lane: stop.lane,
            phase: stop.phase,
            is_step: matches!(stop.node.id, NodeId::Step(_)),
        };
        let link = |way: &crate::flow::Way| Link {
            from: way.from,
            to: way.to,
            is_return: way.is_return,
        };
        Self {
            n_bands: chart.lanes.len().max(1),
            n_phases: chart.phases.len(),
            stops: chart.stops.iter().map(post).collect(),
            ways: chart.ways.iter().map(link).collect(),
        }
    }

    /// Source and target of every arrow.
    pub(crate) fn ends(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.ways.iter().map(|way| (way.from, way.to))
    }

    /// The arrows that lead on, as pairs of source and target.
    pub(crate) fn onward(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.ways
            .iter()
            .filter(|way| !way.is_return)
            .map(|way| (way.from, way.to))
    }
}

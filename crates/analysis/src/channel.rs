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
    let usual = Taken::usually(graph, of_staff);
    let parted = graph.indices().filter_map(|branch| parted(graph, branch));
    parted
        .filter_map(|it| {
            Some(Channels {
                branch: it.branch,
                electronic: firsts(graph, &it.electronic),
                other: firsts(graph, &it.other),
                share: whole(&it.electronic),
                minutes_at_none: minutes(graph, &usual, &it, 0.0)?,
                minutes_at_all: minutes(graph, &usual, &it, 1.0)?,
            })
        })
        .collect()
}

/// Residents' minutes a case in the channel that asks most of them; those of a usual case where there are no channels.
/// `None` where the minutes of one of their steps are not known.
pub fn longest_for_residents(graph: &Graph) -> Option<f64> {
    let usual = Taken::usually(graph, of_residents);
    let parted: Vec<Parted> = graph
        .indices()
        .filter_map(|branch| parted(graph, branch))
        .collect();
    if parted.is_empty() {
        return usual.known();
    }
    let each = parted.iter().flat_map(|it| [(it, 0.0), (it, 1.0)]);
    let all: Option<Vec<f64>> = each
        .map(|(it, share)| minutes(graph, &usual, it, share))
        .collect();
    all?.into_iter().reduce(f64::max)
}

/// A branch with the arrows into its electronic channel and into the others.
struct Parted<'a> {
    branch: Index,
    electronic: Vec<Arrow<'a>>,
    other: Vec<Arrow<'a>>,
}

fn parted<'a>(graph: &'a Graph, branch: Index) -> Option<Parted<'a>> {
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
    (!electronic.is_empty() && !other.is_empty()).then_some(Parted {
        branch,
        electronic,
        other,
    })
}

/// The first steps that people do on the ways into a channel.
fn firsts(graph: &Graph, ways: &[Arrow]) -> Vec<Index> {
    ways.iter()
        .map(|arrow| behind_machines(graph, arrow.to))
        .collect()
}

/// The first step from `node` on that people do: a screen that fills itself in opens a channel and is none.
fn behind_machines(graph: &Graph, node: Index) -> Index {
    let mut at = node;
    for _ in graph.indices() {
        let mut ways = graph.leaving(at);
        let (Some(way), None) = (ways.next(), ways.next()) else {
            break;
        };
        if graph.kind(at) != Some(StepKind::Automatic) {
            break;
        }
        at = way.to;
    }
    at
}

/// Minutes a case if the electronic channel had the given share.
fn minutes(graph: &Graph, usual: &Taken, parted: &Parted, share: f64) -> Option<f64> {
    let channels = [(&parted.electronic, share), (&parted.other, 1.0 - share)];
    minutes_with(graph, usual, parted.branch, channels)
}

/// Minutes a case if each channel at `branch` had the given share; within a channel the proportions stay.
fn minutes_with(
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
    taken.known()
}

/// What a case takes of those who are looked at: the staff, or residents.
#[derive(Clone)]
struct Taken {
    minutes: f64,
    /// Whose steps are looked at.
    is_theirs: fn(&Graph<'_>, Index) -> bool,
    /// Steps that are done and of which nobody knows how long they take.
    unknown: BTreeSet<Index>,
}

impl Taken {
    fn usually(graph: &Graph, is_theirs: fn(&Graph<'_>, Index) -> bool) -> Self {
        let mut taken = Self {
            minutes: 0.0,
            is_theirs,
            unknown: BTreeSet::new(),
        };
        for (node, _) in graph.steps().filter(|(node, _)| is_theirs(graph, *node)) {
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

    /// The minutes, where those of every step that is done are known.
    fn known(&self) -> Option<f64> {
        self.unknown.is_empty().then_some(self.minutes)
    }

    /// Counts a node as done so often instead of as often as usual.
    fn count(&mut self, graph: &Graph, node: Index, visits: f64) {
        if graph.step(node).is_none() || !(self.is_theirs)(graph, node) {
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

fn of_staff(graph: &Graph<'_>, node: Index) -> bool {
    graph.is_staff(node)
}

fn of_residents(graph: &Graph<'_>, node: Index) -> bool {
    graph.is_customers(node)
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

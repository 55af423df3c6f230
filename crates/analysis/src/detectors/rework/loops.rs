//! What comes back to be done again: the loops of a flow, how often they are gone through, and what each step of them
//! costs by that.
use std::collections::BTreeSet;

use crate::detectors::Detector;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};

/// What a return closes: everything from where it leads back to, to where it comes from.
pub(super) struct Loop {
    /// Where cases come back to.
    pub back_to: Index,
    /// Every node of it, in the document's order.
    pub nodes: BTreeSet<Index>,
    /// The part of the executions of `back_to` that come from going back: r, where 1/(1−r) executions a case are made
    /// of 1.
    pub share: f64,
    /// The last nodes from which a case may also leave it: where it is decided whether something goes back.
    pub senders: Vec<Index>,
    /// Nodes from which no way leads to the end but back through the loop: where it is corrected.
    corrections: BTreeSet<Index>,
}

/// Every loop of which is known how often it is gone through: not where nobody said how many cases leave it.
pub(super) fn loops(graph: &Graph) -> Vec<Loop> {
    let reach = graph.reach();
    let going_on = going_on(graph);
    let arrows = graph.arrows().iter().map(|arrow| (arrow.from, arrow.to));
    let returns: BTreeSet<(Index, Index)> = arrows
        .filter(|(from, to)| reach.is_return(*from, *to))
        .collect();
    let closed = |(from, back_to): (Index, Index)| {
        let share = repeated(graph, from, back_to).filter(|share| *share > 0.0)?;
        let nodes = reach.loop_of(from, back_to);
        let exits: Vec<Index> = nodes
            .iter()
            .copied()
            .filter(|node| going_on.contains(node))
            .filter(|node| graph.leaving(*node).any(|it| !nodes.contains(&it.to)))
            .collect();
        let is_last = |node: &Index| !exits.iter().any(|other| reach.is_before(*node, *other));
        exits
            .iter()
            .all(|node| is_shared_out(graph, *node))
            .then(|| Loop {
                back_to,
                share,
                corrections: nodes.difference(&going_on).copied().collect(),
                senders: exits.iter().copied().filter(is_last).collect(),
                nodes,
            })
    };
    returns.into_iter().filter_map(closed).collect()
}

impl Loop {
    /// What `detector` sees in it, claiming the repeats of the steps that it `spares`: what has to be done once need not
    /// be done twice.
    pub(super) fn finding(
        &self,
        detector: &dyn Detector,
        graph: &Graph,
        spares: impl Fn(Index) -> bool,
    ) -> Finding {
        let mut finding = Finding::at(detector, graph, self.nodes.iter().copied())
            .number("share", self.share)
            .naming(graph, "back_to", &[self.back_to])
            .naming(graph, "sent_back_by", &self.senders);
        let mut minutes = Some(0.0);
        let is_spared = |node: &Index| graph.step(*node).is_some() && spares(*node);
        for node in self.nodes.iter().copied().filter(is_spared) {
            // Who corrects does so only because of the return; all others would have come here once.
            let part = if self.is_correction(node) {
                1.0
            } else {
                self.share
            };
            let claim = Claim {
                minutes_share: part,
                wait_share: part,
                ..Claim::default()
            };
            finding = finding.claiming(graph, node, claim);
            minutes = minutes
                .zip(graph.minutes(node))
                .map(|(sum, own)| sum + part * graph.visit(node) * own);
        }
        finding.number_if_known("minutes_per_case", minutes)
    }

    /// Whether a node is there only because something went back.
    pub(super) fn is_correction(&self, node: Index) -> bool {
        self.corrections.contains(&node)
    }
}

/// The part of the executions of `to` that come from going back along the arrows from `from`.
fn repeated(graph: &Graph, from: Index, to: Index) -> Option<f64> {
    let again: f64 = graph
        .leaving(from)
        .filter(|arrow| arrow.to == to)
        .map(|arrow| arrow.share * graph.visit(from))
        .sum();
    let all = graph.visit(to);
    (all > 0.0).then(|| (again / all).min(1.0))
}

/// Nodes from which a case can come to the end without going back.
fn going_on(graph: &Graph) -> BTreeSet<Index> {
    let mut found: BTreeSet<Index> = graph.ends().collect();
    let mut open: Vec<Index> = found.iter().copied().collect();
    while let Some(node) = open.pop() {
        for arrow in graph.reaching(node) {
            let is_return = graph.reach().is_return(arrow.from, arrow.to);
            if !is_return && found.insert(arrow.from) {
                open.push(arrow.from);
            }
        }
    }
    found
}

/// Whether it is said how many cases take each way out of a node; one that is not said gets the rest.
fn is_shared_out(graph: &Graph, node: Index) -> bool {
    let ways = graph.leaving(node).filter(|arrow| !arrow.is_parallel());
    ways.filter(|arrow| arrow.edge.share.is_none()).count() < 2
}

//! What is not known yet about some steps, and which one more entry would let Kaizu find out most.
mod whole;

use kaizu_model::RecordId;

use crate::graph::{Graph, Index};
use crate::needs::{NEEDS, Need, PARTS};
use whole::{Whole, people, standard, volume};

/// What is known and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Gaps {
    /// What is asked for, part by part; only parts that count here.
    pub parts: Vec<Part>,
    /// What tells most when it is entered.
    pub most: Option<Gap>,
}

/// What is known of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What people know it as.
    pub name: &'static str,
    /// How many entries are there.
    pub known: usize,
    /// How many there could be.
    pub of: usize,
    /// The first one that is not there.
    pub first: Option<(RecordId, &'static str)>,
}

/// One entry that is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What is asked for.
    pub need: &'static Need,
    /// Of which steps it is not known, in the document's order; or the process.
    pub of: Vec<RecordId>,
    /// How much is told once it is known: each answer for each step.
    told: usize,
}

/// What is not known about the whole flow, its lanes and its process.
pub fn gaps_of_flow(graph: &Graph) -> Gaps {
    let steps: Vec<Index> = graph.steps().map(|(node, _)| node).collect();
    let mut gaps = gaps(graph, &steps);
    let volume = volume(graph, steps.len());
    gaps.parts.insert(0, volume.part());
    let others = [people(graph), standard(graph)];
    gaps.parts
        .extend(others.iter().map(Whole::part).filter(|it| it.of > 0));
    // Of two that tell as much, the earlier one.
    let steps = gaps.most.take();
    let all = others.into_iter().rev().map(Whole::gap);
    let all = all.chain(steps).chain([volume.gap()]);
    gaps.most = all.filter(|gap| gap.told > 0).max_by_key(|gap| gap.told);
    gaps
}

/// What is not known about `nodes`.
pub fn gaps(graph: &Graph, nodes: &[Index]) -> Gaps {
    let parts = PARTS.iter().map(|part| counted(graph, nodes, part));
    let open = NEEDS.iter().map(|need| open(graph, nodes, need));
    // Of two that tell as much, the earlier one.
    let most = open.rev().max_by_key(|gap| gap.told);
    Gaps {
        parts: parts.filter(|part| part.of > 0).collect(),
        most: most.filter(|gap| gap.told > 0),
    }
}

/// The steps of `nodes` of which `need` is not known.
fn open(graph: &Graph, nodes: &[Index], need: &'static Need) -> Gap {
    let is_open = |node: &&Index| {
        let step = graph.step(**node);
        need.is_about(graph, **node) && step.is_some_and(|step| !need.is_met(step))
    };
    let open = nodes.iter().filter(is_open);
    let of: Vec<RecordId> = open.map(|node| graph.id(*node).into()).collect();
    let told = need.answers.len() * of.len();
    Gap { need, of, told }
}

fn counted(graph: &Graph, nodes: &[Index], name: &'static str) -> Part {
    let mut counted = Part {
        name,
        known: 0,
        of: 0,
        first: None,
    };
    for node in nodes {
        let Some(step) = graph.step(*node) else {
            continue;
        };
        let mut seen: Vec<&str> = Vec::new();
        let asked = NEEDS
            .iter()
            .filter(|need| need.part == name && need.is_about(graph, *node));
        for need in asked {
            if seen.contains(&need.attribute) {
                continue;
            }
            seen.push(need.attribute);
            counted.of += 1;
            if need.is_met(step) {
                counted.known += 1;
            } else {
                counted.first = counted
                    .first
                    .or(Some((graph.id(*node).into(), need.attribute)));
            }
        }
    }
    counted
}

#[cfg(test)]
mod tests;

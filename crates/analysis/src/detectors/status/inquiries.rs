//! Residents who have to ask, and what the city does to answer them.
use std::collections::BTreeSet;

use kaizu_model::StepKind;

use crate::graph::{Graph, Index};

/// A question and all that is done to answer it.
pub(super) struct Inquiry {
    /// Where a resident asks.
    pub asked: Index,
    /// Where somebody takes the question, passes it on, looks it up and answers, in this order.
    pub answering: Vec<Index>,
}

impl Inquiry {
    /// The question and the answer.
    pub(super) fn steps(&self) -> impl Iterator<Item = Index> {
        std::iter::once(self.asked).chain(self.answering.iter().copied())
    }
}

/// Every question of residents. Who comes for advice (相談) does what the office is there for, and asks nothing.
pub(super) fn inquiries(graph: &Graph) -> Vec<Inquiry> {
    let mut seen = BTreeSet::new();
    let asks =
        |node: &Index| graph.is_customers(*node) && graph.kind(*node) == Some(StepKind::Inquire);
    let asked = graph.indices().filter(asks);
    asked
        .map(|asked| Inquiry {
            asked,
            answering: answering(graph, asked, &mut seen),
        })
        .collect()
}

/// What the city's side does next, as long as it is about the question; what answers another one already is left out.
fn answering(graph: &Graph, asked: Index, seen: &mut BTreeSet<Index>) -> Vec<Index> {
    let mut found = Vec::new();
    let mut open = vec![asked];
    while let Some(node) = open.pop() {
        for (next, _) in graph.next_steps(node) {
            if is_answering(graph, next) && seen.insert(next) {
                found.push(next);
                open.push(next);
            }
        }
    }
    found
}

fn is_answering(graph: &Graph, node: Index) -> bool {
    let is_about_it = matches!(graph.kind(node), Some(StepKind::Inquire | StepKind::Query));
    is_about_it && graph.is_staff(node)
}

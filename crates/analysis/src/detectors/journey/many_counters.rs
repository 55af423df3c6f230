//! A resident who is sent from counter to counter.
//!
//! ## Why it is waste
//! At each counter they queue, prove who they are and tell the same again, because the city is divided and not the
//! matter. A desk that only shows the way does not count.
//!
//! ## Flagged
//! ```flow
//! 住民: 異動届を書く 10分 [記入 紙→紙]
//!   接点: 対面
//! 市民課: 届出を受け取る 5分 [受領 紙→紙]
//! 住民: 国保の窓口で待つ 4分 [待機 待ち0.4時間]
//!   接点: 対面
//! 国保年金課: 届出を受け取る 4分 [受領 紙→紙]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 異動届を書く 10分 [記入 紙→紙]
//!   接点: 対面
//! 市民課: 届出を受け取る 5分 [受領 紙→紙]
//! 国保年金課: 届出の写しを受け取る 4分 [受領 紙→紙]
//! ```
//!
//! ## What to do
//! Receive everything at one counter and let the sections work behind it at the same time.
//!
//! ## Also
//! W02
use std::collections::BTreeSet;

use kaizu_model::{Contact, StepKind};

use super::super::Detector;
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};

/// Sees visits in person to two sections or more.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "many-counters"
    }

    fn code(&self) -> &'static str {
        "J01"
    }

    fn source(&self) -> &'static str {
        include_str!("many_counters.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12"]
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let visits: Vec<(Index, &str)> = graph
            .steps()
            .filter(|(node, step)| {
                graph.is_customers(*node) && step.contact == Some(Contact::InPerson)
            })
            .filter_map(|(node, _)| {
                counter(graph, node).map(|counter| (node, graph.section(counter)))
            })
            .collect();
        let mut sections: Vec<&str> = Vec::new();
        for (_, section) in &visits {
            if !sections.contains(section) {
                sections.push(section);
            }
        }
        let Some(first) = sections.first().copied().filter(|_| sections.len() > 1) else {
            return;
        };
        let mut finding = Finding::at(self, graph, visits.iter().map(|(node, _)| *node))
            .number("counters", sections.len() as f64)
            .names("sections", sections.iter().copied());
        for (node, _) in visits.iter().filter(|(_, section)| *section != first) {
            let claim = if graph.kind(*node) == Some(StepKind::Wait) {
                Claim::WHOLE
            } else {
                Claim::WAIT
            };
            finding = finding.claiming(graph, *node, claim);
        }
        found.push(finding);
    }
}

/// The first step of the city that a resident meets from `node` on before they leave; `None` where it only shows the
/// way.
fn counter(graph: &Graph, node: Index) -> Option<Index> {
    let mut seen = BTreeSet::from([node]);
    let mut at = node;
    loop {
        let (next, _) = graph
            .next_steps(at)
            .into_iter()
            .find(|(next, _)| seen.insert(*next))?;
        if graph.is_staff(next) {
            return (graph.kind(next) != Some(StepKind::Consult)).then_some(next);
        }
        let contact = graph.step(next).and_then(|step| step.contact);
        if !matches!(contact, Some(Contact::InPerson) | None) {
            return None;
        }
        at = next;
    }
}

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
//! J06, W02

use kaizu_model::StepKind;

use super::super::{DetectAcross, Detector, Waste};
use super::counter::{met, spared, visited};
use crate::across::Group;
use crate::finding::Finding;
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

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let visits = visits(graph);
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
            finding = finding.claiming(graph, *node, spared(graph, *node));
        }
        found.push(finding);
    }

    fn across(&self) -> Option<&dyn DetectAcross> {
        Some(self)
    }
}

impl DetectAcross for Rule {
    /// What one event in a life makes people visit: each process may have a single counter, and all of them several.
    fn detect_across(&self, group: &Group, found: &mut Vec<Finding>) {
        if group.event.is_none() {
            return;
        }
        let mut sections: Vec<&str> = Vec::new();
        let mut parts = Vec::new();
        for graph in &group.graphs {
            let visits = visits(graph);
            let Some((first, _)) = visits.first() else {
                continue;
            };
            let mut part = Finding::at(self, graph, visits.iter().map(|(node, _)| *node));
            for (node, section) in &visits {
                let is_new = !sections.contains(section);
                if is_new {
                    sections.push(section);
                }
                // Within a flow, what comes after the first counter is claimed there already.
                if node == first && is_new && sections.len() > 1 {
                    part = part.claiming(graph, *node, spared(graph, *node));
                }
            }
            parts.push(part);
        }
        if parts.len() > 1 && sections.len() > 1 {
            let whole = parts.into_iter().reduce(Finding::and);
            found.extend(whole.map(|it| {
                it.number("counters", sections.len() as f64)
                    .names("sections", sections)
            }));
        }
    }
}

/// Where residents go in person to have something done, with the section that they meet.
fn visits<'a>(graph: &Graph<'a>) -> Vec<(Index, &'a str)> {
    visited(graph)
        .filter_map(|node| met(graph, node).map(|desk| (node, desk)))
        .filter(|(_, desk)| graph.kind(*desk) != Some(StepKind::Consult))
        .map(|(node, desk)| (node, graph.section(desk)))
        .collect()
}

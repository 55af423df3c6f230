//! Several flows of one project looked at together: what a resident meets in one event of their life, and what sections
//! do alike.
use kaizu_model::{Cancel, Document, FlowId, ProcessId, Refusal, Variant, folded};

use crate::avoidable::Avoidable;
use crate::detectors::all;
use crate::finding::Finding;
use crate::graph::Graph;
use crate::weigh::weigh_across;

/// Flows that belong together.
pub struct Group<'a> {
    /// The event in a life that sets them off; `None` where they only share a project.
    pub event: Option<String>,
    /// Today's flow of each process, in the order in which a resident meets them.
    pub graphs: Vec<Graph<'a>>,
}

/// What is seen of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// The event in a life, where there is one.
    pub event: Option<String>,
    /// The flows, in the order in which a resident meets them.
    pub flows: Vec<FlowId>,
    /// What is seen, weighed.
    pub findings: Vec<Finding>,
    /// What could be avoided altogether, a step once.
    pub avoidable: Avoidable,
}

/// What is seen in every group of two processes or more: each event of a life, then the whole project.
///
/// Stops early, with what it has, when cancelled.
pub fn find_across(document: &Document, cancel: &Cancel) -> Result<Vec<Across>, Refusal> {
    let mut seen = Vec::new();
    for (event, flows) in groups(document) {
        let graphs = flows.iter().map(|flow| Graph::of(document, *flow));
        let group = Group {
            event,
            graphs: graphs.collect::<Result<_, _>>()?,
        };
        let mut findings = Vec::new();
        for detector in all().iter().filter_map(|it| it.across()) {
            if cancel.is_cancelled() {
                return Ok(seen);
            }
            detector.detect_across(&group, &mut findings);
        }
        let avoidable = weigh_across(&group.graphs, &mut findings);
        seen.push(Across {
            event: group.event,
            flows,
            findings,
            avoidable,
        });
    }
    Ok(seen)
}

/// Events with two processes or more, in the order of their names, and the project where it has as many.
fn groups(document: &Document) -> Vec<(Option<String>, Vec<FlowId>)> {
    let mut events: Vec<(String, Vec<ProcessId>)> = Vec::new();
    let mut put = |name: &str, process: ProcessId| {
        let name = name.trim();
        let known = events
            .iter_mut()
            .find(|(own, _)| folded(own) == folded(name));
        match known {
            Some((_, processes)) if processes.contains(&process) => {}
            Some((_, processes)) => processes.push(process),
            None => events.push((name.to_owned(), vec![process])),
        }
    };
    // Where the order is recorded, it counts.
    for (_, event) in document.life_events() {
        for process in &event.processes {
            put(&event.name, *process);
        }
    }
    for (id, process) in document.processes() {
        if let Some(event) = process
            .life_event
            .as_deref()
            .filter(|it| !it.trim().is_empty())
        {
            put(event, id);
        }
    }
    events.sort_by(|(a, _), (b, _)| a.cmp(b));
    let whole = document.processes().map(|(id, _)| id).collect();
    let events = events
        .into_iter()
        .map(|(name, processes)| (Some(name), processes));
    events
        .chain([(None, whole)])
        .map(|(name, processes)| (name, today(document, &processes)))
        .filter(|(_, flows)| flows.len() > 1)
        .collect()
}

/// Today's flow of each process; that which was drawn first, where it has several.
fn today(document: &Document, processes: &[ProcessId]) -> Vec<FlowId> {
    let of = |process: &ProcessId| {
        let mut flows = document.flows_of(*process).into_iter();
        flows.find(|(_, flow)| flow.variant == Variant::AsIs)
    };
    processes.iter().filter_map(of).map(|(id, _)| id).collect()
}

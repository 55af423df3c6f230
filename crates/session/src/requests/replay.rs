//! What happens to the cases of a flow, one after the other, so that a window can show it again.
use std::collections::BTreeMap;

use kaizu_analysis::Graph;
use kaizu_model::{Cancel, FlowId, NodeId, RecordId};
use kaizu_simulate::{Arrivals, Entry, Passage, Plan, Trace, trace};
use serde::Serialize;
use ts_rs::TS;

use super::simulate::{FIRST_DAY, unplayable};
use super::trial::Levers;
use crate::{Problem, Session};

/// As many cases are enough to look at.
const MOST_CASES: u64 = 2_000;

/// As few are shown however seldom they come.
const LEAST_CASES: u64 = 20;

/// About so many hours of a year an office is open.
const HOURS_A_YEAR: f64 = 1_900.0;

/// As much happens in what is shown: a few megabytes on the way to the window.
const MOST_ENTRIES: usize = 300_000;

/// What happened, number by number: as many of each, in the order in which it happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct ReplayTrace {
    /// Seconds of the clock after the first midnight.
    #[ts(type = "Array<number>")]
    pub at: Vec<u64>,
    /// What: a case 0 comes, 1 is handed on along an arrow, 2 comes to a step, 3 is worked on, 4 leaves a step, 5 ends.
    pub what: Vec<u8>,
    /// To the how many-th case.
    pub case: Vec<u32>,
    /// Along or at which of `records`; the first where it is none.
    pub record: Vec<u32>,
    /// Arrows and steps.
    pub records: Vec<RecordId>,
    /// What each of `records` is called; arrows have no names.
    pub names: Vec<String>,
    /// From which node each arrow leads to which.
    #[ts(type = "{ [arrow: string]: [RecordId, RecordId] }")]
    pub ends: BTreeMap<RecordId, (RecordId, RecordId)>,
    /// More happened than is shown.
    pub is_cut: bool,
    /// When the office is open, in seconds of the clock after the first midnight.
    #[ts(type = "Array<[number, number]>")]
    pub openings: Vec<(u64, u64)>,
}

/// What happens to the cases of `flow` as `levers` have it.
pub(crate) fn traced(
    session: &Session,
    flow: FlowId,
    levers: &Levers,
    cancel: &Cancel,
) -> Result<ReplayTrace, Problem> {
    let graph = Graph::of(session.document(), flow).map_err(|refusal| session.refused(&refusal))?;
    let plan = plan(&graph, levers);
    let traced = trace(session.document(), flow, &plan, MOST_ENTRIES, cancel);
    let traced = traced.map_err(|reason| unplayable(session, flow, &reason))?;
    Ok(told(&graph, &traced))
}

fn plan(graph: &Graph, levers: &Levers) -> Plan {
    let _ = levers;
    let mut plan = Plan::usual(graph, FIRST_DAY);
    let all = match &plan.arrivals {
        Arrivals::Waves(waves) => waves.iter().map(|wave| wave.cases).sum(),
        Arrivals::Alone
        | Arrivals::Random { .. }
        | Arrivals::Even { .. }
        | Arrivals::Seasons(_) => plan.cases,
    };
    plan.with_cases(all.min(MOST_CASES).min(within_a_year(&plan.arrivals)));
    plan
}

/// About so many cases come within a year: nobody looks on for longer.
fn within_a_year(arrivals: &Arrivals) -> u64 {
    let cases = match arrivals {
        Arrivals::Random { per_hour } | Arrivals::Even { per_hour } => per_hour * HOURS_A_YEAR,
        Arrivals::Seasons(seasons) => {
            seasons.per_year + seasons.peak.map_or(0.0, |peak| peak.cases)
        }
        Arrivals::Alone | Arrivals::Waves(_) => f64::INFINITY,
    };
    (cases as u64).max(LEAST_CASES)
}

/// A trace as a window gets it.
fn told(graph: &Graph, trace: &Trace) -> ReplayTrace {
    let mut told = ReplayTrace {
        is_cut: trace.is_cut,
        openings: trace
            .openings
            .iter()
            .map(|it| (seconds(it.from), seconds(it.to)))
            .collect(),
        ..ReplayTrace::default()
    };
    let mut numbers = BTreeMap::new();
    for Entry { at, case, what } in &trace.entries {
        let (code, record) = code(*what);
        let number = record.map_or(0, |record| {
            *numbers.entry(record).or_insert_with(|| {
                told.records.push(record);
                told.records.len() as u32 - 1
            })
        });
        told.at.push(seconds(*at));
        told.what.push(code);
        told.case.push(*case as u32);
        told.record.push(number);
    }
    let edges = graph.document.edges_of(graph.flow);
    told.ends = edges
        .map(|(id, edge)| (id.into(), (edge.from.into(), edge.to.into())))
        .collect();
    told.names = told
        .records
        .iter()
        .map(|record| name(graph, *record))
        .collect();
    told
}

fn name(graph: &Graph, record: RecordId) -> String {
    let node = NodeId::try_from(record).ok();
    let node = node.and_then(|node| graph.document.node(node).ok());
    node.map(|node| node.name.to_owned()).unwrap_or_default()
}

/// The number for what happened, and along or at what it did.
fn code(what: Passage) -> (u8, Option<RecordId>) {
    match what {
        Passage::Comes => (0, None),
        Passage::Goes(edge) => (1, Some(edge.into())),
        Passage::Reaches(node) => (2, Some(node.into())),
        Passage::Begins(node) => (3, Some(node.into())),
        Passage::Leaves(node) => (4, Some(node.into())),
        Passage::Ends => (5, None),
    }
}

fn seconds(minutes: f64) -> u64 {
    (minutes * 60.0).round() as u64
}

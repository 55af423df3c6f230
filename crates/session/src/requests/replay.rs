//! What happens to the cases of a flow, one after the other, so that a window can show it again.
use std::collections::BTreeMap;

use kaizu_analysis::Graph;
use kaizu_model::{Cancel, FlowId, NodeId, RecordId};
use kaizu_simulate::{Arrivals, Entry, Passage, Plan, Trace, trace};
use serde::Serialize;
use ts_rs::TS;

use super::simulate::unplayable;
use super::trial::{Levers, plan, turned};
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
    let document = turned(session.document(), flow, levers);
    let graph = Graph::of(&document, flow).map_err(|refusal| session.refused(&refusal))?;
    let mut plan = plan(&graph, levers);
    shorten(&mut plan);
    let traced = trace(&document, flow, &plan, MOST_ENTRIES, cancel);
    let traced = traced.map_err(|reason| unplayable(session, flow, &reason))?;
    Ok(told(&graph, &traced))
}

/// Leaves out what nobody looks at for so long. A rush stays as large as it is.
fn shorten(plan: &mut Plan) {
    let most = match &plan.arrivals {
        Arrivals::Waves(_) => return,
        Arrivals::Random { per_hour } | Arrivals::Even { per_hour } => per_hour * HOURS_A_YEAR,
        Arrivals::Seasons(seasons) => {
            seasons.per_year + seasons.peak.map_or(0.0, |peak| peak.cases)
        }
        Arrivals::Alone => HOURS_A_YEAR,
    };
    let most = (most as u64).clamp(LEAST_CASES, MOST_CASES);
    plan.with_cases(plan.cases.min(most));
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

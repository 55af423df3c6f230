//! Flows played through time for a search: briefly, all of them as one plan says and with the same chances, so that what
//! differs is the flows.
use std::cell::Cell;

use kaizu_analysis::{Demand, Graph, Metrics, demand, loads};
use kaizu_model::{Cancel, Document, FlowId, Outcome, Progress};
use kaizu_simulate::{Arrivals, FIRST_DAY, Plan, Replications, WarmUp, run};

use crate::effect::is_any_worse;

/// As often.
const REPLICATIONS: u32 = 4;

/// Steps that all cases of one replication do, about: enough to tell flows apart, and done in a moment.
const STEPS: f64 = 1_200.0;

/// Fewer cases than this say nothing.
const LEAST_CASES: f64 = 100.0;

/// This part of the cases fills the office up.
const FILLING: u64 = 5;

/// Changes that are weighed so in one search at most.
const MOST_WEIGHED: u32 = 6;

/// What became of today's flow and of the better one, both under one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// Of today's flow.
    pub before: Outcome,
    /// Of the better one.
    pub after: Outcome,
}

/// What a search plays.
pub(crate) struct Rehearsal {
    plan: Plan,
    cancel: Cancel,
    /// What became of today's flow.
    pub(crate) before: Outcome,
    /// How many changes may still be weighed.
    left: Cell<u32>,
}

impl Rehearsal {
    /// Of what could become of `as_is`. `None` where it is not known of anybody how many they are and how much comes to them,
    /// or the flow cannot be played.
    pub(crate) fn of(as_is: &Graph, cancel: &Cancel) -> Option<Self> {
        let demand = demand(as_is);
        let is_known = loads(as_is)
            .iter()
            .any(|it| it.utilisation(1.0).is_some_and(|part| part > 0.0));
        let comes = demand.normal.or(demand.peak.map(|it| it.cases_per_hour));
        let plan = brief(as_is, demand, comes.filter(|_| is_known)?);
        let before = played(as_is.document, as_is.flow, &plan, cancel)?;
        Some(Self {
            plan,
            cancel: cancel.clone(),
            before,
            left: Cell::new(MOST_WEIGHED),
        })
    }

    /// What becomes of a flow. `None` where it cannot be played, or somebody stopped it.
    pub(crate) fn play(&self, document: &Document, flow: FlowId) -> Option<Outcome> {
        played(document, flow, &self.plan, &self.cancel)
    }

    /// The figures of a flow before and after a change with the lead times that were seen. `None` where nothing gets worse, so
    /// that it does not count how long cases really wait for people, and once that was asked often enough.
    pub(crate) fn timed(
        &self,
        (was, is): &(Metrics, Metrics),
        before: &Graph,
        after: &Graph,
    ) -> Option<(Metrics, Metrics)> {
        if !is_any_worse(was, is) {
            return None;
        }
        self.left.set(self.left.get().checked_sub(1)?);
        let timed = |figures: &Metrics, graph: &Graph| {
            let lead = self.play(graph.document, graph.flow)?.lead_hours.mean;
            Some(Metrics {
                lead_working_hours: Some(lead),
                ..figures.clone()
            })
        };
        Some((timed(was, before)?, timed(is, after)?))
    }
}

fn played(document: &Document, flow: FlowId, plan: &Plan, cancel: &Cancel) -> Option<Outcome> {
    run(document, flow, plan, &Progress::of(cancel)).ok()
}

/// The usual season of the usual plan, for a moment.
fn brief(as_is: &Graph, demand: Demand, comes: f64) -> Plan {
    let mut plan = Plan::usual(as_is, FIRST_DAY);
    let usual = demand.normal.filter(|rate| *rate > 0.0);
    if matches!(plan.arrivals, Arrivals::Seasons(_)) {
        // So few cases never come to a season that is another.
        plan.arrivals = Arrivals::Random {
            per_hour: usual.unwrap_or(comes),
        };
    }
    let steps: f64 = as_is.steps().map(|(n, _)| as_is.visit(n)).sum();
    let cases = (STEPS / steps.max(1.0)).max(LEAST_CASES) as u64;
    plan.with_cases(cases.min(plan.cases));
    plan.warm_up = if matches!(plan.arrivals, Arrivals::Waves(_)) {
        WarmUp::Cases(0)
    } else {
        WarmUp::Cases(plan.cases / FILLING)
    };
    plan.replications = Replications::Exactly(REPLICATIONS);
    plan
}

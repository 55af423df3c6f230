//! The figures of a flow, per case, as the interchange form defines them. A figure whose inputs are unknown is `None`.
use kaizu_model::{Contact, Medium, StepKind};
use serde::Serialize;
use ts_rs::TS;

use crate::graph::{Graph, Index};
use crate::lead::lead;

/// The figures of one flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Metrics {
    /// Minutes of everyone but residents and businesses.
    pub staff_min_per_case: Option<f64>,
    /// Minutes of residents and businesses.
    pub resident_min_per_case: Option<f64>,
    /// Expected time from start to end, in office hours.
    pub lead_working_hours: Option<f64>,
    /// Passages from a step to a step of another lane.
    pub handoffs: Option<f64>,
    /// Steps whose two media are known and differ.
    pub media_changes: Option<f64>,
    /// Steps that copy what exists elsewhere.
    pub transcriptions: Option<f64>,
    /// Checks by the city.
    pub checks: Option<f64>,
    /// Seals and approvals.
    pub seals_approvals: Option<f64>,
    /// Staff time of all cases of a year, in hours.
    pub staff_hours_per_year: Option<f64>,
    /// Sheets of paper.
    pub sheets_per_case: Option<f64>,
    /// How often a resident has to come.
    pub resident_visits_per_case: Option<f64>,
    /// The part of the lead time in which somebody works.
    pub cycle_time_efficiency: Option<f64>,
    /// Staff minutes by stage: paper, image or file, structured, automatic.
    pub dx_stage_shares: Option<[f64; 4]>,
}

impl Metrics {
    /// The names of the plain figures, as the interchange form spells them.
    pub fn names() -> &'static [&'static str] {
        &[
            "staff_min_per_case",
            "resident_min_per_case",
            "lead_working_hours",
            "handoffs",
            "media_changes",
            "transcriptions",
            "checks",
            "seals_approvals",
            "staff_hours_per_year",
            "sheets_per_case",
            "resident_visits_per_case",
            "cycle_time_efficiency",
        ]
    }

    /// The plain figures, in the order of [`Metrics::names`].
    pub fn values(&self) -> [Option<f64>; 12] {
        [
            self.staff_min_per_case,
            self.resident_min_per_case,
            self.lead_working_hours,
            self.handoffs,
            self.media_changes,
            self.transcriptions,
            self.checks,
            self.seals_approvals,
            self.staff_hours_per_year,
            self.sheets_per_case,
            self.resident_visits_per_case,
            self.cycle_time_efficiency,
        ]
    }
}

/// The figures of `graph`, rounded as they are printed: hours a year to one decimal, all others to three.
pub fn metrics(graph: &Graph) -> Metrics {
    let exact = exact(graph);
    Metrics {
        staff_min_per_case: exact.staff_min_per_case.map(thousandths),
        resident_min_per_case: exact.resident_min_per_case.map(thousandths),
        lead_working_hours: exact.lead_working_hours.map(thousandths),
        handoffs: exact.handoffs.map(thousandths),
        media_changes: exact.media_changes.map(thousandths),
        transcriptions: exact.transcriptions.map(thousandths),
        checks: exact.checks.map(thousandths),
        seals_approvals: exact.seals_approvals.map(thousandths),
        staff_hours_per_year: exact
            .staff_hours_per_year
            .map(|hours| (hours * 10.0).round() / 10.0),
        sheets_per_case: exact.sheets_per_case.map(thousandths),
        resident_visits_per_case: exact.resident_visits_per_case.map(thousandths),
        cycle_time_efficiency: exact.cycle_time_efficiency.map(thousandths),
        dx_stage_shares: exact.dx_stage_shares.map(|shares| shares.map(thousandths)),
    }
}

/// The figures of `graph` before rounding, for those who calculate on.
pub fn exact(graph: &Graph) -> Metrics {
    graph.figures().clone()
}

/// The same, for the one time that they are worked out.
pub(crate) fn worked_out(graph: &Graph) -> Metrics {
    if graph.visits().is_none() {
        return Metrics::default();
    }
    let staff = minutes_where(graph, &|n| graph.is_staff(n));
    let all = lead_hours(graph);
    Metrics {
        staff_min_per_case: staff,
        resident_min_per_case: minutes_where(graph, &|n| graph.is_customers(n)),
        lead_working_hours: all,
        handoffs: Some(handoffs(graph)),
        media_changes: Some(count(graph, &|n| has_media_change(graph, n))),
        transcriptions: Some(count(graph, &|n| {
            graph.kind(n) == Some(StepKind::Transcribe)
        })),
        checks: Some(count(graph, &|n| {
            graph.kind(n) == Some(StepKind::Check) && graph.is_staff(n)
        })),
        seals_approvals: Some(count(graph, &|n| {
            matches!(graph.kind(n), Some(StepKind::Seal | StepKind::Approve))
        })),
        staff_hours_per_year: staff
            .zip(graph.volume())
            .map(|(minutes, volume)| minutes * volume / 60.0),
        sheets_per_case: Some(
            graph
                .steps()
                .map(|(n, _)| graph.visit(n) * sheets(graph, n))
                .sum(),
        ),
        resident_visits_per_case: resident_visits(graph),
        cycle_time_efficiency: all
            .filter(|hours| *hours > 0.0)
            .and_then(|hours| touch_hours(graph).map(|touch| touch / hours)),
        dx_stage_shares: stage_shares(graph),
    }
}

fn thousandths(number: f64) -> f64 {
    // A sum of nothing is −0, which nobody wants to read.
    (number * 1000.0).round() / 1000.0 + 0.0
}

fn count(graph: &Graph, counts: &dyn Fn(Index) -> bool) -> f64 {
    graph
        .steps()
        .map(|(n, _)| n)
        .filter(|n| counts(*n))
        .map(|n| graph.visit(n))
        .sum()
}

/// Minutes a case over the steps of some lanes; unknown as soon as one that is executed is unknown.
pub(crate) fn minutes_where(graph: &Graph, counts: &dyn Fn(Index) -> bool) -> Option<f64> {
    let executed = graph
        .steps()
        .map(|(n, _)| n)
        .filter(|n| counts(*n) && graph.visit(*n) > 0.0);
    executed
        .map(|n| graph.minutes(n).map(|minutes| minutes * graph.visit(n)))
        .sum()
}

/// Expected office hours from start to end, waiting included; unknown as soon as those of an executed step are.
pub(crate) fn lead_hours(graph: &Graph) -> Option<f64> {
    expected_hours(graph, &|n| Some(graph.wait(n)? + touch(graph, n)?))
}

/// Expected hours from start to end in which somebody works.
pub(crate) fn touch_hours(graph: &Graph) -> Option<f64> {
    expected_hours(graph, &|n| touch(graph, n))
}

/// The hours that the work of a step takes, where known.
fn touch(graph: &Graph, node: Index) -> Option<f64> {
    let minutes = graph.step(node)?.minutes?;
    Some(minutes.get() / 60.0)
}

fn expected_hours(graph: &Graph, hours: &dyn Fn(Index) -> Option<f64>) -> Option<f64> {
    graph.visits()?;
    let mut known = vec![0.0; graph.len()];
    for (n, _) in graph.steps().filter(|(n, _)| graph.visit(*n) > 0.0) {
        known[n] = hours(n)?;
    }
    lead(graph, &|n| known[n])
}

/// Passages between lanes, gateways skipped.
fn handoffs(graph: &Graph) -> f64 {
    let passages = graph.steps().flat_map(|(n, step)| {
        graph
            .next_steps(n)
            .into_iter()
            .map(move |(next, share)| (n, step, next, share))
    });
    passages
        .filter(|(_, step, next, _)| graph.step(*next).is_some_and(|next| next.lane != step.lane))
        .map(|(n, _, _, share)| graph.visit(n) * share)
        .sum()
}

/// Whether both media of a step are known and differ.
pub(crate) fn has_media_change(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.medium_in
            .zip(step.medium_out)
            .is_some_and(|(taken, made)| taken != made)
    })
}

/// Sheets of one execution: as given, else one for each print and copy.
pub(crate) fn sheets(graph: &Graph, node: Index) -> f64 {
    graph
        .step(node)
        .map_or(0.0, |step| match (step.sheets, step.kind) {
            (Some(sheets), _) => sheets.get(),
            (None, Some(StepKind::Print | StepKind::Copy)) => 1.0,
            (None, _) => 0.0,
        })
}

/// Visits in person; unknown where no resident's step says how it meets the city.
fn resident_visits(graph: &Graph) -> Option<f64> {
    let own: Vec<Index> = graph
        .steps()
        .map(|(n, _)| n)
        .filter(|n| graph.is_customers(*n))
        .collect();
    let contact = |n: &Index| graph.step(*n).and_then(|step| step.contact);
    if !own.is_empty() && own.iter().all(|n| contact(n).is_none()) {
        return None;
    }
    Some(
        own.iter()
            .filter(|n| contact(n) == Some(Contact::InPerson))
            .map(|n| graph.visit(*n))
            .sum(),
    )
}

/// How far a step is from paper: 0 paper or voice, 1 image or file, 2 structured, 3 automatic.
pub fn dx_stage(graph: &Graph, node: Index) -> usize {
    let Some(step) = graph.step(node) else {
        return 0;
    };
    if step.kind == Some(StepKind::Automatic)
        || graph.lane_kind(node) == Some(kaizu_model::LaneKind::System)
    {
        return 3;
    }
    match step.medium_out.or(step.medium_in) {
        Some(Medium::Electronic | Medium::System) => 2,
        Some(Medium::Excel | Medium::Mail | Medium::Disk) => 1,
        Some(Medium::Paper | Medium::Fax | Medium::Phone | Medium::Voice | Medium::Cash) | None => {
            0
        }
    }
}

fn stage_shares(graph: &Graph) -> Option<[f64; 4]> {
    let total = minutes_where(graph, &|n| graph.is_staff(n)).filter(|minutes| *minutes > 0.0)?;
    let mut shares = [0.0; 4];
    for (n, _) in graph.steps().filter(|(n, _)| graph.is_staff(*n)) {
        shares[dx_stage(graph, n)] += graph.minutes(n).unwrap_or(0.0) * graph.visit(n) / total;
    }
    Some(shares)
}

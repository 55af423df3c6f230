//! How long the city has a case in hand: the time that a standard period (標準処理期間) limits.
use kaizu_model::WaitCause;

use crate::demand::hours_a_day;
use crate::graph::{Graph, Index};
use crate::lead::lead;

/// A standard period is kept where no greater part of the cases takes longer.
pub const LATE: f64 = 0.05;

/// Office days from the start of a case to its end on average, without the applicant's own time and without waiting for other
/// parties; what is unknown counts as nothing. `None` where a loop never ends or a fork returns into itself.
pub fn processing_days(graph: &Graph) -> Option<f64> {
    *graph
        .answers
        .processing_days
        .get_or_init(|| worked_out(graph))
}

fn worked_out(graph: &Graph) -> Option<f64> {
    let wait = |n: Index| {
        graph
            .wait(n)
            .filter(|_| is_own_wait(graph, n))
            .unwrap_or(0.0)
    };
    let hours = lead(graph, &|n| {
        let minutes = graph.step(n).and_then(|step| step.minutes);
        let work = minutes.filter(|_| graph.is_staff(n));
        wait(n) + work.map_or(0.0, |minutes| minutes.get() / 60.0)
    });
    hours.map(|hours| hours / hours_a_day(graph.document))
}

/// Whether the wait before a step is the city's own.
pub(crate) fn is_own_wait(graph: &Graph, node: Index) -> bool {
    let cause = graph.step(node).and_then(|step| step.wait_cause);
    graph.is_staff(node) && cause != Some(WaitCause::OtherParty)
}

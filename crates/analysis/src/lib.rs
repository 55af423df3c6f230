//! Finds waste in a process. Reads documents, changes nothing.
//!
//! In reading order: the graph of a flow, how often and how long, its figures, what is protected, what a finding is,
//! and the detectors.
mod accesses;
mod across;
mod answers;
mod arrows;
mod assumed;
mod avoidable;
mod backcast;
mod breakdown;
mod carriers;
mod channel;
mod controls;
mod demand;
mod descent;
mod detectors;
mod doers;
pub mod erlang;
mod finding;
mod following;
mod gaps;
mod graph;
mod guards;
mod header;
mod knots;
mod lead;
mod littles;
mod load;
mod metrics;
mod needs;
mod parties;
mod passing;
mod processing;
mod ranges;
mod reach;
mod reasons;
mod rechecks;
mod rejects;
mod rekeying;
mod residual;
mod rounds;
mod routes;
mod rows;
mod sections;
mod soundness;
mod stretches;
mod templates;
mod visits;
mod wages;
mod weigh;
mod weighing;
mod yearly;

pub use across::{Across, Group, find_across};
pub use assumed::{ASSUMED, Assumed};
pub use avoidable::{Avoidable, union};
pub use backcast::{Backcast, backcast};
pub use breakdown::{Breakdown, Parts, Taken, breakdown};
pub use carriers::{Carrier, Origin, copies_before, is_document_system, read_from, written_to};
pub use channel::{Channels, channels, longest_for_residents, slope};
pub use controls::{Controls, check_coverage, checks, controls, is_checking, is_only_check};
pub use demand::{Demand, Peak, days_between, demand, hours_a_day, hours_a_year};
pub use detectors::{DetectAcross, Detector, Gravity, Theme, Waste, all};
pub use finding::{Claim, Fact, Finding};
pub use gaps::{Gap, Gaps, Part, gaps, gaps_of_flow};
pub use graph::{Arrow, Graph, Index};
pub use guards::{Guard, is_accounting_examination, protected, protection};
pub use header::Header;
pub use littles::{APART, cases_in_hand, hours_by_backlog, in_hand};
pub use load::{BUSY, Load, loads};
pub use metrics::{Metrics, dx_stage, exact, metrics};
pub use needs::Need;
pub use processing::{LATE, processing_days};
pub use ranges::{ESTIMATE, Range, Ranges, Uncertain, measure_first, minutes_of, ranges};
pub use reach::Reach;
pub use reasons::exists_because;
pub use rejects::{Rejects, parting, rejects};
pub use rekeying::{Held, Keying, keying};
pub use residual::{Rates, Residual, escaping, residual_errors};
pub use routes::{Onward, Route, come_to, routes};
pub use soundness::{Soundness, soundness};
pub use templates::{TEMPLATES, Template};
pub use wages::{LaneYear, hourly_wage};
pub use weighing::{WEIGHTS, Weighing};
pub use yearly::{Yearly, payback_years, yearly};

use kaizu_model::{Cancel, Document, FlowId, Outcome, Refusal};

/// Everything that every detector sees in `flow`, weighed, in the order of the catalogue. What is a matter of time and chance
/// is seen in `outcome`, where the flow was played.
///
/// Stops early, with what it has, when cancelled.
pub fn find(
    document: &Document,
    flow: FlowId,
    outcome: Option<&Outcome>,
    cancel: &Cancel,
) -> Result<Vec<Finding>, Refusal> {
    let graph = Graph::of(document, flow)?.with_outcome(outcome);
    Ok(find_in(&graph, cancel))
}

/// Like [`find`], for who has the graph already, with its outcome where there is one.
pub fn find_in(graph: &Graph, cancel: &Cancel) -> Vec<Finding> {
    let mut found = Vec::new();
    for detector in all() {
        if cancel.is_cancelled() {
            break;
        }
        detector.detect(graph, &mut found);
    }
    weigh::weigh(graph, &mut found);
    found
}

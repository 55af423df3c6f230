//! Finds waste in a process. Reads documents, changes nothing.
//!
//! In reading order: the graph of a flow, how often and how long, its figures, what is protected, what a finding is,
//! and the detectors.
mod accesses;
mod carriers;
mod channel;
mod controls;
mod detectors;
mod doers;
mod finding;
mod following;
mod gaps;
mod graph;
mod guards;
mod lead;
mod metrics;
mod needs;
mod passing;
mod reach;
mod reasons;
mod rechecks;
mod rekeying;
mod rounds;
mod rows;
mod soundness;
mod templates;
mod visits;
mod weigh;

pub use carriers::{Carrier, Origin, copies_before, read_from, written_to};
pub use channel::{Channels, channels, slope};
pub use controls::{Controls, check_coverage, checks, controls, is_checking, is_only_check};
pub use detectors::{Detector, Gravity, Theme, Waste, all};
pub use finding::{Avoidable, Claim, Fact, Finding, union};
pub use gaps::{Gap, Gaps, Part, gaps, gaps_of_flow};
pub use graph::{Arrow, Graph, Index};
pub use guards::{Guard, is_accounting_examination, protected, protection};
pub use metrics::{Metrics, dx_stage, exact, metrics};
pub use needs::Need;
pub use reach::Reach;
pub use reasons::exists_because;
pub use rechecks::{Rates, escaping};
pub use rekeying::{Keying, keying};
pub use soundness::{Soundness, soundness};
pub use templates::{TEMPLATES, Template};

use kaizu_model::{Cancel, Document, FlowId, Refusal};

/// Everything that every detector sees in `flow`, weighed, in the order of the catalogue.
///
/// Stops early, with what it has, when cancelled.
pub fn find(document: &Document, flow: FlowId, cancel: &Cancel) -> Result<Vec<Finding>, Refusal> {
    let graph = Graph::of(document, flow)?;
    Ok(find_in(&graph, cancel))
}

/// Like [`find`], for who has the graph already.
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

//! How a better flow stands that is there already, whatever people have done to it since it was composed.
use std::collections::BTreeMap;

use kaizu_analysis::Graph;
use kaizu_model::{Document, FlowId, Improvement, NodeId, Refusal};

use crate::invariants::{Trace, check_all};
use crate::kept::kept;
use crate::lineage::{Lineage, Pair};
use crate::matching::matched;
use crate::proposal::{InvariantResult, Kept};

/// What holds between two flows.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What must stay true, each with its result.
    pub invariants: Vec<InvariantResult>,
    /// Protected steps that stay.
    pub kept: Vec<Kept>,
}

/// What holds between `as_is` and the better flow `to_be`, which the changes `made` explain.
///
/// Nodes belong together by the id under which they are printed, else by the names of lane and node.
pub fn standing<'a>(
    document: &Document,
    as_is: FlowId,
    to_be: FlowId,
    made: impl Iterator<Item = &'a Improvement>,
) -> Result<Standing, Refusal> {
    let (before, after) = (Graph::of(document, as_is)?, Graph::of(document, to_be)?);
    let both = matched(&before, &after).into_iter();
    let nodes: BTreeMap<NodeId, NodeId> = both
        .map(|(one, other)| (before.id(one), after.id(other)))
        .collect();
    let lineage = Lineage {
        as_is,
        to_be,
        nodes,
    };
    let pair = Pair {
        as_is: &before,
        to_be: &after,
        lineage: &lineage,
    };
    let traces: Vec<Trace> = made.map(Trace::from).collect();
    Ok(Standing {
        invariants: check_all(&pair, &traces),
        kept: kept(&pair),
    })
}

//! Where residents pay.
use kaizu_model::{Step, StepKind};

use crate::graph::{Graph, Index};

/// The residents' payments that `suffers`, unless some payment in the flow `spares` them that: it may be the other way
/// to pay.
pub(super) fn forced<'a>(
    graph: &Graph<'a>,
    suffers: &dyn Fn(&Step) -> bool,
    spares: &dyn Fn(&Step) -> bool,
) -> Vec<(Index, &'a Step)> {
    let is_payment = |(node, step): &(Index, &Step)| {
        graph.is_customers(*node) && step.kind == Some(StepKind::Pay)
    };
    let mut payments: Vec<_> = graph.steps().filter(is_payment).collect();
    if payments.iter().any(|(_, step)| spares(step)) {
        return Vec::new();
    }
    payments.retain(|(_, step)| suffers(step));
    payments
}

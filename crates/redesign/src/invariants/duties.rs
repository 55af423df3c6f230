//! I5: what must be in different hands still is.
use kaizu_analysis::{Graph, Index};

use super::Seen;
use crate::lineage::Pair;
use crate::proposal::InvariantResult;

pub(super) fn check(pair: &Pair) -> InvariantResult {
    let mut seen = Seen::default();
    for (_, duty) in pair.as_is.document.duties_of(pair.as_is.flow) {
        seen.look();
        for (side, other) in [(&duty.first, &duty.second), (&duty.second, &duty.first)] {
            let indices = side.iter().filter_map(|id| pair.as_is.index(*id));
            let lost = indices.clone().all(|n| pair.copy(n).is_none());
            if lost && !side.is_empty() && !other.is_empty() {
                for n in indices {
                    seen.broken(pair.as_is.id(n), pair.as_is.name(n));
                }
            }
        }
        for first in duty.first.iter().filter_map(|id| pair.as_is.index(*id)) {
            for second in duty.second.iter().filter_map(|id| pair.as_is.index(*id)) {
                let (Some(a), Some(b)) = (pair.copy(first), pair.copy(second)) else {
                    continue;
                };
                if is_apart(pair.as_is, first, second) && !is_apart(pair.to_be, a, b) {
                    seen.broken(pair.to_be.id(b), pair.to_be.name(b));
                }
            }
        }
    }
    seen.result("I5", "duties-apart", "duties-joined")
}

/// Whether two steps are different and lie with different lanes, or with different roles of one.
fn is_apart(graph: &Graph, a: Index, b: Index) -> bool {
    let (Some(one), Some(other)) = (graph.step(a), graph.step(b)) else {
        return false;
    };
    a != b
        && (one.lane != other.lane
            || (one.role.is_some() && other.role.is_some() && one.role != other.role))
}

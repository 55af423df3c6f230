//! A place that one case comes to twice at the same time.
//!
//! ## Why it is waste
//! Two ways were started at once and nobody waits for both: everything behind is done twice, a payment too.
//!
//! ## Flagged
//! ```flow
//! 窓口: 同時に進める [分岐AND]
//!   → #2
//!   → #3
//! 審査: 書類を確認する [#2]
//!   → #4
//! 税務: 所得を調べる [#3]
//! 審査: どちらかが届く [#4 合流]
//! 審査: 決定する
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 同時に進める [分岐AND]
//!   → #2
//!   → #3
//! 審査: 書類を確認する [#2]
//!   → #4
//! 税務: 所得を調べる [#3]
//! 審査: 両方そろう [#4 合流AND]
//! 審査: 決定する
//! ```
//!
//! ## What to do
//! Wait for both ways before going on.
use super::super::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::soundness::soundness;

/// Sees nodes that two tokens of one case reach.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "doubled-case"
    }

    fn code(&self) -> &'static str {
        "L08"
    }

    fn source(&self) -> &'static str {
        include_str!("doubled_case.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Error
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let doubled = &soundness(graph).doubled;
        // What comes behind the first such place is doubled for the same reason.
        let is_first = |place: &Index| {
            doubled
                .keys()
                .all(|other| !graph.reach().is_before(*other, *place))
        };
        for (place, passed) in doubled.iter().filter(|(place, _)| is_first(place)) {
            let trace: Vec<Index> = passed.iter().filter_map(|id| graph.index(*id)).collect();
            found.push(
                Finding::at(self, graph, trace.iter().copied().chain([*place]))
                    .naming(graph, "steps", &[*place])
                    .naming(graph, "trace", &trace),
            );
        }
    }
}

//! A wait that takes a large part of the time from start to end: one of the three longest, and a tenth of that time.
//!
//! ## Why it is waste
//! The case lies, nobody works on it, and everybody behind it waits as well; shortening the work does not help as long as it
//! lies here.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領 待ち0時間]
//! 審査担当: 申請を審査する 20分 [審査 待ち24時間]
//! 交付係: 許可証を渡す 5分 [通知 待ち1時間]
//! ```
//!
//! ## Clean
//! Many short waits, of which none is long beside the others, and time that a law sets:
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領 待ち0時間]
//! 審査担当: 申請を審査する 600分 [審査 待ち1時間]
//! 交付係: 許可証を渡す 5分 [通知 待ち1時間]
//! ```
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領 待ち0時間]
//! 審査担当: 縦覧のあと審査する 600分 [審査 待ち77.5時間]
//!   待ちの理由: 法定期間
//! 交付係: 許可証を渡す 5分 [通知 待ち1時間]
//! ```
//!
//! ## What to do
//! Ask what the case waits for: a turn, a cut-off date, a decision, the post or somebody outside. Each has its own answer.
//!
//! ## Also
//! W06
use kaizu_model::WaitCause;

use super::longest::longest;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::metrics::lead_hours;

/// From this part of the time from start to end on, a wait is a large one.
const LARGE: f64 = 0.1;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "dominant-wait"
    }

    fn code(&self) -> &'static str {
        "W01"
    }

    fn source(&self) -> &'static str {
        include_str!("dominant_wait.rs")
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Inventory)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let Some(lead) = lead_hours(graph).filter(|hours| *hours > 0.0) else {
            return;
        };
        let is_set_by_law = |n: Index| {
            let cause = graph.step(n).and_then(|step| step.wait_cause);
            cause == Some(WaitCause::Statutory)
        };
        let is_large = |n: Index| {
            let hours = graph.wait(n).unwrap_or(0.0) * graph.visit(n);
            hours >= LARGE * lead && !is_set_by_law(n)
        };
        for (node, hours) in longest(graph, &is_large) {
            found.push(
                Finding::at(self, graph, [node])
                    .number("wait_hours", hours)
                    .number("share", hours / lead),
            );
        }
    }
}

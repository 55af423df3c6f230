//! An approval that takes a moment, is recorded to send hardly anything back, and keeps every case waiting.
//!
//! ## Why it is waste
//! Who signs in a minute whatever is put before them decides nothing: the case was decided before, and only waits for
//! the desk to be free. That the returns were counted is what shows it: of most approvals nobody has drawn them.
//!
//! ## Flagged
//! ```flow
//! 係員: 伺いを起案する 10分 [起案 規則]
//!   書く: 伺い
//! 係長: 伺いを決裁する 1分 [決裁 慣行 待ち8時間]
//!   読む: 伺い
//!   0.5% 差戻し → 伺いを起案する
//! 課長: 伺いを決裁する 5分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//!
//! ## Clean
//! ```flow
//! 係員: 伺いを起案する 10分 [起案 規則]
//!   書く: 伺い
//! 係長: 伺いを決裁する 1分 [決裁 慣行 待ち8時間]
//!   読む: 伺い
//!   10% 差戻し → 伺いを起案する
//! 課長: 伺いを決裁する 5分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//! Nobody has counted what it sends back:
//! ```flow
//! 係員: 伺いを起案する 10分 [起案 規則]
//!   書く: 伺い
//! 係長: 伺いを決裁する 1分 [決裁 慣行 待ち8時間]
//!   読む: 伺い
//! 課長: 伺いを決裁する 5分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//! ```flow
//! 係員: 伺いを起案する 10分 [起案 規則]
//!   書く: 伺い
//! 係長: 公告の期間が過ぎてから決裁する 1分 [決裁 慣行 待ち80時間]
//!   読む: 伺い
//!   待ちの理由: 法定期間
//!   0.5% 差戻し → 伺いを起案する
//! 課長: 伺いを決裁する 5分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//! ```
//!
//! ## Guarded
//! ```flow
//! 係員: 伺いを起案する 10分 [起案 規則]
//!   書く: 伺い
//! 課長: 伺いを決裁する 1分 [決裁 規則 待ち8時間]
//!   読む: 伺い
//!   0.5% 差戻し → 伺いを起案する
//! 係員: 結果を知らせる 5分 [通知]
//! ```
//!
//! ## What to do
//! Delegate the decision to who prepares it, decide on a list, or tell the superior afterwards.
//!
//! ## Also
//! L01, L06, W01
use kaizu_model::{StepKind, WaitCause};

use super::case_by_case_approval::is_collected;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::rejects::parting;

/// Up to this many minutes nobody looks into a case.
const MOMENT: f64 = 2.0;
/// From this many hours on the wait is longer than a break between two other matters.
const HALF_A_DAY: f64 = 4.0;
/// From this part of the cases on, that everything goes the same way says that nothing was decided.
const NEARLY_ALL: f64 = 0.99;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "rubber-stamp-approval"
    }

    fn code(&self) -> &'static str {
        "A03"
    }

    fn source(&self) -> &'static str {
        include_str!("rubber_stamp_approval.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            let (Some(minutes), Some(hours)) = (step.minutes, graph.wait(node)) else {
                continue;
            };
            if step.kind == Some(StepKind::Approve)
                && minutes.get() <= MOMENT
                && hours >= HALF_A_DAY
                && is_for_the_approver(step.wait_cause)
                && !is_collected(step)
                && passes_everything(graph, node)
            {
                found.push(
                    Finding::at(self, graph, [node])
                        .naming(graph, "steps", &[node])
                        .number("minutes", minutes.get())
                        .number("wait_hours", hours)
                        .claiming(graph, node, Claim::WAIT)
                        .forbidden(protection(graph, node)),
                );
            }
        }
    }
}

/// Whether the case waits for who approves, as far as is known, and not for something outside the office.
fn is_for_the_approver(cause: Option<WaitCause>) -> bool {
    match cause {
        Some(WaitCause::Queue | WaitCause::Batch | WaitCause::Approval) | None => true,
        Some(WaitCause::Post | WaitCause::OtherParty | WaitCause::Statutory) => false,
    }
}

/// Whether somebody recorded how many cases part from the others behind `node`, and nearly none does. Where no way back
/// is drawn, nobody said that there is none.
fn passes_everything(graph: &Graph, node: Index) -> bool {
    let parts = parting(graph, node).is_some_and(|at| {
        let mut ways = graph.leaving(at);
        ways.any(|way| way.edge.share.is_some())
    });
    let next = graph.next_steps(node);
    parts && next.iter().any(|(_, share)| *share >= NEARLY_ALL)
}

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
//! A case is done when the resident has the result, however late they look at it, and what goes to the city and back by
//! post is a round trip:
//! ```flow
//! 窓口: 申請を審査する 600分 [審査 待ち1時間]
//! 住民: 結果を見る 5分 [受領 電子 待ち8時間]
//!   待ちの理由: 相手方待ち
//! ```
//! ```flow
//! 住民: 請求書を投函する 15分 [送付 紙 待ち16時間]
//!   待ちの理由: 郵送
//!   接点: 郵送
//! 市民課: 証明書を発行する 5分 [作成 業務システム→紙]
//! 住民: 郵便で受け取る 2分 [受領 紙 待ち16時間]
//!   待ちの理由: 郵送
//!   接点: 郵送
//! ```
//!
//! ## What to do
//! Ask what the case waits for: a turn, a cut-off date, a decision, the post or somebody outside. Each has its own answer.
use std::collections::BTreeSet;

use kaizu_model::WaitCause;

use super::longest::longest;
use super::mail_round_trip::posted;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::metrics::lead_hours;

/// From this part of the time from start to end on, a wait is a large one.
pub(super) const LARGE: f64 = 0.1;

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
        for (node, hours) in dominant(graph, lead) {
            found.push(
                Finding::at(self, graph, [node])
                    .number("wait_hours", hours)
                    .number("share", hours / lead),
            );
        }
    }
}

/// The longest waits that are large beside `lead`, with their office hours. Not the time that a law sets, not the post of a
/// round trip, and not the time until somebody looks at the result.
fn dominant(graph: &Graph, lead: f64) -> Vec<(Index, f64)> {
    let posted: BTreeSet<Index> = posted(graph);
    let cause = |n: Index| graph.step(n).and_then(|step| step.wait_cause);
    let is_over = |n: Index| graph.is_customers(n) && graph.leaving(n).next().is_none();
    let is_large = |n: Index| {
        let hours = graph.wait(n).unwrap_or(0.0) * graph.visit(n);
        let is_of_post = cause(n) == Some(WaitCause::Post) && posted.contains(&n);
        hours >= LARGE * lead
            && cause(n) != Some(WaitCause::Statutory)
            && !is_of_post
            && !is_over(n)
    };
    longest(graph, &is_large)
}

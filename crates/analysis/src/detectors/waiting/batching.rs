//! Work that is collected and done once a day, a week or a month.
//!
//! ## Why it is waste
//! A case that just missed it lies for a whole interval; on average half an interval is lost, and then everything comes at once.
//!
//! ## Flagged
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 決定の一覧を作る 10分 [集計 待ち20時間]
//!   まとめ処理: 週次
//! 通知係: 決定を知らせる 2分 [通知]
//! ```
//!
//! ## Clean
//! ```flow
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 決定の一覧を作る 10分 [集計 待ち20時間]
//!   まとめ処理: 都度
//! 通知係: 決定を知らせる 2分 [通知]
//! ```
//! Cases that all come at once do not come evenly over the interval:
//! ```flow
//! @到着 500件/時 一斉 開庁時間
//! 窓口: 申請書を受け付ける 5分 [受領]
//! 審査担当: 決定の一覧を作る 10分 [集計 待ち20時間]
//!   まとめ処理: 週次
//! 通知係: 決定を知らせる 2分 [通知]
//! ```
//!
//! ## Guarded
//! ```flow
//! 農業委員会: 申請書を受け付ける 5分 [受領]
//! 農業委員会: 総会で許可を決める 10分 [審査 法令 待ち70時間]
//!   まとめ処理: 月次
//! 農業委員会: 許可を知らせる 2分 [通知]
//! ```
//!
//! ## What to do
//! Do it case by case, or more often; where preparing it takes long, let a machine do that.
use std::collections::BTreeSet;

use kaizu_model::Pattern;

use crate::demand::{days_between, hours_a_day};
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "batching"
    }

    fn code(&self) -> &'static str {
        "W03"
    }

    fn source(&self) -> &'static str {
        include_str!("batching.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11e"]
    }

    fn practices(&self) -> &'static [u8] {
        &[6]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Inventory)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let arrivals = graph.process.arrivals;
        if arrivals.is_some_and(|arrivals| arrivals.pattern == Pattern::Burst) {
            return;
        }
        let goes_on = goes_on(graph);
        for (node, _) in graph.steps() {
            let Some(days) = interval(graph, node).filter(|_| !goes_on.contains(&node)) else {
                continue;
            };
            let lost = days / 2.0;
            let mut finding = Finding::at(self, graph, [node])
                .number("interval_days", days)
                .number("wait_days", lost);
            match graph.wait(node) {
                // Who wrote down that nothing waits here knows better than the interval.
                Some(hours) if hours <= 0.0 => continue,
                Some(hours) => {
                    let claim = Claim {
                        wait_share: (lost * hours_a_day(graph.document) / hours).min(1.0),
                        ..Claim::default()
                    };
                    finding = finding.claiming(graph, node, claim);
                }
                None => {}
            }
            found.push(finding.forbidden(protection(graph, node)));
        }
    }
}

/// Office days from one time to the next; `None` where each case is done by itself.
fn interval(graph: &Graph, node: Index) -> Option<f64> {
    days_between(graph.step(node)?.batch?)
}

/// Steps that are done with what was collected for the step before: nobody waits a second time.
fn goes_on(graph: &Graph) -> BTreeSet<Index> {
    let collected = graph
        .steps()
        .filter_map(|(n, _)| Some((n, interval(graph, n)?)));
    let next = collected.flat_map(|(n, days)| {
        let next = graph.next_steps(n).into_iter().map(|(next, _)| next);
        next.filter(move |next| interval(graph, *next).is_some_and(|own| own <= days))
    });
    next.collect()
}

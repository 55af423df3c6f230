//! Work of a few minutes that one person does in three steps or more, each with a wait before it.
//!
//! ## Why it is waste
//! The case is taken up, understood and put away again each time, and it lies about in between.
//!
//! ## Flagged
//! ```flow
//! @担当 税務課 [職員]
//! 税務課: 申請を画面で受け付ける 2分 [登録]
//!   システム: 証明発行
//! 税務課: 手数料を記録する 1分 [登録 待ち4時間]
//!   システム: 証明発行
//! 税務課: 発行を予約する 1分 [登録 待ち4時間]
//!   システム: 証明発行
//! ```
//!
//! ## Clean
//! ```flow
//! @担当 税務課 [職員]
//! 税務課: 申請を画面で受け付ける 2分 [登録]
//!   システム: 証明発行
//! 税務課: 手数料を記録する 1分 [登録 待ち0時間]
//!   システム: 証明発行
//! 税務課: 発行を予約する 1分 [登録 待ち4時間]
//!   システム: 証明発行
//! ```
//!
//! Whether it is one piece of work cannot be told where nobody said what it is done with.
//!
//! ```flow
//! 税務課: 申請書を受け付ける 2分 [受領]
//! 税務課: 手数料を記録する 1分 [登録 待ち4時間]
//! 税務課: 証明書を出す 1分 [作成 待ち4時間]
//! ```
//!
//! ## Guarded
//! ```flow
//! @担当 税務課 [職員]
//! 税務課: 申請を画面で受け付ける 2分 [登録]
//!   システム: 証明発行
//! 税務課: 納付を記録する 1分 [登録 待ち40時間]
//!   システム: 証明発行
//!   待ちの理由: 相手方待ち
//! 税務課: 発行を予約する 1分 [登録 待ち4時間]
//!   システム: 証明発行
//! ```
//!
//! ## What to do
//! Do it in one go.
use kaizu_model::WaitCause;

use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// Up to so many minutes, a step is a fragment.
const SHORT: f64 = 2.0;
/// So many fragments in a row are one piece of work in pieces.
const MANY: usize = 3;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "fragmented-tasks"
    }

    fn code(&self) -> &'static str {
        "H04"
    }

    fn source(&self) -> &'static str {
        include_str!("fragmented_tasks.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12d"]
    }

    fn practices(&self) -> &'static [u8] {
        &[8]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let is_first = |node: &Index| is_fragment(graph, *node) && before(graph, *node).is_none();
        for first in graph.indices().filter(is_first) {
            let run: Vec<Index> =
                std::iter::successors(Some(first), |node| after(graph, *node)).collect();
            if run.len() < MANY {
                continue;
            }
            let minutes: f64 = run.iter().filter_map(|node| graph.minutes(*node)).sum();
            let later = || run.iter().skip(1).copied();
            let hours: f64 = later().filter_map(|node| graph.wait(node)).sum();
            let mut finding = Finding::at(self, graph, run.iter().copied())
                .naming(graph, "steps", &run)
                .number("fragments", run.len() as f64)
                .number("minutes", minutes)
                .number("wait_hours", hours);
            for node in later() {
                finding = finding.claiming(graph, node, Claim::WAIT);
            }
            found.push(finding);
        }
    }
}

/// A short step of the city's own people on a known system, which nothing forbids to join with others.
fn is_fragment(graph: &Graph, node: Index) -> bool {
    graph.is_of_city(node)
        && graph.step(node).is_some_and(|step| {
            step.minutes.is_some_and(|minutes| minutes.get() <= SHORT) && step.system.is_some()
        })
        && protection(graph, node).is_none()
}

/// The fragment that the one at `node` is continued by.
fn after(graph: &Graph, node: Index) -> Option<Index> {
    let next = only(graph.leaving(node).map(|arrow| arrow.to))?;
    (before(graph, next) == Some(node)).then_some(next)
}

/// The fragment that the one at `node` continues.
fn before(graph: &Graph, node: Index) -> Option<Index> {
    let previous = only(graph.reaching(node).map(|arrow| arrow.from))?;
    let is_alone = graph.leaving(previous).count() == 1;
    let (own, other) = (graph.step(node)?, graph.step(previous)?);
    let continues = is_alone
        && own.lane == other.lane
        && own.system == other.system
        && is_left_lying(graph, node)
        && !graph.reach().is_return(previous, node)
        && [previous, node].iter().all(|it| is_fragment(graph, *it));
    continues.then_some(previous)
}

/// Whether the case waits before `node` for no other reason than that nobody goes on with it.
fn is_left_lying(graph: &Graph, node: Index) -> bool {
    let waits = graph.wait(node).is_some_and(|hours| hours > 0.0);
    let cause = graph.step(node).and_then(|step| step.wait_cause);
    waits
        && match cause {
            Some(WaitCause::Queue | WaitCause::Batch) | None => true,
            Some(
                WaitCause::Approval
                | WaitCause::Post
                | WaitCause::OtherParty
                | WaitCause::Statutory,
            ) => false,
        }
}

/// The one thing that there is; nothing where there are several.
fn only(mut all: impl Iterator<Item = Index>) -> Option<Index> {
    let first = all.next();
    first.filter(|_| all.next().is_none())
}

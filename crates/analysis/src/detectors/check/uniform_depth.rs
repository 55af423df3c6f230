//! A long examination by fixed rules that every case goes through alike, though most of them are clear.
//!
//! ## Why it is waste
//! Most cases could be told by a simple rule to be in order. The time for the few that need thought is spent on all.
//!
//! ## Flagged
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 要綱]
//!   読む: 申請書
//!   定型性: 定型
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! ## Clean
//! It is not recorded that the examination follows fixed rules:
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 要綱]
//!   読む: 申請書
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! Clear cases pass it by already:
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 受付担当: 定型の申請か [分岐]
//!   80% 定型 → #3
//!   20% 要審査 → #2
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 要綱]
//!   読む: 申請書
//!   定型性: 定型
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! ## Guarded
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 要綱]
//!   読む: 申請書
//!   定型性: 定型
//!   判断: 要
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//! ```
//!
//! ## What to do
//! Write down the simple rule, pass what meets it quickly, and examine the rest in full.
use kaizu_model::{Routine, Step, StepKind};

use crate::controls::is_checked_by_people;
use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::{judgement, protection};
use crate::rejects::rejects;

/// From this many minutes on, a shorter way for clear cases is worth a rule.
const LONG: f64 = 5.0;
/// From this share of the cases on, most are clear.
const MOST: f64 = 0.7;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "uniform-depth"
    }

    fn code(&self) -> &'static str {
        "C09"
    }

    fn source(&self) -> &'static str {
        include_str!("uniform_depth.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12b", "R19"]
    }

    fn practices(&self) -> &'static [u8] {
        &[7, 12]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            let Some(minutes) = graph.minutes(node).filter(|minutes| *minutes >= LONG) else {
                continue;
            };
            if !follows_rules(step) || !is_everybodys(graph, node) {
                continue;
            }
            let clear = rejects(graph, node).map(|rejects| 1.0 - rejects.share());
            let Some(clear) = clear.filter(|share| *share >= MOST - 1e-9) else {
                continue;
            };
            found.push(
                Finding::at(self, graph, [node])
                    .naming(graph, "checks", &[node])
                    .number("minutes", minutes)
                    .number("share", clear)
                    .guarded(protection(graph, node).into_iter().chain(judgement(step))),
            );
        }
    }
}

/// Whether an examination is recorded to follow fixed rules, or to need nobody's judgement.
fn follows_rules(step: &Step) -> bool {
    step.kind == Some(StepKind::Examine)
        && (step.routine == Some(Routine::Fixed) || step.needs_judgement == Some(false))
}

/// Whether people of the city do it for each and every case.
fn is_everybodys(graph: &Graph, node: Index) -> bool {
    is_checked_by_people(graph, node)
        && graph
            .start()
            .is_some_and(|start| graph.reach().post_dominates(node, start))
}

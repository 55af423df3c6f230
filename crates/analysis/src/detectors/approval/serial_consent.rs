//! Sections that are asked one after the other, though none needs the answer of another.
//!
//! ## Why it is waste
//! The case lies in as many queues as there are sections, one after the other: the last to be asked waits for all
//! before it, and not for anything they say.
//!
//! ## Flagged
//! ```flow
//! 企画課: 要綱の改正を起案する 30分 [起案 規則]
//!   書く: 改正案
//! 財政課: 改正案に合議する 10分 [合議 規則 待ち16時間]
//!   読む: 改正案
//! 総務課: 改正案に合議する 10分 [合議 規則 待ち8時間]
//!   読む: 改正案
//! ```
//!
//! ## Clean
//! ```flow
//! 企画課: 要綱の改正を起案する 30分 [起案 規則]
//!   書く: 改正案
//! 財政課: 改正案に合議する 10分 [合議 規則 待ち16時間]
//!   読む: 改正案
//!   書く: 財政課の意見
//! 総務課: 改正案に合議する 10分 [合議 規則 待ち8時間]
//!   読む: 改正案、財政課の意見
//! ```
//! ```flow
//! 企画課: 要綱の改正を起案する 30分 [起案 規則]
//!   書く: 改正案
//! 財政課: 改正案に合議する 10分 [合議 規則 待ち16時間]
//! 総務課: 改正案に合議する 10分 [合議 規則 待ち8時間]
//! ```
//!
//! ## Guarded
//! ```flow
//! 企画課: 計画の変更を起案する 30分 [起案 規則]
//!   書く: 変更案
//! 財政課: 変更案に合議する 10分 [合議 法令 待ち16時間]
//!   読む: 変更案
//! 総務課: 変更案に合議する 10分 [合議 条例 待ち8時間]
//!   読む: 変更案
//! ```
//!
//! ## What to do
//! Ask all of them at the same time, and collect the answers.
use std::collections::BTreeSet;

use kaizu_model::{Access, ItemId, LaneKind, StepKind};

use super::row::rows;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::{Guard, protection};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "serial-consent"
    }

    fn code(&self) -> &'static str {
        "A04"
    }

    fn source(&self) -> &'static str {
        include_str!("serial_consent.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R11c"]
    }

    fn practices(&self) -> &'static [u8] {
        &[10]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let is_asked = |node| {
            let is_by_people = graph.lane_kind(node) != Some(LaneKind::System);
            graph.is_staff(node)
                && is_by_people
                && matches!(graph.kind(node), Some(StepKind::Consent | StepKind::Query))
        };
        for row in rows(graph, &is_asked, &|_, _| true) {
            let apart = independent(graph, &row).into_iter();
            let serial = apart.filter(|part| part.len() > 1);
            found.extend(serial.map(|part| finding(self, graph, &part)));
        }
    }
}

/// The row in parts within which no section is asked twice and none is known to need, or may need, what another wrote.
fn independent(graph: &Graph, row: &[Index]) -> Vec<Vec<Index>> {
    let mut parts: Vec<Vec<Index>> = Vec::new();
    let mut sections: BTreeSet<&str> = BTreeSet::new();
    let mut written: BTreeSet<ItemId> = BTreeSet::new();
    for node in row {
        let Some(step) = graph.step(*node) else {
            continue;
        };
        let is_free = |access: &Access| !written.contains(&access.item);
        let is_apart = !sections.contains(graph.section(*node))
            && !step.reads.is_empty()
            && step.reads.iter().all(is_free);
        if let Some(part) = parts.last_mut().filter(|_| is_apart) {
            part.push(*node);
        } else {
            parts.push(vec![*node]);
            sections.clear();
            written.clear();
        }
        sections.insert(graph.section(*node));
        written.extend(step.writes.iter().map(|access| access.item));
    }
    parts
}

fn finding(detector: &Rule, graph: &Graph, part: &[Index]) -> Finding {
    let guards: Vec<Guard> = part
        .iter()
        .filter_map(|node| protection(graph, *node))
        .collect();
    let mut finding = Finding::at(detector, graph, part.iter().copied())
        .naming(graph, "steps", part)
        .names("sections", part.iter().map(|node| graph.section(*node)));
    // Side by side they take as long as the longest, which is known only where all of them are.
    let waits: Option<Vec<f64>> = part.iter().map(|node| graph.wait(*node)).collect();
    let longest = waits.and_then(|waits| {
        let of = part.iter().zip(waits);
        of.max_by(|(_, a), (_, b)| a.total_cmp(b))
            .map(|(node, _)| *node)
    });
    if let Some(longest) = longest {
        let is_spared = |node: &&Index| **node != longest && protection(graph, **node).is_none();
        for node in part.iter().filter(is_spared) {
            finding = finding.claiming(graph, *node, Claim::WAIT);
        }
    }
    if guards.len() == part.len() {
        finding.guarded(guards)
    } else {
        finding
    }
}

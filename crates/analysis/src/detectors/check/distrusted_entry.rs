//! A check that compares what was keyed in with the document it was copied from.
//!
//! ## Why it is waste
//! It exists only because somebody copies by hand. While that goes on it is needed; taking it away alone would let
//! mistakes through. Once nothing is copied any more it has lost its reason.
//!
//! ## Flagged
//! ```flow
//! 入力担当: 申請内容を入力する 4分 [転記 紙→業務システム]
//!   読む: 申請書
//!   書く: 口座
//! 審査担当: 画面と申請書を見比べる 2分 [確認 慣行 待ち4時間]
//!   読む: 申請書、口座
//!   確認: 対象=入力内容 観点=入力 相手=申請書
//! ```
//!
//! ## Clean
//! ```flow
//! 入力担当: 申請内容を入力する 4分 [転記 紙→業務システム]
//!   読む: 申請書
//!   書く: 口座
//! 審査担当: 要件を確認する 2分 [確認 要綱]
//!   読む: 申請書
//!   確認: 対象=申請書 観点=要件
//! ```
//!
//! ## Guarded
//! ```flow
//! 入力担当: 申請内容を入力する 4分 [転記 紙→業務システム]
//!   読む: 申請書
//!   書く: 口座
//! 審査担当: 画面と申請書を見比べる 2分 [確認 法令]
//!   読む: 申請書、口座
//!   確認: 対象=入力内容 観点=入力 相手=申請書
//! ```
//!
//! ## What to do
//! Take the data over instead of copying it; then the check may go.
//!
//! ## Also
//! E02
use std::collections::BTreeMap;

use kaizu_model::{Aspect, Check, LaneKind, StepKind, folded};

use crate::carriers::item_name;
use crate::controls::is_checking;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "distrusted-entry"
    }

    fn code(&self) -> &'static str {
        "C04"
    }

    fn source(&self) -> &'static str {
        include_str!("distrusted_entry.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R05", "R09"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (check, cause) in bindings(graph) {
            let guard = protection(graph, check);
            let mut finding = Finding::at(self, graph, [cause, check])
                .naming(graph, "entries", &[cause])
                .naming(graph, "checks", &[check])
                .guarded(guard);
            if let Some(against) = graph.step(check).and_then(|step| step.check.as_ref()) {
                let document = against.against.as_ref().or(against.object.as_ref());
                finding = finding.names("document", document.cloned());
            }
            if let Some(minutes) = graph.minutes(check) {
                finding = finding.number("minutes_per_case", minutes * graph.visit(check));
            }
            if guard.is_none() {
                finding = finding.claiming(graph, check, Claim::WHOLE);
            }
            found.push(finding);
        }
    }
}

/// Each check of an entry with the step that copied what it checks: without it, the check would not exist.
pub(crate) fn bindings(graph: &Graph) -> Vec<(Index, Index)> {
    let copies = copies(graph);
    graph
        .steps()
        .filter(|(node, _)| is_checking(graph, *node))
        .filter_map(|(node, step)| {
            let check = step.check.as_ref().filter(|check| is_of_entry(check))?;
            Some((node, cause(graph, &copies, node, check)?))
        })
        .collect()
}

fn is_of_entry(check: &Check) -> bool {
    let is_entry = |aspect: &String| Aspect::spelled(aspect) == Some(Aspect::Entry);
    check.aspects.iter().any(is_entry)
}

/// Who copies by hand out of each document or system, by its name, folded; some more than once.
fn copies(graph: &Graph) -> BTreeMap<String, Vec<Index>> {
    let mut copies: BTreeMap<String, Vec<Index>> = BTreeMap::new();
    for (copy, step) in graph.steps() {
        let is_by_hand = matches!(step.kind, Some(StepKind::Transcribe | StepKind::Enter))
            && graph.lane_kind(copy) != Some(LaneKind::System);
        if is_by_hand {
            let read = step.reads.iter().map(|it| item_name(graph, it.item));
            for name in read.chain(step.system.as_deref()) {
                copies.entry(folded(name)).or_default().push(copy);
            }
        }
    }
    copies
}

/// The last copying that every case has passed before it comes to the check: into the system that the check looks at
/// where one does, else of the document that it compares with.
fn cause(
    graph: &Graph,
    copies: &BTreeMap<String, Vec<Index>>,
    node: Index,
    check: &Check,
) -> Option<Index> {
    let reach = graph.reach();
    let names = [&check.object, &check.against].into_iter().flatten();
    let of_them = names.filter_map(|name| copies.get(&folded(name))).flatten();
    let passed = || {
        let all = of_them.clone().copied();
        all.filter(|copy| *copy != node && reach.dominates(*copy, node))
    };
    let system = |node: Index| graph.step(node).and_then(|step| step.system.as_deref());
    let is_into_it = |copy: &Index| system(node).is_some() && system(*copy) == system(node);
    // What every case passes before the check stands in one row.
    let last = |one: Index, other: Index| {
        if reach.dominates(one, other) {
            other
        } else {
            one
        }
    };
    let into_it = passed().filter(is_into_it).reduce(last);
    into_it.or_else(|| passed().reduce(last))
}

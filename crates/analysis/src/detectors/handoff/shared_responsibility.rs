//! Work for which two sections answer at once.
//!
//! ## Why it is waste
//! Each relies on the other, both have to agree on everything, and whoever asks is sent from one to the other.
//!
//! ## Flagged
//! ```flow
//! 福祉課: 支給の要件を判定する 5分 [審査]
//! 税務課: 支給の要件を判定する 5分 [審査 待ち8時間]
//! ```
//!
//! ```flow
//! 窓口: 申請書を受け付ける 2分 [受領]
//! 市民課・国保年金課: 要件を判定する 5分 [審査]
//! ```
//!
//! ## Clean
//! ```flow
//! 福祉課: 支給の要件を判定する 5分 [審査]
//! 税務課: 課税の状況を答える 5分 [照会 待ち8時間]
//! こども・福祉課: 支給を決定する 2分 [決裁]
//! ```
//!
//! A case that goes to one or the other is in one hand, and so are things of which each section has its own.
//!
//! ```flow
//! 住民: どちらで申し込むか [分岐]
//!   60% 本庁 → #1
//!   40% 支所 → #2
//! 市民課: 住所の変更を登録する 5分 [#1 登録]
//!   → #3
//! 支所: 住所の変更を登録する 5分 [#2 登録]
//! 市民課: 内容を確認する 3分 [#3 確認]
//!   読む: 異動届
//! 税務課: 内容を確認する 3分 [確認]
//!   読む: 課税台帳
//! ```
//!
//! ## Guarded
//! ```flow
//! 福祉課: 支給の要件を判定する 5分 [審査]
//! 監査課: 支給の要件を判定する 5分 [審査 条例 待ち8時間]
//! ```
//!
//! ## What to do
//! Say which section decides, and which one only gives it what it needs to know.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{ItemId, LaneId, StepKind, folded};

use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::sections::{names_section, section};

/// How people call two sections that do something together.
const BOTH: &[&str] = &["両課", "両係", "両部", "両室"];
/// What stands between the names of two sections.
const BETWEEN: &[char] = &['・', '、', ',', '/', '&', '+'];

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "shared-responsibility"
    }

    fn code(&self) -> &'static str {
        "H05"
    }

    fn source(&self) -> &'static str {
        include_str!("shared_responsibility.rs")
    }

    fn practices(&self) -> &'static [u8] {
        &[16]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for nodes in in_two_hands(graph).into_iter().chain(done_by_two(graph)) {
            let sections: BTreeSet<&str> =
                nodes.iter().filter_map(|it| hands(graph, *it)).collect();
            let guard = nodes.iter().find_map(|node| protection(graph, *node));
            found.push(
                Finding::at(self, graph, nodes)
                    .names("sections", sections)
                    .guarded(guard),
            );
        }
    }
}

/// What a lane does that stands for two sections, lane by lane.
fn in_two_hands(graph: &Graph) -> Vec<Vec<Index>> {
    let mut lanes: BTreeMap<LaneId, Vec<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        let is_double = graph.lane(node).is_some_and(|lane| names_two(&lane.name));
        if is_double && graph.is_of_city(node) && is_answered_for(step.kind) {
            lanes.entry(step.lane).or_default().push(node);
        }
    }
    lanes.into_values().collect()
}

/// Who answers for a node: the section, or the two that its lane is called by.
fn hands<'a>(graph: &Graph<'a>, node: Index) -> Option<&'a str> {
    let lane = graph.lane(node).map(|lane| lane.name.as_str());
    lane.filter(|name| names_two(name))
        .or_else(|| section(graph, node))
}

/// Whether a lane is called by two sections. A section such as こども・福祉課 is one.
fn names_two(lane: &str) -> bool {
    let name = folded(lane);
    let parts: Vec<&str> = name.split(BETWEEN).collect();
    BOTH.iter().any(|both| name.contains(both))
        || parts.len() > 1 && parts.into_iter().all(names_section)
}

/// What two sections do one after the other under one name, name by name.
fn done_by_two(graph: &Graph) -> Vec<Vec<Index>> {
    let mut named: BTreeMap<String, Vec<Index>> = BTreeMap::new();
    for (node, step) in graph.steps() {
        if section(graph, node).is_some() && is_answered_for(step.kind) {
            named.entry(folded(&step.name)).or_default().push(node);
        }
    }
    let mut found: Vec<Vec<Index>> = Vec::new();
    for nodes in named.into_values() {
        let pairs = nodes.windows(2).filter_map(|pair| match pair {
            [one, other] if is_shared(graph, *one, *other) => Some([*one, *other]),
            [..] => None,
        });
        let shared: BTreeSet<Index> = pairs.flatten().collect();
        if !shared.is_empty() {
            found.push(shared.into_iter().collect());
        }
    }
    found.sort();
    found
}

/// Whether a case comes from one section to another for the same, as far as is known.
fn is_shared(graph: &Graph, one: Index, other: Index) -> bool {
    let items = |node: Index| -> BTreeSet<ItemId> {
        let steps = graph.step(node).into_iter();
        let accesses = steps.flat_map(|step| step.reads.iter().chain(&step.writes));
        accesses.map(|access| access.item).collect()
    };
    let (ours, theirs) = (items(one), items(other));
    section(graph, one) != section(graph, other)
        && graph.reach().is_before(one, other)
        && (ours.is_empty() || theirs.is_empty() || !ours.is_disjoint(&theirs))
}

/// Whether somebody answers for the outcome: not where a case is only passed on, nor where each level of the hierarchy
/// says yes for itself.
fn is_answered_for(kind: Option<StepKind>) -> bool {
    !kind.is_some_and(StepKind::passes_on)
        && !matches!(
            kind,
            Some(
                StepKind::Circulate
                    | StepKind::Automatic
                    | StepKind::Seal
                    | StepKind::Approve
                    | StepKind::Consent
            )
        )
}

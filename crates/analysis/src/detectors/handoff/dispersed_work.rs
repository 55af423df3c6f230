//! The same work, on the same things, in several sections.
//!
//! ## Why it is waste
//! Each section keeps its own people, machines and habits for it, and none of them does it often enough to do it well.
//!
//! ## Flagged
//! ```flow
//! @担当 国保年金課 [職員]
//! @担当 こども課 [職員]
//! 国保年金課: 口座を登録する 3分 [登録]
//!   書く: 口座
//! こども課: 振込先を登録する 3分 [登録]
//!   書く: 口座
//! ```
//!
//! ## Clean
//! ```flow
//! @担当 国保年金課 [職員]
//! @担当 こども課 [職員]
//! 国保年金課: 口座を登録する 3分 [登録]
//!   書く: 口座
//! こども課: 児童を登録する 3分 [登録]
//!   書く: 児童
//! ```
//!
//! Two desks of one section share its people already, and who looks at something that another has seen does not do the
//! same work.
//!
//! ```flow
//! @担当 窓口 [職員 課:市民課]
//! @担当 裏方 [職員 課:市民課]
//! @担当 税務課 [職員]
//! 窓口: 氏名を入力する 3分 [入力]
//!   書く: 氏名
//! 裏方: 氏名を入力する 3分 [入力]
//!   書く: 氏名
//! 裏方: 届書を確認する 3分 [確認]
//!   読む: 届書
//! 税務課: 届書を確認する 3分 [確認]
//!   読む: 届書
//! ```
//!
//! ## Guarded
//! ```flow
//! @担当 国保年金課 [職員]
//! @担当 こども課 [職員]
//! 国保年金課: 口座を登録する 3分 [登録 法令]
//!   書く: 口座
//! こども課: 振込先を登録する 3分 [登録]
//!   書く: 口座
//! ```
//!
//! ## What to do
//! Let one section or a centre do it for all of them.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Access, StepKind, folded};

use crate::across::Group;
use crate::carriers::item_name;
use crate::detectors::{DetectAcross, Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::sections::{section, sections};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "dispersed-work"
    }

    fn code(&self) -> &'static str {
        "H08"
    }

    fn source(&self) -> &'static str {
        include_str!("dispersed_work.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12e"]
    }

    fn practices(&self) -> &'static [u8] {
        &[15, 28]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::UnusedTalent)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut places: Vec<Vec<Index>> = alike(graph).into_values().collect();
        places.sort();
        for nodes in places {
            let sections = sections(graph, nodes.iter().copied());
            if sections.len() > 1 {
                found.push(self.at(graph, &nodes).names("sections", sections));
            }
        }
    }

    fn across(&self) -> Option<&dyn DetectAcross> {
        Some(self)
    }
}

impl DetectAcross for Rule {
    /// Work that sections do alike in different processes.
    fn detect_across(&self, group: &Group, found: &mut Vec<Finding>) {
        if group.event.is_some() {
            return;
        }
        let mut all: BTreeMap<Signature, Vec<(&Graph, Vec<Index>)>> = BTreeMap::new();
        for graph in &group.graphs {
            for (signature, nodes) in alike(graph) {
                all.entry(signature).or_default().push((graph, nodes));
            }
        }
        for parts in all.into_values().filter(|parts| parts.len() > 1) {
            let mut known: Vec<&str> = Vec::new();
            for (graph, nodes) in &parts {
                for section in sections(graph, nodes.iter().copied()) {
                    if !known.contains(&section) {
                        known.push(section);
                    }
                }
            }
            let whole = parts.iter().map(|(graph, nodes)| self.at(graph, nodes));
            if let Some(whole) = whole.reduce(Finding::and).filter(|_| known.len() > 1) {
                found.push(whole.names("sections", known));
            }
        }
    }
}

impl Rule {
    /// The same work at `nodes` of one flow. What a pool saves hangs on how busy each of them is, so nothing is claimed.
    fn at(&self, graph: &Graph, nodes: &[Index]) -> Finding {
        let items = nodes.iter().flat_map(|node| worked_on(graph, *node));
        let guard = nodes.iter().find_map(|node| protection(graph, *node));
        Finding::at(self, graph, nodes.iter().copied())
            .about(items.map(|access| access.item))
            .guarded(guard)
    }
}

/// The steps of known sections by what makes them the same work.
fn alike(graph: &Graph) -> BTreeMap<Signature, Vec<Index>> {
    let mut alike: BTreeMap<Signature, Vec<Index>> = BTreeMap::new();
    let nodes = graph.indices();
    for node in nodes.filter(|node| section(graph, *node).is_some()) {
        if let Some(signature) = signature(graph, node) {
            alike.entry(signature).or_default().push(node);
        }
    }
    alike
}

/// What makes two steps the same work, in one flow or in several: what is done, and the names of the things that it is
/// done with, folded.
type Signature = (StepKind, BTreeSet<String>);

/// What is done at a node, and with what; `None` where that is not known, and where it is no work that a pool of people
/// could do for others.
fn signature(graph: &Graph, node: Index) -> Option<Signature> {
    let kind = graph.kind(node).filter(|kind| can_be_pooled(*kind))?;
    let items: BTreeSet<String> = worked_on(graph, node)
        .map(|access| folded(item_name(graph, access.item)))
        .collect();
    (!items.is_empty()).then_some((kind, items))
}

/// What comes out of a step; what goes into it, where nothing comes out.
fn worked_on<'a>(graph: &Graph<'a>, node: Index) -> impl Iterator<Item = &'a Access> {
    let step = graph.step(node).into_iter();
    step.flat_map(|step| {
        if step.writes.is_empty() {
            &step.reads
        } else {
            &step.writes
        }
    })
}

/// Whether others could do it as well: not where a section answers for a judgement or an approval, where it meets people,
/// nor what lies in passing a case on. Who looks at what another has seen repeats it, which is another matter.
fn can_be_pooled(kind: StepKind) -> bool {
    match kind {
        StepKind::Fill
        | StepKind::Enter
        | StepKind::Transcribe
        | StepKind::Sort
        | StepKind::Number
        | StepKind::Print
        | StepKind::Copy
        | StepKind::Scan
        | StepKind::Send
        | StepKind::Query
        | StepKind::Inquire
        | StepKind::Calculate
        | StepKind::Aggregate
        | StepKind::Compose
        | StepKind::Register
        | StepKind::Keep
        | StepKind::Notify
        | StepKind::Pay
        | StepKind::Discard => true,
        StepKind::Receive
        | StepKind::Carry
        | StepKind::HandOver
        | StepKind::Reconcile
        | StepKind::Check
        | StepKind::Recalculate
        | StepKind::Examine
        | StepKind::Inspect
        | StepKind::Seal
        | StepKind::Draft
        | StepKind::Approve
        | StepKind::Consent
        | StepKind::Circulate
        | StepKind::Consult
        | StepKind::Wait
        | StepKind::Automatic => false,
    }
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    /// What the second step of a flow is, after one that writes `first`.
    fn second(first: &str, step: &str) -> Option<Signature> {
        let text = format!("係: 受ける\n  書く: {first}\n{step}");
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        signature(&graph, 1)
    }

    #[test]
    fn work_is_known_again_in_another_flow() {
        let ours = second(
            "申請書",
            "国保年金課: 口座を登録する [登録]\n  書く: 口座ID",
        );
        let theirs = second(
            "届書",
            "こども課: 振込先を控える [登録]\n  読む: 届書\n  書く: 口座ＩＤ",
        );
        assert!(ours.is_some());
        assert_eq!(ours, theirs);
    }

    #[test]
    fn work_of_which_kind_or_items_are_unknown_is_like_no_other() {
        assert_eq!(second("申請書", "国保年金課: 登録する [登録]"), None);
        assert_eq!(second("申請書", "国保年金課: 登録する\n  書く: 口座"), None);
    }
}

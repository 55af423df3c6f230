//! A resident who has to come to the office, though no law asks for it.
//!
//! ## Why it is waste
//! A day off, the way and the queue cost them more than the matter itself, and who cannot come goes without.
//!
//! ## Flagged
//! ```flow
//! 住民: 窓口で利用申込書を出す 5分 [送付 紙 要綱 待ち0.5時間]
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 窓口で転入を届け出る 5分 [送付 紙 法令 待ち0.5時間]
//!   接点: 対面
//! 市民課: 届出を受け取る 3分 [受領 紙]
//! ```
//! ```flow
//! 住民: 番号札を取って待つ 1分 [待機 慣行 待ち0.5時間]
//!   接点: 対面
//! 住民: 窓口で転入を届け出る 5分 [送付 紙 法令]
//!   接点: 対面
//! 市民課: 届出を受け取る 3分 [受領 紙]
//! ```
//! ```flow
//! 住民: どう申し込むか [分岐]
//!   70% 郵送 → #1
//!   30% 窓口 → #2
//! 住民: 申込書を郵送する 10分 [#1 送付 紙 要綱]
//!   接点: 郵送
//!   → #3
//! 住民: 窓口で申込書を出す 5分 [#2 送付 紙 要綱 待ち0.5時間]
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [#3 受領 紙]
//! ```
//! ```flow
//! 住民: 窓口で申込書を出す 5分 [送付 紙 待ち0.5時間]
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## Guarded
//! ```flow
//! 住民: 窓口で本人が申し込む 5分 [送付 紙 要綱 必須 待ち0.5時間]
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [受領 紙]
//! ```
//!
//! ## What to do
//! Let them do it by post or online as well, once what comes in online is worked on as it comes.
//!
//! ## Also
//! J06
use std::collections::BTreeMap;

use kaizu_model::{Basis, Contact, Medium, StepKind};

use super::super::{Detector, Waste};
use super::counter::{met, spared, visited};
use crate::finding::Finding;
use crate::graph::{Arrow, Graph, Index};
use crate::guards::protection;

/// Sees visits of which it is known on what they rest, and that this is no law.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "required-visit"
    }

    fn code(&self) -> &'static str {
        "J02"
    }

    fn source(&self) -> &'static str {
        include_str!("required_visit.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R15"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Motion)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let choices = choices(graph);
        let basis = |node: &Index| graph.step(*node).and_then(|step| step.basis);
        let demanded = |visit: &Vec<Index>| visit.iter().filter_map(basis).any(Basis::is_binding);
        let chosen = |node: &Index| choices.iter().any(|choice| choice.is_left_to(graph, *node));
        for visit in visits(graph) {
            let is_known = visit.iter().any(|node| basis(node).is_some());
            if !is_known || demanded(&visit) || visit.iter().any(chosen) {
                continue;
            }
            let mut finding = Finding::at(self, graph, visit.iter().copied());
            for node in &visit {
                finding = finding.claiming(graph, *node, spared(graph, *node));
            }
            let protected = visit.iter().find_map(|node| protection(graph, *node));
            found.push(finding.naming(graph, "steps", &visit).forbidden(protected));
        }
    }
}

/// The steps in person by the section that is met there, in order; one visit each where nobody is met. A desk that
/// only shows the way is no visit.
fn visits(graph: &Graph) -> Vec<Vec<Index>> {
    let mut visits: Vec<Vec<Index>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for node in visited(graph) {
        let desk = met(graph, node);
        if desk.is_some_and(|desk| graph.kind(desk) == Some(StepKind::Consult)) {
            continue;
        }
        let own = visits.len();
        let place = desk.map_or(own, |desk| {
            *places.entry(graph.section(desk)).or_insert(own)
        });
        match visits.get_mut(place) {
            Some(visit) => visit.push(node),
            None => visits.push(vec![node]),
        }
    }
    visits
}

/// A branch at which residents may go a way on which they need not come.
struct Choice {
    remote: Vec<Index>,
    other: Vec<Index>,
}

impl Choice {
    /// Whether only who does not take the remote way comes to `node`.
    fn is_left_to(&self, graph: &Graph, node: Index) -> bool {
        let leads = |first: &Index| *first == node || graph.reach().is_before(*first, node);
        self.other.iter().any(leads) && !self.remote.iter().any(leads)
    }
}

fn choices(graph: &Graph) -> Vec<Choice> {
    let at = |node| {
        let ways = graph.leaving(node).filter(|arrow| !arrow.is_parallel());
        let (remote, other): (Vec<Index>, Vec<Index>) = ways
            .map(|arrow: &Arrow| arrow.to)
            .partition(|to| is_remote(graph, *to));
        (!remote.is_empty() && !other.is_empty()).then_some(Choice { remote, other })
    };
    graph.indices().filter_map(at).collect()
}

/// Whether it is known that a resident does a step without coming.
fn is_remote(graph: &Graph, node: Index) -> bool {
    let Some(step) = graph.step(node).filter(|_| graph.is_customers(node)) else {
        return false;
    };
    match step.contact {
        Some(Contact::Phone | Contact::Post | Contact::Online) => true,
        Some(Contact::InPerson) => false,
        Some(Contact::None) | None => step
            .medium_out
            .or(step.medium_in)
            .is_some_and(Medium::is_digital),
    }
}

//! A resident who sends something by post and gets it, or the answer, by post.
//!
//! ## Why it is waste
//! Each way takes days in which nobody works; what is missing comes to light only after the first of them.
//!
//! ## Flagged
//! ```flow
//! 住民: 請求書を投函する 15分 [送付 紙 待ち16時間]
//!   待ちの理由: 郵送
//!   接点: 郵送
//! 市民課: 証明書を発行する 5分 [作成 業務システム→紙]
//! 住民: 郵便で受け取る 2分 [受領 紙 待ち16時間]
//!   待ちの理由: 郵送
//!   接点: 郵送
//! ```
//! ```flow
//! 市民課: 足りない書類を知らせる 5分 [通知 紙]
//!   → 住民: 書類をそろえて送り返す [郵送]
//! 住民: 書類をそろえて送り返す 15分 [送付 紙 待ち40時間]
//!   待ちの理由: 郵送
//!   → 市民課: 書類を確かめる [郵送]
//! 市民課: 書類を確かめる 5分 [受領 紙]
//! ```
//!
//! ## Clean
//! One way by post is no round trip:
//! ```flow
//! 住民: 請求のフォームに入力する 5分 [送付 電子 待ち0時間]
//!   接点: オンライン
//! 市民課: 証明書を発行する 5分 [作成 業務システム→紙]
//! 住民: 郵便で受け取る 2分 [受領 紙 待ち16時間]
//!   待ちの理由: 郵送
//!   接点: 郵送
//! ```
//!
//! ## What to do
//! Let people apply online, where a form tells at once what is missing; post only what has to be on paper.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Contact, StepKind, Transfer, WaitCause};

use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Arrow, Graph, Index};
use crate::guards::protection;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "mail-round-trip"
    }

    fn code(&self) -> &'static str {
        "W08"
    }

    fn source(&self) -> &'static str {
        include_str!("mail_round_trip.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R15", "R04"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for Trip { sent, places } in trips(graph) {
            let mut finding = Finding::at(self, graph, places);
            for node in sent {
                let cause = graph.step(node).and_then(|step| step.wait_cause);
                if cause == Some(WaitCause::Post) && protection(graph, node).is_none() {
                    finding = finding.claiming(graph, node, Claim::WAIT);
                }
            }
            found.push(finding);
        }
    }
}

/// There and back by post.
struct Trip {
    /// Where residents send something.
    sent: Vec<Index>,
    /// The same with where the letters come to them.
    places: BTreeSet<Index>,
}

fn trips(graph: &Graph) -> Vec<Trip> {
    let letters: BTreeSet<Index> = graph.indices().filter(|n| comes(graph, *n)).collect();
    // What is answered by one letter is one place, however often something has to be sent before.
    let mut answered: BTreeMap<Index, Vec<Index>> = BTreeMap::new();
    for node in graph.indices().filter(|n| goes(graph, *n)) {
        let reply = reply(graph, &letters, node);
        answered
            .entry(reply.unwrap_or(node))
            .or_default()
            .push(node);
    }
    let trip = |(last, sent): (Index, Vec<Index>)| {
        let mut places: BTreeSet<Index> = sent.iter().copied().collect();
        if sent.contains(&last) {
            let asked = asked(graph, &letters, last);
            if asked.is_empty() {
                return None;
            }
            places.extend(asked);
        }
        places.insert(last);
        Some(Trip { sent, places })
    };
    answered.into_iter().filter_map(trip).collect()
}

/// All places of round trips by post.
pub(super) fn posted(graph: &Graph) -> BTreeSet<Index> {
    trips(graph)
        .into_iter()
        .flat_map(|trip| trip.places)
        .collect()
}

/// Whether a resident sends the case to the city by post here.
fn goes(graph: &Graph, node: Index) -> bool {
    let is_sent = graph.kind(node) == Some(StepKind::Send) && is_met_by_post(graph, node);
    let mut leaving = graph.leaving(node);
    is_customers_step(graph, node)
        && (is_sent || leaving.any(|arrow| is_post(arrow) && graph.is_staff(arrow.to)))
}

/// Whether the case comes to a resident by post here.
fn comes(graph: &Graph, node: Index) -> bool {
    let is_received = graph.kind(node) == Some(StepKind::Receive) && is_met_by_post(graph, node);
    let mut reaching = graph.reaching(node);
    is_customers_step(graph, node)
        && (is_received || reaching.any(|arrow| is_post(arrow) && graph.is_staff(arrow.from)))
}

fn is_customers_step(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some() && graph.is_customers(node)
}

fn is_post(arrow: &Arrow) -> bool {
    arrow.edge.transfer == Some(Transfer::Post)
}

fn is_met_by_post(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.contact == Some(Contact::Post) || step.wait_cause == Some(WaitCause::Post)
    })
}

/// The first letter to a resident that every case gets after what was sent at `node`.
fn reply(graph: &Graph, letters: &BTreeSet<Index>, node: Index) -> Option<Index> {
    letters.last()?;
    let next = |node: &Index| graph.reach().next_certain(*node);
    std::iter::successors(next(&node), next).find(|node| letters.contains(node))
}

/// The letters that came to the resident since the city had the case last, `node` included.
fn asked(graph: &Graph, letters: &BTreeSet<Index>, node: Index) -> Vec<Index> {
    let mut seen = BTreeSet::from([node]);
    let mut open = vec![node];
    while let Some(at) = open.pop() {
        let before = graph.reaching(at).map(|arrow| arrow.from);
        open.extend(before.filter(|from| graph.is_customers(*from) && seen.insert(*from)));
    }
    seen.intersection(letters).copied().collect()
}

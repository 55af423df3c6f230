//! A system that several lanes work with, or a single person, that every case passes and nothing can stand in for.
//!
//! ## Why it is waste
//! When it fails, is being replaced or falls ill, every case stops at once, and nobody has thought about what to do then.
//!
//! ## Flagged
//! ```flow
//! @台帳 給付金システム [業務システム]
//! @担当 入力担当 [職員]
//! @担当 審査担当 [職員]
//! 入力担当: 申請を入力する 4分 [入力 業務システム 規則]
//!   システム: 給付金システム
//! 審査担当: 要件を審査する 5分 [審査 業務システム 規則]
//!   システム: 給付金システム
//! 審査担当: 決定通知を作る 2分 [作成 業務システム 規則]
//!   システム: 給付金システム
//! ```
//!
//! ```flow
//! @担当 受付担当 [職員 3人]
//! @担当 登記担当 [職員 1人]
//! 受付担当: 届出を受け付ける 4分 [受領 紙 規則]
//! 登記担当: 登記の内容を調べる 20分 [審査 紙 規則]
//! ```
//!
//! ## Clean
//! Cases can go another way.
//!
//! ```flow
//! @台帳 給付金システム [業務システム]
//! @担当 入力担当 [職員]
//! @担当 審査担当 [職員]
//! 入力担当: システムは動いているか [#1 分岐]
//!   98% 動いている → #2
//!   2% 止まっている → #3
//! 入力担当: 申請を入力する 4分 [#2 入力 業務システム 規則]
//!   システム: 給付金システム
//! 審査担当: 要件を審査する 5分 [審査 業務システム 規則]
//!   システム: 給付金システム
//! 審査担当: 決定通知を作る 2分 [作成 業務システム 規則]
//!   システム: 給付金システム
//!   → 終わり
//! 審査担当: 紙で審査する 15分 [#3 審査 紙 規則]
//! ```
//!
//! Somebody of the same pool can take over.
//!
//! ```flow
//! @担当 受付担当 [職員 3人 人員枠:市民課]
//! @担当 登記担当 [職員 1人 人員枠:市民課]
//! 受付担当: 届出を受け付ける 4分 [受領 紙 規則]
//! 登記担当: 登記の内容を調べる 20分 [審査 紙 規則]
//! ```
//!
//! ## What to do
//! Agree on what to do when it stops, and draw that way: another system, paper, a second person.
//!
//! ## Also
//! H06
use std::collections::{BTreeMap, BTreeSet};

use kaizu_model::{Lane, LaneId, LaneKind, Step, StoreKind};

use crate::carriers::{read_from, store_kind, written_to};
use crate::detectors::{Detector, Gravity};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::passing::is_on_every_way;

/// A system is what work hangs on from so many steps on.
const STEPS: usize = 3;
/// And from so many lanes on, so that nobody sees all of it.
const LANES: usize = 2;

/// Sees what every case hangs on.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "single-point-of-failure"
    }

    fn code(&self) -> &'static str {
        "X03"
    }

    fn source(&self) -> &'static str {
        include_str!("single_point_of_failure.rs")
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (single, nodes) in systems(graph).into_iter().chain(people(graph)) {
            if !nodes.is_empty() && is_on_every_way(graph, &nodes) {
                found.push(Finding::at(self, graph, nodes).names("single", [single]));
            }
        }
    }
}

/// Systems of the city that several lanes work with, with the steps that do.
fn systems<'a>(graph: &Graph<'a>) -> Vec<(&'a str, BTreeSet<Index>)> {
    let mut users: BTreeMap<&str, BTreeSet<Index>> = BTreeMap::new();
    for (node, step) in graph
        .steps()
        .filter(|(node, _)| is_in_the_city(graph, *node))
    {
        for name in stores(step) {
            users.entry(name).or_default().insert(node);
        }
    }
    let is_shared = |(_, nodes): &(&str, BTreeSet<Index>)| {
        let lanes: BTreeSet<LaneId> = nodes
            .iter()
            .filter_map(|n| graph.step(*n))
            .map(|step| step.lane)
            .collect();
        nodes.len() >= STEPS && lanes.len() >= LANES
    };
    let shared = users.into_iter().filter(is_shared);
    shared.filter(|(name, _)| is_system(graph, name)).collect()
}

fn is_in_the_city(graph: &Graph, node: Index) -> bool {
    graph.is_staff(node) && graph.lane_kind(node) != Some(LaneKind::External)
}

/// The ledgers and systems that a step works with.
fn stores(step: &Step) -> BTreeSet<&str> {
    let reads = step.reads.iter().map(|access| read_from(step, access));
    let writes = step.writes.iter().map(|access| written_to(step, access));
    let held = reads.chain(writes).filter_map(|carrier| carrier.store);
    let others = step.other_systems.iter().map(String::as_str);
    step.system
        .as_deref()
        .into_iter()
        .chain(others)
        .chain(held)
        .collect()
}

/// Whether people recorded it as something of the city that runs on machines.
fn is_system(graph: &Graph, name: &str) -> bool {
    matches!(
        store_kind(graph, name),
        Some(StoreKind::System | StoreKind::Excel | StoreKind::Archive)
    )
}

/// Lanes of one person with whom nobody shares the work, and their steps. Who holds an office has a deputy.
fn people<'a>(graph: &Graph<'a>) -> Vec<(&'a str, BTreeSet<Index>)> {
    let lanes = graph.document.lanes_of(graph.flow);
    let is_shared = |pool: &String| {
        let in_it = lanes
            .iter()
            .filter(|(_, lane)| lane.pool.as_ref() == Some(pool));
        in_it.count() > 1
    };
    let is_alone = |lane: &Lane| {
        lane.headcount
            .is_some_and(|it| (it.get() - 1.0).abs() < 1e-9)
            && matches!(lane.kind, LaneKind::Staff | LaneKind::Accounting)
            && !lane.pool.as_ref().is_some_and(is_shared)
    };
    let alone = lanes.iter().filter(|(_, lane)| is_alone(lane));
    alone
        .map(|(id, lane)| {
            let own = graph.steps().filter(|(_, step)| step.lane == *id);
            (lane.name.as_str(), own.map(|(node, _)| node).collect())
        })
        .collect()
}

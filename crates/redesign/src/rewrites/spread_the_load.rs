//! Gives work of people to whom more comes than they can do to neighbours of the same section who have time for it.
//!
//! ## Before
//! ```flow
//! @年間件数 6000件
//! @担当 住民 [住民]
//! @担当 窓口 [職員 2人 課:市民課]
//! @担当 登録担当 [職員 3人 課:市民課]
//! 住民: 届に記入 5分 [記入 紙]
//!   書く: 届
//! 窓口: 届を受け取り、聞き取る 20分 [受領 紙 要綱]
//!   読む: 届
//!   書く: 聞取票
//! 窓口: 届をスキャンする 16分 [スキャン 紙→電子 要綱]
//!   システム: 届出管理システム
//!   読む: 届、聞取票
//!   書く: 届の画像
//! 登録担当: 画像を見て登録する 10分 [登録 電子→業務システム 要綱]
//!   システム: 届出管理システム
//!   読む: 届の画像
//!   書く: 登録
//! ```
//!
//! ## After
//! ```flow
//! @年間件数 6000件
//! @担当 住民 [住民]
//! @担当 窓口 [職員 2人 課:市民課]
//! @担当 登録担当 [職員 3人 課:市民課]
//! 住民: 届に記入 5分 [記入 紙]
//!   書く: 届
//! 窓口: 届を受け取り、聞き取る 20分 [受領 紙 要綱]
//!   読む: 届
//!   書く: 聞取票
//! 登録担当: 届をスキャンする 16分 [スキャン 紙→電子 要綱]
//!   システム: 届出管理システム
//!   読む: 届、聞取票
//!   書く: 届の画像
//! 登録担当: 画像を見て登録する 10分 [登録 電子→業務システム 要綱]
//!   システム: 届出管理システム
//!   読む: 届の画像
//!   書く: 登録
//! ```
//!
//! ## Keeps
//! Every step, and whoever judges, decides, checks or meets residents. Nobody checks what they have made themselves, and cases
//! change hands no more often than before. Without the number of people and cases, nothing is moved.
//!
//! ## Loses
//! Work in the hands of those who have always done it.
use std::collections::BTreeSet;

use kaizu_analysis::{Demand, Finding, Graph, Index, Load, demand, is_checking, loads, protection};
use kaizu_model::{Command, Contact, Difference, LaneId, LaneKind, Refusal, Step, StepKind};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "spread-the-load"
    }
    fn code(&self) -> &'static str {
        "R20"
    }
    fn source(&self) -> &'static str {
        include_str!("spread_the_load.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["W05"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["practised-hands"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["divide-work-anew"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, &["W05"]);
        let is_seen = |load: &Load| load.steps.iter().any(|n| seen.contains(&graph.id(*n)));
        let (demand, loads) = (demand(graph), loads(graph));
        let busy = loads
            .iter()
            .filter(|load| load.is_too_much(demand) && is_seen(load));
        busy.filter_map(|load| relief(graph, &loads, load, demand))
            .map(|relief| Site::at(relief.steps.into_iter().map(|n| graph.id(n))))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let (demand, loads) = (demand(graph), loads(graph));
        let meant = |relief: &Relief| graph.ids(&relief.steps) == site.nodes;
        let busy = loads.iter().filter(|load| load.is_too_much(demand));
        let relief = busy
            .filter_map(|load| relief(graph, &loads, load, demand))
            .find(meant);
        if let Some(Relief { steps, lane }) = relief {
            for id in steps.iter().filter_map(|n| graph.step_id(*n)) {
                draft.revise(id, |step| step.lane = lane)?;
            }
        }
        Ok(draft.finish())
    }
}

/// What somebody else does from now on.
struct Relief {
    steps: Vec<Index>,
    lane: LaneId,
}

/// The fewest first steps of `busy` with which a neighbour of theirs can help so that both have time enough.
fn relief(graph: &Graph, loads: &[Load], busy: &Load, demand: Demand) -> Option<Relief> {
    let helpers = loads
        .iter()
        .filter(|load| load.is_complete && load.lanes != busy.lanes);
    helpers.into_iter().find_map(|helper| {
        let [lane] = helper.lanes.as_slice() else {
            return None;
        };
        helped(graph, busy, helper, *lane, demand)
    })
}

fn helped(
    graph: &Graph,
    busy: &Load,
    helper: &Load,
    lane: LaneId,
    demand: Demand,
) -> Option<Relief> {
    let mut steps: Vec<Index> = Vec::new();
    let (mut left, mut more) = (busy.clone(), helper.clone());
    // What borders on what the helper does is handed on there at the end instead of at the beginning.
    while left.is_too_much(demand) {
        let own = |n: Index| steps.contains(&n) || helper.steps.contains(&n);
        let fits = |n: &&Index| {
            !steps.contains(n)
                && can_be_given(graph, **n)
                && is_at_home(graph, **n, helper)
                && borders_on(graph, **n, own)
        };
        let next = busy.steps.iter().rev().find(fits).copied()?;
        let minutes = graph.minutes(next)? * graph.visit(next);
        left.minutes_per_case -= minutes;
        more.minutes_per_case += minutes;
        if more.is_too_much(demand) {
            return None;
        }
        steps.push(next);
    }
    steps.sort_unstable();
    (!steps.is_empty() && more.people.is_some()).then_some(Relief { steps, lane })
}

/// Plain work behind the counter, which anybody of the section can learn.
fn can_be_given(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        is_plain(step.kind)
            && graph.lane_kind(node) == Some(LaneKind::Staff)
            && graph.minutes(node).is_some_and(|minutes| minutes > 0.0)
            && protection(graph, node).is_none()
            && step.role.is_none()
            && step.check.is_none()
            && step.needs_judgement != Some(true)
            && matches!(step.contact, Some(Contact::None) | None)
            && !meets_residents(graph, node)
    })
}

fn is_plain(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(
            StepKind::Enter
                | StepKind::Transcribe
                | StepKind::Sort
                | StepKind::Number
                | StepKind::Print
                | StepKind::Copy
                | StepKind::Scan
                | StepKind::Send
                | StepKind::Carry
                | StepKind::Aggregate
                | StepKind::Register
                | StepKind::Keep
        )
    )
}

/// Whether a resident stands or waits at the telephone in front of this step or behind it.
fn meets_residents(graph: &Graph, node: Index) -> bool {
    let is_there = |n: Index| {
        let contact = graph.step(n).and_then(|step| step.contact);
        graph.is_customers(n) && matches!(contact, Some(Contact::InPerson | Contact::Phone))
    };
    graph.reaching(node).any(|arrow| is_there(arrow.from))
        || graph.leaving(node).any(|arrow| is_there(arrow.to))
}

/// Whether the helpers belong to the same section in the same place, know the system, and neither check nor approve it later.
fn is_at_home(graph: &Graph, node: Index, helper: &Load) -> bool {
    let Some((step, lane)) = graph.step(node).zip(graph.lane(node)) else {
        return false;
    };
    let theirs = || {
        let steps = helper.steps.iter();
        steps.filter_map(|n| Some((*n, graph.step(*n)?, graph.lane(*n)?)))
    };
    let is_colleague = theirs().any(|(_, _, other)| {
        other.kind == LaneKind::Staff
            && lane.section.is_some()
            && other.section == lane.section
            && other.location == lane.location
    });
    let uses = |other: &Step| {
        other.system == step.system
            || step
                .system
                .as_ref()
                .is_some_and(|it| other.other_systems.contains(it))
    };
    let knows = step.system.is_none() || theirs().any(|(_, other, _)| uses(other));
    let made: BTreeSet<Index> = step
        .writes
        .iter()
        .flat_map(|access| carriers::readers(graph, node, access.item))
        .collect();
    let vouches = |n: Index| {
        let kinds = [
            StepKind::Approve,
            StepKind::Consent,
            StepKind::Seal,
            StepKind::Pay,
        ];
        is_checking(graph, n) || graph.kind(n).is_some_and(|kind| kinds.contains(&kind))
    };
    let judges_own = theirs().any(|(n, _, _)| vouches(n) && made.contains(&n));
    is_colleague && knows && !judges_own
}

/// Whether every case comes straight from one of `own` to the step, or goes straight on to one.
fn borders_on(graph: &Graph, node: Index, own: impl Fn(Index) -> bool) -> bool {
    let before: Vec<Index> = graph.reaching(node).map(|arrow| arrow.from).collect();
    let after: Vec<Index> = graph.leaving(node).map(|arrow| arrow.to).collect();
    let is_theirs = |side: &[Index]| !side.is_empty() && side.iter().all(|n| own(*n));
    is_theirs(&before) || is_theirs(&after)
}

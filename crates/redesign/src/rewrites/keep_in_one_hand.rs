//! Lets a desk do itself what it gave to another for a moment and waited to get back.
//!
//! ## Before
//! ```flow
//! @担当 審査担当 [職員 課:市民課]
//! @担当 受付担当 [職員 課:市民課]
//! 審査担当: 申請の記載を見る 3分 [審査 業務システム]
//!   システム: 給付システム
//!   読む: 申請データ
//! 受付担当: 整理番号を付ける 1分 [付番 業務システム 慣行 待ち4時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 整理番号
//! 審査担当: 要件を見る 5分 [審査 業務システム 待ち4時間]
//!   システム: 給付システム
//!   読む: 申請データ
//! ```
//!
//! ## After
//! ```flow
//! @担当 審査担当 [職員 課:市民課]
//! @担当 受付担当 [職員 課:市民課]
//! 審査担当: 申請の記載を見る 3分 [審査 業務システム]
//!   システム: 給付システム
//!   読む: 申請データ
//! 審査担当: 整理番号を付ける 1分 [付番 業務システム 慣行 待ち0時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 整理番号
//! 審査担当: 要件を見る 5分 [審査 業務システム 待ち0時間]
//!   システム: 給付システム
//!   読む: 申請データ
//! ```
//!
//! ## Keeps
//! Checks, seals and decisions by another person, duties that must lie in different hands, and checks of one person's work by
//! another. Only work within one section and on systems that the desk uses anyway changes hands.
//!
//! ## Loses
//! The practice of those who did this part all day.
use kaizu_analysis::{Finding, Graph, Index, is_checking, protection};
use kaizu_model::{
    Basis, Check, Command, Contact, Difference, EdgeId, LaneId, LaneKind, NodeId, OfficeHours,
    Refusal, Revise, Routine, Step, StepKind, WaitCause,
};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "keep-in-one-hand"
    }
    fn code(&self) -> &'static str {
        "R12c"
    }
    fn source(&self) -> &'static str {
        include_str!("keep_in_one_hand.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["H02", "H01"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["practice"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["division-of-work"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        open(findings, &["H02"])
            .filter(|it| Detour::at(graph, &it.nodes).is_some())
            .map(|it| Site::at(it.nodes.iter().copied()))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        if let Some(detour) = Detour::at(graph, &site.nodes) {
            take_over(&mut draft, graph, &detour)?;
        }
        Ok(draft.finish())
    }
}

/// A way from a desk to another and back.
struct Detour {
    /// The desk from which the case goes away and to which it comes back.
    lane: LaneId,
    /// What the other desk does.
    away: Vec<Index>,
    /// Where the case is back.
    back: Index,
    /// The arrows along the way.
    way: Vec<EdgeId>,
}

impl Detour {
    /// The detour through `nodes`, the last before it and the first behind it included, where the desk may spare it.
    fn at(graph: &Graph, nodes: &[NodeId]) -> Option<Self> {
        let all: Option<Vec<Index>> = nodes.iter().map(|id| graph.index(*id)).collect();
        let all = all?;
        let [from, away @ .., back] = all.as_slice() else {
            return None;
        };
        let lane = graph.step(*from)?.lane;
        let is_back = graph.step(*back)?.lane == lane;
        let way: Option<Vec<EdgeId>> = all
            .iter()
            .zip(all.iter().skip(1))
            .map(|(one, next)| only_way(graph, *one, *next))
            .collect();
        let first = away.first().copied()?;
        let lies = [first, *back].iter().any(|n| lies_around(graph, *n));
        let can_take = away.iter().all(|n| {
            is_simple(graph, *n)
                && is_same_office(graph, *from, *n)
                && has_systems(graph, lane, *n)
                && !is_checked_by(graph, lane, *n)
        });
        (is_back && lies && can_take).then_some(Self {
            lane,
            away: away.to_vec(),
            back: *back,
            way: way?,
        })
    }
}

fn take_over(draft: &mut Draft, graph: &Graph, detour: &Detour) -> Result<(), Refusal> {
    let first = detour.away.first().copied();
    let turns = first.into_iter().chain([detour.back]);
    let turns: Vec<Index> = turns.filter(|n| lies_around(graph, *n)).collect();
    for n in detour.away.iter().copied().chain([detour.back]) {
        let Some(id) = graph.step_id(n) else {
            continue;
        };
        draft.revise(id, |step| {
            step.lane = detour.lane;
            if turns.contains(&n) {
                step.wait = Some(OfficeHours::ZERO);
                step.wait_cause = None;
            }
        })?;
    }
    for edge in &detour.way {
        let mut it = draft.document.edge(*edge)?.clone();
        if it.transfer.take().is_some() {
            draft.run(Revise::new(*edge, it))?;
        }
    }
    Ok(())
}

/// The arrow from `one` to `next`, where nothing else leaves the one or reaches the other.
fn only_way(graph: &Graph, one: Index, next: Index) -> Option<EdgeId> {
    let mut leaving = graph.leaving(one);
    let (Some(arrow), None) = (leaving.next(), leaving.next()) else {
        return None;
    };
    let is_only = arrow.to == next && graph.reaching(next).count() == 1;
    is_only.then_some(arrow.id)
}

/// Whether the case waits here for nothing but its turn.
fn lies_around(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_for_turn = match step.wait_cause {
            Some(WaitCause::Queue) | None => true,
            Some(
                WaitCause::Batch
                | WaitCause::Approval
                | WaitCause::Post
                | WaitCause::OtherParty
                | WaitCause::Statutory,
            ) => false,
        };
        is_for_turn && step.wait.is_some_and(|it| it > OfficeHours::ZERO)
    })
}

/// Whether whoever has the case can do it on the way: no check, no seal, no decision, nothing that hangs on a person.
fn is_simple(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_plain = matches!(
            step.kind,
            Some(
                StepKind::Enter
                    | StepKind::Transcribe
                    | StepKind::Sort
                    | StepKind::Number
                    | StepKind::Print
                    | StepKind::Copy
                    | StepKind::Scan
                    | StepKind::Calculate
                    | StepKind::Aggregate
                    | StepKind::Compose
                    | StepKind::Register
                    | StepKind::Keep
            )
        );
        let is_divided_by_rule = match step.basis {
            Some(Basis::Law | Basis::Ordinance | Basis::Rule) => true,
            Some(Basis::Guideline | Basis::Custom) | None => false,
        };
        is_plain
            && !is_divided_by_rule
            && protection(graph, node).is_none()
            && !is_checking(graph, node)
            && step.check.is_none()
            && step.seals.is_empty()
            && step.role.is_none()
            && step.batch.is_none()
            && step.needs_judgement != Some(true)
            && step.routine != Some(Routine::Free)
            && step.contact.is_none_or(|it| it == Contact::None)
    })
}

/// Whether staff of one section do both.
fn is_same_office(graph: &Graph, one: Index, other: Index) -> bool {
    let lanes = graph.lane(one).zip(graph.lane(other));
    lanes.is_some_and(|(one, other)| {
        one.kind == LaneKind::Staff
            && other.kind == LaneKind::Staff
            && one.section.is_some()
            && one.section == other.section
    })
}

/// Whether the desk `lane` works with every system that is used at `node` anyway.
fn has_systems(graph: &Graph, lane: LaneId, node: Index) -> bool {
    let is_at_hand = |name: &String| {
        let own = graph.steps().filter(|(_, step)| step.lane == lane);
        let mut used = own.flat_map(|(_, step)| step.system.iter().chain(&step.other_systems));
        used.any(|it| it == name)
    };
    graph.step(node).is_some_and(|step| {
        let mut names = step.system.iter().chain(&step.other_systems);
        names.all(is_at_hand)
    })
}

/// Whether the desk `lane` checks, seals or approves anywhere what is made at `node`, or somebody is named who must not be
/// the same as another.
fn is_checked_by(graph: &Graph, lane: LaneId, node: Index) -> bool {
    let made: Vec<_> = graph
        .step(node)
        .into_iter()
        .flat_map(|step| &step.writes)
        .map(|access| access.item)
        .collect();
    let names = made
        .iter()
        .filter_map(|item| graph.document.item(*item).ok());
    let names: Vec<&str> = names.map(|item| item.name.as_str()).collect();
    let is_named = |check: &Check| {
        let mut sides = check.object.iter().chain(&check.against);
        sides.any(|side| names.iter().any(|name| side.contains(name)))
    };
    let looks_over = |n: Index, step: &Step| {
        is_checking(graph, n)
            || step.check.is_some()
            || matches!(
                step.kind,
                Some(StepKind::Approve | StepKind::Consent | StepKind::Seal | StepKind::Circulate)
            )
    };
    let is_cause = |step: &Step| {
        graph
            .step_id(node)
            .is_some_and(|id| step.because_of.contains(&id))
    };
    graph.steps().any(|(n, step)| {
        let check = step.check.as_ref();
        let is_own = step.lane == lane && looks_over(n, step);
        let looks_at_it = made.iter().any(|item| carriers::reads(graph, n, *item))
            || check.is_some_and(is_named)
            || is_cause(step);
        (is_own && looks_at_it) || check.is_some_and(|check| check.independent_of.is_some())
    })
}

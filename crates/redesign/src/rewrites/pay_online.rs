//! Lets residents pay online besides the one way there was; what is paid so is booked by itself.
//!
//! ## Before
//! ```flow
//! @担当 住民 [住民]
//! @担当 市民課 [職員]
//! 住民: 請求書を書く 10分 [記入 紙 要綱]
//!   書く: 請求書
//! 住民: 郵便局で定額小為替を買う 30分 [支払 現金等 規則]
//!   書く: 手数料
//! 住民: 請求書と手数料を送る 5分 [送付 紙 規則]
//!   読む: 請求書、手数料
//! 市民課: 証明書を発行する 3分 [入力 紙 要綱]
//!   読む: 請求書、手数料
//!   書く: 証明書
//! 市民課: 小為替を換金し収入を調定する 2分 [集計 現金等→業務システム 規則 待ち8時間]
//!   システム: 財務会計システム
//!   読む: 手数料
//!   書く: 収入
//! 市民課: 証明書を送る 2分 [送付 紙 規則]
//!   読む: 証明書
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 市民課 [職員]
//! 住民: 請求書を書く 10分 [記入 紙 要綱]
//!   書く: 請求書
//! 住民: 支払方法を選ぶ [#N1 分岐]
//!   40% オンライン → オンラインで支払う
//!   60% これまでの方法 → 郵便局で定額小為替を買う
//! 住民: 郵便局で定額小為替を買う 30分 [支払 現金等 規則]
//!   書く: 手数料
//!   → 請求書と手数料を送る
//! 住民: オンラインで支払う 2分 [#N2 支払 電子 規則]
//!   書く: 手数料
//!   接点: オンライン
//! 住民: 請求書と手数料を送る 5分 [送付 紙 規則]
//!   読む: 請求書、手数料
//! 市民課: 証明書を発行する 3分 [入力 紙 要綱]
//!   読む: 請求書、手数料
//!   書く: 証明書
//! 市民課: オンラインで支払われたか [#N3 分岐]
//!   40% オンライン → 収納データを財務会計システムへ自動で取り込む
//!   60% これまでの方法 → 小為替を換金し収入を調定する
//! 市民課: 小為替を換金し収入を調定する 2分 [集計 現金等→業務システム 規則 待ち8時間]
//!   システム: 財務会計システム
//!   読む: 手数料
//!   書く: 収入
//!   → 証明書を送る
//! システム: 収納データを財務会計システムへ自動で取り込む 0分 [#N4 自動処理 電子→業務システム 規則 待ち0時間]
//!   システム: 財務会計システム
//!   読む: 手数料
//!   書く: 収入
//! 市民課: 証明書を送る 2分 [送付 紙 規則]
//!   読む: 証明書
//! ```
//!
//! ## Keeps
//! The way to pay that there was, for who has no other; every booking.
//!
//! ## Loses
//! The fee of the payment service.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Access, Authority, Command, Contact, Difference, ItemId, Medium, Minutes, NodeId, Refusal,
    Share, Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::agreement::authority_over;
use crate::automatic::by_itself;
use crate::bypass::{Bypass, lead_past};
use crate::detected::{open, unguarded};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "pay-online"
    }
    fn code(&self) -> &'static str {
        "R10c"
    }
    fn source(&self) -> &'static str {
        include_str!("pay_online.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["P01", "P02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["payment-fees"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["appoint-payment-agent"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["online-payment-share", "online-payment-minutes"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let is_seen = open(findings, self.answers()).next().is_some();
        let payments = if is_seen { payments(graph) } else { Vec::new() };
        let handling = payments.iter().flat_map(|n| handling(graph, *n));
        let nodes: BTreeSet<Index> = payments.iter().copied().chain(handling).collect();
        let steps = payments.iter().filter_map(|n| graph.step(*n));
        let authority = steps
            .map(authority_over)
            .fold(Authority::Section, Authority::max);
        let site = Site::at(nodes.into_iter().map(|n| graph.id(n))).asking(authority);
        (!payments.is_empty()).then_some(site).into_iter().collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        _: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let share = Share::try_from(parameters.get("online-payment-share")).unwrap_or(Share::NONE);
        let minutes = Minutes::try_from(parameters.get("online-payment-minutes")).ok();
        for node in payments(graph) {
            let (Some(id), Some(step)) = (graph.step_id(node), graph.step(node)) else {
                continue;
            };
            let instead = Some(online(step, minutes));
            go_online(&mut draft, id, wording::HOW_TO_PAY, share, instead)?;
            for desk in handling(graph, node) {
                let (Some(id), Some(step)) = (graph.step_id(desk), graph.step(desk)) else {
                    continue;
                };
                let lane = draft.system_lane()?;
                let machine = || Step {
                    lane,
                    ..booking(step)
                };
                let instead = (!step.writes.is_empty()).then(machine);
                go_online(&mut draft, id, wording::HOW_PAID, share, instead)?;
            }
        }
        Ok(draft.finish())
    }
}

/// Lets the part `share` of the cases go past `id` online, on which `instead` is done where there is anything to do.
fn go_online(
    draft: &mut Draft,
    id: StepId,
    question: &str,
    share: Share,
    instead: Option<Step>,
) -> Result<(), Refusal> {
    let bypass = Bypass {
        lane: draft.document.step(id)?.lane,
        question,
        past: wording::ONLINE,
        through: wording::AS_BEFORE,
        share,
    };
    let branch = lead_past(draft, id, id, &bypass)?.map(NodeId::from);
    let (Some(branch), Some(instead)) = (branch, instead) else {
        return Ok(());
    };
    let ways = draft.document.edges_from(branch).map(|(_, edge)| edge.to);
    let past: Vec<NodeId> = ways.filter(|to| *to != id.into()).collect();
    for target in past {
        let made = instead.clone();
        draft.insert_before(target, &[branch], |blank| Step {
            key: blank.key,
            rank: blank.rank,
            phase: made.phase,
            ..made
        })?;
    }
    Ok(())
}

/// Residents' payments for which there is one way only, and nobody demands it.
fn payments(graph: &Graph) -> Vec<Index> {
    let seen = ["P01", "P02"].into_iter();
    let findings = seen.flat_map(|code| unguarded(graph, code));
    let nodes = findings.flat_map(|finding| finding.nodes);
    let nodes: BTreeSet<Index> = nodes.filter_map(|id| graph.index(id)).collect();
    // Behind a branch it may be one of several ways to pay, or to apply.
    let is_chosen = |n: Index| {
        let mut before = graph.reaching(n).map(|arrow| arrow.from);
        before.any(|from| graph.leaving(from).count() > 1)
    };
    let fits =
        |n: &Index| protection(graph, *n).is_none() && has_one_way(graph, *n) && !is_chosen(*n);
    nodes.into_iter().filter(fits).collect()
}

/// Whether the step leads to one place.
fn has_one_way(graph: &Graph, node: Index) -> bool {
    let mut onward = graph.leaving(node);
    let is_one = onward.next().is_some_and(|arrow| !arrow.is_parallel());
    is_one && onward.next().is_none()
}

/// Who does nothing but handle the cash that is paid at `node`, in every case and once.
fn handling(graph: &Graph, node: Index) -> Vec<Index> {
    let written = graph.step(node).map_or(&[][..], |step| &step.writes);
    let paid: BTreeSet<ItemId> = written.iter().map(|access| access.item).collect();
    let reach = graph.reach();
    let is_only_handling = |n: &Index| {
        graph.step(*n).is_some_and(|step| {
            let is_booked = step.medium_out.is_some_and(Medium::is_digital);
            matches!(
                step.kind,
                Some(
                    StepKind::Aggregate
                        | StepKind::Keep
                        | StepKind::Carry
                        | StepKind::Enter
                        | StepKind::Transcribe
                        | StepKind::Register
                )
            ) && step.medium_in == Some(Medium::Cash)
                && !step.reads.is_empty()
                && step.reads.iter().all(|access| paid.contains(&access.item))
                && (step.writes.is_empty() || is_booked)
                && step.check.is_none()
        }) && is_own_staff(graph, *n)
            && protection(graph, *n).is_none()
            && has_one_way(graph, *n)
            && reach.dominates(node, *n)
            && reach.post_dominates(*n, node)
            && !reach.reaches(*n, *n)
    };
    let steps = graph.indices().filter(|n| *n != node);
    steps.filter(is_only_handling).collect()
}

/// The same payment from where one is.
fn online(step: &Step, minutes: Option<Minutes>) -> Step {
    let plain = |accesses: &[Access]| accesses.iter().map(|it| Access::to(it.item)).collect();
    Step {
        phase: step.phase,
        kind: Some(StepKind::Pay),
        minutes,
        wait: step.wait,
        wait_cause: step.wait_cause,
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        reads: plain(&step.reads),
        writes: plain(&step.writes),
        basis: step.basis,
        contact: Some(Contact::Online),
        ..Step::new(step.flow, step.rank, step.lane, wording::PAY_ONLINE)
    }
}

/// Books by itself what the step books by hand.
fn booking(step: &Step) -> Step {
    let plain = |accesses: &[Access]| accesses.iter().map(|it| Access::to(it.item)).collect();
    let name = wording::import_payments(step.system.as_deref());
    Step {
        phase: step.phase,
        medium_in: Some(Medium::Electronic),
        medium_out: step.medium_out,
        system: step.system.clone(),
        reads: plain(&step.reads),
        writes: plain(&step.writes),
        basis: step.basis,
        ..by_itself(Step::new(step.flow, step.rank, step.lane, name))
    }
}

//! Lets people who need nothing of each other's begin at once; the case goes on when the last of them is done.
//!
//! ## Before
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 業務システム]
//!   書く: 決定
//! 会計課: 振込の手続をする 5分 [支払 業務システム 待ち24時間]
//!   読む: 口座
//!   書く: 振込データ
//! 受付担当: 決定通知を作る 2分 [作成 業務システム 待ち8時間]
//!   読む: 決定
//!   書く: 決定通知
//! 受付担当: 振込日を記録する 1分 [登録 業務システム 待ち2時間]
//!   読む: 振込データ、決定通知
//! ```
//!
//! ## After
//! ```flow
//! 課長: 支給を決定する 2分 [決裁 業務システム]
//!   書く: 決定
//! 課長: 同時に進める [#N1 分岐AND]
//!   → 振込の手続をする
//!   → 決定通知を作る
//! 会計課: 振込の手続をする 5分 [支払 業務システム 待ち24時間]
//!   読む: 口座
//!   書く: 振込データ
//!   → #N2
//! 受付担当: 決定通知を作る 2分 [作成 業務システム 待ち8時間]
//!   読む: 決定
//!   書く: 決定通知
//! 受付担当: そろったら次へ [#N2 合流AND]
//! 受付担当: 振込日を記録する 2分 [登録 業務システム 待ち2時間]
//!   読む: 振込データ、決定通知
//! ```
//!
//! ## Keeps
//! Every step, and the order of all that builds on each other, that a law orders or that hangs on a single sheet of paper.
//!
//! ## Loses
//! The certainty that one is done when the other begins: somebody has to see that both are.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection, read_from};
use kaizu_model::{
    Command, Difference, Edge, EdgeId, Gateway, GatewayId, GatewayKind, LaneId, Minutes, NodeId,
    PhaseId, Refusal, Revise, Split, Step, Transfer,
};

use super::{Cost, Rewrite, Site};
use crate::carriers::are_independent;
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "work-side-by-side"
    }
    fn code(&self) -> &'static str {
        "R11c"
    }
    fn source(&self) -> &'static str {
        include_str!("work_side_by_side.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["W07", "A04"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["one-after-the-other"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["coordination-minutes"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let saves = |it: &&Finding| it.claims.values().any(|claim| claim.wait_share > 0.0);
        open(findings, self.answers())
            .filter(saves)
            .filter(|it| Row::at(graph, &it.nodes).is_some())
            .map(|it| Site::at(it.nodes.iter().copied()).asking_for_order(graph))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        if let Some(row) = Row::at(graph, &site.nodes) {
            part(&mut draft, graph, &row)?;
            coordinate(
                &mut draft,
                graph,
                &row,
                parameters.get("coordination-minutes"),
            )?;
        }
        Ok(draft.finish())
    }
}

/// Steps that follow each other directly and could all begin at once.
struct Row {
    steps: Vec<Index>,
    /// The arrows that lead to the first.
    inward: Vec<EdgeId>,
    /// The arrows between them.
    between: Vec<EdgeId>,
    /// The arrow on from the last.
    onward: EdgeId,
    /// Where it leads.
    next: Index,
    /// How the case comes to the first.
    transfer: Option<Transfer>,
}

impl Row {
    fn at(graph: &Graph, nodes: &[NodeId]) -> Option<Self> {
        let steps: Option<Vec<Index>> = nodes.iter().map(|id| graph.index(*id)).collect();
        let steps = steps.filter(|steps| steps.len() > 1)?;
        let (first, last) = (steps.first().copied()?, steps.last().copied()?);
        let next = steps.iter().zip(steps.iter().skip(1));
        let between: Option<Vec<EdgeId>> = next
            .map(|(from, to)| way_between(graph, *from, *to))
            .collect();
        let mut leaving = graph.leaving(last);
        let (Some(onward), None) = (leaving.next(), leaving.next()) else {
            return None;
        };
        let inward = || graph.reaching(first).map(|arrow| arrow.edge.transfer);
        let transfer = inward().next()?;
        let is_free = (0..steps.len()).all(|n| {
            let one = steps.get(n);
            let mut later = steps.iter().skip(n + 1);
            later.all(|other| one.is_some_and(|one| can_meet(graph, *one, *other)))
        });
        let is_plain = onward.edge.split == Split::Sequence
            && !graph.reach().is_return(last, onward.to)
            && inward().all(|it| it == transfer);
        (is_free && is_plain).then_some(Self {
            inward: graph.reaching(first).map(|arrow| arrow.id).collect(),
            between: between?,
            onward: onward.id,
            next: onward.to,
            transfer,
            steps,
        })
    }
}

/// The arrow between two steps, where it is the only one that leaves the first and reaches the second, and nothing is carried
/// along it.
fn way_between(graph: &Graph, from: Index, to: Index) -> Option<EdgeId> {
    let mut leaving = graph.leaving(from);
    let (Some(arrow), None) = (leaving.next(), leaving.next()) else {
        return None;
    };
    let is_carried = matches!(
        arrow.edge.transfer,
        Some(Transfer::Hand | Transfer::InternalMail | Transfer::Post)
    );
    let is_only = arrow.to == to && graph.reaching(to).count() == 1;
    (is_only && !is_carried).then_some(arrow.id)
}

/// Whether the second can begin with the first: other people do it, with nothing of the first's and from no paper.
fn can_meet(graph: &Graph, first: Index, second: Index) -> bool {
    let (Some(one), Some(other)) = (graph.step(first), graph.step(second)) else {
        return false;
    };
    let shared: BTreeSet<_> = one.reads.iter().map(|it| it.item).collect();
    let is_for_all = |step: &Step| {
        let mut reads = step.reads.iter().filter(|it| shared.contains(&it.item));
        reads.all(|it| read_from(step, it).is_digital())
    };
    let is_shared_well = other.reads.iter().any(|it| shared.contains(&it.item));
    let from_paper = other.reads.iter().any(|it| read_from(other, it).is_paper());
    let are_both_demanded =
        protection(graph, first).is_some() && protection(graph, second).is_some();
    one.lane != other.lane
        && graph.is_staff(first)
        && graph.is_staff(second)
        && are_independent(graph, first, second)
        && !from_paper
        && !are_both_demanded
        && (!is_shared_well || (is_for_all(other) && shares_digitally(one, other)))
}

/// Whether what both read is there for both at the same time.
fn shares_digitally(one: &Step, other: &Step) -> bool {
    let is_shared = |item| other.reads.iter().any(|it| it.item == item);
    let mut reads = one.reads.iter().filter(|it| is_shared(it.item));
    reads.all(|it| read_from(one, it).is_digital())
}

/// Draws a fork before the row and a join behind it.
fn part(draft: &mut Draft, graph: &Graph, row: &Row) -> Result<(), Refusal> {
    let (Some(first), Some(last)) = (row.steps.first(), row.steps.last()) else {
        return Ok(());
    };
    let (first, last) = (graph.id(*first), graph.id(*last));
    let gateway = |draft: &Draft, node: NodeId, lane: LaneId, kind, name| {
        let phase: Option<PhaseId> = draft.document.node(node)?.phase;
        Ok::<_, Refusal>(Gateway {
            key: Some(draft.fresh_key()),
            phase,
            ..Gateway::new(
                draft.flow,
                draft.document.node(node)?.rank,
                lane,
                kind,
                name,
            )
        })
    };
    let lane = lane_of_fork(draft, graph, row, first)?;
    let fork = gateway(draft, first, lane, GatewayKind::Fork, wording::SIDE_BY_SIDE)?;
    let fork: GatewayId = draft.create_before(first, fork)?;
    let lane = draft.document.node(last)?.lane;
    let join = gateway(draft, last, lane, GatewayKind::Join, wording::TOGETHER)?;
    let join: GatewayId = draft.create_after(last, join)?;
    for edge in &row.inward {
        redraw(draft, *edge, |it| {
            it.to = fork.into();
            it.transfer = None;
        })?;
    }
    for edge in &row.between {
        draft.remove(*edge)?;
    }
    for step in &row.steps {
        let to = graph.id(*step);
        draft.draw(Edge {
            transfer: row.transfer.filter(|_| to == first),
            ..Edge::new(draft.flow, fork.into(), to, Split::Parallel)
        })?;
    }
    redraw(draft, row.onward, |it| it.from = join.into())?;
    for step in &row.steps {
        draft.link(graph.id(*step), join.into(), Split::Sequence)?;
    }
    Ok(())
}

/// Who hands on to all of them: whoever had the case before, unless that is a customer.
fn lane_of_fork(draft: &Draft, graph: &Graph, row: &Row, first: NodeId) -> Result<LaneId, Refusal> {
    let edge = row
        .inward
        .first()
        .map(|id| draft.document.edge(*id))
        .transpose()?;
    let before = edge.map(|it| it.from);
    let is_of_staff = |id: &NodeId| graph.index(*id).is_some_and(|n| graph.is_staff(n));
    let node = before.filter(is_of_staff).unwrap_or(first);
    Ok(draft.document.node(node)?.lane)
}

fn redraw(draft: &mut Draft, edge: EdgeId, change: impl FnOnce(&mut Edge)) -> Result<(), Refusal> {
    let mut it = draft.document.edge(edge)?.clone();
    change(&mut it);
    it.bends = Vec::new();
    draft.run(Revise::new(edge, it))
}

/// Gives the time that it takes to see that all are done to whoever of the city goes on then. Where the case goes on outside,
/// nobody of the city waits for the others.
fn coordinate(draft: &mut Draft, graph: &Graph, row: &Row, more: f64) -> Result<(), Refusal> {
    if graph.step(row.next).is_some() && !graph.is_of_city(row.next) {
        return Ok(());
    }
    let all = row.steps.iter().copied().chain([row.next]);
    let own = all.filter(|n| graph.is_of_city(*n));
    let Some(id) = own.filter_map(|n| graph.step_id(n)).last() else {
        return Ok(());
    };
    draft.revise(id, |step| {
        let minutes = step.minutes.map(|it| it.get() + more);
        step.minutes = minutes.and_then(|it| Minutes::try_from(it).ok());
    })
}

//! Turns cases away as early as it can be known: the check that turns most away in a minute first, and no work before a check
//! that does not need it.
//!
//! ## Before
//! ```flow
//! 審査担当: 申請書を受け取る 1分 [受領]
//!   書く: 申請書
//! 審査担当: 所得の要件を確認する 5分 [#1 確認 要綱]
//!   読む: 申請書
//! 審査担当: この要件を満たすか [#2 分岐]
//!   20% 対象外 → #6
//!   80% 対象 → #3
//! 審査担当: 住所の要件を確認する 4分 [#3 確認 要綱]
//!   読む: 申請書
//! 審査担当: 次の要件を満たすか [#4 分岐]
//!   30% 対象外 → #6
//!   70% 対象 → #5
//! 審査担当: 補助額を計算する 6分 [#5 計算]
//! 審査担当: 結果を知らせる 2分 [#6 通知]
//! ```
//!
//! ## After
//! ```flow
//! 審査担当: 申請書を受け取る 1分 [受領]
//!   書く: 申請書
//!   → #3
//! 審査担当: 住所の要件を確認する 4分 [#3 確認 要綱]
//!   読む: 申請書
//! 審査担当: 次の要件を満たすか [#4 分岐]
//!   30% 対象外 → #6
//!   70% 対象 → #1
//! 審査担当: 所得の要件を確認する 5分 [#1 確認 要綱]
//!   読む: 申請書
//! 審査担当: この要件を満たすか [#2 分岐]
//!   20% 対象外 → #6
//!   80% 対象 → #5
//! 審査担当: 補助額を計算する 6分 [#5 計算]
//! 審査担当: 結果を知らせる 2分 [#6 通知]
//! ```
//!
//! ## Keeps
//! Every check, for every case that is not turned away before; whatever a check needs still lies before it. What is received,
//! numbered or put on record is so for every case, also for those that are turned away.
//!
//! ## Loses
//! The order that people are used to.
use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Basis, Command, Difference, EdgeId, ItemClass, NodeId, Place, Refusal, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::carriers::are_independent;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::turnstile::{Turnstile, lead};

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "sort-out-early"
    }
    fn code(&self) -> &'static str {
        "R11b"
    }
    fn source(&self) -> &'static str {
        include_str!("sort_out_early.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C06", "C07"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["usual-order"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let open = findings.iter().filter(|it| it.guards.is_empty());
        let seen = open.filter(|it| match it.code {
            "C07" => sorted(graph, &it.nodes).is_some(),
            "C06" => early(graph, &it.nodes).is_some(),
            _ => false,
        });
        seen.map(|it| Site::at(it.nodes.iter().copied()).asking_for_order(graph))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        if let Some(checks) = sorted(graph, &site.nodes) {
            put_in_order(&mut draft, graph, &checks)?;
        } else if let Some(early) = early(graph, &site.nodes) {
            put_first(&mut draft, graph, &early)?;
        }
        Ok(draft.finish())
    }
}

/// Checks that follow each other directly.
struct Row {
    drawn: Vec<Turnstile>,
    /// Places in `drawn`, the check that turns most away in a minute first.
    order: Vec<usize>,
}

/// The checks at `nodes`, where they can be put into a better order.
fn sorted(graph: &Graph, nodes: &[NodeId]) -> Option<Row> {
    let indices = nodes.iter().map(|id| graph.index(*id));
    let drawn: Option<Vec<Turnstile>> = indices
        .map(|n| n.and_then(|n| Turnstile::at(graph, n)))
        .collect();
    let drawn = drawn.filter(|it| it.len() > 1)?;
    let begin = drawn.first()?.check;
    let is_row = drawn
        .iter()
        .zip(drawn.iter().skip(1))
        .all(|(one, next)| one.passing == next.check && graph.reaching(next.check).count() == 1);
    let lane = |n: Index| graph.lane(n).map(|lane| &lane.name);
    let is_one_desk = drawn.iter().all(|it| lane(it.check) == lane(begin));
    let is_free = (0..drawn.len()).all(|n| {
        let mut later = drawn.iter().skip(n + 1);
        let one = drawn.get(n);
        later.all(|other| one.is_some_and(|one| are_independent(graph, one.check, other.check)))
    });
    let worth: Option<Vec<f64>> = drawn.iter().map(|it| it.worth(graph, begin)).collect();
    let worth = worth.filter(|_| is_row && is_one_desk && is_free)?;
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    let of = |n: &usize| worth.get(*n).copied().unwrap_or(0.0);
    order.sort_by(|a, b| of(b).total_cmp(&of(a)));
    let row = Row { drawn, order };
    (!row.order.is_sorted() && row.can_be_drawn(graph)).then_some(row)
}

impl Row {
    /// The checks in their better order.
    fn sorted(&self) -> impl Iterator<Item = &Turnstile> {
        self.order.iter().filter_map(|n| self.drawn.get(*n))
    }

    /// Each check in the better order with where its cases go on: to the next check, from the last to behind the row.
    fn onward(&self) -> impl Iterator<Item = (&Turnstile, Index)> {
        let end = self.drawn.last().map(|it| it.passing);
        let next = self.sorted().skip(1).map(|it| it.check).chain(end);
        self.sorted().zip(next)
    }

    /// Whether no two arrows would come to lie on each other.
    fn can_be_drawn(&self, graph: &Graph) -> bool {
        let begin = self.drawn.first().map(|it| it.check);
        let first = self.sorted().next();
        let turns_around = first.is_some_and(|it| {
            it.parting == it.check && begin.is_some_and(|begin| it.sends_to(graph, begin))
        });
        !turns_around && self.onward().all(|(it, to)| !it.sends_to(graph, to))
    }
}

fn put_in_order(draft: &mut Draft, graph: &Graph, row: &Row) -> Result<(), Refusal> {
    let (Some(begin), Some(first)) = (row.drawn.first(), row.sorted().next()) else {
        return Ok(());
    };
    let inward: Vec<EdgeId> = graph.reaching(begin.check).map(|arrow| arrow.id).collect();
    for (check, to) in row.onward() {
        check.lead_on(draft, graph, to)?;
    }
    for edge in inward
        .iter()
        .filter(|id| row.drawn.iter().all(|it| it.onward != **id))
    {
        lead(draft, *edge, graph.id(first.check))?;
    }
    let mut place = Place::Before(graph.id(begin.check).into());
    for check in row.sorted() {
        place = check.list(draft, graph, place)?;
    }
    Ok(())
}

/// A check that can be made before work that lies before it.
struct Early {
    check: Turnstile,
    /// Where the work begins.
    begin: Index,
    /// The arrow from the work to the check.
    inward: EdgeId,
}

/// The check that is the last of `nodes`, where all from the first of them on is work that can follow it.
fn early(graph: &Graph, nodes: &[NodeId]) -> Option<Early> {
    let (first, last) = (nodes.first()?, nodes.last()?);
    let begin = graph.index(*first)?;
    let check = Turnstile::at(graph, graph.index(*last)?)?;
    let mut at = begin;
    let inward = loop {
        let mut leaving = graph.leaving(at);
        let (Some(arrow), None) = (leaving.next(), leaving.next()) else {
            return None;
        };
        if !can_follow(graph, at, check.check) {
            return None;
        }
        if arrow.to == check.check {
            break arrow.id;
        }
        let is_way = graph.reaching(arrow.to).count() == 1;
        at = Some(arrow.to).filter(|_| is_way)?;
    };
    let comes_from_work = graph.reaching(check.check).all(|arrow| {
        let is_own_return = graph.reach().dominates(check.parting, arrow.from)
            && arrow.from != check.passing
            && !graph.reach().reaches(check.passing, arrow.from);
        arrow.id == inward || is_own_return
    });
    let turns_around = check.parting == check.check && check.sends_to(graph, begin);
    let has_begun = graph.reaching(begin).next().is_some();
    (comes_from_work && has_begun && !turns_around && check.passing != begin).then_some(Early {
        check,
        begin,
        inward,
    })
}

/// Whether the work at `node` can be left undone for cases that the check turns away.
fn can_follow(graph: &Graph, node: Index, check: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_demanded = match step.basis {
            Some(Basis::Law | Basis::Ordinance | Basis::Rule) => true,
            Some(Basis::Guideline | Basis::Custom) | None => false,
        };
        let is_on_record = matches!(
            step.kind,
            Some(
                StepKind::Receive
                    | StepKind::Number
                    | StepKind::Register
                    | StepKind::Keep
                    | StepKind::Notify
                    | StepKind::Send
                    | StepKind::Pay
                    | StepKind::Approve
                    | StepKind::Consent
                    | StepKind::Seal
            )
        );
        let numbers = step.writes.iter().any(|access| {
            let item = graph.document.item(access.item);
            item.is_ok_and(|it| matches!(it.class, Some(ItemClass::CaseNumber | ItemClass::Date)))
        });
        is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && !is_demanded
            && !is_on_record
            && !numbers
            && are_independent(graph, node, check)
    })
}

fn put_first(draft: &mut Draft, graph: &Graph, early: &Early) -> Result<(), Refusal> {
    let check = &early.check;
    let into: Vec<EdgeId> = graph.reaching(early.begin).map(|arrow| arrow.id).collect();
    for edge in into {
        lead(draft, edge, graph.id(check.check))?;
    }
    lead(draft, early.inward, graph.id(check.passing))?;
    check.lead_on(draft, graph, early.begin)?;
    check.list(draft, graph, Place::Before(graph.id(early.begin).into()))?;
    Ok(())
}

//! Lets who takes the call answer it from the status that is shown; only what that does not tell is passed on.
//!
//! ## Before
//! ```flow
//! @項目 処理状況 [処理状況]
//! @担当 コールセンター [職員]
//! 住民: 申請書を郵送する 10分 [送付 紙]
//!   書く: 申請書
//! システム: 受付済みと自動で表示 0分 [自動処理 電子 待ち0時間]
//!   システム: 処理状況照会ページ
//!   書く: 処理状況
//!   接点: オンライン
//! 審査担当: 進み具合を聞かれるか [分岐]
//!   20% 聞かれる → 電話で聞く
//!   80% 聞かれない → 決定を通知する
//! 住民: 電話で聞く 10分 [問合 電話]
//!   書く: 問合せ
//! コールセンター: 担当課へ回す 5分 [問合 電話→Excel 慣行]
//!   読む: 問合せ
//! 審査担当: トレーを探して答える 7分 [照会 紙→電話 慣行 待ち2時間]
//!   読む: 申請書
//!   書く: 回答
//! 審査担当: 決定を通知する 2分 [通知 業務システム→紙]
//!   読む: 申請書
//! ```
//!
//! ## After
//! ```flow
//! @担当 コールセンター [職員]
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 審査担当 [職員]
//! @項目 処理状況 [処理状況]
//! 住民: 申請書を郵送する 10分 [送付 紙]
//!   書く: 申請書
//! システム: 受付済みと自動で表示 0分 [自動処理 電子 待ち0時間]
//!   システム: 処理状況照会ページ
//!   書く: 処理状況
//!   接点: オンライン
//! 審査担当: 進み具合を聞かれるか [分岐]
//!   20% 聞かれる → 電話で聞く
//!   80% 聞かれない → 決定を通知する
//! 住民: 電話で聞く 10分 [問合 電話]
//!   書く: 問合せ
//! コールセンター: 問合せを受け、処理状況の画面を見て答える 5分 [問合 電話→Excel 慣行]
//!   読む: 問合せ、処理状況<電子・処理状況照会ページ>
//!   書く: 回答<電話>
//! コールセンター: その場で答えられたか [#N1 分岐]
//!   80% 答えられた → 決定を通知する
//!   20% 担当へ回す → トレーを探して答える
//! 審査担当: トレーを探して答える 7分 [照会 紙→電話 慣行 待ち2時間]
//!   読む: 申請書
//!   書く: 回答
//! 審査担当: 決定を通知する 2分 [通知 業務システム→紙]
//!   読む: 申請書
//! ```
//!
//! ## Keeps
//! The answer of the section in charge to whatever the status does not tell.
//!
//! ## Loses
//! An answer by whoever has the case.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Access, Command, Difference, ItemClass, ItemId, LaneId, Refusal, Share, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::bypass::{Bypass, lead_past};
use crate::carriers;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "answer-at-once"
    }
    fn code(&self) -> &'static str {
        "R17"
    }
    fn source(&self) -> &'static str {
        include_str!("answer_at_once.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["S02", "S03"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["answer-by-who-has-it"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["answering-guide"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["inquiries-passed-on"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, &["S02"]);
        let is_seen = |n: Index| seen.contains(&graph.id(n));
        let asking = graph.indices().filter(|n| is_seen(*n));
        let answers = asking.filter_map(|n| Answer::to(graph, n));
        answers
            .map(|it| Site::at(it.nodes().map(|n| graph.id(n))))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let share = Share::try_from(parameters.get("inquiries-passed-on")).unwrap_or(Share::NONE);
        let asked = site.indices(graph).next();
        if let Some(answer) = asked.and_then(|n| Answer::to(graph, n)) {
            answer.at_once(&mut draft, graph, share.rest())?;
        }
        Ok(draft.finish())
    }
}

/// How a question is answered today: one takes it, others answer it.
struct Answer {
    /// Where a resident asks.
    asked: Index,
    /// Who takes the question.
    taken: Index,
    /// Where it goes from there, up to the answer.
    passed_on: Vec<Index>,
    /// What shows how far the case is.
    status: ItemId,
}

impl Answer {
    /// The answer to the question at `asked`, if nothing but passing it on to who looks it up is in the way of giving it at
    /// once, and the status of the case is shown by then.
    fn to(graph: &Graph, asked: Index) -> Option<Self> {
        if !graph.is_customers(asked) || graph.kind(asked) != Some(StepKind::Inquire) {
            return None;
        }
        let taken = only_next(graph, asked).filter(|n| is_answering(graph, *n))?;
        let mut passed_on = Vec::new();
        let mut last = taken;
        while let Some(next) = only_next(graph, last).filter(|n| is_answering(graph, *n)) {
            passed_on.push(next);
            last = next;
        }
        let own_lane = lane(graph, taken);
        let is_passed_on = passed_on
            .first()
            .is_some_and(|n| lane(graph, *n) != own_lane);
        let leaves = graph.leaving(last).filter(|arrow| !arrow.is_parallel());
        let status = shown_at(graph, taken)?;
        let answer = Self {
            asked,
            taken,
            passed_on,
            status,
        };
        let fits = is_passed_on
            && graph.kind(last) == Some(StepKind::Query)
            && leaves.count() == 1
            && graph.leaving(last).count() == 1
            && !carriers::reads(graph, taken, status)
            && answer.is_free(graph);
        fits.then_some(answer)
    }

    /// Every step of it, in order.
    fn nodes(&self) -> impl Iterator<Item = Index> {
        [self.asked, self.taken]
            .into_iter()
            .chain(self.passed_on.iter().copied())
    }

    /// Whether nobody has to do the steps, nobody has to judge, and nobody outside of them needs what those between write.
    fn is_free(&self, graph: &Graph) -> bool {
        let own: BTreeSet<Index> = self.nodes().collect();
        let is_read_here = |n: Index, item: ItemId| {
            let readers = carriers::readers(graph, n, item);
            !graph.process.required_outputs.contains(&item)
                && readers.iter().all(|reader| own.contains(reader))
        };
        let last = self.passed_on.last().copied();
        let is_free = |n: Index| {
            graph.step(n).is_some_and(|step| {
                protection(graph, n).is_none()
                    && step.needs_judgement != Some(true)
                    && (n == self.taken
                        || Some(n) == last
                        || step.writes.iter().all(|it| is_read_here(n, it.item)))
            })
        };
        self.nodes().skip(1).all(is_free)
    }

    /// Lets the part `share` of the questions be answered by who takes them.
    fn at_once(&self, draft: &mut Draft, graph: &Graph, share: Share) -> Result<(), Refusal> {
        let ids = |n: &Index| graph.step_id(*n);
        let (first, last) = (self.passed_on.first(), self.passed_on.last());
        let (Some(taken), Some(first), Some(last)) =
            (ids(&self.taken), first.and_then(ids), last.and_then(ids))
        else {
            return Ok(());
        };
        let status = on_page(graph, self.taken, self.status);
        let answer = draft.document.step(last)?.clone();
        draft.revise(taken, |step| take(step, status, &answer))?;
        let bypass = Bypass {
            lane: draft.document.step(taken)?.lane,
            question: wording::ANSWERED_AT_ONCE,
            past: wording::ANSWERED,
            through: wording::PASSED_ON,
            share,
        };
        lead_past(draft, first, last, &bypass)?;
        Ok(())
    }
}

/// Who takes the question looks at the status and gives the answer of who gave it before.
fn take(step: &mut Step, status: Access, answer: &Step) {
    step.name = wording::ANSWER_AT_ONCE.into();
    step.reads.push(status);
    let given = answer.writes.iter().map(|it| Access {
        medium: it.medium.or(answer.medium_out),
        ..it.clone()
    });
    let given: Vec<Access> = given
        .filter(|it| step.writes.iter().all(|own| own.item != it.item))
        .collect();
    step.writes.extend(given);
}

/// The next step, where there is one way only and nobody comes to it otherwise.
fn only_next(graph: &Graph, node: Index) -> Option<Index> {
    let mut arrows = graph.leaving(node);
    let (Some(arrow), None) = (arrows.next(), arrows.next()) else {
        return None;
    };
    let is_own = !arrow.is_parallel() && graph.reaching(arrow.to).count() == 1;
    (is_own && graph.step(arrow.to).is_some()).then_some(arrow.to)
}

fn is_answering(graph: &Graph, node: Index) -> bool {
    matches!(graph.kind(node), Some(StepKind::Inquire | StepKind::Query)) && graph.is_staff(node)
}

fn lane(graph: &Graph, node: Index) -> Option<LaneId> {
    graph.step(node).map(|step| step.lane)
}

/// The status that every case at `node` shows already.
fn shown_at(graph: &Graph, node: Index) -> Option<ItemId> {
    let items = graph.document.items_of(graph.process_id);
    let mut status = items.filter(|(_, item)| item.class == Some(ItemClass::Status));
    status
        .find(|(id, _)| {
            carriers::is_always_written_before(graph, node, *id)
                && carriers::is_digital_at(graph, node, *id)
        })
        .map(|(id, _)| id)
}

/// The status where it is shown.
fn on_page(graph: &Graph, node: Index, status: ItemId) -> Access {
    let writer = carriers::definitions(graph, node, status)
        .into_iter()
        .next();
    let shown = writer.and_then(|n| graph.step(n));
    let written = shown.and_then(|step| step.writes.iter().find(|it| it.item == status));
    Access {
        medium: shown.and_then(|step| carriers::written_on(step, status)),
        store: written
            .and_then(|it| it.store.clone())
            .or_else(|| shown.and_then(|step| step.system.clone())),
        ..Access::to(status)
    }
}

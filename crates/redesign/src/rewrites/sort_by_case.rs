//! Tells simple cases from others before a long examination by fixed rules, and takes a short way with them.
//!
//! ## Before
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領 紙]
//!   書く: 申請書
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 紙 要綱 待ち8時間]
//!   読む: 申請書
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//!   待ちの理由: 順番待ち
//!   定型性: 定型
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//!   読む: 審査結果
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//!   読む: 審査結果
//! ```
//!
//! ## After
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領 紙]
//!   書く: 申請書
//! 審査担当: 定型かどうかをチェック表で見分ける 0.5分 [#N1 確認 紙 要綱 待ち8時間]
//!   読む: 申請書
//!   確認: 対象=申請 観点=定型かどうか
//!   待ちの理由: 順番待ち
//! 審査担当: 定型か [#N2 分岐]
//!   60% 定型 → #N3
//!   40% 定型でない → #2
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 紙 要綱 待ち0時間]
//!   読む: 申請書
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//!   定型性: 定型
//!   → 要件を満たすか
//! 審査担当: チェック表の項目だけを審査 3.6分 [#N3 審査 紙 要綱 待ち0時間]
//!   読む: 申請書
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//!   定型性: 定型
//! 審査担当: 要件を満たすか [分岐]
//!   10% 満たさない → #4
//!   90% 満たす → #3
//! 課長: 支給を決裁する 1分 [#3 決裁]
//!   読む: 審査結果
//! 受付担当: 結果を知らせる 2分 [#4 通知]
//!   読む: 審査結果
//! ```
//!
//! ## Keeps
//! The full examination of whatever is not simple, and an examination by a person of every case.
//!
//! ## Loses
//! The long look at simple cases.
use kaizu_analysis::{Arrow, Finding, Graph, Index, protection};
use kaizu_model::{
    Check, Command, Difference, Minutes, OfficeHours, Refusal, Routine, Share, Step, StepId,
    StepKind,
};

use super::decide_by_rule::can_be_decided_by_rule;
use super::{Cost, Rewrite, Site};
use crate::bypass::{Bypass, lead_past};
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "sort-by-case"
    }
    fn code(&self) -> &'static str {
        "R12b"
    }
    fn source(&self) -> &'static str {
        include_str!("sort_by_case.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C09"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["long-look"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["written-rule"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &[
            "simple-case-share",
            "simple-case-minutes-factor",
            "sorting-minutes",
        ]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, &["C09"]);
        let is_seen = |n: Index| seen.contains(&graph.id(n));
        graph
            .indices()
            .filter(|n| is_seen(*n) && can_be_sorted(graph, *n))
            .map(|n| Site::at([graph.id(n)]))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in site.steps() {
            sort(&mut draft, id, parameters)?;
        }
        Ok(draft.finish())
    }
}

/// A long examination by fixed rules that one person does, left by one arrow. What a machine could decide is left to it.
fn can_be_sorted(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.kind == Some(StepKind::Examine)
            && step.routine == Some(Routine::Fixed)
            && step.needs_judgement != Some(true)
            && step.minutes.is_some()
            && step.batch.is_none()
            && step.people.is_none()
            && step.seals.is_empty()
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
    }) && graph.leaving(node).count() == 1
        && !graph.leaving(node).any(Arrow::is_parallel)
        && !can_be_decided_by_rule(graph, node)
}

fn sort(draft: &mut Draft, id: StepId, parameters: &Parameters) -> Result<(), Refusal> {
    let full = draft.document.step(id)?.clone();
    draft.insert_before_all(id.into(), |blank| telling(blank, &full, parameters))?;
    draft.revise(id, |step| {
        step.wait = step.wait.map(|_| OfficeHours::ZERO);
        step.wait_cause = None;
    })?;
    let bypass = Bypass {
        lane: full.lane,
        question: wording::SIMPLE_OR_NOT,
        past: wording::SIMPLE,
        through: wording::NOT_SIMPLE,
        share: Share::try_from(parameters.get("simple-case-share")).unwrap_or(Share::NONE),
    };
    let Some(branch) = lead_past(draft, id, id, &bypass)? else {
        return Ok(());
    };
    let ways = draft.document.edges_from(branch.into());
    let past = ways.map(|(_, way)| way.to).find(|to| *to != id.into());
    if let Some(past) = past {
        draft.insert_before(past, &[branch.into()], |blank| {
            short(blank, &full, parameters)
        })?;
    }
    Ok(())
}

/// Telling whether a case is simple: what waited for the examination `full` waits for this.
fn telling(blank: Step, full: &Step, parameters: &Parameters) -> Step {
    Step {
        lane: full.lane,
        role: full.role.clone(),
        name: wording::SORT_BY_CASE.into(),
        kind: Some(StepKind::Check),
        minutes: rounded(parameters.get("sorting-minutes")),
        wait: full.wait,
        wait_cause: full.wait_cause,
        medium_in: full.medium_in,
        medium_out: full.medium_in,
        system: full.system.clone(),
        reads: full.reads.clone(),
        basis: full.basis,
        check: full.check.as_ref().map(|check| Check {
            object: check.object.clone(),
            aspects: vec![wording::IS_SIMPLE.into()],
            ..Check::default()
        }),
        ..blank
    }
}

/// The short way with a simple case: the same examination in less time.
fn short(blank: Step, full: &Step, parameters: &Parameters) -> Step {
    let factor = parameters.get("simple-case-minutes-factor");
    Step {
        lane: full.lane,
        role: full.role.clone(),
        phase: full.phase,
        name: wording::EXAMINE_SHORTLY.into(),
        kind: full.kind,
        minutes: full.minutes.and_then(|it| rounded(it.get() * factor)),
        wait: full.wait.map(|_| OfficeHours::ZERO),
        medium_in: full.medium_in,
        medium_out: full.medium_out,
        system: full.system.clone(),
        reads: full.reads.clone(),
        writes: full.writes.clone(),
        basis: full.basis,
        check: full.check.clone(),
        routine: full.routine,
        ..blank
    }
}

fn rounded(minutes: f64) -> Option<Minutes> {
    Minutes::try_from((minutes * 1000.0).round() / 1000.0).ok()
}

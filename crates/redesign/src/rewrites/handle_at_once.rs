//! Handles each case as it comes where work is collected without need: on a screen or by a machine, case by case.
//!
//! ## Before
//! ```flow
//! 窓口: 申請を受け付ける 5分 [受領 電子]
//!   書く: 申請データ
//! 審査担当: 決定を給付システムに登録する 2分 [登録 業務システム 慣行 待ち20時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 決定
//!   待ちの理由: 締め待ち
//!   まとめ処理: 週次
//! 通知係: 決定を知らせる 2分 [通知]
//!   読む: 決定
//! ```
//!
//! ## After
//! ```flow
//! 窓口: 申請を受け付ける 5分 [受領 電子]
//!   書く: 申請データ
//! 審査担当: 決定を給付システムに登録する 2.2分 [登録 業務システム 慣行 待ち0.625時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 決定
//!   まとめ処理: 都度
//! 通知係: 決定を知らせる 2分 [通知]
//!   読む: 決定
//! ```
//!
//! ## Keeps
//! What is collected for a reason: a list that is made of many cases, a walk with papers, a meeting, a day that a law sets,
//! and what the next desk collects again anyway.
//!
//! ## Loses
//! Doing everything of one kind in one go; taking up each case by itself costs a little.
use kaizu_analysis::{Finding, Graph, Index, days_between, hours_a_day, protection};
use kaizu_model::{
    Batch, Command, Difference, Medium, Minutes, OfficeHours, Refusal, Step, StepKind, WaitCause,
};

use super::{Cost, Rewrite, Site};
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "handle-at-once"
    }
    fn code(&self) -> &'static str {
        "R11e"
    }
    fn source(&self) -> &'static str {
        include_str!("handle_at_once.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["W03", "W01"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["all-in-one-go"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["single-case-minutes"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let waiting = open(findings, &["W03"]).filter_map(|finding| {
            let node = graph.index(*finding.nodes.first()?)?;
            let step = graph.step(node)?;
            needs_no_collecting(graph, node, step)
                .then(|| Site::at([graph.id(node)]).asking_owners(graph))
        });
        waiting.collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let single = parameters.get("single-case-minutes");
        for id in site.steps() {
            let step = draft.document.step(id)?.clone();
            let lost = hours_lost(graph, &step);
            let wait = step.wait.map(|hours| (hours.get() - lost).max(0.0));
            let more = if is_automatic(&step) { 0.0 } else { single };
            let minutes = step.minutes.map(|minutes| minutes.get() + more);
            draft.revise(id, |step| {
                step.batch = Some(Batch::None);
                step.wait = wait.and_then(|it| OfficeHours::try_from(it).ok());
                step.wait_cause = None;
                step.minutes = minutes.and_then(|it| Minutes::try_from(it).ok());
            })?;
        }
        Ok(draft.finish())
    }
}

/// Half an interval, in office hours: what a case waits on average for the others.
fn hours_lost(graph: &Graph, step: &Step) -> f64 {
    let days = step.batch.and_then(days_between).unwrap_or(0.0);
    days / 2.0 * hours_a_day(graph.document)
}

/// Whether cases are collected here though each is worked on by itself, and nobody behind collects them again.
fn needs_no_collecting(graph: &Graph, node: Index, step: &Step) -> bool {
    let is_for_others = match step.wait_cause {
        Some(WaitCause::Batch) | None => step.wait.is_some_and(|it| it > OfficeHours::ZERO),
        Some(
            WaitCause::Queue
            | WaitCause::Approval
            | WaitCause::Post
            | WaitCause::OtherParty
            | WaitCause::Statutory,
        ) => false,
    };
    let collects = |n: Index| {
        let batch = graph.step(n).and_then(|step| step.batch);
        batch.and_then(days_between).is_some()
    };
    is_for_others
        && step.batch_size.is_none()
        && protection(graph, node).is_none()
        && (is_automatic(step) || (is_own_staff(graph, node) && is_screen_work(step)))
        && !graph.next_steps(node).into_iter().any(|(n, _)| collects(n))
}

/// Whether a machine does it, for which one case is as good as many.
fn is_automatic(step: &Step) -> bool {
    let is_handled = |medium: Option<Medium>| {
        medium.is_some_and(|it| it.is_paper() || it == Medium::Disk || it == Medium::Cash)
    };
    step.kind == Some(StepKind::Automatic)
        && !is_handled(step.medium_in)
        && !is_handled(step.medium_out)
}

/// Whether people do it for one case after the other in a system, where no case has to be carried to the next.
fn is_screen_work(step: &Step) -> bool {
    let is_in_system = |medium: Option<Medium>| medium.is_some_and(Medium::is_structured);
    let is_for_one_case = matches!(
        step.kind,
        Some(
            StepKind::Enter
                | StepKind::Transcribe
                | StepKind::Number
                | StepKind::Register
                | StepKind::Reconcile
                | StepKind::Check
                | StepKind::Recalculate
                | StepKind::Calculate
                | StepKind::Examine
        )
    );
    is_for_one_case
        && is_in_system(step.medium_in)
        && is_in_system(step.medium_out)
        && step.minutes.is_some()
}

//! Does in one go what one desk does in pieces on the same system: the case is taken up once, and does not lie in between.
//!
//! ## Before
//! ```flow
//! @担当 税務課 [職員]
//! 税務課: 申請を画面で受け付ける 2分 [登録 業務システム 待ち1時間]
//!   システム: 証明発行
//!   書く: 申請
//! 税務課: 手数料を記録する 1分 [登録 業務システム 待ち4時間]
//!   システム: 証明発行
//!   読む: 申請
//!   書く: 手数料
//! 税務課: 発行を予約する 1分 [登録 業務システム 待ち4時間]
//!   システム: 証明発行
//!   読む: 申請
//!   書く: 予約
//! ```
//!
//! ## After
//! ```flow
//! @担当 税務課 [職員]
//! 税務課: 申請を画面で受け付け、手数料を記録し、発行を予約する 3.6分 [登録 業務システム 待ち1時間]
//!   システム: 証明発行
//!   書く: 申請、手数料、予約
//! ```
//!
//! ## Keeps
//! All of the work and everything that is written. What is checked, approved or typed in again stays a step of its own, so
//! that it can still be seen and counted; so does what waits for a day, a decision or somebody outside.
//!
//! ## Loses
//! The chance that somebody else goes on in between.
use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Command, Difference, MergeSteps, Minutes, Quantity, Refusal, Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::detected::open;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::renaming;
use crate::screen::is_own_staff;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "join-steps"
    }
    fn code(&self) -> &'static str {
        "R12d"
    }
    fn source(&self) -> &'static str {
        include_str!("join_steps.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["H04"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["taking-over-in-between"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["resuming-minutes"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open(findings, self.answers());
        seen.flat_map(|finding| {
            let row: Vec<Index> = finding
                .nodes
                .iter()
                .filter_map(|id| graph.index(*id))
                .collect();
            let pieces = row.chunk_by(|first, second| are_of_a_piece(graph, *first, *second));
            let many: Vec<Site> = pieces
                .filter(|piece| piece.len() > 1)
                .map(|piece| Site::at(graph.ids(piece)))
                .collect();
            many
        })
        .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let steps: Vec<StepId> = site.nodes.iter().filter_map(|id| id.step()).collect();
        if let [first, later @ ..] = steps.as_slice() {
            join(
                &mut draft,
                *first,
                later,
                parameters.get("resuming-minutes"),
            )?;
        }
        Ok(draft.finish())
    }
}

/// Joins `later` into `first`; taking the case up again, which took `resuming` minutes each time, is spared.
fn join(draft: &mut Draft, first: StepId, later: &[StepId], resuming: f64) -> Result<(), Refusal> {
    let minutes = |draft: &Draft, id: StepId| -> Result<f64, Refusal> {
        Ok(draft.document.step(id)?.minutes.map_or(0.0, Minutes::get))
    };
    let before = draft.document.step(first)?.clone();
    let (mut names, mut longest) = (vec![before.name.clone()], minutes(draft, first)?);
    for second in later {
        names.push(draft.document.step(*second)?.name.clone());
        longest = longest.max(minutes(draft, *second)?);
        draft.run(MergeSteps {
            first,
            second: *second,
            name: renaming::one_after_another(&names),
        })?;
    }
    let spared = minutes(draft, first)? - resuming * later.len() as f64;
    let in_one_go: Minutes = spared.max(longest).try_into().unwrap_or_default();
    draft.revise(first, |step| {
        step.minutes = Some(in_one_go);
        step.wait = before.wait;
    })
}

/// Whether the second step can be done with the first as one piece of work of which nothing is left unsaid.
fn are_of_a_piece(graph: &Graph, first: Index, second: Index) -> bool {
    let both = graph.step(first).zip(graph.step(second));
    both.is_some_and(|(one, other)| {
        let is_own = |n: Index| is_own_staff(graph, n) && protection(graph, n).is_none();
        is_own(first)
            && is_own(second)
            && is_one_kind(one.kind, other.kind)
            && is_done_alike(one, other)
            && is_all_kept(one, other)
            && graph.leaving(first).count() == 1
            && graph.leaving(first).all(|arrow| arrow.to == second)
            && graph.reaching(second).count() == 1
    })
}

/// Whether both are the same sort of desk work. Copying by hand, checks and approvals are counted one by one.
fn is_one_kind(one: Option<StepKind>, other: Option<StepKind>) -> bool {
    let is_plain = |kind: Option<StepKind>| {
        matches!(
            kind,
            Some(
                StepKind::Receive
                    | StepKind::Sort
                    | StepKind::Number
                    | StepKind::Copy
                    | StepKind::Compose
                    | StepKind::Register
                    | StepKind::Keep
                    | StepKind::Calculate
                    | StepKind::Aggregate
            )
        )
    };
    is_plain(one) && is_plain(other) && (one == other || other == Some(StepKind::Number))
}

/// Whether the same people do both in the same way.
fn is_done_alike(one: &Step, other: &Step) -> bool {
    let people = |step: &Step| step.people.map(Quantity::get);
    let is_one_number = match (people(one), people(other)) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    one.lane == other.lane
        && one.system == other.system
        && one.role == other.role
        && one.phase == other.phase
        && is_one_number
        && one.batch == other.batch
        && (one.batch_size.is_none() && other.batch_size.is_none())
        && (one.work.is_none() && other.work.is_none())
        && (one.minutes.is_some() && other.minutes.is_some())
        && one.medium_in == other.medium_in
        && one.medium_out == other.medium_out
        && one.is_remote_feasible == other.is_remote_feasible
}

/// Whether everything that is said of the second can be said of both.
fn is_all_kept(one: &Step, other: &Step) -> bool {
    one.basis == other.basis
        && one.article == other.article
        && one.changeable_by == other.changeable_by
        && one.contact == other.contact
        && one.value == other.value
        && one.routine == other.routine
        && one.needs_judgement == other.needs_judgement
        && one.is_under_pressure == other.is_under_pressure
        && (one.check.is_none() && other.check.is_none())
        && other.error_rate.is_none()
        && other.note.is_none()
        && other.began.is_none()
}

//! Lets a machine compare what is digital on both sides; people see only what differs.
//!
//! ## Before
//! ```flow
//! システム: 申請を登録する 0分 [自動処理 電子]
//!   書く: 申請データ
//! 審査担当: 住民記録の画面と見比べる 3分 [突合 電子 要綱 待ち4時間]
//!   システム: 住民記録システム
//!   読む: 申請データ
//!   書く: 突合結果
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 突合結果
//! ```
//!
//! ## After
//! ```flow
//! システム: 申請を登録する 0分 [自動処理 電子]
//!   書く: 申請データ
//! システム: 住民記録システムと自動で照合 0分 [#N1 自動処理 電子 要綱 待ち0時間]
//!   システム: 住民記録システム
//!   読む: 申請データ
//!   書く: 突合結果
//! システム: 自動照合で一致したか [#N2 分岐]
//!   90% 一致 → 審査する
//!   10% 不一致 → 住民記録の画面と見比べる
//! 審査担当: 住民記録の画面と見比べる 3分 [突合 電子 要綱 待ち4時間]
//!   システム: 住民記録システム
//!   読む: 申請データ
//!   書く: 突合結果
//! 審査担当: 審査する 4分 [審査 電子 要綱]
//!   読む: 突合結果
//! ```
//!
//! ## Keeps
//! The comparison by hand, for the cases a machine cannot settle: other writings of a name, protected addresses.
//!
//! ## Loses
//! The chance look at everything else on the page.
use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Command, Difference, LaneId, Medium, Refusal, Share, Step, StepId, StepKind};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::bypass::{Bypass, lead_past};
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "match-automatically"
    }
    fn code(&self) -> &'static str {
        "R07"
    }
    fn source(&self) -> &'static str {
        include_str!("match_automatically.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C05"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["chance-look"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["auto-match-share"]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        graph
            .indices()
            .filter(|n| can_match(graph, *n))
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
        let share = Share::try_from(parameters.get("auto-match-share")).unwrap_or(Share::NONE);
        for id in site.steps() {
            automate(&mut draft, id, share)?;
        }
        Ok(draft.finish())
    }
}

/// A comparison by hand in which both sides are digital, which no law prescribes and no machine has done before.
fn can_match(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let digital_items = step
            .reads
            .iter()
            .filter(|it| carriers::is_digital_at(graph, node, it.item))
            .count();
        let has_reference = step.system.is_some() || digital_items >= 2;
        step.kind == Some(StepKind::Reconcile)
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && step.needs_judgement != Some(true)
            && carriers::reads_digital(graph, node)
            && has_reference
            && graph
                .leaving(node)
                .filter(|arrow| !arrow.is_parallel())
                .count()
                == 1
            && graph.leaving(node).count() == 1
            && !is_matched_before(graph, node)
    })
}

/// Whether every case that comes here has passed a machine that makes the same comparison.
fn is_matched_before(graph: &Graph, node: Index) -> bool {
    let written = graph.step(node).map(|step| &step.writes);
    graph.steps().any(|(machine, step)| {
        step.kind == Some(StepKind::Automatic)
            && Some(&step.writes) == written
            && graph.reach().dominates(machine, node)
    })
}

fn automate(draft: &mut Draft, id: StepId, share: Share) -> Result<(), Refusal> {
    let by_hand = draft.document.step(id)?.clone();
    let lane = draft.system_lane()?;
    draft.insert_before_all(id.into(), |blank| machine(blank, &by_hand, lane))?;
    draft.revise(id, |step| {
        step.check = None;
        step.medium_in = step.medium_in.map(|it| digital(Some(it)));
    })?;
    let bypass = Bypass {
        lane,
        question: wording::MATCHED,
        past: wording::MATCHES,
        through: wording::DIFFERS,
        share,
    };
    lead_past(draft, id, id, &bypass)?;
    Ok(())
}

/// The machine that makes the comparison `by_hand`, in its place among the checks.
fn machine(blank: Step, by_hand: &Step, lane: LaneId) -> Step {
    Step {
        lane,
        name: wording::match_with(by_hand.system.as_deref()),
        medium_in: Some(digital(by_hand.medium_in)),
        medium_out: Some(digital(by_hand.medium_out)),
        system: by_hand.system.clone(),
        reads: by_hand.reads.clone(),
        writes: by_hand.writes.clone(),
        basis: by_hand.basis,
        check: by_hand.check.clone(),
        ..by_itself(blank)
    }
}

fn digital(medium: Option<Medium>) -> Medium {
    medium
        .filter(|medium| medium.is_digital())
        .unwrap_or(Medium::Electronic)
}

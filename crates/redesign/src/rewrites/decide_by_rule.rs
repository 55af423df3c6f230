//! Lets a machine apply a written rule in an examination that needs no judgement; what the rule leaves open goes to people,
//! and the decision stays with who decides.
//!
//! ## Before
//! ```flow
//! システム: 申請を登録する 0分 [自動処理 電子]
//!   書く: 申請データ
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 電子 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//!   定型性: 定型
//!   判断: 不要
//! 審査担当: 直すところはあるか [分岐]
//!   10% ある → #3
//!   90% ない → #4
//! 住民: 申請を直す 10分 [#3 記入 電子]
//!   書く: 申請データ
//!   → #2
//! 課長: 支給を決裁する 1分 [#4 決裁 電子 規則]
//!   読む: 審査結果
//! ```
//!
//! ## After
//! ```flow
//! システム: 申請を登録する 0分 [自動処理 電子]
//!   書く: 申請データ
//! システム: 要件を規則で自動判定 0分 [#N1 自動処理 電子 要綱 待ち0時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//! システム: 規則で判定できたか [#N2 分岐]
//!   70% 判定できた → 直すところはあるか
//!   30% 人が審査 → #2
//! 審査担当: 支給の要件を審査する 12分 [#2 審査 電子 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 審査結果
//!   確認: 対象=申請 観点=支給要件
//!   定型性: 定型
//!   判断: 不要
//! 審査担当: 直すところはあるか [分岐]
//!   10% ある → #3
//!   90% ない → #4
//! 住民: 申請を直す 10分 [#3 記入 電子]
//!   書く: 申請データ
//!   → #N1
//! 課長: 支給を決裁する 1分 [#4 決裁 電子 規則]
//!   読む: 審査結果
//! ```
//!
//! ## Keeps
//! The examination by people of whatever the rule leaves open, and a decision by a person on each and every case.
//!
//! ## Loses
//! The examiner's look at cases that the rule settles.
use kaizu_analysis::{Arrow, Finding, Graph, Index, protection};
use kaizu_model::{
    Authority, Command, Difference, LaneId, Medium, Refusal, Routine, Share, Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::bypass::{Bypass, lead_past};
use crate::carriers;
use crate::detected::open_at;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "decide-by-rule"
    }
    fn code(&self) -> &'static str {
        "R19"
    }
    fn source(&self) -> &'static str {
        include_str!("decide_by_rule.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::High
    }
    fn answers(&self) -> &'static [&'static str] {
        &["C09"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["examiners-look"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["written-rule"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["rule-decides-share"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let seen = open_at(findings, &["C09"]);
        let is_seen = |n: Index| seen.contains(&graph.id(n));
        graph
            .indices()
            .filter(|n| is_seen(*n) && can_be_decided_by_rule(graph, *n))
            .map(|n| Site::at([graph.id(n)]).asking(Authority::Department))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let share = Share::try_from(parameters.get("rule-decides-share")).unwrap_or(Share::NONE);
        for id in site.steps() {
            automate(&mut draft, id, share)?;
        }
        Ok(draft.finish())
    }
}

/// An examination that is recorded both to follow fixed rules and to need nobody's judgement, from data that a machine can
/// read, and after which somebody decides on every case.
pub(super) fn can_be_decided_by_rule(graph: &Graph, node: Index) -> bool {
    let decides = |n: Index| {
        n != node
            && graph.kind(n) == Some(StepKind::Approve)
            && is_own_staff(graph, n)
            && graph.reach().post_dominates(n, node)
    };
    graph.step(node).is_some_and(|step| {
        step.kind == Some(StepKind::Examine)
            && step.routine == Some(Routine::Fixed)
            && step.needs_judgement == Some(false)
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && step.seals.is_empty()
            && !step.writes.is_empty()
            && step
                .medium_out
                .or(step.medium_in)
                .is_none_or(Medium::is_digital)
            && carriers::reads_digital(graph, node)
    }) && graph.leaving(node).count() == 1
        && !graph.leaving(node).any(Arrow::is_parallel)
        && graph.indices().any(decides)
}

fn automate(draft: &mut Draft, id: StepId, share: Share) -> Result<(), Refusal> {
    let by_hand = draft.document.step(id)?.clone();
    let lane = draft.system_lane()?;
    draft.insert_before_all(id.into(), |blank| machine(blank, &by_hand, lane))?;
    let bypass = Bypass {
        lane,
        question: wording::RULE_DECIDED,
        past: wording::DECIDED_BY_RULE,
        through: wording::LEFT_TO_PEOPLE,
        share,
    };
    lead_past(draft, id, id, &bypass)?;
    Ok(())
}

/// The machine that applies the rule of the examination `by_hand`.
fn machine(blank: Step, by_hand: &Step, lane: LaneId) -> Step {
    Step {
        lane,
        name: wording::DECIDE_BY_RULE.into(),
        medium_in: by_hand.medium_in.or(Some(Medium::Electronic)),
        medium_out: by_hand.medium_out.or(Some(Medium::Electronic)),
        system: by_hand.system.clone(),
        reads: by_hand.reads.clone(),
        writes: by_hand.writes.clone(),
        basis: by_hand.basis,
        check: by_hand.check.clone(),
        ..by_itself(blank)
    }
}

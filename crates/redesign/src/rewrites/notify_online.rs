//! Tells those who applied online how it came out online as well, instead of printing and posting it.
//!
//! ## Before
//! ```flow
//! @担当 住民 [住民]
//! 住民: 申請方法を選ぶ [分岐]
//!   60% オンライン → 申請フォームに入力する
//!   40% 紙 → 申請書を書いて郵送する
//! 住民: 申請フォームに入力する 12分 [記入 電子 要綱]
//!   システム: 電子申請
//!   書く: 申請データ
//!   接点: オンライン
//!   → 申請を審査する
//! 住民: 申請書を書いて郵送する 15分 [送付 紙 要綱 待ち16時間]
//!   書く: 申請データ
//!   待ちの理由: 郵送
//!   接点: 郵送
//! 福祉課: 申請を審査する 5分 [審査 業務システム 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 判定
//! 福祉課: 決定通知を印刷し発送する 2分 [通知 業務システム→紙 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 判定
//!   書く: 決定通知
//! 住民: 決定通知を受け取る 3分 [受領 紙 待ち16時間]
//!   読む: 決定通知
//!   待ちの理由: 郵送
//!   接点: 郵送
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 福祉課 [職員]
//! 住民: 申請方法を選ぶ [分岐]
//!   60% オンライン → 申請フォームに入力する
//!   40% 紙 → 申請書を書いて郵送する
//! 住民: 申請フォームに入力する 12分 [記入 電子 要綱]
//!   システム: 電子申請
//!   書く: 申請データ
//!   接点: オンライン
//!   → 申請を審査する
//! 住民: 申請書を書いて郵送する 15分 [送付 紙 要綱 待ち16時間]
//!   書く: 申請データ
//!   待ちの理由: 郵送
//!   接点: 郵送
//! 福祉課: 申請を審査する 5分 [審査 業務システム 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請データ
//!   書く: 判定
//! システム: オンラインで受け取るか [#N1 分岐]
//!   54% オンライン → #N2
//!   46% 郵送 → 決定通知を印刷し発送する
//! システム: 通知をオンラインで自動送付 0分 [#N2 自動処理 業務システム→電子 要綱 待ち0時間]
//!   システム: 給付システム
//!   読む: 判定
//!   書く: 決定通知
//!   接点: オンライン
//!   → 決定通知を受け取る
//! 福祉課: 決定通知を印刷し発送する 2分 [通知 業務システム→紙 要綱 待ち8時間]
//!   システム: 給付システム
//!   読む: 判定
//!   書く: 決定通知
//! 住民: 決定通知を受け取る 3分 [受領 紙 待ち16時間]
//!   読む: 決定通知
//!   待ちの理由: 郵送
//!   接点: 郵送
//! ```
//!
//! ## Keeps
//! The letter, for everybody who did not apply online or wants it on paper, and every notice that a law words.
//!
//! ## Loses
//! Paper that lies on the table and is not overlooked.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, channels, protection};
use kaizu_model::{
    Access, Command, Contact, Difference, Edge, Medium, NodeId, Refusal, Revise, Share, Split,
    Step, StepId, StepKind,
};

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
        "notify-online"
    }
    fn code(&self) -> &'static str {
        "R16b"
    }
    fn source(&self) -> &'static str {
        include_str!("notify_online.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["M01", "M08", "S01", "W08"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["paper-notice"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["notice-by-consent"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["online-notice-share"]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        let notices = graph.indices().filter(|n| can_go_online(graph, *n));
        notices
            .map(|n| {
                let readers = readers(graph, n).into_iter().map(|reader| graph.id(reader));
                Site {
                    serves: readers.collect(),
                    ..Site::at([graph.id(n)]).asking_owners(graph)
                }
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
        let online = online_share(graph).unwrap_or_default();
        let share = Share::try_from(online * parameters.get("online-notice-share"));
        for id in site.steps() {
            if let Ok(share) = share {
                part(&mut draft, id, share)?;
            }
        }
        Ok(draft.finish())
    }
}

/// The part of the cases that come in online, where they come in by more than one way.
fn online_share(graph: &Graph) -> Option<f64> {
    let channels = channels(graph);
    let is_online = |n: &Index| {
        graph
            .step(*n)
            .is_some_and(|step| step.contact == Some(Contact::Online))
    };
    let first = channels
        .iter()
        .find(|it| it.electronic.iter().any(is_online))?;
    Some(first.share).filter(|share| *share > 0.0 && *share < 1.0)
}

/// A notice that the staff make on paper from a system, for residents alone, on no law's order, and that no machine makes
/// for part of them already.
fn can_go_online(graph: &Graph, node: Index) -> bool {
    let is_posted = graph.step(node).is_some_and(|step| {
        matches!(step.kind, Some(StepKind::Notify | StepKind::Send))
            && step.medium_in.is_some_and(Medium::is_structured)
            && step.medium_out.is_some_and(Medium::is_paper)
            && step.seals.is_empty()
            && step.check.is_none()
            && !step.writes.is_empty()
    });
    let readers = readers(graph, node);
    // Where cases part in front of it, somebody has decided already who gets a letter.
    let is_fresh = graph
        .reaching(node)
        .all(|arrow| arrow.is_parallel() || graph.gateway(arrow.from).is_none());
    is_posted
        && is_fresh
        && is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && online_share(graph).is_some()
        && channels(graph)
            .iter()
            .all(|it| graph.reach().dominates(it.branch, node))
        && !readers.is_empty()
        && readers.iter().all(|n| graph.is_customers(*n))
        && graph.leaving(node).count() == 1
}

/// Who reads what is sent.
fn readers(graph: &Graph, node: Index) -> BTreeSet<Index> {
    let written = graph.step(node).into_iter().flat_map(|step| &step.writes);
    written
        .flat_map(|access| carriers::readers(graph, node, access.item))
        .collect()
}

/// Lets a machine tell part of the cases, and the staff the others.
fn part(draft: &mut Draft, id: StepId, share: Share) -> Result<(), Refusal> {
    let by_post = draft.document.step(id)?.clone();
    let lane = draft.system_lane()?;
    let bypass = Bypass {
        lane,
        question: wording::WANTS_NOTICE_ONLINE,
        past: wording::ONLINE,
        through: wording::BY_POST,
        share,
    };
    let Some(branch) = lead_past(draft, id, id, &bypass)? else {
        return Ok(());
    };
    let machine = Step {
        key: Some(draft.fresh_key()),
        phase: by_post.phase,
        medium_in: by_post.medium_in,
        medium_out: Some(Medium::Electronic),
        system: by_post.system.clone(),
        contact: Some(Contact::Online),
        reads: by_post.reads.clone(),
        writes: by_post
            .writes
            .iter()
            .map(|it| Access::to(it.item))
            .collect(),
        basis: by_post.basis,
        ..by_itself(Step::new(
            draft.flow,
            by_post.rank,
            lane,
            wording::NOTIFY_ONLINE,
        ))
    };
    let machine: StepId = draft.create_before(id.into(), machine)?;
    let past = draft.document.edges_from(branch.into());
    let past = past.filter(|(_, edge)| edge.to != NodeId::from(id));
    let past: Vec<_> = past.map(|(id, edge)| (id, edge.clone())).collect();
    for (edge_id, edge) in past {
        let to = machine.into();
        draft.link(machine.into(), edge.to, Split::Sequence)?;
        draft.run(Revise::new(edge_id, Edge { to, ..edge }))?;
    }
    Ok(())
}

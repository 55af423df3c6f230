//! Pays without an application whom the city writes to anyway and whose account it knows: who does not decline gets it.
//!
//! ## Before
//! ```flow
//! @種別 給付
//! @項目 氏名 [本人特定 市が保有 出典:住基]
//! @項目 口座 [口座 市が保有 出典:当課]
//! @項目 受付番号 [内部管理番号]
//! 給付課: 対象世帯へ申請書を送る 1分 [送付 業務システム→紙 要綱]
//!   読む: 対象者
//!   書く: 案内
//!   → 申請書に記入 [郵送]
//! 住民: 申請書に記入 10分 [記入 紙 要綱]
//!   読む: 案内
//!   書く: 申請書、氏名、口座
//! 住民: 申請書を郵送する 5分 [送付 紙 要綱 待ち16時間]
//!   読む: 申請書
//!   接点: 郵送
//! 給付課: 申請書を受け取る 2分 [受領 紙 規則 待ち4時間]
//!   読む: 申請書
//! 給付課: 給付システムに入力する 4分 [入力 紙→業務システム 慣行 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、受付番号
//! 給付課: 支給を決める 3分 [審査 業務システム 要綱]
//!   読む: 氏名、口座、受付番号
//!   書く: 判定
//! ```
//!
//! ## After
//! ```flow
//! @種別 給付
//! @担当 給付課 [職員]
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @項目 氏名 [本人特定 市が保有 出典:住基]
//! @項目 口座 [口座 市が保有 出典:当課]
//! @項目 受付番号 [内部管理番号]
//! 給付課: 対象世帯へ申請書を送る 1分 [送付 業務システム→紙 要綱]
//!   読む: 対象者
//!   書く: 案内
//!   → #N1 [郵送]
//! 給付課: 支給に必要な情報を市が持っているか [#N1 分岐]
//!   80% 持っている → #N2
//!   20% 持っていない → 申請書に記入
//! 住民: 支給のお知らせを確かめる(辞退するときだけ連絡) 2分 [#N2 受領 紙 待ち77.5時間]
//!   読む: 案内
//!   待ちの理由: 相手方待ち
//! システム: 対象者の情報を給付システムに自動登録 0分 [#N3 自動処理 業務システム 待ち0時間]
//!   システム: 給付システム
//!   書く: 氏名、口座、受付番号
//!   → 支給を決める
//! 住民: 申請書に記入 10分 [記入 紙 要綱]
//!   読む: 案内
//!   書く: 申請書、氏名、口座
//! 住民: 申請書を郵送する 5分 [送付 紙 要綱 待ち16時間]
//!   読む: 申請書
//!   接点: 郵送
//! 給付課: 申請書を受け取る 2分 [受領 紙 規則 待ち4時間]
//!   読む: 申請書
//! 給付課: 給付システムに入力する 4分 [入力 紙→業務システム 慣行 待ち8時間]
//!   システム: 給付システム
//!   読む: 申請書、氏名、口座
//!   書く: 氏名、口座、受付番号
//! 給付課: 支給を決める 3分 [審査 業務システム 要綱]
//!   読む: 氏名、口座、受付番号
//!   書く: 判定
//! ```
//!
//! ## Keeps
//! The application for everybody else, and every decision on who gets it. Where anything is asked for that the city does not
//! hold, or that belongs to the tax office, all have to apply.
//!
//! ## Loses
//! The applicant's own word that they want it.
use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{
    Access, Authority, Command, Difference, ItemClass, ItemId, LaneId, Medium, Minutes,
    OfficeHours, ProcessKind, Rank, Refusal, Share, Source, Step, StepKind, WaitCause,
};

use super::{Cost, Rewrite, Site};
use crate::detected::open_at;
use crate::draft::Draft;
use crate::paper_way::{PaperWay, only};
use crate::parameters::Parameters;
use crate::second_way::SecondWay;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "send-without-application"
    }
    fn code(&self) -> &'static str {
        "R21"
    }
    fn source(&self) -> &'static str {
        include_str!("send_without_application.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::High
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E05"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["own-word"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["decline-instead-of-apply"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["known-account-share", "notice-minutes", "declining-hours"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        if graph.process.kind != Some(ProcessKind::Benefit) {
            return Vec::new();
        }
        let held = open_at(findings, &["E05"]);
        let is_asked_though_held =
            |way: &PaperWay| way.residents(graph).any(|n| held.contains(&graph.id(n)));
        let ways = graph.indices().filter_map(|n| PaperWay::to(graph, n));
        ways.filter(|way| sender(graph, way).is_some() && can_be_paid_without(graph, way))
            .filter(is_asked_though_held)
            .map(|way| Site::at(graph.ids(&way.steps)).asking(Authority::Mayor))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let keying = site.nodes.last().and_then(|id| graph.index(*id));
        if let Some(way) = keying.and_then(|n| PaperWay::to(graph, n)) {
            send(&mut draft, graph, &way, parameters)?;
        }
        Ok(draft.finish())
    }
}

/// Who writes to those who may get something, directly before they apply.
fn sender(graph: &Graph, way: &PaperWay) -> Option<LaneId> {
    let first = way.steps.first().copied()?;
    let from = only(graph.reaching(first))
        .filter(|arrow| !arrow.is_parallel())?
        .from;
    let is_alone = only(graph.leaving(from)).is_some();
    let writes_to_them = |n: Index| {
        graph.is_staff(n) && matches!(graph.kind(n), Some(StepKind::Send | StepKind::Notify))
    };
    let step = graph.step(from)?;
    (is_alone && writes_to_them(from)).then_some(step.lane)
}

/// Whether all that is needed of an application is who somebody is, whom they live with and their account, and the city holds
/// it and may use it.
fn can_be_paid_without(graph: &Graph, way: &PaperWay) -> bool {
    let used = way.used(graph);
    let stamps = way.stamps(graph);
    let class = |id: ItemId| graph.document.item(id).ok().and_then(|it| it.class);
    let is_held = |id: &ItemId| {
        let Ok(item) = graph.document.item(*id) else {
            return false;
        };
        let may_be_used = match item.class {
            Some(ItemClass::Identity | ItemClass::Household) => item.source != Some(Source::Tax),
            // From an earlier payment of the section itself, or registered for such payments (公金受取口座).
            Some(ItemClass::Account) => {
                matches!(item.source, Some(Source::Section | Source::NumberNetwork))
            }
            Some(
                ItemClass::Income
                | ItemClass::Requirement
                | ItemClass::Copy
                | ItemClass::CaseNumber
                | ItemClass::Decision
                | ItemClass::Amount
                | ItemClass::Date
                | ItemClass::Status
                | ItemClass::Document
                | ItemClass::Seal,
            )
            | None => false,
        };
        item.is_known_to_city == Some(true) && may_be_used
    };
    let handed_in = way.handed_in(graph);
    let owed = graph.process.required_outputs.iter();
    let mut needed = used
        .iter()
        .chain(owed.filter(|item| handed_in.contains(item)));
    used.iter().any(|id| class(*id) == Some(ItemClass::Account))
        && needed.all(|id| is_held(id) || (stamps.contains(id) && !handed_in.contains(id)))
}

/// Lets those whose account is known only hear of it, and puts what the city holds of them into the system.
fn send(
    draft: &mut Draft,
    graph: &Graph,
    way: &PaperWay,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let resident = way.residents(graph).find_map(|n| graph.step(n));
    let (Some(resident), Some(lane)) = (resident, sender(graph, way)) else {
        return Ok(());
    };
    let handed_in = way.handed_in(graph);
    let notice = Step {
        kind: Some(StepKind::Receive),
        minutes: Minutes::try_from(parameters.get("notice-minutes")).ok(),
        wait: OfficeHours::try_from(parameters.get("declining-hours")).ok(),
        wait_cause: Some(WaitCause::OtherParty),
        medium_in: Some(Medium::Paper),
        medium_out: Some(Medium::Paper),
        reads: resident
            .reads
            .iter()
            .filter(|it| !handed_in.contains(&it.item))
            .cloned()
            .collect(),
        ..Step::new(
            draft.flow,
            Rank::default(),
            resident.lane,
            wording::HEAR_OF_IT,
        )
    };
    let held = way.used(graph).into_iter();
    let held = held.filter(|item| handed_in.contains(item)).map(Access::to);
    let entry = way.entry(draft, graph, held.collect())?;
    let entry = Step {
        name: wording::enter_known_into(entry.system.as_deref().unwrap_or_default()),
        medium_in: Some(Medium::System),
        ..entry
    };
    let share = parameters.get("known-account-share");
    let second = SecondWay {
        lane,
        choice: wording::ALL_IS_KNOWN,
        conditions: [wording::KNOWN, wording::UNKNOWN],
        share: Share::try_from(share).unwrap_or(Share::NONE),
        steps: [notice, entry],
    };
    second.open(draft, graph, way)
}

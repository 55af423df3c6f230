//! Opens an online way beside the counter or the post, straight into the system in which the applications end up.
//!
//! ## Before
//! ```flow
//! @項目 受付日 [日付]
//! @項目 受付番号 [内部管理番号]
//! 住民: 利用申込書に記入 10分 [記入 紙 要綱]
//!   書く: 申込書、氏名、住所
//! 住民: 窓口で申込書を出す 5分 [送付 紙 要綱 待ち0.5時間]
//!   読む: 申込書
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [受領 紙 規則]
//!   読む: 申込書
//!   書く: 受付日
//! こども課: 利用者システムに入力する 5分 [入力 紙→業務システム 慣行]
//!   システム: 利用者システム
//!   読む: 申込書、氏名、住所
//!   書く: 氏名、住所、受付番号
//! こども課: 利用を決める 3分 [審査 業務システム 要綱]
//!   システム: 利用者システム
//!   読む: 氏名、住所、受付番号
//!   書く: 判定
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 こども課 [職員]
//! @項目 受付日 [日付]
//! @項目 受付番号 [内部管理番号]
//! 住民: 申請方法を選ぶ [#N1 分岐]
//!   40% オンライン → #N2
//!   60% 窓口 → 利用申込書に記入
//! 住民: 電子申請フォームに入力 8分 [#N2 記入 電子 要綱 待ち0時間]
//!   システム: 電子申請
//!   書く: 申込書、氏名、住所
//!   接点: オンライン
//!   受付方法: 電子
//! システム: 申請データを利用者システムに自動登録 0分 [#N3 自動処理 電子→業務システム 待ち0時間]
//!   システム: 利用者システム
//!   読む: 申込書、氏名、住所
//!   書く: 申込書、氏名、住所、受付日、受付番号
//!   → 利用を決める
//! 住民: 利用申込書に記入 10分 [記入 紙 要綱]
//!   書く: 申込書、氏名、住所
//! 住民: 窓口で申込書を出す 5分 [送付 紙 要綱 待ち0.5時間]
//!   読む: 申込書
//!   接点: 対面
//! こども課: 申込書を受け取る 3分 [受領 紙 規則]
//!   読む: 申込書
//!   書く: 受付日
//! こども課: 利用者システムに入力する 5分 [入力 紙→業務システム 慣行]
//!   システム: 利用者システム
//!   読む: 申込書、氏名、住所
//!   書く: 氏名、住所、受付番号
//! こども課: 利用を決める 3分 [審査 業務システム 要綱]
//!   システム: 利用者システム
//!   読む: 氏名、住所、受付番号
//!   書く: 判定
//! ```
//!
//! ## Keeps
//! The counter and the post with everything done there. Where anybody behind the entry works from paper, nothing is opened:
//! there would only be more to print.
//!
//! ## Loses
//! Help at the counter for those who write online.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{
    Access, Channel, Command, Contact, Difference, ItemId, LaneId, Medium, Minutes, OfficeHours,
    Rank, Refusal, Share, Step, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::detected::open_at;
use crate::draft::Draft;
use crate::intake::in_store;
use crate::paper_way::PaperWay;
use crate::parameters::Parameters;
use crate::second_way::SecondWay;
use crate::wording;

/// Findings without which there is no reason to open another way.
const REASONS: &[&str] = &["J02", "W08"];

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "open-online"
    }
    fn code(&self) -> &'static str {
        "R15"
    }
    fn source(&self) -> &'static str {
        include_str!("open_online.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["J02", "J06", "W02", "W08"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["help-at-counter"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["online-form-ready"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["online-share", "online-filling-factor"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        if graph.steps().any(|(n, step)| is_online(graph, n, step)) {
            return Vec::new();
        }
        let reasons = open_at(findings, REASONS);
        let is_asked_for =
            |way: &PaperWay| way.residents(graph).any(|n| reasons.contains(&graph.id(n)));
        let ways = graph.indices().filter_map(|n| PaperWay::to(graph, n));
        ways.filter(is_asked_for)
            .map(|way| Site::at(graph.ids(&way.steps)).asking(way.authority(graph)))
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
            open(&mut draft, graph, &way, parameters)?;
        }
        Ok(draft.finish())
    }
}

/// Whether residents can already do this step of theirs from a screen.
fn is_online(graph: &Graph, node: Index, step: &Step) -> bool {
    let is_digital = |medium: Option<Medium>| medium.is_some_and(Medium::is_digital);
    graph.is_customers(node)
        && (step.contact == Some(Contact::Online)
            || is_digital(step.medium_in)
            || is_digital(step.medium_out))
}

/// Lets residents choose in front of `way` between it and a form that goes straight to where it ends.
fn open(
    draft: &mut Draft,
    graph: &Graph,
    way: &PaperWay,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    let Some(lane) = way
        .residents(graph)
        .find_map(|n| graph.step(n))
        .map(|it| it.lane)
    else {
        return Ok(());
    };
    let form = form(draft, graph, way, lane, parameters);
    let entry = Step {
        reads: form.writes.iter().map(|it| Access::to(it.item)).collect(),
        ..way.entry(draft, graph, form.writes.clone())?
    };
    let entry = Step {
        name: wording::enter_into(entry.system.as_deref().unwrap_or_default()),
        medium_in: Some(Medium::Electronic),
        ..entry
    };
    let other = wording::other_ways(&way.contacts(graph));
    let second = SecondWay {
        lane,
        choice: wording::CHOOSE_WAY,
        conditions: [wording::ONLINE, &other],
        share: Share::try_from(parameters.get("online-share")).unwrap_or(Share::NONE),
        steps: [form, entry],
    };
    second.open(draft, graph, way)
}

/// The form in which residents write what they write on paper on `way`.
fn form(
    draft: &Draft,
    graph: &Graph,
    way: &PaperWay,
    lane: LaneId,
    parameters: &Parameters,
) -> Step {
    let steps = || way.residents(graph).filter_map(|n| graph.step(n));
    let takes_time = |step: &&Step| matches!(step.kind, Some(StepKind::Fill | StepKind::Copy));
    let minutes: Option<f64> = steps()
        .filter(takes_time)
        .map(|step| step.minutes.map(Minutes::get))
        .sum();
    let minutes = minutes.map(|it| it * parameters.get("online-filling-factor"));
    let written = way.handed_in(graph);
    let reads: BTreeSet<ItemId> = steps()
        .flat_map(|step| &step.reads)
        .map(|access| access.item)
        .filter(|item| !written.contains(item))
        .collect();
    let writes = in_store(draft, written);
    let has_pictures = writes.iter().any(|it| it.is_structured == Some(false));
    let name = wording::fill_in_online(has_pictures);
    Step {
        kind: Some(StepKind::Fill),
        minutes: minutes.and_then(|it| Minutes::try_from(rounded(it)).ok()),
        system: Some(wording::ONLINE_SYSTEM.into()),
        reads: reads.into_iter().map(Access::to).collect(),
        writes,
        basis: steps().filter_map(|step| step.basis).min(),
        wait: Some(OfficeHours::ZERO),
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        contact: Some(Contact::Online),
        channel: Some(Channel::Electronic),
        ..Step::new(draft.flow, Rank::default(), lane, name)
    }
}

fn rounded(minutes: f64) -> f64 {
    (minutes * 1000.0).round() / 1000.0
}

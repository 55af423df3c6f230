//! Shows residents what the city knows of them already: they confirm it, and write only what is new.
//!
//! ## Before
//! ```flow
//! @担当 住民 [住民]
//! @担当 福祉課 [職員]
//! @項目 氏名 [本人特定 市が保有 出典:住基]
//! @項目 世帯員 [世帯 市が保有 出典:住基]
//! @項目 口座 [口座 市は未保有 出典:本人]
//! @台帳 住民記録システム [業務システム]: 氏名、世帯員
//! 福祉課: 申請書を郵送する 1分 [送付 業務システム→紙 要綱]
//!   システム: 給付システム
//!   書く: 案内
//! 住民: 申請方法を選ぶ [#B 分岐]
//!   60% オンライン → 申請フォームに入力する
//!   40% 紙 → 申請書に書く
//! 住民: 申請フォームに入力する 12分 [記入 電子 要綱]
//!   システム: 電子申請
//!   読む: 案内
//!   書く: 氏名、世帯員、口座
//!   → 申請を審査する
//! 住民: 申請書に書く 15分 [記入 紙 要綱]
//!   読む: 案内
//!   書く: 氏名、世帯員、口座
//! 福祉課: 申請を審査する 5分 [審査 紙 要綱]
//!   読む: 氏名、世帯員、口座
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 福祉課 [職員]
//! @項目 氏名 [本人特定 市が保有 出典:住基]
//! @項目 世帯員 [世帯 市が保有 出典:住基]
//! @項目 口座 [口座 市は未保有 出典:本人]
//! @項目 案内
//! @台帳 住民記録システム [業務システム]: 氏名、世帯員
//! 福祉課: 申請書を郵送する(市が持つ項目を印字) 1分 [送付 業務システム→紙 要綱]
//!   システム: 給付システム
//!   書く: 案内、氏名、世帯員
//! 住民: 申請方法を選ぶ [#B 分岐]
//!   60% オンライン → 市が持つ項目を申請画面に表示
//!   40% 紙 → 申請書に書く(市が持つ項目は確認のみ)
//! システム: 市が持つ項目を申請画面に表示 0分 [#N1 自動処理 業務システム→電子 待ち0時間]
//!   システム: 電子申請
//!   ほかのシステム: 住民記録システム
//!   書く: 氏名、世帯員
//! 住民: 申請フォームに入力する(市が持つ項目は確認のみ) 5.6分 [記入 電子 要綱]
//!   システム: 電子申請
//!   読む: 案内、氏名、世帯員
//!   書く: 口座
//!   → 申請を審査する
//! 住民: 申請書に書く(市が持つ項目は確認のみ) 7分 [記入 紙 要綱]
//!   読む: 案内、氏名、世帯員
//!   書く: 口座
//! 福祉課: 申請を審査する 5分 [審査 紙 要綱]
//!   読む: 氏名、世帯員、口座
//! ```
//!
//! ## Keeps
//! Every item, the resident's word that it is right, and forms that a law prescribes.
//!
//! ## Loses
//! What is out of date in the records is shown until the resident corrects it.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Access, Command, Difference, ItemClass, ItemId, Medium, Refusal, Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::carriers;
use crate::detected::{items_at, open_in};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::{registers, renaming, wording, working_time};

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "prefill-known-items"
    }
    fn code(&self) -> &'static str {
        "R06"
    }
    fn source(&self) -> &'static str {
        include_str!("prefill_known_items.rs")
    }
    fn class(&self) -> Difference {
        Difference::Reduced
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E05", "J05"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["outdated-records"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["reference-number", "revise-form"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["confirming-factor"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let asking = open_in(graph, findings, &["E05"]);
        asking
            .into_iter()
            .filter(|n| !known(graph, *n).is_empty() && way(graph, *n).is_some())
            .map(|n| Site::at([graph.id(n)]).asking_owners(graph))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let factor = parameters.get("confirming-factor");
        for id in site.steps() {
            let Some(node) = graph.index(id) else {
                continue;
            };
            let items = known(graph, node);
            match way(graph, node) {
                Some(Way::Screen) => show(&mut draft, graph, id, &items)?,
                Some(Way::Print(sender)) => print(&mut draft, sender, &items)?,
                None => continue,
            }
            draft.revise(id, |step| confirm(graph, step, &items, factor))?;
        }
        Ok(draft.finish())
    }
}

/// How what is known comes to the resident.
enum Way {
    /// The form on the screen shows it.
    Screen,
    /// Whoever sends the form prints it on it.
    Print(StepId),
}

fn way(graph: &Graph, node: Index) -> Option<Way> {
    let step = graph.step(node)?;
    let is_filling = matches!(step.kind, Some(StepKind::Fill | StepKind::Enter));
    if !is_filling || protection(graph, node).is_some() {
        return None;
    }
    let medium = step.medium_out.or(step.medium_in)?;
    if medium.is_digital() {
        return Some(Way::Screen);
    }
    let senders: BTreeSet<Index> = step
        .reads
        .iter()
        .flat_map(|access| carriers::definitions(graph, node, access.item))
        .collect();
    let sends = |n: &Index| prints_for_residents(graph, *n) && graph.reach().dominates(*n, node);
    let sender = senders
        .into_iter()
        .find(sends)
        .filter(|_| medium.is_paper());
    sender.and_then(|n| graph.step_id(n)).map(Way::Print)
}

/// Whether the city's own staff make papers from a system here that go to a resident.
fn prints_for_residents(graph: &Graph, node: Index) -> bool {
    is_own_staff(graph, node)
        && protection(graph, node).is_none()
        && graph.step(node).is_some_and(|step| {
            matches!(
                step.kind,
                Some(StepKind::Send | StepKind::Print | StepKind::Notify | StepKind::Compose)
            ) && step.medium_in.is_some_and(Medium::is_digital)
                && step.medium_out.is_some_and(Medium::is_paper)
        })
}

/// What a resident writes at `node` although it is known. Papers and seals are no fields of a form.
fn known(graph: &Graph, node: Index) -> BTreeSet<ItemId> {
    let held = items_at(graph, "E05", node).into_iter();
    held.filter(|item| is_field(graph, *item) && carriers::writes(graph, node, *item))
        .collect()
}

/// Whether the item is something one writes on a form, and not a paper or a mark.
fn is_field(graph: &Graph, item: ItemId) -> bool {
    let class = graph.document.item(item).ok().and_then(|item| item.class);
    !matches!(
        class,
        Some(ItemClass::Copy | ItemClass::Document | ItemClass::Seal)
    )
}

/// Lets the form at `id` show what is known.
fn show(
    draft: &mut Draft,
    graph: &Graph,
    id: StepId,
    items: &BTreeSet<ItemId>,
) -> Result<(), Refusal> {
    let lane = draft.system_lane()?;
    let system = draft.document.step(id)?.system.clone();
    let other_systems = registers::holding(graph, items);
    draft.insert_before_all(id.into(), |blank| Step {
        lane,
        name: wording::SHOW_KNOWN.into(),
        medium_in: Some(Medium::System),
        medium_out: Some(Medium::Electronic),
        system,
        other_systems,
        writes: items.iter().copied().map(Access::to).collect(),
        ..by_itself(blank)
    })?;
    Ok(())
}

/// Lets whoever sends the form print on it what is known.
fn print(draft: &mut Draft, sender: StepId, items: &BTreeSet<ItemId>) -> Result<(), Refusal> {
    draft.revise(sender, |step| {
        let is_new = |item: &ItemId| !step.writes.iter().any(|access| access.item == *item);
        let new: Vec<ItemId> = items.iter().copied().filter(is_new).collect();
        step.writes.extend(new.into_iter().map(Access::to));
        step.name = renaming::with_known_printed(&step.name);
    })
}

/// Lets a resident confirm `items` instead of writing them.
fn confirm(graph: &Graph, step: &mut Step, items: &BTreeSet<ItemId>, factor: f64) {
    let fields = |step: &Step| {
        let all = step.writes.iter();
        all.filter(|access| is_field(graph, access.item)).count() as f64
    };
    let all = fields(step).max(1.0);
    step.writes.retain(|access| !items.contains(&access.item));
    let written = fields(step);
    let is_new = |item: &ItemId| !step.reads.iter().any(|access| access.item == *item);
    let new: Vec<ItemId> = items.iter().copied().filter(is_new).collect();
    step.reads.extend(new.into_iter().map(Access::to));
    step.name = renaming::only_confirming_known(&step.name);
    working_time::take(step, (written + (all - written) * factor) / all);
}

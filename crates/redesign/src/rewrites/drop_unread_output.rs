//! Drops papers, files and answers that nobody reads: the step where it makes nothing else, else what is unread alone.
//!
//! ## Before
//! ```flow
//! @項目 世帯員 [世帯]
//! @項目 電話番号 [要件]
//! 住民: 申請書を書く 10分 [記入 紙 要綱]
//!   書く: 世帯員、電話番号
//! 福祉課: 世帯を調べる 4分 [審査 紙 要綱]
//!   読む: 世帯員
//!   書く: 判定
//! 福祉課: 集計表を作る 10分 [集計 紙 慣行 待ち4時間]
//!   読む: 判定
//!   書く: 集計表
//! 課長: 給付を決裁する 1分 [決裁 紙 規則]
//!   読む: 判定
//! ```
//!
//! ## After
//! ```flow
//! @項目 世帯員 [世帯]
//! @項目 電話番号 [要件]
//! @項目 判定
//! @項目 集計表
//! 住民: 申請書を書く 7.5分 [記入 紙 要綱]
//!   書く: 世帯員
//! 福祉課: 世帯を調べる 4分 [審査 紙 要綱]
//!   読む: 世帯員
//!   書く: 判定
//! 課長: 給付を決裁する 1分 [決裁 紙 規則]
//!   読む: 判定
//! ```
//!
//! ## Keeps
//! Everything that anybody reads, that is required, kept by a rule or called by its name elsewhere; and who one is.
//!
//! ## Loses
//! A use that nobody has told of.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Command, Contact, Difference, ItemClass, ItemId, Refusal, folded};

use super::{Cost, Rewrite, Site};
use crate::detected::{items_at, open_in};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::is_own_staff;
use crate::working_time;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "drop-unread-output"
    }
    fn code(&self) -> &'static str {
        "R01"
    }
    fn source(&self) -> &'static str {
        include_str!("drop_unread_output.rs")
    }
    fn class(&self) -> Difference {
        Difference::Eliminated
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["E06"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["unknown-use"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["ask-who-needs-it"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["time-per-item"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let made = open_in(graph, findings, &["E06"]);
        made.into_iter()
            .filter(|n| droppable(graph, *n).is_some())
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
        for id in site.steps() {
            match graph.index(id).and_then(|n| droppable(graph, n)) {
                Some(Unread::All) => draft.retire(id)?,
                Some(Unread::Some(items)) => {
                    let part = parameters.get("time-per-item");
                    draft.revise(id, |step| {
                        let all = step.writes.len();
                        step.writes.retain(|access| !items.contains(&access.item));
                        let gone = all.saturating_sub(step.writes.len());
                        let share = gone as f64 / all.max(1) as f64;
                        working_time::take(step, 1.0 - share * part);
                    })?;
                }
                None => {}
            }
        }
        Ok(draft.finish())
    }
}

/// What of a step's output nobody reads, and may go.
enum Unread {
    /// All of it, and the step with it.
    All,
    /// A part: the step goes on making the rest.
    Some(BTreeSet<ItemId>),
}

fn droppable(graph: &Graph, node: Index) -> Option<Unread> {
    let step = graph.step(node)?;
    let is_ours = is_own_staff(graph, node) || graph.is_customers(node);
    if !is_ours || protection(graph, node).is_some() {
        return None;
    }
    let unread = items_at(graph, "E06", node);
    let is_unnamed = |item: &ItemId| !is_named(graph, node, *item);
    let mut items: BTreeSet<ItemId> = unread.into_iter().filter(is_unnamed).collect();
    if step
        .writes
        .iter()
        .all(|access| items.contains(&access.item))
    {
        return (!items.is_empty() && does_nothing_else(graph, node)).then_some(Unread::All);
    }
    items.retain(|item| !says_who(graph, *item));
    (!items.is_empty()).then_some(Unread::Some(items))
}

/// Whether making its output is all the step is there for.
fn does_nothing_else(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_met = step.contact.is_some_and(|contact| contact != Contact::None);
        !is_met
            && step.check.is_none()
            && step.seals.is_empty()
            && step.attachments.is_empty()
            && step.realises.is_empty()
            && graph.leaving(node).count() <= 1
    })
}

/// Whether another step calls the item by its name: it may be read there without its being told.
fn is_named(graph: &Graph, node: Index, item: ItemId) -> bool {
    let Ok(item) = graph.document.item(item) else {
        return true;
    };
    let name = folded(&item.name);
    graph.steps().filter(|(n, _)| *n != node).any(|(_, step)| {
        let check = step.check.iter();
        let told = check.flat_map(|check| [check.object.as_ref(), check.against.as_ref()]);
        let told = told.flatten().chain([&step.name]).chain(&step.system);
        told.into_iter().any(|text| folded(text).contains(&name))
    })
}

/// Whether an item tells one person from another, which everybody has to say once.
fn says_who(graph: &Graph, item: ItemId) -> bool {
    let class = graph.document.item(item).ok().and_then(|item| item.class);
    class == Some(ItemClass::Identity)
}

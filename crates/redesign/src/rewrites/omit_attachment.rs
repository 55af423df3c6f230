//! Looks up in the city's own records, or over the number network, what residents had to attach.
//!
//! ## Before
//! ```flow
//! @項目 申請書 [書類]
//! @項目 住民票の写し [写し 出典:住基]
//! @項目 通帳の写し [写し 出典:本人]
//! @台帳 住民記録システム [業務システム]: 住民票の写し
//! 住民: 申請書に書く 10分 [記入 紙 規則]
//!   書く: 申請書
//! 住民: 写しを取って添付 30分 [複写 紙 規則]
//!   書く: 住民票の写し、通帳の写し
//!   添付: 住民票の写し、通帳の写し
//! 窓口: 申請書を受け付ける 3分 [受領 紙 規則 待ち1時間]
//!   読む: 申請書
//! 福祉課: 申請を審査する 5分 [審査 紙 規則 待ち4時間]
//!   読む: 申請書、住民票の写し、通帳の写し
//! 福祉課: 添付は足りているか [#G 分岐]
//!   20% 添付不足 → 足りない写しを送る
//!   80% 足りている → 決定する
//! 住民: 足りない写しを送る 15分 [送付 紙 規則 待ち32時間]
//!   書く: 通帳の写し
//!   → 申請を審査する
//! 課長: 決定する 1分 [決裁 紙 規則]
//!   読む: 申請書
//! ```
//!
//! ## After
//! ```flow
//! @項目 申請書 [書類]
//! @項目 住民票の写し [写し 出典:住基]
//! @項目 通帳の写し [写し 出典:本人]
//! @台帳 住民記録システム [業務システム]: 住民票の写し
//! 住民: 申請書に書く 10分 [記入 紙 規則]
//!   書く: 申請書
//! 住民: 写しを取って添付(住民票の写しは不要) 15分 [複写 紙 規則]
//!   書く: 通帳の写し
//!   添付: 通帳の写し
//! 窓口: 申請書を受け付ける 3分 [受領 紙 規則 待ち1時間]
//!   読む: 申請書
//! 福祉課: 住民票の写しの内容を照会 0.3分 [#N1 照会 業務システム 待ち0時間]
//!   システム: 住民記録システム
//!   書く: 住民票の写し
//! 福祉課: 申請を審査する 5分 [審査 紙 規則 待ち4時間]
//!   読む: 申請書、住民票の写し<業務システム・住民記録システム>、通帳の写し
//! 福祉課: 添付は足りているか [#G 分岐]
//!   15% 添付不足 → 足りない写しを送る
//!   85% 足りている → 決定する
//! 住民: 足りない写しを送る 15分 [送付 紙 規則 待ち32時間]
//!   書く: 通帳の写し
//!   → 申請を審査する
//! 課長: 決定する 1分 [決裁 紙 規則]
//!   読む: 申請書
//! ```
//!
//! ## Keeps
//! What the attachment told, for everybody who reads it; what only the resident has, and what a law wants attached.
//!
//! ## Loses
//! The paper as it was issued; and whoever wants no look-up may go on attaching it.
use std::collections::{BTreeMap, BTreeSet};

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{
    Access, Command, Contact, Difference, ItemId, Medium, Minutes, NodeId, OfficeHours, Refusal,
    Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::desks::desk;
use crate::detected::{items_at, of_codes, open_in};
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::registers::register_of;
use crate::returns::returns;
use crate::shares::lessen;
use crate::sources::follow;
use crate::{renaming, wording, working_time};

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "omit-attachment"
    }
    fn code(&self) -> &'static str {
        "R10b"
    }
    fn source(&self) -> &'static str {
        include_str!("omit_attachment.rs")
    }
    fn class(&self) -> Difference {
        Difference::Eliminated
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["J04", "E05", "M06"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["issued-paper"]
    }
    fn procedures(&self) -> &'static [&'static str] {
        &["right-to-look-up", "revise-form"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["query-minutes", "returns-per-attachment"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let attaching = open_in(graph, findings, &["J04"]);
        attaching
            .into_iter()
            .filter(|n| desk(graph, *n, &known(graph, *n)).is_some())
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
        let minutes = Minutes::try_from(parameters.get("query-minutes")).ok();
        for id in site.steps() {
            let Some(node) = graph.index(id) else {
                continue;
            };
            let items = known(graph, node);
            if let Some(desk) = desk(graph, node, &items) {
                stop_attaching(&mut draft, graph, id, &items)?;
                look_up(&mut draft, graph, desk, &items, minutes)?;
                let factor = parameters.get("returns-per-attachment");
                come_back_less(&mut draft, graph, node, &items, factor)?;
                follow(&mut draft, graph)?;
            }
        }
        Ok(draft.finish())
    }
}

/// What a resident attaches at `node` although the city can look it up. What a form demands elsewhere, too, stays.
fn known(graph: &Graph, node: Index) -> BTreeSet<ItemId> {
    let attached = graph.step(node).map_or(&[][..], |step| &step.attachments);
    let is_free = graph.is_customers(node) && protection(graph, node).is_none();
    let known = items_at(graph, "J04", node).into_iter();
    known
        .filter(|item| is_free && attached.contains(item))
        .collect()
}

/// Lets the resident at `id` no longer attach `items`: the step goes where it was there for nothing else.
fn stop_attaching(
    draft: &mut Draft,
    graph: &Graph,
    id: StepId,
    items: &BTreeSet<ItemId>,
) -> Result<(), Refusal> {
    let step = draft.document.step(id)?;
    let is_left = |item: &ItemId| !items.contains(item);
    let given = |step: &Step| -> BTreeSet<ItemId> {
        let written = step.writes.iter().map(|access| access.item);
        written.chain(step.attachments.iter().copied()).collect()
    };
    let all = given(step).len().max(1) as f64;
    let left = given(step).into_iter().filter(is_left).count() as f64;
    let is_copying = step.kind == Some(StepKind::Copy);
    let is_met = step.contact.is_some_and(|contact| contact != Contact::None);
    if is_copying && left < 1.0 && !is_met {
        return draft.remove(id);
    }
    let names = named(graph, items.iter().copied());
    draft.revise(id, |step| {
        step.attachments.retain(is_left);
        step.writes.retain(|access| is_left(&access.item));
        step.name = renaming::without_attaching(&step.name, &names);
        if is_copying {
            working_time::take(step, left / all);
        }
    })
}

/// Lets somebody look up `items` in front of `desk`, each register in one go. What comes back is not looked up again.
fn look_up(
    draft: &mut Draft,
    graph: &Graph,
    desk: Index,
    items: &BTreeSet<ItemId>,
    minutes: Option<Minutes>,
) -> Result<(), Refusal> {
    let is_looked_up = |item: &ItemId| {
        let before = carriers::definitions(graph, desk, *item);
        !before.is_empty()
            && before
                .iter()
                .any(|n| graph.kind(*n) == Some(StepKind::Query))
    };
    let mut by: BTreeMap<Option<String>, Vec<ItemId>> = BTreeMap::new();
    for item in items.iter().copied().filter(|item| !is_looked_up(item)) {
        by.entry(register_of(graph, item)).or_default().push(item);
    }
    let (id, Some(lane)) = (graph.id(desk), graph.step(desk).map(|step| step.lane)) else {
        return Ok(());
    };
    for (system, items) in by {
        let firsts: Vec<NodeId> = draft
            .document
            .edges_to(id)
            .map(|(_, edge)| edge.from)
            .filter(|from| !is_return(graph, *from, desk))
            .collect();
        let names = named(graph, items.iter().copied());
        draft.insert_before(id, &firsts, |blank| Step {
            lane,
            name: wording::look_up(&names),
            kind: Some(StepKind::Query),
            minutes,
            wait: Some(OfficeHours::ZERO),
            medium_in: Some(Medium::System),
            medium_out: Some(Medium::System),
            system,
            writes: items.into_iter().map(Access::to).collect(),
            ..blank
        })?;
    }
    Ok(())
}

/// What need not be attached cannot be missing: fewer cases go back for attachments.
fn come_back_less(
    draft: &mut Draft,
    graph: &Graph,
    node: Index,
    items: &BTreeSet<ItemId>,
    factor: f64,
) -> Result<(), Refusal> {
    let all = graph.step(node).map_or(0, |step| step.attachments.len());
    let share = items.len() as f64 / all.max(1) as f64;
    let loops = of_codes(graph, &["F01"]);
    for it in returns(graph, &loops, node) {
        let way = draft.document.edge(it.way)?;
        let told = [Some(graph.name(it.sender)), way.condition.as_deref()];
        if told
            .into_iter()
            .flatten()
            .any(renaming::tells_of_attachments)
        {
            lessen(draft, it.way, share * factor * it.part)?;
        }
    }
    Ok(())
}

fn is_return(graph: &Graph, from: NodeId, to: Index) -> bool {
    let from = graph.index(from);
    from.is_some_and(|from| graph.reach().is_return(from, to))
}

fn named(graph: &Graph, items: impl Iterator<Item = ItemId>) -> String {
    let items = items.filter_map(|item| graph.document.item(item).ok());
    let names: Vec<&str> = items.map(|item| item.name.as_str()).collect();
    names.join("、")
}

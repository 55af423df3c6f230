//! Lets the form check what residents enter while they enter it: fewer cases come back, and nobody looks at the form.
//!
//! ## Before
//! ```flow
//! @項目 申請データ [書類]
//! 住民: 申請フォームに入力する 10分 [記入 電子 要綱]
//!   システム: 電子申請
//!   書く: 申請データ、氏名
//! 受付担当: 記載漏れと日付を見る 3分 [確認 電子 慣行 待ち4時間]
//!   読む: 申請データ
//!   確認: 対象=申請データ 観点=記載漏れ、日付
//! 審査担当: 申請を審査する 5分 [審査 電子 要綱 待ち8時間]
//!   読む: 申請データ、氏名
//! 審査担当: 不備はあるか [#G 分岐]
//!   20% 不備あり → 直して送り直す
//!   80% 不備なし → 決定する
//! 住民: 直して送り直す 8分 [記入 電子 要綱 待ち32時間]
//!   書く: 申請データ
//!   → 申請を審査する
//! 課長: 決定する 1分 [決裁 電子 規則]
//!   読む: 申請データ
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 システム [システム]
//! @担当 受付担当 [職員]
//! @項目 申請データ [書類]
//! 住民: 申請フォームに入力する 10分 [記入 電子 要綱]
//!   システム: 電子申請
//!   書く: 申請データ、氏名
//! システム: 記載漏れや形式の誤りを入力中に自動で確認 0分 [#N1 自動処理 電子 待ち0時間]
//!   システム: 電子申請
//!   読む: 申請データ、氏名
//!   確認: 対象=申請データ 観点=記載漏れ、日付
//! 審査担当: 申請を審査する 5分 [審査 電子 要綱 待ち8時間]
//!   読む: 申請データ、氏名
//! 審査担当: 不備はあるか [#G 分岐]
//!   6% 不備あり → 直して送り直す
//!   94% 不備なし → 決定する
//! 住民: 直して送り直す 8分 [記入 電子 要綱 待ち32時間]
//!   書く: 申請データ
//!   → 申請を審査する
//! 課長: 決定する 1分 [決裁 電子 規則]
//!   読む: 申請データ
//! ```
//!
//! ## Keeps
//! Every object and aspect is still looked at, by the form; checks that people must make stay, and paper as it is.
//!
//! ## Loses
//! Freedom to hand in what the form does not foresee.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index};
use kaizu_model::{
    Access, Check, Command, Difference, ItemClass, Medium, NodeId, Refusal, Step, StepId, StepKind,
};

use super::{Cost, Rewrite, Site};
use crate::automatic::by_itself;
use crate::draft::Draft;
use crate::formal_checks::{Formal, replaceable};
use crate::parameters::Parameters;
use crate::returns::{Return, returns};
use crate::shares::lessen;
use crate::wording;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "check-at-entry"
    }
    fn code(&self) -> &'static str {
        "R04"
    }
    fn source(&self) -> &'static str {
        include_str!("check_at_entry.rs")
    }
    fn class(&self) -> Difference {
        Difference::Changed
    }
    fn cost(&self) -> Cost {
        Cost::Middle
    }
    fn answers(&self) -> &'static [&'static str] {
        &["F01", "F02", "C10"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["unforeseen-entries"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["found-at-entry"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let entries = graph.indices().filter(|n| is_open_entry(graph, *n));
        let site = |entry: Index| {
            let returned = returns(graph, findings, entry);
            let formal = replaceable(graph, findings, entry);
            let looked_at = formal
                .iter()
                .flat_map(|formal| formal.nodes.iter().copied());
            let changed = returned.iter().map(|it| it.sender).chain(looked_at);
            let changed: BTreeSet<Index> = changed.collect();
            let nodes = std::iter::once(entry).chain(changed.iter().copied());
            (!changed.is_empty()).then(|| Site::at(nodes.map(|n| graph.id(n))))
        };
        entries.filter_map(site).collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        let entry = site.nodes.first().copied().and_then(NodeId::step);
        let Some((id, entry)) = entry.and_then(|id| Some((id, graph.index(id)?))) else {
            return Ok(Vec::new());
        };
        let findings = crate::detected::of_codes(graph, self.answers());
        let returned: Vec<Return> = returns(graph, &findings, entry);
        let formal = replaceable(graph, &findings, entry);
        look_at(&mut draft, graph, id, formal.as_ref())?;
        for check in formal.iter().flat_map(|formal| &formal.nodes) {
            if let Some(check) = graph.step_id(*check) {
                draft.retire(check)?;
            }
        }
        let found = parameters.get("found-at-entry");
        for it in returned {
            lessen(&mut draft, it.way, found * it.part)?;
        }
        Ok(draft.finish())
    }
}

/// Whether residents enter something on a screen here that no machine looks at yet.
fn is_open_entry(graph: &Graph, node: Index) -> bool {
    let is_entry = |n: Index| {
        graph.is_customers(n)
            && graph.step(n).is_some_and(|step| {
                matches!(step.kind, Some(StepKind::Fill | StepKind::Enter))
                    && step.medium_out.is_some_and(Medium::is_digital)
                    && !step.writes.is_empty()
            })
    };
    let is_looked_at = |n: Index| machines_behind(graph, n).any(|step| step.check.is_some());
    let reach = graph.reach();
    // Who fills in several pages is told of mistakes on each, but sends them once.
    let is_told = |other: Index| {
        is_entry(other)
            && is_looked_at(other)
            && (reach.is_on_every_common_case(other, node)
                || reach.is_on_every_common_case(node, other))
    };
    is_entry(node)
        && graph.leaving(node).count() == 1
        && graph.leaving(node).all(|arrow| !arrow.is_parallel())
        && !graph.indices().any(is_told)
}

/// What machines do with a case right behind `node`.
fn machines_behind<'g>(graph: &Graph<'g>, node: Index) -> impl Iterator<Item = &'g Step> {
    let machine = move |n: Index| {
        let next = graph.leaving(n).next()?.to;
        (graph.kind(next) == Some(StepKind::Automatic)).then_some(next)
    };
    let chain = std::iter::successors(machine(node), move |n| machine(*n));
    chain.take(graph.len()).filter_map(|n| graph.step(n))
}

/// Lets a machine look at what is entered at `id`, at what people looked at as well.
fn look_at(
    draft: &mut Draft,
    graph: &Graph,
    id: StepId,
    formal: Option<&Formal>,
) -> Result<(), Refusal> {
    let entry = draft.document.step(id)?.clone();
    let next = draft
        .document
        .edges_from(id.into())
        .map(|(_, edge)| edge.to);
    let Some(next) = next.collect::<Vec<_>>().first().copied() else {
        return Ok(());
    };
    let lane = draft.system_lane()?;
    let named = entry.writes.iter().filter_map(|access| {
        let item = graph.document.item(access.item).ok()?;
        (item.class == Some(ItemClass::Document)).then(|| item.name.clone())
    });
    let plain = || Check {
        object: named
            .clone()
            .next()
            .or_else(|| Some(wording::ENTERED.into())),
        aspects: vec![wording::FORM_ASPECT.into()],
        ..Check::default()
    };
    let check = formal.map_or_else(plain, |formal| Check {
        object: Some(formal.object.clone()),
        aspects: formal.aspects.clone(),
        ..Check::default()
    });
    draft.insert_before(next, &[id.into()], |blank| Step {
        lane,
        name: wording::CHECK_AT_ENTRY.into(),
        medium_in: Some(Medium::Electronic),
        medium_out: Some(Medium::Electronic),
        system: entry.system.clone(),
        reads: entry.writes.iter().map(|it| Access::to(it.item)).collect(),
        check: Some(check),
        ..by_itself(blank)
    })?;
    Ok(())
}

//! Stops printing what the next desk can read on the screen.
//!
//! ## Before
//! ```flow
//! 庶務担当: 支出命令を入力する 6分 [入力 紙→業務システム 法令]
//!   システム: 財務会計システム
//!   書く: 支出命令
//! 庶務担当: 支出命令書を印刷する 3分 [印刷 業務システム→紙 慣行]
//!   システム: 財務会計システム
//!   読む: 支出命令
//!   書く: 支出命令書
//! 係長: 支出命令書を確認する 2分 [確認 紙→紙 慣行]
//!   読む: 支出命令書
//!   確認: 対象=支出命令 観点=金額
//! 係長: 支出命令書を課長へ運ぶ 3分 [運搬 紙 慣行]
//!   読む: 支出命令書
//! 課長: 支出命令を決裁し押印 1分 [決裁 紙 規則]
//!   読む: 支出命令書
//!   書く: 支出命令決裁
//!   印: 認印
//! 庶務担当: 支出命令書を綴じる 1分 [保管 紙 慣行]
//!   読む: 支出命令書
//! ```
//!
//! ## After
//! ```flow
//! 庶務担当: 支出命令を入力する 6分 [入力 紙→業務システム 法令]
//!   システム: 財務会計システム
//!   書く: 支出命令、支出命令書
//! 係長: 支出命令書を確認する 2分 [確認 業務システム 慣行]
//!   読む: 支出命令書
//!   確認: 対象=支出命令 観点=金額
//!   → 支出命令を決裁
//! 課長: 支出命令を決裁 1分 [決裁 業務システム 規則]
//!   読む: 支出命令書
//!   書く: 支出命令決裁
//! 庶務担当: 支出命令書を電子のまま保管 1分 [保管 業務システム 慣行]
//!   読む: 支出命令書
//! ```
//!
//! ## Keeps
//! What is printed for residents, contractors and the law; what the print showed is still written, in the system.
//!
//! A print that anyone would still need on paper stays: somebody outside, a seal that a law demands, a bundle with other papers.
//!
//! ## Loses
//! Paper to take notes on.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Access, Command, Difference, ItemId, Medium, Refusal, StepKind};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::{is_carrying, is_own_staff, stays_inside, work_on_screen};

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "stop-printing"
    }
    fn code(&self) -> &'static str {
        "R03"
    }
    fn source(&self) -> &'static str {
        include_str!("stop_printing.rs")
    }
    fn class(&self) -> Difference {
        Difference::Eliminated
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["M01", "M02", "M04"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["paper-for-notes"]
    }
    fn parameters(&self) -> &'static [&'static str] {
        &["screen-reading-factor"]
    }

    fn sites(&self, graph: &Graph, _: &[Finding]) -> Vec<Site> {
        let is_of_no_use = |n: &Index| {
            let draft = is_needless_print(graph, *n).then(|| stopped(graph, *n, 1.0));
            draft
                .and_then(Result::ok)
                .flatten()
                .is_some_and(|draft| is_read_on_screen(graph, *n, &draft))
        };
        let prints = graph.indices().filter(is_of_no_use);
        prints
            .map(|n| {
                let carried = carrying(graph, n).into_iter();
                Site::at(std::iter::once(n).chain(carried).map(|n| graph.id(n)))
            })
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let factor = parameters.get("screen-reading-factor");
        let print = site.indices(graph).next();
        let draft = print.map(|n| stopped(graph, n, factor)).transpose()?;
        Ok(draft.flatten().map(Draft::finish).unwrap_or_default())
    }
}

/// Printing from a screen for the city's own desks, on no one's order.
fn is_needless_print(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.kind == Some(StepKind::Print)
            && step.medium_in.is_some_and(Medium::is_digital)
            && step.medium_out.is_some_and(Medium::is_paper)
            && is_own_staff(graph, node)
            && protection(graph, node).is_none()
            && stays_inside(graph, node)
    })
}

/// The flow without the print and whoever only moves it, where one step has put into the system what it shows.
fn stopped(graph: &Graph, node: Index, factor: f64) -> Result<Option<Draft>, Refusal> {
    let origin = source(graph, node).and_then(|source| graph.step_id(source));
    let (Some(print), Some(origin)) = (graph.step_id(node), origin) else {
        return Ok(None);
    };
    let mut draft = Draft::of(graph);
    let known = |item: ItemId| {
        let origin = draft.document.step(origin);
        origin.is_ok_and(|step| step.writes.iter().any(|it| it.item == item))
    };
    let shown: Vec<ItemId> = printed(graph, node)
        .into_iter()
        .filter(|item| !known(*item))
        .collect();
    draft.revise(origin, |step| {
        step.writes.extend(shown.into_iter().map(Access::to));
    })?;
    draft.remove(print)?;
    for step in carrying(graph, node) {
        draft.remove(graph.id(step))?;
    }
    work_on_screen(&mut draft, graph, factor)?;
    Ok(Some(draft))
}

/// Whether everyone who reads the print today, and is still there, works on the screen in `draft`.
fn is_read_on_screen(graph: &Graph, node: Index, draft: &Draft) -> bool {
    let on_paper = |reader: Index| {
        let step = graph
            .step_id(reader)
            .and_then(|id| draft.document.step(id).ok());
        step.is_some_and(carriers::is_read_from_paper)
    };
    !printed(graph, node)
        .into_iter()
        .flat_map(|item| carriers::readers(graph, node, item))
        .any(on_paper)
}

/// What is printed.
fn printed(graph: &Graph, node: Index) -> BTreeSet<ItemId> {
    let accesses = graph.step(node).into_iter().flat_map(|step| &step.writes);
    accesses.map(|access| access.item).collect()
}

/// Who does nothing but move what is printed.
fn carrying(graph: &Graph, node: Index) -> Vec<Index> {
    let papers = printed(graph, node);
    let is_only_moving = |n: &Index| {
        graph.step(*n).is_some_and(|step| {
            let mut items = step.reads.iter().chain(&step.writes).map(|it| it.item);
            is_carrying(step.kind)
                && step.kind != Some(StepKind::Print)
                && !step.reads.is_empty()
                && items.all(|item| papers.contains(&item))
        }) && is_own_staff(graph, *n)
            && protection(graph, *n).is_none()
    };
    let readers = papers
        .iter()
        .flat_map(|item| carriers::readers(graph, node, *item));
    let found: BTreeSet<Index> = readers.filter(is_only_moving).collect();
    found.into_iter().collect()
}

/// The one step that put into the same system what is printed, where every case has passed it.
fn source(graph: &Graph, node: Index) -> Option<Index> {
    let step = graph.step(node)?;
    let system = step.system.as_ref()?;
    let writers: BTreeSet<Index> = step
        .reads
        .iter()
        .flat_map(|access| carriers::definitions(graph, node, access.item))
        .collect();
    writers.into_iter().rev().find(|writer| {
        let from = graph.step(*writer);
        from.is_some_and(|from| {
            from.system.as_ref() == Some(system) && from.medium_out.is_some_and(Medium::is_digital)
        }) && graph.is_staff(*writer)
            && graph.reach().dominates(*writer, node)
    })
}

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
//! ```
//!
//! ## Keeps
//! What is printed for residents, contractors and the law; what the print showed is still written, in the system.
//!
//! ## Loses
//! Paper to take notes on.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Access, Command, Difference, ItemId, Medium, NodeId, Refusal, StepKind};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::screen::{is_own_staff, stays_inside, work_on_screen};

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
        let prints = graph
            .indices()
            .filter(|n| is_needless_print(graph, *n) && source(graph, *n).is_some());
        prints.map(|n| Site::at([graph.id(n)])).collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        parameters: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in site.nodes.iter().copied().filter_map(NodeId::step) {
            let Some((node, source)) = graph.index(id).and_then(|n| Some((n, source(graph, n)?)))
            else {
                continue;
            };
            let known: BTreeSet<ItemId> = graph
                .step(source)
                .into_iter()
                .flat_map(|step| &step.writes)
                .map(|it| it.item)
                .collect();
            let shown: Vec<ItemId> = graph
                .step(node)
                .into_iter()
                .flat_map(|step| &step.writes)
                .map(|access| access.item)
                .filter(|item| !known.contains(item))
                .collect();
            if let Some(origin) = graph.step_id(source) {
                draft.revise(origin, |step| {
                    step.writes.extend(shown.into_iter().map(Access::to));
                })?;
            }
            draft.remove(id)?;
        }
        work_on_screen(&mut draft, parameters.get("screen-reading-factor"))?;
        Ok(draft.finish())
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
            && (stays_inside(graph, node) || is_read_by_city(graph, node))
    })
}

/// Whether nobody outside the city reads the print.
fn is_read_by_city(graph: &Graph, node: Index) -> bool {
    use kaizu_model::LaneKind::{Accounting, Role, Staff};
    graph.step(node).is_some_and(|step| {
        step.writes.iter().all(|access| {
            !graph.process.required_outputs.contains(&access.item)
                && carriers::readers(graph, node, access.item)
                    .iter()
                    .all(|reader| {
                        matches!(graph.lane_kind(*reader), Some(Staff | Role | Accounting))
                    })
        })
    })
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

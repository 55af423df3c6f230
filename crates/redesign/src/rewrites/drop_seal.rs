//! Drops seals that no law asks for: the step where it does nothing else, else the seal alone. Who looks something over
//! before sealing goes on looking it over.
//!
//! ## Before
//! ```flow
//! 住民: 申請書に記入・押印 5分 [記入 紙→紙 要綱]
//!   書く: 申請書
//!   印: 認印
//! 窓口: 申請書を受け取る 2分 [受領 紙→紙]
//!   読む: 申請書
//! 係長: 受付に押印 1分 [押印 紙→紙 慣行 待ち4時間]
//!   読む: 申請書
//!   書く: 係長印
//! 主任: 記載を点検のうえ押印 2分 [押印 紙→紙 慣行]
//!   読む: 申請書
//! 窓口: 受付を登録する 3分 [登録 慣行]
//!   読む: 申請書
//! ```
//!
//! ## After
//! ```flow
//! @担当 住民 [住民]
//! @担当 窓口 [職員]
//! @担当 係長 [役職]
//! @担当 主任 [職員]
//! @項目 係長印
//! 住民: 申請書に記入 5分 [記入 紙 要綱]
//!   書く: 申請書
//! 窓口: 申請書を受け取る 2分 [受領 紙]
//!   読む: 申請書
//! 主任: 記載を点検 2分 [確認 紙 慣行]
//!   読む: 申請書
//! 窓口: 受付を登録する 3分 [登録 慣行]
//!   読む: 申請書
//! ```
//!
//! ## Keeps
//! Every look at what was sealed, registered, official and joining seals, and everything a law or an ordinance demands.
//!
//! ## Loses
//! The seal as a sign of who looked at the paper.
use std::collections::BTreeSet;

use kaizu_analysis::{Finding, Graph, Index, protection};
use kaizu_model::{Access, Command, Difference, ItemClass, ItemId, Refusal, SealKind, StepKind};

use super::{Cost, Rewrite, Site};
use crate::carriers;
use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::renaming;

pub(super) struct Rule;

impl Rewrite for Rule {
    fn id(&self) -> &'static str {
        "drop-seal"
    }
    fn code(&self) -> &'static str {
        "R10"
    }
    fn source(&self) -> &'static str {
        include_str!("drop_seal.rs")
    }
    fn class(&self) -> Difference {
        Difference::Eliminated
    }
    fn cost(&self) -> Cost {
        Cost::Low
    }
    fn answers(&self) -> &'static [&'static str] {
        &["A01", "A02"]
    }
    fn loses(&self) -> &'static [&'static str] {
        &["seal-as-sign"]
    }

    fn sites(&self, graph: &Graph, findings: &[Finding]) -> Vec<Site> {
        let is_prescribed = |n: Index| {
            let own = findings.iter().filter(|finding| finding.code == "A01");
            own.filter(|finding| !finding.guards.is_empty())
                .any(|finding| finding.nodes.contains(&graph.id(n)))
        };
        let sealed = |n: &Index| {
            seals_freely(graph, *n)
                && !is_prescribed(*n)
                && (is_only_sealing(graph, *n)
                    || has_plain_seal(graph, *n)
                    || is_sealing_check(graph, *n))
        };
        graph
            .indices()
            .filter(sealed)
            .map(|n| Site::at([graph.id(n)]))
            .collect()
    }

    fn commands(
        &self,
        graph: &Graph,
        site: &Site,
        _: &Parameters,
    ) -> Result<Vec<Command>, Refusal> {
        let mut draft = Draft::of(graph);
        for id in site.steps() {
            let Some(node) = graph.index(id) else {
                continue;
            };
            if is_only_sealing(graph, node) {
                draft.retire(id)?;
                continue;
            }
            let kind_left = if is_sealing_check(graph, node) {
                StepKind::Check
            } else {
                StepKind::Fill
            };
            let seals: BTreeSet<ItemId> = graph
                .step(node)
                .into_iter()
                .flat_map(|step| &step.writes)
                .map(|access| access.item)
                .filter(|item| is_seal(graph, *item))
                .collect();
            draft.revise(id, |step| {
                step.seals.retain(|seal| *seal != SealKind::Plain);
                step.writes.retain(|access| !seals.contains(&access.item));
                step.name = renaming::without_seal(&step.name).unwrap_or_else(|| step.name.clone());
                if step.kind == Some(StepKind::Seal) {
                    step.kind = Some(kind_left);
                }
            })?;
            draft.forget(&seals)?;
        }
        Ok(draft.finish())
    }
}

/// Whether the step puts on a plain seal, or is one, and neither a law nor another kind of seal stands behind it.
fn seals_freely(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        let is_free = |seal: &SealKind| matches!(seal, SealKind::Plain | SealKind::Signature);
        step.kind != Some(StepKind::Approve)
            && step.seals.iter().all(is_free)
            && (step.kind == Some(StepKind::Seal) || step.seals.contains(&SealKind::Plain))
            && protection(graph, node).is_none()
    })
}

/// Whether sealing is all the step does: nothing it writes is of use to anyone but further seals, approvals and checks.
fn is_only_sealing(graph: &Graph, node: Index) -> bool {
    let only_marks = |access: &Access| {
        is_seal(graph, access.item)
            || (!graph.process.required_outputs.contains(&access.item)
                && carriers::readers(graph, node, access.item)
                    .iter()
                    .all(|reader| *reader != node && is_mark_reader(graph.kind(*reader))))
    };
    graph.kind(node) == Some(StepKind::Seal)
        && !is_sealing_check(graph, node)
        && graph
            .step(node)
            .is_some_and(|step| step.writes.iter().all(only_marks))
}

/// Whether a step told as sealing looks something over as well: it says what it checks, or its name does.
fn is_sealing_check(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.kind == Some(StepKind::Seal)
            && (step.check.is_some() || renaming::tells_of_checking(&step.name))
    })
}

fn is_mark_reader(kind: Option<StepKind>) -> bool {
    matches!(
        kind,
        Some(StepKind::Seal | StepKind::Approve | StepKind::Circulate | StepKind::Consent)
    )
}

fn has_plain_seal(graph: &Graph, node: Index) -> bool {
    graph.step(node).is_some_and(|step| {
        step.seals.contains(&SealKind::Plain)
            || step.writes.iter().any(|access| is_seal(graph, access.item))
    })
}

fn is_seal(graph: &Graph, item: ItemId) -> bool {
    graph
        .document
        .item(item)
        .is_ok_and(|item| item.class == Some(ItemClass::Seal))
}

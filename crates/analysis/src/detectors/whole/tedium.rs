//! A lane whose time goes, for more than two fifths, into copying, comparing and enveloping.
//!
//! ## Why it is waste
//! Who repeats the same move case by case gets tired, makes mistakes that others have to find, and does not come to what
//! only people can do.
//!
//! ## Flagged
//! ```flow
//! @年間件数 6000件
//! 給付担当: 管理表に書き写す 4分 [転記 Excel→Excel 慣行]
//! 給付担当: 住民からの相談に答える 6分 [相談 電話 慣行]
//! 給付担当: 通知を封入して発送する 2分 [送付 紙 慣行]
//! ```
//!
//! ## Clean
//! ```flow
//! @年間件数 6000件
//! 給付担当: 管理表に書き写す 4分 [転記 Excel→Excel 慣行]
//! 給付担当: 住民からの相談に答える 12分 [相談 電話 慣行]
//! 給付担当: 通知を封入して発送する 2分 [送付 紙 慣行]
//! ```
//!
//! What takes less than a quarter of somebody's year wears out nobody.
//!
//! ```flow
//! @年間件数 1200件
//! 給付担当: 管理表に書き写す 4分 [転記 Excel→Excel 慣行]
//! 給付担当: 住民からの相談に答える 6分 [相談 電話 慣行]
//! 給付担当: 通知を封入して発送する 2分 [送付 紙 慣行]
//! ```
//!
//! A law that demands a check, and a judgement, are no mere repetition.
//!
//! ```flow
//! @年間件数 6000件
//! 窓口: 本人を確認し事情を聞く 5分 [確認 紙 法令]
//! 窓口: 世帯の実態を見きわめる 5分 [突合 紙 慣行]
//!   判断: 要
//! 窓口: 証明書を渡す 2分 [通知 紙 規則]
//! ```
//!
//! ## What to do
//! Let machines copy and compare, and give the time to what needs people.
use std::collections::BTreeMap;

use kaizu_model::{Basis, LaneId, LaneKind, Medium, Routine, Step, StepKind, folded};

use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};

/// From more than this part of its time on, a lane's work is tedious.
const MUCH: f64 = 0.4;
/// As long as it is so many hours a year: a quarter of what one person works.
const HOURS: f64 = 480.0;

/// What enveloping is called; there is no kind for it.
const ENVELOPING: &[&str] = &["封入", "封緘"];

/// Sees lanes that mostly copy and compare.
pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "tedium"
    }

    fn code(&self) -> &'static str {
        "X02"
    }

    fn source(&self) -> &'static str {
        include_str!("tedium.rs")
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::UnusedTalent)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let mut lanes: BTreeMap<LaneId, Vec<Index>> = BTreeMap::new();
        let executed = graph.steps().filter(|(node, _)| graph.visit(*node) > 0.0);
        for (node, step) in executed {
            if graph.lane_kind(node).is_some_and(LaneKind::is_own) {
                lanes.entry(step.lane).or_default().push(node);
            }
        }
        for nodes in lanes.into_values() {
            found.extend(finding(self, graph, &nodes));
        }
    }
}

/// What is said about a lane that does `nodes`; nothing where the time of one of them, or how often it is done, is
/// unknown.
fn finding(rule: &Rule, graph: &Graph, nodes: &[Index]) -> Option<Finding> {
    let minutes = |nodes: &[Index]| -> Option<f64> {
        let each = nodes
            .iter()
            .map(|node| Some(graph.minutes(*node)? * graph.visit(*node)));
        each.sum()
    };
    let is_tedious = |node: &Index| graph.step(*node).is_some_and(is_tedious);
    let tedious: Vec<Index> = nodes.iter().copied().filter(is_tedious).collect();
    let own = minutes(&tedious)?;
    let share = own / minutes(nodes)?;
    let hours = own * graph.volume()? / 60.0;
    let lane = graph.lane(*nodes.first()?)?;
    (share > MUCH && hours >= HOURS).then(|| {
        Finding::at(rule, graph, tedious)
            .names("lane", [lane.name.as_str()])
            .number("share", share)
            .number("hours", hours)
    })
}

fn is_tedious(step: &Step) -> bool {
    let is_enveloping = || {
        let name = folded(&step.name);
        ENVELOPING.iter().any(|word| name.contains(word))
    };
    let is_repetition = match step.kind {
        // What goes onto a removable disk is converted by a machine.
        Some(StepKind::Transcribe) => step.medium_out != Some(Medium::Disk),
        Some(StepKind::Check | StepKind::Reconcile) => !step.basis.is_some_and(Basis::is_binding),
        Some(_) | None => is_enveloping(),
    };
    let needs_people = step.needs_judgement == Some(true) || step.routine == Some(Routine::Free);
    is_repetition && !needs_people
}

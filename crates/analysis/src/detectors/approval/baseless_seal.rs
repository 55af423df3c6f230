//! A seal that no law or ordinance asks for.
//!
//! ## Why it is waste
//! A plain seal proves nothing that a name does not, but it keeps the paper alive: what has to be sealed has to be
//! printed, carried and waited for.
//!
//! ## Flagged
//! ```flow
//! 住民: 申請書に押印する 1分 [押印 要綱]
//!   読む: 申請書
//!   書く: 申請者印
//! 窓口: 申請書を受け取る 2分 [受領]
//!   読む: 申請書
//! ```
//!
//! ## Clean
//! ```flow
//! 住民: 申請書に記名する 1分 [記入 要綱]
//!   書く: 申請書
//! 窓口: 申請書を受け取る 2分 [受領]
//!   読む: 申請書
//! ```
//!
//! A correction that a seal vouches for is rework:
//! ```flow
//! 出張者: 請求書を直して訂正印を押す 6分 [押印 慣行]
//!   書く: 請求書
//!   印: 訂正印
//! ```
//!
//! ## Guarded
//! ```flow
//! 事業者: 契約書に登録印を押す 1分 [押印 規則]
//!   読む: 契約書
//!   印: 登録印
//! ```
//!
//! ## What to do
//! Drop the seal: a name is enough. Where it stands in a rule, the rule is amended.
use kaizu_model::{Basis, SealKind, Step, StepKind, folded};

use crate::carriers::item_name;
use crate::detectors::rework::correction_by_seal::is_sealed_correction;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::Graph;
use crate::guards::{Guard, protection};

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "baseless-seal"
    }

    fn code(&self) -> &'static str {
        "A01"
    }

    fn source(&self) -> &'static str {
        include_str!("baseless_seal.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps() {
            let is_sealing = step.kind == Some(StepKind::Seal) && !is_sealed_correction(step);
            if !is_sealing && !step.seals.contains(&SealKind::Plain)
                || step.basis.is_some_and(Basis::is_binding)
            {
                continue;
            }
            let prescribed = is_prescribed(graph, step).then_some(Guard::PrescribedSeal);
            let guards: Vec<Guard> = prescribed
                .into_iter()
                .chain(protection(graph, node))
                .collect();
            let mut finding = Finding::at(self, graph, [node])
                .about(step.reads.iter().map(|access| access.item))
                .naming(graph, "steps", &[node])
                .names("basis", step.basis.map(Basis::ja));
            if is_sealing {
                let sealed = step.reads.iter().map(|it| item_name(graph, it.item));
                finding = finding.names("sealed", sealed);
            }
            if let Some(visits) = graph.volume().map(|volume| volume * graph.visit(node)) {
                finding = finding.number("per_year", visits);
            }
            // A step that does something else as well goes on without its seal; how long sealing takes is not known.
            let is_only_sealing = is_sealing && step.writes.len() < 2;
            if is_only_sealing && guards.is_empty() {
                finding = finding.claiming(graph, node, Claim::WHOLE);
            }
            found.push(finding.guarded(guards));
        }
    }
}

/// Whether one of the seals, or of those of the form that is sealed, is more than a plain one.
fn is_prescribed(graph: &Graph, step: &Step) -> bool {
    let is_more = |seal: &SealKind| {
        matches!(
            seal,
            SealKind::Registered | SealKind::Official | SealKind::Joining
        )
    };
    let sealed: Vec<String> = step
        .reads
        .iter()
        .map(|access| folded(item_name(graph, access.item)))
        .collect();
    step.seals.iter().any(is_more)
        || graph.document.forms().any(|(_, form)| {
            form.process == graph.process_id
                && sealed.contains(&folded(&form.name))
                && form.seals.iter().any(is_more)
        })
}

//! A mistake on paper that is put right by hand, with a seal to vouch for it.
//!
//! ## Why it is waste
//! The paper travels back to whoever has the seal, for a difference that a new print or a line on the screen would
//! settle.
//!
//! ## Flagged
//! ```flow
//! 出張者: 請求書を直して訂正印を押す 6分 [押印 慣行 待ち8時間]
//!   書く: 請求書
//!   印: 訂正印
//! ```
//!
//! ## Clean
//! ```flow
//! 出張者: 請求書を画面で直す 2分 [入力 慣行 待ち8時間]
//!   書く: 請求書
//! 庶務担当: 訂正印の要らないことを確かめる 1分 [確認]
//!   読む: 請求書
//! ```
//!
//! ## Guarded
//! ```flow
//! 市民課: 戸籍の記載を直して訂正印を押す 6分 [押印 法令]
//!   書く: 戸籍
//!   印: 訂正印
//! ```
//!
//! ## What to do
//! Let it be corrected without a seal: by a new print, or on the screen, where it shows who changed what and when.
//!
//! ## Also
//! W01
use kaizu_model::{SealKind, Step, StepKind, folded};

use crate::detectors::{Detector, Waste};
use crate::finding::Finding;
use crate::graph::Graph;
use crate::guards::protection;

/// What people call such a seal where they only name it.
const WORDS: &[&str] = &["訂正印", "修正印"];

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "correction-by-seal"
    }

    fn code(&self) -> &'static str {
        "F04"
    }

    fn source(&self) -> &'static str {
        include_str!("correction_by_seal.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R10"]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Defects)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        for (node, step) in graph.steps().filter(|(_, step)| is_sealed_correction(step)) {
            // The correction itself stays; how long sealing takes is not known, so nothing is claimed.
            found.push(
                Finding::at(self, graph, [node])
                    .about(step.writes.iter().map(|access| access.item))
                    .naming(graph, "steps", &[node])
                    .yearly(graph, node)
                    .guarded(protection(graph, node)),
            );
        }
    }
}

/// Whether a seal vouches for a correction here.
pub(in crate::detectors) fn is_sealed_correction(step: &Step) -> bool {
    let is_sealing = step.kind == Some(StepKind::Seal) && step.seals.is_empty();
    let is_named = || {
        let name = folded(&step.name);
        WORDS.iter().any(|word| name.contains(word))
    };
    step.seals.contains(&SealKind::Correction) || is_sealing && is_named()
}

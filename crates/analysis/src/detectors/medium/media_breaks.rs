//! A case that changes between paper, screen and spreadsheet many times.
//!
//! ## Why it is waste
//! At each change somebody prints, types, scans or writes down, and mistakes come in. How many changes a case needs
//! shows how far the parts of the work stand apart.
//!
//! ## Flagged
//! ```flow
//! 受付担当: 電話で申込みを聞く 5分 [受領 電話→紙]
//! 受付担当: 受付簿に入れる 3分 [登録 紙→Excel]
//! 受付担当: 名簿を作る 2分 [作成 Excel→電子]
//! 審査担当: 結果を書く 4分 [作成 電子→紙]
//! ```
//!
//! ## Clean
//! ```flow
//! 受付担当: 電話で申込みを聞く 5分 [受領 電話→業務システム]
//! 受付担当: 名簿を作る 2分 [作成 業務システム]
//! 審査担当: 結果を書く 4分 [作成 業務システム→紙]
//! ```
//!
//! ## What to do
//! Keep a case in one store from the first step to the last.
use super::super::{Detector, Gravity, Waste};
use crate::finding::Finding;
use crate::graph::{Graph, Index};
use crate::metrics::has_media_change;

/// From this many changes a case on, they are worth a word.
const MANY: f64 = 4.0;
/// So many places are named.
const NAMED: usize = 3;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "media-breaks"
    }

    fn code(&self) -> &'static str {
        "M08"
    }

    fn source(&self) -> &'static str {
        include_str!("media_breaks.rs")
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Overprocessing)
    }

    fn gravity(&self) -> Gravity {
        Gravity::Note
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let nodes = graph.steps().map(|(node, _)| node);
        let changes: Vec<Index> = nodes
            .filter(|node| has_media_change(graph, *node) && graph.visit(*node) > 0.0)
            .collect();
        let times: f64 = changes.iter().map(|node| graph.visit(*node)).sum();
        if times < MANY - 1e-9 {
            return;
        }
        let mut most = changes.clone();
        most.sort_by(|a, b| graph.visit(*b).total_cmp(&graph.visit(*a)));
        most.truncate(NAMED);
        found.push(
            Finding::at(self, graph, changes)
                .naming(graph, "most", &most)
                .number("changes_per_case", times),
        );
    }
}

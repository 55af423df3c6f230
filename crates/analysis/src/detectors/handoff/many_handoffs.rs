//! A case that changes hands far more often than there are parties whose work it needs.
//!
//! ## Why it is waste
//! Each handover is a queue, a trip and somebody who reads the case anew; and nobody feels responsible for all of it.
//!
//! ## Flagged
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 記載を見る 3分 [審査 待ち4時間]
//! 受付担当: 番号を付ける 1分 [付番 待ち4時間]
//! 審査担当: 要件を見る 5分 [審査 待ち4時間]
//! 受付担当: 結果を記録する 1分 [登録 待ち4時間]
//! ```
//!
//! ## Clean
//! ```flow
//! 受付担当: 申請書を受け付け番号を付ける 3分 [受領]
//! 審査担当: 記載と要件を見て記録する 9分 [審査 待ち4時間]
//! ```
//!
//! ## What to do
//! Let one person do as much of a case as the duties that must stay separate allow.
//!
//! ## Also
//! H02
use std::collections::BTreeSet;

use kaizu_model::{LaneId, StepKind};

use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// How many handovers a case may have for each party it has to come to.
const SLACK: f64 = 1.5;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "many-handoffs"
    }

    fn code(&self) -> &'static str {
        "H01"
    }

    fn source(&self) -> &'static str {
        include_str!("many_handoffs.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12c"]
    }

    fn practices(&self) -> &'static [u8] {
        &[13, 18, 19]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Transport)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let handovers = handovers(graph);
        let n_handovers: f64 = handovers.iter().map(|(_, _, share)| share).sum();
        let n_lanes = necessary_lanes(graph).len();
        let limit = n_lanes.saturating_sub(1) as f64 * SLACK;
        let is_demanded = |node: Index| protection(graph, node).is_some();
        let are_all_demanded = handovers
            .iter()
            .all(|(from, to, _)| is_demanded(*from) || is_demanded(*to));
        // Adding up shares leaves a rest behind the twelfth decimal.
        if n_lanes == 0 || n_handovers <= limit + 1e-9 || are_all_demanded {
            return;
        }
        let places: BTreeSet<Index> = handovers
            .iter()
            .flat_map(|(from, to, _)| [*from, *to])
            .collect();
        let excess = Claim {
            wait_share: 1.0 - limit / n_handovers,
            ..Claim::default()
        };
        let mut finding = Finding::at(self, graph, places)
            .number("handoffs_per_case", n_handovers)
            .number("lanes", n_lanes as f64)
            .number("limit", limit);
        for (_, to, _) in handovers {
            if !is_demanded(to) {
                finding = finding.claiming(graph, to, excess);
            }
        }
        found.push(finding);
    }
}

/// Passages between two of the city's lanes, gateways skipped, with how often a case makes them.
fn handovers(graph: &Graph) -> Vec<(Index, Index, f64)> {
    let passages = graph.steps().flat_map(|(from, _)| {
        let next = graph.next_steps(from).into_iter();
        next.map(move |(to, share)| (from, to, share * graph.visit(from)))
    });
    passages
        .filter(|(from, to, share)| {
            let lane = |node: Index| graph.step(node).map(|step| step.lane);
            *share > 0.0
                && lane(*from) != lane(*to)
                && graph.is_of_city(*from)
                && graph.is_of_city(*to)
        })
        .collect()
}

/// Lanes in which something happens to a case, other than being passed on.
fn necessary_lanes(graph: &Graph) -> BTreeSet<LaneId> {
    let is_work = |kind: Option<StepKind>| {
        !matches!(
            kind,
            Some(StepKind::Sort | StepKind::Carry | StepKind::HandOver | StepKind::Wait)
        )
    };
    graph
        .steps()
        .filter(|(node, step)| {
            graph.is_of_city(*node) && graph.visit(*node) > 0.0 && is_work(step.kind)
        })
        .map(|(_, step)| step.lane)
        .collect()
}

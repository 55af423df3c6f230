//! A case that goes to another desk and comes back, for little work and a long wait.
//!
//! ## Why it is waste
//! What the other desk does takes minutes; the way there and back takes hours or days.
//!
//! ## Flagged
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 照会書を書く 2分 [照会]
//! 税務課: 台帳を見て答えを書く 4分 [照会 待ち16時間]
//! 審査担当: 要件を判定する 4分 [審査 待ち4時間]
//! ```
//!
//! ## Clean
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 台帳の画面を見る 2分 [照会]
//! 審査担当: 要件を判定する 4分 [審査 待ち4時間]
//! ```
//! A question that another section answers from its system is seen as one:
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 福祉課: 照会書を送る 2分 [照会 紙]
//!   書く: 照会書
//! 税務課: 台帳を見て答えを書く 4分 [照会 紙 待ち16時間]
//!   読む: 課税区分<業務システム・税システム>
//!   書く: 課税区分<紙・回答書>
//! 福祉課: 要件を判定する 4分 [審査 待ち4時間]
//!   読む: 課税区分
//! ```
//!
//! ## Guarded
//! ```flow
//! 受付担当: 申請書を受け付ける 2分 [受領]
//! 審査担当: 伺いを立てる 2分 [起案]
//! 課長: 決裁する 1分 [決裁 待ち16時間]
//! 審査担当: 結果を知らせる 2分 [通知 待ち4時間]
//! ```
//!
//! ## What to do
//! Do it at the first desk, or look at the other desk's data directly.
use kaizu_model::{LaneId, LaneKind, StepKind};

use super::inter_office_query::answered;
use crate::detectors::{Detector, Waste};
use crate::finding::{Claim, Finding};
use crate::graph::{Graph, Index};
use crate::guards::protection;

/// Up to this part of the waiting it causes, work counts as little.
const LITTLE: f64 = 0.2;

pub(in crate::detectors) struct Rule;

impl Detector for Rule {
    fn id(&self) -> &'static str {
        "ping-pong"
    }

    fn code(&self) -> &'static str {
        "H02"
    }

    fn source(&self) -> &'static str {
        include_str!("ping_pong.rs")
    }

    fn rewrites(&self) -> &'static [&'static str] {
        &["R12c", "R08"]
    }

    fn practices(&self) -> &'static [u8] {
        &[8, 22, 24]
    }

    fn waste(&self) -> Option<Waste> {
        Some(Waste::Waiting)
    }

    fn detect(&self, graph: &Graph, found: &mut Vec<Finding>) {
        let stays = stays(graph);
        let answered = answered(graph);
        for there_and_back in stays.windows(3) {
            let [before, away, back] = there_and_back else {
                continue;
            };
            let (Some(from), Some(to)) = (before.steps.last(), back.steps.first()) else {
                continue;
            };
            let is_own = |stay: &Stay| stay.steps.iter().all(|node| is_desk_work(graph, *node));
            let is_answer = away.steps.iter().any(|node| answered.contains(node));
            if before.lane != back.lane || !graph.is_staff(*from) || !is_own(away) || is_answer {
                continue;
            }
            let minutes: Option<f64> = away.steps.iter().map(|node| graph.minutes(*node)).sum();
            let waiting = || away.steps.iter().chain([to]);
            let hours: Option<f64> = waiting().map(|node| graph.wait(*node)).sum();
            let (Some(minutes), Some(hours)) = (minutes, hours) else {
                continue;
            };
            if hours <= 0.0 || minutes > LITTLE * hours * 60.0 {
                continue;
            }
            let places = [from].into_iter().chain(waiting()).copied();
            let lane = |node: Index| graph.lane(node).map(|lane| lane.name.clone());
            let mut finding = Finding::at(self, graph, places)
                .names("lane", lane(*from))
                .names(
                    "other_lane",
                    away.steps.first().and_then(|node| lane(*node)),
                )
                .naming(graph, "steps", &away.steps)
                .number("minutes", minutes)
                .number("wait_hours", hours);
            for node in waiting() {
                if protection(graph, *node).is_none() {
                    finding = finding.claiming(graph, *node, Claim::WAIT);
                }
            }
            found.push(finding);
        }
    }
}

/// Steps that one lane does back to back.
struct Stay {
    lane: LaneId,
    steps: Vec<Index>,
}

/// Where the most probable path stays, one lane after the other.
fn stays(graph: &Graph) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for node in main_path(graph) {
        let Some(step) = graph.step(node) else {
            continue;
        };
        match stays.last_mut() {
            Some(stay) if stay.lane == step.lane => stay.steps.push(node),
            Some(_) | None => stays.push(Stay {
                lane: step.lane,
                steps: vec![node],
            }),
        }
    }
    stays
}

/// The path on which each branch takes its most probable arrow and nothing goes back.
fn main_path(graph: &Graph) -> Vec<Index> {
    let reach = graph.reach();
    let next = |node: &Index| {
        graph
            .leaving(*node)
            .filter(|arrow| !reach.is_return(arrow.from, arrow.to))
            .reduce(|best, arrow| {
                if arrow.share > best.share {
                    arrow
                } else {
                    best
                }
            })
            .map(|arrow| arrow.to)
    };
    std::iter::successors(graph.start(), next).collect()
}

/// Whether another desk of the city could be spared the case: not where the law or a duty sends it there, where
/// somebody decides, and not at the accounting section, a bank, another body, a machine or the resident. A case also
/// has to come back to the one it is from, who may be a colleague.
fn is_desk_work(graph: &Graph, node: Index) -> bool {
    let lane = |node: Index| graph.step(node).map(|step| step.lane);
    let is_applicant = graph.start().is_some_and(|start| lane(start) == lane(node));
    let is_desk = matches!(
        graph.lane_kind(node),
        Some(LaneKind::Staff | LaneKind::Role | LaneKind::Contractor)
    );
    let is_decision = matches!(
        graph.kind(node),
        Some(StepKind::Approve | StepKind::Consent)
    );
    is_desk && !is_applicant && !is_decision && protection(graph, node).is_none()
}

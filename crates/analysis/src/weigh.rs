//! What findings weigh: avoidable amounts, confidence and level, the same way for every detector.
//!
//! impact = 100·(w₁·staff/Σstaff + w₂·residents/Σresidents + w₃·lead/Σlead + w₄·voices/Σvoices) with
//! w = (0.35, 0.35, 0.15, 0.15); a term without a denominator is left out and the weights are scaled up.
//! priority = impact × confidence; high from 10, medium from 3. What is guarded is low: to be looked at, not counted on.
use kaizu_model::{ComplaintId, Level, Method, NodeId};

use crate::detectors::Gravity;
use crate::finding::{Finding, amount};
use crate::graph::Graph;
use crate::metrics::{Metrics, exact};

/// The weights of staff time, residents' time, lead time and voices.
const WEIGHTS: [f64; 4] = [0.35, 0.35, 0.15, 0.15];
/// From this priority on a finding is high.
const HIGH: f64 = 10.0;
/// From this priority on a finding is medium.
const MEDIUM: f64 = 3.0;

/// Fills in level, confidence, avoidable amounts and voices of every finding.
pub(crate) fn weigh(graph: &Graph, findings: &mut [Finding]) {
    let metrics = exact(graph);
    let voices: Vec<(ComplaintId, f64, &[NodeId])> = graph
        .document
        .complaints_of(graph.flow)
        .map(|(id, complaint)| (id, complaint.weight(), complaint.steps.as_slice()))
        .collect();
    let all_heard: f64 = voices.iter().map(|(_, weight, _)| weight).sum();
    for finding in findings {
        finding.avoidable = amount(graph, &finding.claims);
        finding.confidence = confidence(graph, finding);
        let own = voices
            .iter()
            .filter(|(_, _, steps)| steps.iter().any(|step| finding.nodes.contains(step)));
        finding.complaints = own.clone().map(|(id, _, _)| *id).collect();
        let heard: f64 = own.map(|(_, weight, _)| weight).sum();
        finding.level = match finding.gravity {
            Gravity::Error => Level::High,
            Gravity::Warning => Level::Low,
            Gravity::Waste if !finding.guards.is_empty() => Level::Low,
            Gravity::Waste => {
                level(impact(graph, finding, &metrics, heard, all_heard) * finding.confidence)
            }
        };
    }
}

fn level(priority: f64) -> Level {
    if priority >= HIGH {
        Level::High
    } else if priority >= MEDIUM {
        Level::Medium
    } else {
        Level::Low
    }
}

fn impact(graph: &Graph, finding: &Finding, metrics: &Metrics, heard: f64, all_heard: f64) -> f64 {
    let volume = graph.volume().unwrap_or(0.0);
    let per_case = |yearly: Option<f64>| {
        if volume > 0.0 {
            yearly.unwrap_or(0.0) / volume
        } else {
            0.0
        }
    };
    let avoidable = finding.avoidable;
    let terms = [
        (
            per_case(avoidable.staff_minutes_per_year),
            metrics.staff_min_per_case.unwrap_or(0.0),
        ),
        (
            per_case(avoidable.resident_minutes_per_year),
            metrics.resident_min_per_case.unwrap_or(0.0),
        ),
        (
            avoidable.lead_hours.unwrap_or(0.0),
            metrics.lead_working_hours.unwrap_or(0.0),
        ),
        (heard, all_heard),
    ];
    let known = || {
        terms
            .iter()
            .zip(WEIGHTS)
            .filter(|((_, whole), _)| *whole > 0.0)
    };
    let weights: f64 = known().map(|(_, weight)| weight).sum();
    if weights <= 0.0 {
        return 0.0;
    }
    100.0
        * known()
            .map(|((part, whole), weight)| weight * part / whole)
            .sum::<f64>()
        / weights
}

/// 1.0 where the minutes were measured or entered, 0.8 where somebody estimated them, 0.5 where they are unknown.
fn confidence(graph: &Graph, finding: &Finding) -> f64 {
    let of = |node: &NodeId| {
        let step = graph.index(*node).and_then(|n| graph.step(n))?;
        Some(match (step.minutes, step.method) {
            (None, _) => 0.5,
            (Some(_), Some(Method::Estimated | Method::Ratio)) => 0.8,
            (Some(_), Some(Method::Measured | Method::Reported) | None) => 1.0,
        })
    };
    finding.claims.keys().filter_map(of).fold(1.0, f64::min)
}

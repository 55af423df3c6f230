//! What a finding weighs: parts of four wholes, each with what it counts.
use kaizu_model::Share;
use serde::Serialize;
use ts_rs::TS;

use crate::graph::Graph;

/// The usual weights of staff time, residents' time, lead time and voices: both sides count alike.
pub const WEIGHTS: [f64; 4] = [0.35, 0.35, 0.15, 0.15];

/// What a finding weighs, and how that came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct Weighing {
    /// Which part of the staff minutes of a case could be avoided, from 0 to 1; `None` where there are none.
    pub staff: Option<f64>,
    /// The same of residents' minutes.
    pub residents: Option<f64>,
    /// The same of the time from receipt to result.
    pub lead: Option<f64>,
    /// Which part of what people say is about it.
    pub voices: Option<f64>,
    /// What each of the four counts, as parts of 1 together with the others that are known.
    pub weights: [f64; 4],
    /// Impact × confidence, of 100.
    pub priority: f64,
}

impl Weighing {
    pub(crate) fn of(graph: &Graph, parts: [Option<f64>; 4], confidence: f64) -> Self {
        let weights = weights(graph);
        let known = || parts.iter().zip(weights).filter(|(part, _)| part.is_some());
        let whole: f64 = known().map(|(_, weight)| weight).sum();
        let scaled = weights.map(|weight| if whole > 0.0 { weight / whole } else { 0.0 });
        let impact: f64 = parts
            .iter()
            .zip(scaled)
            .map(|(part, weight)| part.unwrap_or(0.0) * weight)
            .sum();
        let [staff, residents, lead, voices] = parts;
        Self {
            staff,
            residents,
            lead,
            voices,
            weights: scaled,
            priority: 100.0 * impact * confidence,
        }
    }
}

/// What the four count: as the project says, else as usual.
fn weights(graph: &Graph) -> [f64; 4] {
    let project = graph.document.projects().next().map(|(_, project)| project);
    let own = project.map_or([None; 4], |it| {
        [
            it.weight_of_staff,
            it.weight_of_residents,
            it.weight_of_lead,
            it.weight_of_voices,
        ]
    });
    std::array::from_fn(|n| own[n].map_or(WEIGHTS[n], Share::get))
}

//! When people have too much to do, and what would be saved if they were enough.
use kaizu_model::WaitCause;

use crate::demand::Demand;
use crate::graph::{Graph, Index};
use crate::guards::protection;
use crate::load::{BUSY, Load};

/// When people have too much to do.
pub(super) struct Rush {
    /// How many come then.
    pub(super) cases_per_hour: f64,
    /// The part of a year's cases that come then.
    pub(super) part: f64,
}

/// When `load` is too much in the usual season. `None` where it is not, as far as known.
pub(super) fn usually(load: &Load, demand: Demand) -> Option<Rush> {
    let cases_per_hour = demand.normal.filter(|rate| load.takes(*rate, BUSY))?;
    Some(Rush {
        cases_per_hour,
        part: 1.0,
    })
}

/// When it is too much at the peak.
pub(super) fn at_peak(graph: &Graph, load: &Load, demand: Demand) -> Option<Rush> {
    let peak = demand.peak;
    let peak = peak.filter(|peak| load.takes(peak.cases_per_hour, 1.0))?;
    let part = peak.cases().zip(graph.volume());
    Some(Rush {
        cases_per_hour: peak.cases_per_hour,
        part: part.map_or(0.0, |(cases, all)| (cases / all).min(1.0)),
    })
}

impl Rush {
    /// The part of the wait in line before `node` that would be saved if there were enough people for all that comes.
    pub(super) fn relieved(&self, graph: &Graph, load: &Load, node: Index) -> Option<f64> {
        let step = graph.step(node)?;
        let wait = graph.wait(node).filter(|hours| *hours > 0.0)?;
        if step.wait_cause != Some(WaitCause::Queue) || protection(graph, node).is_some() {
            return None;
        }
        let work = load.utilisation(self.cases_per_hour)? * load.people?;
        let enough = Load {
            people: Some(work / BUSY),
            ..load.clone()
        };
        let left = enough.queue(self.cases_per_hour)?.wait()?;
        Some(self.part * (1.0 - left / wait)).filter(|share| *share > 0.0)
    }
}

/// Hours of work after the peak until what piled up then is done, where both are known.
pub(super) fn clearing(load: &Load, demand: Demand) -> Option<f64> {
    let peak = demand.peak?;
    let rush = load.queue(peak.cases_per_hour)?;
    let backlog = rush.backlog_after(peak.hours?);
    load.queue(demand.normal?)?.clearing(backlog)
}

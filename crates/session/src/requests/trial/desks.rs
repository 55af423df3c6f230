//! How busy the people of a flow are, by formulas.
use kaizu_analysis::{Graph, demand, loads};
use kaizu_model::{Document, FlowId, LaneId};

use super::ForecastLane;

/// The people of one lane, or of several that share them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Desk {
    /// Whose they are.
    pub(super) lanes: Vec<LaneId>,
    /// What these are called.
    pub(super) name: String,
    /// How many.
    pub(super) people: Option<f64>,
    /// Person-minutes of one case.
    pub(super) minutes_per_case: f64,
    /// The part of their time in which they work.
    pub(super) utilisation: Option<f64>,
    /// Hours that a piece of work waits for them; `None` where the queue never settles.
    pub(super) wait_hours: Option<f64>,
    /// Cases an hour that pile up in front of them.
    pub(super) backlog_per_hour: Option<f64>,
}

impl Desk {
    /// Office hours that they need for so many cases, if they do nothing else.
    pub(super) fn hours_for(&self, cases: f64) -> Option<f64> {
        let people = self.people.filter(|people| *people > 0.0)?;
        Some(cases * self.minutes_per_case / 60.0 / people)
    }
}

/// Everybody who works in `flow`, from top to bottom.
pub(super) fn desks(document: &Document, flow: FlowId) -> Vec<Desk> {
    let Ok(graph) = Graph::of(document, flow) else {
        return Vec::new();
    };
    let rate = demand(&graph).normal;
    let name = |lane: &LaneId| {
        let lane = document.lane(*lane);
        lane.map_or_else(|_| String::new(), |lane| lane.name.clone())
    };
    let desk = |load: kaizu_analysis::Load| {
        let queue = rate.and_then(|rate| load.queue(rate));
        let pieces = load.pieces_per_case.max(f64::MIN_POSITIVE);
        let names: Vec<String> = load.lanes.iter().map(name).collect();
        Desk {
            name: names.join("・"),
            people: load.people,
            minutes_per_case: load.minutes_per_case,
            utilisation: rate.and_then(|rate| load.utilisation(rate)),
            wait_hours: queue.and_then(kaizu_analysis::erlang::Queue::wait),
            backlog_per_hour: queue
                .filter(|queue| !queue.settles())
                .map(|queue| (queue.arrivals - queue.capacity()) / pieces),
            lanes: load.lanes,
        }
    };
    let works = |desk: &Desk| desk.minutes_per_case > 0.0;
    loads(&graph).into_iter().map(desk).filter(works).collect()
}

/// How busy each lane would be, as it is told: lanes that share their people say the same.
pub(super) fn told(document: &Document, desks: &[Desk], hours_a_day: f64) -> Vec<ForecastLane> {
    let lane = |desk: &Desk, lane: LaneId| {
        let record = document.lane(lane).ok()?;
        Some(ForecastLane {
            id: lane.into(),
            name: record.name.clone(),
            people: record.headcount.map(kaizu_model::Quantity::get),
            utilisation: desk.utilisation,
            wait_hours: desk.wait_hours,
            backlog_per_day: desk.backlog_per_hour.map(|cases| cases * hours_a_day),
        })
    };
    let all = desks.iter();
    all.flat_map(|desk| desk.lanes.iter().filter_map(move |it| lane(desk, *it)))
        .collect()
}

//! How busy people are: how much work comes to each lane, and how much of it they can do.
//!
//! With λ cases an hour of work, the person-hours Σ f·t of a case (visit ratio by person-minutes of each step) and c people,
//! utilisation is ρ = λ·Σ f·t / c. Over a year that is V·Σ f·t / (c·H), where H is the working hours of one full-time person.
use std::collections::BTreeMap;

use kaizu_model::{LaneId, LaneKind, Quantity};

use crate::demand::Demand;
use crate::erlang::Queue;
use crate::graph::{Graph, Index};

/// The work of the people of one lane, or of several lanes that share their people (人員枠).
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// Whose work it is, from top to bottom.
    pub lanes: Vec<LaneId>,
    /// Their steps that cases come to, in the document's order.
    pub steps: Vec<Index>,
    /// How many people there are, in full-time equivalents; `None` where that of a lane is unknown.
    pub people: Option<f64>,
    /// Person-minutes of one case: Σ f·t.
    pub minutes_per_case: f64,
    /// How often a case comes to a step of theirs that takes time.
    pub pieces_per_case: f64,
    /// Whether the minutes of all steps are known; if not, there is at least this much work.
    pub is_complete: bool,
}

/// From this part of their time on, people cannot catch up with what comes unevenly.
pub const BUSY: f64 = 0.85;

/// In front of so many people nobody waits for being one of many.
const CROWD: f64 = 10_000.0;

impl Load {
    /// The part of their time that `cases_per_hour` take; more than one is more than they can do.
    pub fn utilisation(&self, cases_per_hour: f64) -> Option<f64> {
        let people = self.people.filter(|people| *people > 0.0)?;
        Some(cases_per_hour * self.minutes_per_case / 60.0 / people)
    }

    /// Whether `cases_per_hour` take such a part of their time, or more.
    pub fn takes(&self, cases_per_hour: f64, part: f64) -> bool {
        let utilisation = self.utilisation(cases_per_hour);
        // Adding up parts leaves a rest behind the twelfth decimal.
        utilisation.is_some_and(|it| it >= part - 1e-9)
    }

    /// Whether more comes than they can do in time: nearly all of it in the usual season, or all at the peak.
    pub fn is_too_much(&self, demand: Demand) -> bool {
        let at_peak = demand.peak.map(|peak| peak.cases_per_hour);
        demand.normal.is_some_and(|rate| self.takes(rate, BUSY))
            || at_peak.is_some_and(|rate| self.takes(rate, 1.0))
    }

    /// The queue of pieces of work in front of them, in hours. People in fractions are whole ones who have less time, and
    /// more than anybody can count in a moment are fewer who are quicker.
    pub fn queue(&self, cases_per_hour: f64) -> Option<Queue> {
        let people = self.people.filter(|people| *people > 0.0)?;
        let minutes = self.minutes_per_case / self.pieces_per_case;
        let servers = people.ceil().min(CROWD);
        (minutes > 0.0).then(|| Queue {
            arrivals: cases_per_hour * self.pieces_per_case,
            rate: 60.0 / minutes * people / servers,
            servers: servers as u32,
        })
    }
}

/// The load of all people of the flow, residents and machines left out, in the order of their first lanes.
///
/// Lanes of one pool share their people: the pool has as many as its lanes together. Empty where a loop never ends.
pub fn loads(graph: &Graph) -> Vec<Load> {
    let mut loads: Vec<Load> = Vec::new();
    let mut places: BTreeMap<LaneId, usize> = BTreeMap::new();
    let mut pools: BTreeMap<&str, usize> = BTreeMap::new();
    if graph.visits().is_none() {
        return loads;
    }
    for (id, lane) in graph.document.lanes_of(graph.flow) {
        if lane.kind.is_customer() || lane.kind == LaneKind::System {
            continue;
        }
        let people = lane.headcount.map(Quantity::get);
        let shared = lane.pool.as_deref().and_then(|pool| pools.get(pool));
        let place = shared.copied().unwrap_or(loads.len());
        if let Some(load) = loads.get_mut(place) {
            load.lanes.push(id);
            load.people = load.people.zip(people).map(|(some, more)| some + more);
        } else {
            loads.push(Load {
                lanes: vec![id],
                steps: Vec::new(),
                people,
                minutes_per_case: 0.0,
                pieces_per_case: 0.0,
                is_complete: true,
            });
        }
        places.insert(id, place);
        pools.extend(lane.pool.as_deref().map(|pool| (pool, place)));
    }
    for (node, step) in graph.steps() {
        let visits = graph.visit(node);
        let Some(load) = places.get(&step.lane).and_then(|n| loads.get_mut(*n)) else {
            continue;
        };
        if visits <= 0.0 {
            continue;
        }
        load.steps.push(node);
        match graph.minutes(node) {
            Some(minutes) if minutes > 0.0 => {
                load.minutes_per_case += visits * minutes;
                load.pieces_per_case += visits;
            }
            Some(_) => {}
            None => load.is_complete = false,
        }
    }
    loads
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;
    use crate::demand::demand;

    const COUNTER: &str = "\
@担当 窓口 [職員 2人]
@担当 審査 [職員]
住民: 書く 20分 [記入]
窓口: 受ける 12分 [受領]
窓口: 分ける [分岐]
  50% 特 → #2
  50% 並 → #3
窓口: 調べる 24分 [#2 照会]
審査: 決める 5分 [#3 審査]
";

    fn assert_near(is: Option<f64>, expected: f64) {
        assert!(
            is.is_some_and(|is| (is - expected).abs() < 1e-9),
            "{is:?}, not {expected}"
        );
    }

    fn with<T>(head: &str, answer: impl Fn(&Graph) -> T) -> T {
        let document = notation::parse(&format!("{head}\n{COUNTER}")).unwrap();
        answer(&Graph::of(&document, document.first_flow().unwrap()).unwrap())
    }

    #[test]
    fn people_are_as_busy_as_the_year_s_cases_make_them() {
        // 9,600 cases of 24 minutes are 3,840 hours, of which two people have as many.
        with("@年間件数 9600件", |graph| {
            let (loads, demand) = (loads(graph), demand(graph));
            let normal = demand.normal.unwrap();
            assert_near(loads[0].utilisation(normal), 1.0);
            assert_eq!(
                (loads.len(), loads[0].steps.as_slice()),
                (2, [1, 3].as_slice())
            );
            assert!(loads[1].utilisation(normal).is_none() && loads[0].is_complete);
            // Cases come five times an hour, and half of them twice.
            let queue = loads[0].queue(normal).unwrap();
            assert_near(Some(queue.arrivals), 7.5);
            assert_near(Some(queue.capacity()), 7.5);
        });
    }

    #[test]
    fn lanes_of_one_pool_share_their_people() {
        let pooled = COUNTER.replace("2人]", "2人 人員枠:市民課]");
        let pooled = pooled.replace("審査 [職員]", "審査 [職員 1人 人員枠:市民課]");
        let document = notation::parse(&pooled).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        let loads = loads(&graph);
        assert_eq!((loads.len(), loads[0].lanes.len()), (1, 2));
        assert_near(loads[0].people, 3.0);
        assert_near(Some(loads[0].minutes_per_case), 29.0);
    }

    #[test]
    fn who_is_there_for_a_part_of_the_time_takes_longer() {
        let load = Load {
            people: Some(1.5),
            minutes_per_case: 30.0,
            pieces_per_case: 2.0,
            ..with("", |graph| loads(graph).remove(0))
        };
        let queue = load.queue(2.0).unwrap();
        assert_eq!(queue.servers, 2);
        assert_near(Some(queue.rate), 3.0);
        assert_near(load.utilisation(2.0), queue.utilisation());
    }
}

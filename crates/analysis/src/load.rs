//! How busy people are: how much work comes to each lane, and how much of it they can do.
//!
//! With λ cases an hour of work, the person-hours Σ f·t of a case (visit ratio by person-minutes of each step) and c people,
//! utilisation is ρ = λ·Σ f·t / c. Over a year that is V·Σ f·t / (c·H), where H is the working hours of one full-time person.
use std::collections::BTreeMap;

use kaizu_model::{Calendar, Document, LaneId, LaneKind, OfficeHours, Pattern, Project, Quantity};

use crate::erlang::Queue;
use crate::graph::{Graph, Index};

/// Hours of a year, the nights and weekends included.
const ALL_HOURS: f64 = 8760.0;

/// Office hours of a day: the project's own, else the usual 7.75.
pub fn hours_a_day(document: &Document) -> f64 {
    of_project(document, |project| project.hours_per_day).unwrap_or(OfficeHours::A_DAY)
}

/// Working hours of one full-time person a year: the project's own, else the usual 1,920.
pub fn hours_a_year(document: &Document) -> f64 {
    of_project(document, |project| project.hours_per_year).unwrap_or(OfficeHours::A_YEAR)
}

fn of_project(document: &Document, hours: fn(&Project) -> Option<OfficeHours>) -> Option<f64> {
    let own = document.projects().find_map(|(_, project)| hours(project));
    own.map(OfficeHours::get).filter(|hours| *hours > 0.0)
}

/// How many cases come, each figure where people recorded enough to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Demand {
    /// Cases an hour of work outside the busy season; over the whole year where no such season is known.
    pub normal: Option<f64>,
    /// The busy season.
    pub peak: Option<Peak>,
}

/// A time in which more cases come than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// Cases an hour of work.
    pub cases_per_hour: f64,
    /// How many hours of work it lasts, where known.
    pub hours: Option<f64>,
}

impl Peak {
    /// How many cases come in all of it, where known.
    pub fn cases(self) -> Option<f64> {
        self.hours.map(|hours| hours * self.cases_per_hour)
    }
}

/// How many cases come. Recorded arrivals count before volumes.
pub fn demand(graph: &Graph) -> Demand {
    let process = graph.process;
    let peak = peak(graph);
    let steady = arrivals(graph).filter(|(pattern, _)| *pattern != Pattern::Burst);
    let seasons = [process.volume_normal, process.volume_off_peak];
    let outside: f64 = seasons.into_iter().filter_map(known).sum();
    let rest = match known(process.volume_per_year) {
        Some(all) => Some((all - peak.and_then(Peak::cases).unwrap_or(0.0)).max(0.0)),
        None => (outside > 0.0).then_some(outside),
    };
    let hours = hours_a_year(graph.document) - peak.and_then(|it| it.hours).unwrap_or(0.0);
    let spread = rest.filter(|_| hours > 0.0).map(|cases| cases / hours);
    Demand {
        normal: steady.map(|(_, rate)| rate).or(spread),
        peak,
    }
}

/// The busy season. What arrives all at once (一斉) does so until the cases of the busy season, or else of the year, have
/// come. Days of a peak are counted as days on which people work, which makes the least of it.
fn peak(graph: &Graph) -> Option<Peak> {
    let process = graph.process;
    let busy = known(process.volume_at_peak);
    let at_once = arrivals(graph).filter(|(pattern, _)| *pattern == Pattern::Burst);
    if let Some((_, rate)) = at_once {
        let cases = busy.or(known(process.volume_per_year));
        return Some(Peak {
            cases_per_hour: rate,
            hours: cases.map(|cases| cases / rate),
        });
    }
    let hours = known(process.peak_days)? * hours_a_day(graph.document);
    Some(Peak {
        cases_per_hour: busy? / hours,
        hours: Some(hours),
    })
}

/// How cases arrive, where people recorded it, and how many an hour of work.
fn arrivals(graph: &Graph) -> Option<(Pattern, f64)> {
    let arrivals = graph.process.arrivals?;
    let hours = match arrivals.calendar {
        Calendar::Office => 1.0,
        Calendar::Always => ALL_HOURS / hours_a_year(graph.document),
    };
    Some((arrivals.pattern, known(Some(arrivals.per_hour))? * hours))
}

fn known(volume: Option<Quantity>) -> Option<f64> {
    volume.map(Quantity::get).filter(|cases| *cases > 0.0)
}

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

impl Load {
    /// The part of their time that `cases_per_hour` take; more than one is more than they can do.
    pub fn utilisation(&self, cases_per_hour: f64) -> Option<f64> {
        let people = self.people.filter(|people| *people > 0.0)?;
        Some(cases_per_hour * self.minutes_per_case / 60.0 / people)
    }

    /// The queue of pieces of work in front of them, in hours. People in fractions are whole ones who have less time.
    pub fn queue(&self, cases_per_hour: f64) -> Option<Queue> {
        let people = self.people.filter(|people| *people > 0.0)?;
        let minutes = self.minutes_per_case / self.pieces_per_case;
        let servers = people.ceil();
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
    use kaizu_model::{ProjectId, Record, RecordId, notation};

    use super::*;

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
    fn the_busy_season_is_told_from_the_rest_of_the_year() {
        let head = "@年間件数 9600件\n@ピーク件数 3100件\n@ピーク日数 20日";
        let demand = with(head, demand);
        assert_near(demand.peak.map(|peak| peak.cases_per_hour), 20.0);
        assert_near(demand.peak.and_then(|peak| peak.hours), 155.0);
        assert_near(demand.normal, 6500.0 / 1765.0);
        let unknown = with("@ピーク件数 3100件", super::demand);
        assert_eq!(unknown, Demand::default());
        let apart = with("@通常期件数 1500件\n@閑散期件数 420件", super::demand);
        assert_near(apart.normal, 1.0);
    }

    #[test]
    fn arrivals_count_before_volumes() {
        let steady = with("@年間件数 100件\n@到着 12件/時 不規則 開庁時間", demand);
        assert_near(steady.normal, 12.0);
        assert!(steady.peak.is_none());
        let always = with("@到着 12件/時 均等 常時", demand);
        assert_near(always.normal, 54.75);
        let rush = with("@年間件数 20000件\n@到着 500件/時 一斉 開庁時間", demand);
        assert_near(rush.peak.and_then(|peak| peak.hours), 40.0);
        assert_near(rush.peak.and_then(Peak::cases), 20000.0);
        assert_near(rush.normal, 0.0);
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

    #[test]
    fn a_project_has_its_own_hours() {
        let project = Project {
            hours_per_day: OfficeHours::try_from(7.5).ok(),
            hours_per_year: OfficeHours::try_from(1800.0).ok(),
            ..Project::default()
        };
        let record: (RecordId, Record) = (ProjectId(1).into(), project.into());
        let document: Document = [record].into_iter().collect();
        assert_near(Some(hours_a_day(&document)), 7.5);
        assert_near(Some(hours_a_year(&document)), 1800.0);
        assert_near(Some(hours_a_day(&Document::default())), 7.75);
        assert_near(Some(hours_a_year(&Document::default())), 1920.0);
    }
}

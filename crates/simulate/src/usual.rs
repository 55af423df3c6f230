//! The plan that a flow itself tells: its cases, its hours, its people.
use kaizu_analysis::{Demand, Graph, demand, hours_a_day};
use kaizu_model::{Calendar, Pattern, Quantity};
use time::Date;
use time::macros::date;

use crate::calendar::{Hours, Office};
use crate::plan::{Arrivals, Peak, People, Plan, Replications, Seasons, WarmUp, Wave};

/// The day on which time begins where nobody says another: the first of a business year.
pub const FIRST_DAY: Date = date!(2026 - 04 - 01);

/// As many cases are enough to see how they spread, where a year has more.
const MOST_CASES: f64 = 20_000.0;

/// As many are needed for it, where a year has fewer.
const LEAST_CASES: f64 = 500.0;

/// The busy season begins so many days after the first, when the office has filled up, since nobody says when it does.
const PEAK_BEGINS: u32 = 28;

/// Half the confidence interval of the mean lead time is no more than this part of it.
const SURE: f64 = 0.05;

/// No more replications than this.
const MOST_REPLICATIONS: u32 = 100;

impl Plan {
    /// The plan that the flow of `graph` itself tells, with time beginning on `start`.
    ///
    /// Recorded arrivals count before volumes; what comes all at once (一斉) comes so until the cases of the busy season, or
    /// else of the year, have come. A busy season of known length is played within its year.
    pub fn usual(graph: &Graph, start: Date) -> Self {
        let is_always = graph
            .process
            .arrivals
            .is_some_and(|it| it.calendar == Calendar::Always);
        let hours = if is_always {
            Hours::Always
        } else {
            Hours::Office(Office::usual(hours_a_day(graph.document)))
        };
        let arrivals = arrivals(graph, demand(graph));
        Self {
            seed: 1,
            cases: cases(graph, &arrivals),
            replications: Replications::UntilWithin {
                part: SURE,
                at_most: MOST_REPLICATIONS,
            },
            warm_up: WarmUp::Recognised,
            start,
            hours,
            arrivals,
            urgent: 0.0,
            people: People::Limited { factor: 1.0 },
        }
    }
}

fn arrivals(graph: &Graph, demand: Demand) -> Arrivals {
    let recorded = graph.process.arrivals.map(|it| it.pattern);
    match (recorded, demand.peak, demand.normal) {
        (Some(Pattern::Burst), Some(peak), _) => Arrivals::Waves(vec![Wave {
            day: 0,
            cases: peak.cases().unwrap_or(LEAST_CASES).round() as u64,
            hours: peak.hours.unwrap_or(LEAST_CASES / peak.cases_per_hour),
        }]),
        (Some(Pattern::Even), _, Some(per_hour)) => Arrivals::Even { per_hour },
        (Some(Pattern::Poisson), _, Some(per_hour)) | (_, None, Some(per_hour)) => {
            Arrivals::Random { per_hour }
        }
        (_, Some(peak), _) => seasons(graph, peak.cases()),
        (_, None, None) => Arrivals::Alone,
    }
}

/// A year with a busy season.
fn seasons(graph: &Graph, cases: Option<f64>) -> Arrivals {
    let process = graph.process;
    let known = |volume: Option<Quantity>| volume.map_or(0.0, Quantity::get);
    let busy = cases.unwrap_or_default();
    let outside = known(process.volume_normal) + known(process.volume_off_peak);
    let rest = process.volume_per_year.map(|all| all.get() - busy);
    // Days of a busy season are counted as days on which people work.
    let weeks = known(process.peak_days) / 5.0;
    Arrivals::Seasons(Seasons {
        per_year: rest.unwrap_or(outside).max(0.0),
        months: [1.0; 12],
        weekdays: [1.0; 7],
        peak: Some(Peak {
            day: PEAK_BEGINS,
            days: (weeks * 7.0).ceil() as u32,
            cases: busy,
        }),
    })
}

/// A year's cases, so far as they are needed to see how they spread.
fn cases(graph: &Graph, arrivals: &Arrivals) -> u64 {
    let year = match arrivals {
        Arrivals::Seasons(seasons) => {
            let peak = seasons.peak.map_or(0.0, |peak| peak.cases);
            // A busy season is seen to its end, and what comes after it.
            return (seasons.per_year + peak).clamp(LEAST_CASES, MOST_CASES.max(2.0 * peak)) as u64;
        }
        Arrivals::Random { .. } | Arrivals::Even { .. } | Arrivals::Waves(_) | Arrivals::Alone => {
            graph
                .process
                .volume_per_year
                .map_or(MOST_CASES / 4.0, Quantity::get)
        }
    };
    year.clamp(LEAST_CASES, MOST_CASES) as u64
}

#[cfg(test)]
mod tests {
    use kaizu_model::notation;

    use super::*;

    fn usual(head: &str) -> Plan {
        let text = format!("{head}\n@担当 窓口 [職員 2人]\n窓口: 受ける 12分 [受領]\n");
        let document = notation::parse(&text).unwrap();
        let graph = Graph::of(&document, document.first_flow().unwrap()).unwrap();
        Plan::usual(&graph, FIRST_DAY)
    }

    #[test]
    fn a_year_s_cases_come_by_chance() {
        let plan = usual("@年間件数 9600件");
        assert_eq!(plan.arrivals, Arrivals::Random { per_hour: 5.0 });
        assert_eq!(plan.cases, 9600);
        assert_eq!(usual("@年間件数 3件").cases, 500);
        assert_eq!(usual("").arrivals, Arrivals::Alone);
    }

    #[test]
    fn recorded_arrivals_count_before_volumes() {
        let plan = usual("@年間件数 9600件\n@到着 12件/時 均等 常時");
        assert_eq!(plan.arrivals, Arrivals::Even { per_hour: 12.0 });
        assert_eq!(plan.hours, Hours::Always);
        let rush = usual("@年間件数 20000件\n@到着 500件/時 一斉 開庁時間");
        let wave = Wave {
            day: 0,
            cases: 20_000,
            hours: 40.0,
        };
        assert_eq!(rush.arrivals, Arrivals::Waves(vec![wave]));
    }

    #[test]
    fn a_busy_season_is_played_within_its_year() {
        let plan = usual("@年間件数 9600件\n@ピーク件数 3100件\n@ピーク日数 20日");
        let Arrivals::Seasons(seasons) = plan.arrivals else {
            panic!("{:?}", plan.arrivals);
        };
        assert!((seasons.per_year - 6500.0).abs() < 1e-9);
        let peak = seasons.peak.unwrap();
        assert_eq!((peak.day, peak.days), (28, 28));
        assert_eq!(plan.cases, 9600);
    }
}

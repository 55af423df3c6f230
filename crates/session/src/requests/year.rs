//! What a flow takes in a year, how busy people are with it, and what slips through.
use kaizu_analysis::{
    Graph, Load, Rates, Yearly, cases_in_hand, demand, hours_by_backlog, loads, residual_errors,
    yearly,
};
use serde::Serialize;
use ts_rs::TS;

/// What a flow takes in a year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Year {
    /// Hours, letters, sheets and yen.
    pub yearly: Yearly,
    /// Yen altogether: people, paper and postage.
    pub yen: Option<f64>,
    /// Cases in hand on an average day, by Little's law.
    pub in_hand: Option<f64>,
    /// Office hours that a case must take for the counted backlog, where that does not fit what was entered.
    pub hours_by_backlog: Option<f64>,
    /// How busy the people of each lane or pool are.
    pub loads: Vec<ToldLoad>,
    /// Mistakes that slip through, by what is looked at; those of most first.
    pub slipping: Vec<Slipping>,
}

/// How busy people are with the flow.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldLoad {
    /// What their lanes are called.
    pub lanes: Vec<String>,
    /// How many they are, in full-time equivalents.
    pub people: f64,
    /// The part of their time that the flow takes on average; more than 1 is more than they can do.
    pub utilisation: Option<f64>,
    /// The same at the peak.
    pub at_peak: Option<f64>,
    /// Hours that a piece of work waits for somebody on average (Erlang C); unknown where the queue only grows.
    pub wait_hours: Option<f64>,
    /// Whether the minutes of all their steps are known; if not, it is at least so much.
    pub is_complete: bool,
}

/// Mistakes that no check finds.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Slipping {
    /// What is checked.
    pub object: String,
    /// What is looked at.
    pub aspect: String,
    /// How many checks there are.
    pub checks: usize,
    /// Mistakes a year.
    pub per_year: f64,
    /// Whether rates are assumed that nobody recorded.
    pub is_assumed: bool,
}

impl Year {
    /// That of `graph`.
    pub(super) fn of(graph: &Graph) -> Self {
        let yearly = yearly(graph);
        Self {
            yen: yearly.yen(),
            yearly,
            in_hand: cases_in_hand(graph),
            hours_by_backlog: hours_by_backlog(graph),
            loads: busy(graph),
            slipping: slipping(graph),
        }
    }
}

fn busy(graph: &Graph) -> Vec<ToldLoad> {
    let demand = demand(graph);
    let told = |load: Load| {
        let lanes = load.lanes.iter();
        let named = lanes.filter_map(|lane| graph.document.lane(*lane).ok());
        Some(ToldLoad {
            lanes: named.map(|lane| lane.name.clone()).collect(),
            people: load.people?,
            utilisation: demand.normal.and_then(|it| load.utilisation(it)),
            at_peak: demand
                .peak
                .and_then(|it| load.utilisation(it.cases_per_hour)),
            wait_hours: demand.normal.and_then(|it| load.queue(it)?.wait()),
            is_complete: load.is_complete,
        })
    };
    loads(graph).into_iter().filter_map(told).collect()
}

fn slipping(graph: &Graph) -> Vec<Slipping> {
    let all = residual_errors(graph, Rates::default()).into_iter();
    let mut told: Vec<Slipping> = all
        .filter_map(|it| {
            Some(Slipping {
                object: it.object,
                aspect: it.aspect,
                checks: it.checks.len(),
                per_year: it.per_year?,
                is_assumed: it.is_assumed,
            })
        })
        .collect();
    told.sort_by(|a, b| b.per_year.total_cmp(&a.per_year));
    told
}

//! What a simulation showed, as it is told: printed names, dates, and sentences for what had to be assumed.
use std::collections::BTreeMap;

use kaizu_analysis::Graph;
use kaizu_model::{
    Assumption, Class, Course, LaneId, LaneKind, Outcome, RecordId, StepOutcome, TimeSpread,
};
use kaizu_simulate::{Arrivals, Plan};
use serde::Serialize;
use time::{Date, Duration};
use ts_rs::TS;

use super::analyze::title;
use super::finding::Teller;
use super::office_time::{day, told};
use crate::Session;
use crate::page::Page;
use crate::words::Words;

/// What a simulation showed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldOutcome {
    /// What the process is called.
    pub process: String,
    /// Whether its figures are invented.
    pub illustrative: bool,
    /// Cases in each replication.
    pub cases: u64,
    /// How often it was played.
    pub replications: u32,
    /// What chance was drawn from.
    pub seed: u64,
    /// The first cases of each replication that no figure counts.
    pub warm_up: u64,
    /// From the start of a case to its end, in office hours.
    pub lead_hours: TimeSpread,
    /// The part of it in which a case waits for people and for collected work.
    pub wait_hours: TimeSpread,
    /// The part of the cases that take longer than the standard period.
    pub over_standard_period: Option<f64>,
    /// Who works, from top to bottom.
    pub lanes: Vec<ToldLane>,
    /// The steps that cases come to.
    pub steps: Vec<ToldStep>,
    /// The lead time by classes, in office hours.
    pub histogram: Vec<Class>,
    /// What was in hand as time went on.
    pub course: Course,
    /// When the last case was done; only where cases come in waves.
    pub cleared: Option<ToldCleared>,
    /// Cost of the city's work on one case.
    pub yen_per_case: Option<f64>,
    /// What had to be assumed.
    pub assumptions: Vec<String>,
    /// What happened in all replications together.
    pub events: u64,
}

/// How one lane fared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldLane {
    /// Under which name it is printed.
    pub lane: String,
    /// What people call it.
    pub name: String,
    /// How many people there were; `None` where nobody had to wait for them.
    pub people: Option<f64>,
    /// The part of their time in which they worked.
    pub utilisation: Option<f64>,
    /// Office hours that a piece of work waited for them.
    pub mean_wait_hours: f64,
    /// How many pieces waited, on average.
    pub mean_queue: f64,
    /// How many waited at once at the most.
    pub max_queue: f64,
    /// Hours of work on one case.
    pub work_hours_per_case: f64,
}

/// How one step fared.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ToldStep {
    /// Under which name it is printed.
    pub step: String,
    /// Its record.
    pub id: RecordId,
    /// What people call it.
    pub name: String,
    /// How often a case came to it.
    pub visits_per_case: f64,
    /// Office hours that a case waited for people, for something else, and until work was done.
    pub queue_hours: f64,
    /// Office hours that a case waited here for something else than people.
    pub other_wait_hours: f64,
    /// Office hours from the beginning of the work to its end.
    pub work_hours: f64,
}

/// When the last case was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ToldCleared {
    /// In half of the replications on this day or before, as year, month and day.
    pub p50: String,
    /// In nine of ten.
    pub p90: String,
}

impl ToldOutcome {
    /// What `outcome` of the flow of `graph` under `plan` says.
    pub(crate) fn of(session: &Session, graph: &Graph, plan: &Plan, outcome: &Outcome) -> Self {
        let teller = Teller::new(session.words(), session.document(), graph.flow);
        let lanes = outcome.lanes.iter().filter_map(|lane| {
            let record = session.document().lane(lane.lane).ok()?;
            // Nobody is waited for in front of the applicant or of a machine.
            let works = !record.kind.is_customer() && record.kind != LaneKind::System;
            works.then(|| ToldLane {
                lane: teller.key(lane.lane),
                name: record.name.clone(),
                people: lane.people,
                utilisation: lane.utilisation,
                mean_wait_hours: lane.mean_wait_hours,
                mean_queue: lane.mean_queue,
                max_queue: lane.max_queue,
                work_hours_per_case: lane.work_hours_per_case,
            })
        });
        let step = |step: &StepOutcome| ToldStep {
            step: teller.key(step.node),
            id: step.node.into(),
            name: graph
                .index(step.node)
                .map_or_else(String::new, |node| graph.name(node).to_owned()),
            visits_per_case: step.visits_per_case,
            queue_hours: step.queue_hours,
            other_wait_hours: step.other_wait_hours,
            work_hours: step.work_hours,
        };
        let comes_together = matches!(plan.arrivals, Arrivals::Waves(_));
        Self {
            process: graph.process.name.clone(),
            illustrative: graph.process.is_illustrative,
            cases: outcome.cases,
            replications: outcome.replications,
            seed: outcome.seed,
            warm_up: outcome.warm_up,
            lead_hours: outcome.lead_hours,
            wait_hours: outcome.wait_hours,
            over_standard_period: outcome.over_standard_period,
            lanes: lanes.collect(),
            steps: outcome
                .steps
                .iter()
                .filter(|step| step.visits_per_case > 0.0)
                .map(step)
                .collect(),
            histogram: outcome.histogram.clone(),
            course: outcome.course.clone(),
            cleared: comes_together.then(|| ToldCleared {
                p50: date_after(plan.start, outcome.cleared.p50),
                p90: date_after(plan.start, outcome.cleared.p90),
            }),
            yen_per_case: outcome.yen_per_case,
            assumptions: assumptions(session, &outcome.assumptions),
            events: outcome.events,
        }
    }

    /// As text for people.
    pub fn text(&self, session: &Session) -> String {
        let words = session.words();
        let hours = |hours: f64| told(words, day(session.document()), hours, false);
        let mut page = Page::default();
        page.line(title(words, &self.process, self.illustrative));
        page.line(words.tell(
            "simulate-played",
            &[
                ("cases", Words::number(self.cases as f64)),
                ("replications", self.replications.to_string()),
            ],
        ));
        page.heading(words.say("heading-simulated"));
        for (id, spread) in [
            ("simulate-lead", self.lead_hours),
            ("simulate-wait", self.wait_hours),
        ] {
            let values = [
                ("mean", hours(spread.mean)),
                ("low", hours(spread.low95)),
                ("high", hours(spread.high95)),
                ("half", hours(spread.p50)),
                ("most", hours(spread.p90)),
            ];
            page.line(format!("  {}", words.tell(id, &values)));
        }
        if let Some(over) = self.over_standard_period {
            let share = Words::number(percent(over));
            page.line(format!(
                "  {}",
                words.tell("simulate-over", &[("share", share)])
            ));
        }
        if let Some(cleared) = &self.cleared {
            let values = [("half", cleared.p50.clone()), ("most", cleared.p90.clone())];
            page.line(format!("  {}", words.tell("simulate-cleared", &values)));
        }
        if let Some(yen) = self.yen_per_case {
            let values = [("yen", Words::number(yen.round()))];
            page.line(format!("  {}", words.tell("simulate-yen", &values)));
        }
        let desks = self
            .lanes
            .iter()
            .filter_map(|lane| lane.line(words, &hours));
        let desks: Vec<String> = desks.collect();
        if !desks.is_empty() {
            page.heading(words.say("heading-desks"));
            page.lines(desks);
        }
        if !self.assumptions.is_empty() {
            page.heading(words.say("heading-assumptions"));
            page.lines(self.assumptions.iter().map(|it| format!("  {it}")));
        }
        page.text()
    }
}

impl ToldLane {
    fn line(&self, words: &Words, hours: &dyn Fn(f64) -> String) -> Option<String> {
        let (people, utilisation) = self.people.zip(self.utilisation)?;
        let values = [
            ("name", self.name.clone()),
            ("people", Words::number(people)),
            ("busy", Words::number(percent(utilisation))),
            ("wait", hours(self.mean_wait_hours)),
            ("queue", Words::number(tenths(self.mean_queue))),
            ("most", Words::number(tenths(self.max_queue))),
        ];
        Some(format!("  {}", words.tell("simulate-desk", &values)))
    }
}

/// A share in percent, to one decimal.
pub(super) fn percent(share: f64) -> f64 {
    tenths(share * 100.0)
}

pub(super) fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// The day so many hours of the clock after the midnight with which `start` begins.
pub(crate) fn date_after(start: Date, hours: f64) -> String {
    let days = Duration::days((hours / 24.0).floor() as i64);
    let date = start.checked_add(days).unwrap_or(Date::MAX);
    date.to_string()
}

/// What had to be assumed, in sentences: what several lanes have in common is said once.
pub(super) fn assumptions(session: &Session, assumed: &[Assumption]) -> Vec<String> {
    let words = session.words();
    let mut said: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for assumption in assumed {
        let (id, what) = match assumption {
            Assumption::ArrivalsUnknown => ("assumption-arrivals-unknown", String::new()),
            Assumption::StepsWithoutMinutes { steps } => {
                ("assumption-steps-without-minutes", steps.to_string())
            }
            Assumption::PeopleUnknown { lane } => {
                ("assumption-people-unknown", name(session, *lane))
            }
            Assumption::HoursUnread { lane } => ("assumption-hours-unread", name(session, *lane)),
            Assumption::Overloaded { lane } => ("assumption-overloaded", name(session, *lane)),
        };
        said.entry(id).or_default().push(what);
    }
    let tell = |(id, what): (&str, Vec<String>)| words.tell(id, &[("what", words.list(&what))]);
    said.into_iter().map(tell).collect()
}

fn name(session: &Session, lane: LaneId) -> String {
    let lane = session.document().lane(lane);
    lane.map_or_else(|_| String::new(), |lane| lane.name.clone())
}

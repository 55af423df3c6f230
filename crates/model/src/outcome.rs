//! What a simulation shows: how long cases take and wait, how busy people are, and what piles up when.
//!
//! Times are office hours unless a field says otherwise: an hour in which the office is shut is no hour.
use serde::Serialize;
use ts_rs::TS;

use crate::{LaneId, NodeId};

/// How a time is spread over the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct TimeSpread {
    /// On average over all cases.
    pub mean: f64,
    /// The average lies above this with 97.5 % certainty.
    pub low95: f64,
    /// The average lies below this with 97.5 % certainty.
    pub high95: f64,
    /// Half of the cases take no longer.
    pub p50: f64,
    /// Nine of ten cases take no longer.
    pub p90: f64,
}

/// What became of one flow under one plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Outcome {
    /// Cases in each replication.
    pub cases: u64,
    /// How often the plan was run, each time with other chances.
    pub replications: u32,
    /// What the chances were drawn from.
    pub seed: u64,
    /// The first cases of each replication that no figure counts, because the office filled up meanwhile.
    pub warm_up: u64,
    /// From the start of a case to its end.
    pub lead_hours: TimeSpread,
    /// The part of it in which a case waits for people and for collected work.
    pub wait_hours: TimeSpread,
    /// The lead time by classes.
    pub histogram: Vec<Class>,
    /// The part of the cases that take longer than the standard period; `None` where none is published.
    pub over_standard_period: Option<f64>,
    /// Who works, from top to bottom; lanes that share their people say the same about them.
    pub lanes: Vec<LaneOutcome>,
    /// The steps, in the document's order.
    pub steps: Vec<StepOutcome>,
    /// What was in hand as time went on.
    pub course: Course,
    /// When the last case was done.
    pub cleared: Cleared,
    /// Cost of the staff's work on one case, in yen; `None` where no wage is known.
    pub yen_per_case: Option<f64>,
    /// What happened in all replications together.
    pub events: u64,
    /// What had to be assumed.
    pub assumptions: Vec<Assumption>,
}

/// The cases whose time lies between two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Class {
    /// From so many hours on.
    pub from: f64,
    /// Up to so many, which the next class begins with.
    pub to: f64,
    /// The part of all cases.
    pub share: f64,
}

/// How one lane fared.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LaneOutcome {
    /// Which lane.
    pub lane: LaneId,
    /// How many people there were, in full-time equivalents; `None` where nobody had to wait for them.
    pub people: Option<f64>,
    /// The part of their time in which they worked; `None` where nobody had to wait for them.
    pub utilisation: Option<f64>,
    /// Hours that a piece of work waited for them, on average.
    pub mean_wait_hours: f64,
    /// How many pieces waited, on average.
    pub mean_queue: f64,
    /// How many waited at once at the most, on average over the replications.
    pub max_queue: f64,
    /// Hours of work that one case took here.
    pub work_hours_per_case: f64,
}

/// How one step fared.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StepOutcome {
    /// Which step.
    pub node: NodeId,
    /// How often a case came to it.
    pub visits_per_case: f64,
    /// Hours that a case waited here for people, on average over the visits.
    pub queue_hours: f64,
    /// Hours that a case waited here for something else: the post, other parties, the day on which work is collected.
    pub other_wait_hours: f64,
    /// Hours from the beginning of the work to its end.
    pub work_hours: f64,
}

/// What was in hand as time went on: averages over the replications in equal parts of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Course {
    /// How long a part is, in hours of the clock, nights and weekends included.
    pub hours: f64,
    /// Cases that had begun and not ended.
    pub in_hand: Vec<f64>,
    /// A tenth of the replications had no more than this in hand.
    pub low: Vec<f64>,
    /// Nine tenths had no more than this.
    pub high: Vec<f64>,
    /// For each of [`Outcome::lanes`], the pieces of work that waited for its people.
    pub queues: Vec<Vec<f64>>,
}

/// When the last case was done, in hours of the clock after the first midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct Cleared {
    /// In half of the replications no later than this.
    pub p50: f64,
    /// In nine of ten no later than this.
    pub p90: f64,
}

/// What had to be assumed where people had not said enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Assumption {
    /// So many steps without minutes took no time.
    StepsWithoutMinutes {
        /// How many.
        steps: usize,
    },
    /// Nobody had to wait for the people of this lane, since their number is not known.
    PeopleUnknown {
        /// Which lane.
        lane: LaneId,
    },
    /// What was written about the hours of this lane could not be read; it has those of the office.
    HoursUnread {
        /// Which lane.
        lane: LaneId,
    },
    /// How many cases come is not known: each was alone.
    ArrivalsUnknown,
    /// More comes than can be done: the longer it goes on, the longer cases take.
    Overloaded {
        /// Where.
        lane: LaneId,
    },
}

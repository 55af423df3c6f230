//! What is played: who comes when, how many people there are, and how long it goes on.
use time::Date;

use crate::calendar::Hours;

/// What is played.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What all chances are drawn from: the same seed, the same outcome.
    pub seed: u64,
    /// Cases in each replication.
    pub cases: u64,
    /// How often it is played, each time with other chances.
    pub replications: Replications,
    /// Which first cases no figure counts.
    pub warm_up: WarmUp,
    /// The day on which time begins.
    pub start: Date,
    /// When the office is open. Waits, lead times and everything without hours of its own follow it.
    pub hours: Hours,
    /// When cases come.
    pub arrivals: Arrivals,
    /// The part of the cases that everybody takes before the others (優先).
    pub urgent: f64,
    /// Who has to be waited for.
    pub people: People,
}

impl Plan {
    /// Has so many cases come; waves have their parts of them, and come as fast as before.
    pub fn with_cases(&mut self, cases: u64) {
        self.cases = cases;
        if let Arrivals::Waves(waves) = &mut self.arrivals {
            let all: u64 = waves.iter().map(|wave| wave.cases).sum();
            let mut left = cases;
            let mut of = all;
            for wave in waves {
                // The last one has what rounding leaves.
                let part = left as f64 / of.max(1) as f64;
                of -= wave.cases;
                let own = (wave.cases as f64 * part).round() as u64;
                wave.hours *= own as f64 / wave.cases.max(1) as f64;
                wave.cases = own;
                left -= own.min(left);
            }
        }
    }
}

/// How often a plan is played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Replications {
    /// So often.
    Exactly(u32),
    /// Until the mean lead time is known up to this part of itself, with 95 % certainty; at least thirty times unless
    /// that is more than `at_most`.
    UntilWithin {
        /// Half the confidence interval as a part of the mean.
        part: f64,
        /// No more than so often.
        at_most: u32,
    },
}

/// Which first cases no figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarmUp {
    /// So many as the first replications show (MSER-5); none where cases come in waves.
    Recognised,
    /// So many.
    Cases(u64),
}

/// When cases come.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrivals {
    /// One an hour, and none has to wait for another: nobody knows how many come.
    Alone,
    /// By chance, so many an hour in which the office is open (a Poisson process).
    Random {
        /// How many.
        per_hour: f64,
    },
    /// One after the other in equal distances of open time.
    Even {
        /// How many an hour.
        per_hour: f64,
    },
    /// In waves, whatever number of cases the plan has: the waves' own cases count.
    Waves(Vec<Wave>),
    /// By chance over a year that is not the same all year long.
    Seasons(Seasons),
}

/// Cases that come together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wave {
    /// How many days after the first it begins, as the office opens.
    pub day: u32,
    /// How many come.
    pub cases: u64,
    /// Over how many hours of open time they come, in equal distances; all at once where none.
    pub hours: f64,
}

/// A year with more and less busy times.
#[derive(Clone, Debug, PartialEq)]
pub struct Seasons {
    /// Cases of a whole year outside of the peak.
    pub per_year: f64,
    /// How busy each month is beside the others, January first.
    pub months: [f64; 12],
    /// How busy each day of the week is beside the others, Monday first.
    pub weekdays: [f64; 7],
    /// A time in which more come.
    pub peak: Option<Peak>,
}

/// A busy time within a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// How many days after the first it begins.
    pub day: u32,
    /// How many days it lasts, weekends and holidays included.
    pub days: u32,
    /// How many cases more come in it.
    pub cases: f64,
}

/// Who has to be waited for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum People {
    /// Nobody: every piece of work begins at once, and waits are as they were entered. This is what the figures of a flow
    /// assume.
    Unlimited,
    /// The people of each lane whose number is known.
    Limited {
        /// So much of everybody who is there today: one half is half of all people.
        factor: f64,
    },
}

//! When the cases of one replication come.
use rand_chacha::ChaCha8Rng;

use crate::agenda::FOR_EVER;
use crate::calendar::{DAY, Moment, OpenTime};
use crate::chance::{Chances, exponential};
use crate::net::HOUR;
use crate::plan::{Arrivals, Plan, Seasons, Wave};

/// When the cases of one replication come, one after the other.
pub(crate) struct Arriving<'p> {
    plan: &'p Plan,
    office: &'p OpenTime,
    stream: ChaCha8Rng,
    /// Open time, exact to less than a millisecond, up to which cases have come.
    reached: f64,
    /// How many have come in all, and in the wave that goes on.
    come: u64,
    of_wave: u64,
    wave: usize,
    days: Days,
}

impl<'p> Arriving<'p> {
    /// Those of `plan` under the chances of one replication.
    pub(crate) fn of(plan: &'p Plan, office: &'p OpenTime, chances: Chances) -> Self {
        Self {
            plan,
            office,
            stream: chances.stream("arrivals"),
            reached: 0.0,
            come: 0,
            of_wave: 0,
            wave: 0,
            days: Days::default(),
        }
    }

    /// How many come in all.
    pub(crate) fn all(plan: &Plan) -> u64 {
        match &plan.arrivals {
            Arrivals::Waves(waves) => waves.iter().map(|wave| wave.cases).sum(),
            Arrivals::Alone
            | Arrivals::Random { .. }
            | Arrivals::Even { .. }
            | Arrivals::Seasons(_) => plan.cases,
        }
    }

    /// When the next one comes; `None` when all have come.
    pub(crate) fn next(&mut self) -> Option<Moment> {
        if self.come >= Self::all(self.plan) {
            return None;
        }
        let at = match &self.plan.arrivals {
            Arrivals::Random { per_hour } => {
                let distance = exponential(&mut self.stream) * HOUR / per_hour;
                self.after(distance)
            }
            Arrivals::Even { per_hour } => self.evenly(*per_hour),
            Arrivals::Alone => self.evenly(1.0),
            Arrivals::Waves(waves) => self.of_waves(waves)?,
            Arrivals::Seasons(seasons) => self.of_year(seasons),
        };
        self.come += 1;
        Some(at)
    }

    fn evenly(&mut self, per_hour: f64) -> Moment {
        let distance = if self.come == 0 { 0.0 } else { HOUR / per_hour };
        self.after(distance)
    }

    /// The moment so much open time after the last arrival. What comes while the office is shut waits for it to open.
    fn after(&mut self, open: f64) -> Moment {
        self.reached = (self.reached + open).min(2.0 * FOR_EVER as f64);
        let at = self.office.moment(self.reached.round() as u64);
        self.office.next_opening(at)
    }

    fn of_waves(&mut self, waves: &[Wave]) -> Option<Moment> {
        while self.of_wave >= waves.get(self.wave)?.cases {
            self.wave += 1;
            self.of_wave = 0;
        }
        let wave = waves.get(self.wave)?;
        let begins = self.office.opened(Moment::from(wave.day) * DAY) as f64;
        let each = wave.hours * HOUR / wave.cases as f64;
        let at = begins + each * self.of_wave as f64;
        self.of_wave += 1;
        self.reached = at;
        Some(self.after(0.0))
    }

    /// A Poisson process whose rate changes from day to day: an exponential time is used up by the rates of the days.
    fn of_year(&mut self, seasons: &Seasons) -> Moment {
        let mut left = exponential(&mut self.stream);
        // Weights of nothing would never bring a case: then one comes every other year.
        for _ in 0..2 * 366 {
            let at = self
                .office
                .next_opening(self.office.moment(self.reached.round() as u64));
            let day = at / DAY;
            let rate = self.days.rate(seasons, self.plan, self.office, day);
            let ends = self.office.opened((day + 1) * DAY) as f64;
            let within = (ends - self.reached).max(0.0) * rate;
            if left <= within {
                return self.after(left / rate);
            }
            left -= within;
            self.reached = ends;
        }
        self.after(0.0)
    }
}

/// The rate of the day that was looked at last.
#[derive(Default)]
struct Days {
    known: Option<(u64, f64)>,
}

impl Days {
    /// Cases a millisecond of open time on the day with this number.
    fn rate(&mut self, seasons: &Seasons, plan: &Plan, office: &OpenTime, day: u64) -> f64 {
        if let Some((_, rate)) = self.known.filter(|(known, _)| *known == day) {
            return rate;
        }
        let rate = rate(seasons, plan, office, day);
        self.known = Some((day, rate));
        rate
    }
}

/// Each month has its part of the year, which its days share by the weights of their weekdays and their open time. Of a
/// month that has begun before the first day, the days that are left have their part.
fn rate(seasons: &Seasons, plan: &Plan, office: &OpenTime, day: u64) -> f64 {
    let open = |day: u64| (office.opened((day + 1) * DAY) - office.opened(day * DAY)) as f64;
    let on = |day: u64| {
        let days = time::Duration::days(i64::try_from(day).ok()?);
        plan.start.checked_add(days)
    };
    let weight = |day: u64| {
        let weekday = on(day).map_or(0, |date| date.weekday().number_days_from_monday());
        seasons.weekdays[usize::from(weekday)] * open(day)
    };
    let months: f64 = seasons.months.iter().sum();
    let usual = on(day).map_or(0.0, |date| {
        let month = seasons.months[usize::from(u8::from(date.month())) - 1] / months;
        let length = u64::from(date.month().length(date.year()));
        let gone = u64::from(date.day()) - 1;
        let first = day.saturating_sub(gone);
        let all: f64 = (first..day + length - gone).map(weight).sum();
        let seen = (day + length - gone - first) as f64 / length as f64;
        seasons.per_year * month * seen * weight(day) / all / open(day)
    });
    let usual = if usual.is_finite() { usual } else { 0.0 };
    usual + more(seasons, office, day)
}

/// What comes besides in the peak.
fn more(seasons: &Seasons, office: &OpenTime, day: u64) -> f64 {
    let Some(peak) = seasons.peak else { return 0.0 };
    let (from, to) = (u64::from(peak.day), u64::from(peak.day + peak.days));
    let open = office.opened(to * DAY) - office.opened(from * DAY);
    if (from..to).contains(&day) && open > 0 {
        peak.cases / open as f64
    } else {
        0.0
    }
}

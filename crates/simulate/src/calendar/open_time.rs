//! A clock that only runs while people are there: from a moment to the open time before it, and back.
//!
//! Every working day has the same stretches, so that a moment is told by how many working days are before its day and by
//! what has passed of it, and the way back is one division. Both are looked up in tables over one cycle of the calendar,
//! which repeats for ever: where holidays matter, 28 years, so that those of later years are the ones of 28 years before,
//! on the same weekdays.
use time::Date;

use super::hours::{Shift, Stretch};

#[cfg(test)]
mod tests;

/// Milliseconds after the midnight with which the first day begins.
pub type Moment = u64;

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;
/// Milliseconds of a day.
pub(crate) const DAY: u64 = 24 * 60 * MINUTE;

/// A part of a day, in milliseconds after its midnight.
#[derive(Clone, Copy, Debug)]
struct Part {
    from: u64,
    length: u64,
}

impl Part {
    fn of(stretch: Stretch) -> Self {
        let length = stretch.to.saturating_sub(stretch.from);
        Self {
            from: u64::from(stretch.from) * MINUTE,
            length: u64::from(length) * MINUTE,
        }
    }

    fn until(self) -> u64 {
        self.from + self.length
    }
}

/// The time of a shift, counted while it is there. Nothing here fails: what is later than can be told is the last moment.
#[derive(Clone, Debug)]
pub struct OpenTime {
    /// The parts of a working day, in their order; the later may be empty.
    parts: [Part; 2],
    /// Milliseconds of a working day.
    a_day: u64,
    /// Days after which everything repeats.
    cycle: u64,
    /// For each day of the cycle, and the one after it, how many working days are before it.
    before: Vec<u32>,
    /// For each working day of the cycle, which day it is.
    working: Vec<u32>,
}

impl OpenTime {
    /// The time of `shift` from the midnight with which `start` begins; `None` where it is never there.
    pub fn of(shift: &Shift, start: Date) -> Option<Self> {
        let parts = shift.stretches().map(Part::of);
        let a_day = parts.iter().map(|part| part.length).sum();
        let days = shift.days().cycle(start);
        let mut before = vec![0];
        let mut working = Vec::new();
        for (day, is_working) in (0_u32..).zip(&days) {
            if *is_working {
                working.push(day);
            }
            before.push(working.len() as u32);
        }
        (a_day > 0 && !working.is_empty()).then_some(Self {
            parts,
            a_day,
            cycle: days.len() as u64,
            before,
            working,
        })
    }

    /// Milliseconds of a working day.
    pub fn a_day(&self) -> u64 {
        self.a_day
    }

    /// Open milliseconds before `at`.
    pub fn opened(&self, at: Moment) -> u64 {
        if self.never_closes() {
            return at;
        }
        let day = self.day(at);
        let whole = day.before * self.a_day;
        if !day.is_working {
            return whole;
        }
        let gone = self.parts.map(|part| {
            let since = day.gone.saturating_sub(part.from);
            since.min(part.length)
        });
        whole + gone.into_iter().sum::<u64>()
    }

    /// The earliest moment before which so much has been open: work that ends with the day ends then, not next morning.
    pub fn moment(&self, opened: u64) -> Moment {
        let Some(last) = opened.checked_sub(1) else {
            return 0;
        };
        let mut rest = last % self.a_day + 1;
        let midnight = self.midnight(last / self.a_day);
        for part in self.parts {
            if rest <= part.length {
                return midnight.saturating_add(part.from + rest);
            }
            rest -= part.length;
        }
        midnight
    }

    /// Whether people are there: from the first millisecond of a stretch to before its end.
    pub fn is_open(&self, at: Moment) -> bool {
        if self.never_closes() {
            return true;
        }
        let day = self.day(at);
        let is_in = |part: &Part| (part.from..part.until()).contains(&day.gone);
        day.is_working && self.parts.iter().any(is_in)
    }

    /// The earliest moment, from `at` on, at which people are there.
    pub fn next_opening(&self, at: Moment) -> Moment {
        let day = self.day(at);
        if day.is_working {
            let later = self.parts.iter().find(|part| day.gone < part.until());
            if let Some(part) = later {
                return at.saturating_add(part.from.saturating_sub(day.gone));
            }
        }
        let next = day.before + u64::from(day.is_working);
        let [first, _] = self.parts;
        self.midnight(next).saturating_add(first.from)
    }

    /// When people are there, from the first midnight to the end of the day of `last`: from when to when, in their order.
    pub fn stretches_until(&self, last: Moment) -> Vec<(Moment, Moment)> {
        let mut all: Vec<(Moment, Moment)> = Vec::new();
        for day in (0..=last / DAY).filter(|day| self.day(day * DAY).is_working) {
            for part in self.parts.iter().filter(|part| part.length > 0) {
                let (from, to) = (day * DAY + part.from, day * DAY + part.until());
                match all.last_mut() {
                    Some(before) if before.1 == from => before.1 = to,
                    _ => all.push((from, to)),
                }
            }
        }
        all
    }

    /// When `work` is done that is begun at `from`: at once where there is none.
    pub fn advance(&self, from: Moment, work: u64) -> Moment {
        if work == 0 {
            return from;
        }
        if self.never_closes() {
            return from.saturating_add(work);
        }
        // Most work ends before anybody goes home: then there is nothing to look up.
        let day = self.day(from);
        let fits =
            |part: &Part| part.from <= day.gone && work <= part.until().saturating_sub(day.gone);
        if day.is_working && self.parts.iter().any(fits) {
            return from.saturating_add(work);
        }
        self.moment(self.opened(from).saturating_add(work))
    }

    /// Whether all the time there is is open time.
    fn never_closes(&self) -> bool {
        self.a_day == DAY && self.cycle == 1
    }

    fn day(&self, at: Moment) -> Day {
        let day = at / DAY;
        // Divisions are what this costs, and hardly anybody looks further than one cycle.
        let (cycles, within) = if day < self.cycle {
            (0, day as usize)
        } else {
            (day / self.cycle, (day % self.cycle) as usize)
        };
        let before = self.before.get(within).copied().unwrap_or_default();
        let until = self.before.get(within + 1).copied().unwrap_or_default();
        Day {
            gone: at % DAY,
            before: cycles * self.working.len() as u64 + u64::from(before),
            is_working: until > before,
        }
    }

    /// The midnight with which working day number `n` begins, counted from zero.
    fn midnight(&self, n: u64) -> Moment {
        let a_cycle = self.working.len() as u64;
        let (cycles, within) = (n / a_cycle, (n % a_cycle) as usize);
        let day = self.working.get(within).copied().unwrap_or_default();
        let days = cycles.saturating_mul(self.cycle) + u64::from(day);
        days.saturating_mul(DAY)
    }
}

/// What is known of the day of a moment.
struct Day {
    /// Milliseconds since its midnight.
    gone: u64,
    /// Working days before it.
    before: u64,
    is_working: bool,
}

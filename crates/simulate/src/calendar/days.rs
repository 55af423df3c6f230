//! On which days people are at work.
use time::{Date, Month};

use super::holidays::holidays;

/// Days in which weekdays and leap years come back to where they were: 28 years.
const CYCLE: usize = 10_227;

/// Whether people are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doors {
    /// Nobody is.
    Closed,
    /// As on any other day.
    Open,
}

/// The days on which people are at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingDays {
    /// Monday first.
    pub weekdays: [bool; 7],
    /// On the national holidays among those weekdays.
    pub holidays: Doors,
    /// From December 29 to January 3 (年末年始).
    pub year_end: Doors,
    /// Other days on which nobody is there.
    pub closed: Vec<Date>,
}

impl WorkingDays {
    /// Monday to Friday.
    pub const MONDAY_TO_FRIDAY: [bool; 7] = [true, true, true, true, true, false, false];

    /// Those of a municipal office: Monday to Friday, neither on holidays nor at the turn of the year.
    pub fn usual() -> Self {
        Self {
            weekdays: Self::MONDAY_TO_FRIDAY,
            holidays: Doors::Closed,
            year_end: Doors::Closed,
            closed: Vec::new(),
        }
    }

    /// These weekdays of every week, whatever the date.
    pub fn weekly(weekdays: [bool; 7]) -> Self {
        Self {
            weekdays,
            holidays: Doors::Open,
            year_end: Doors::Open,
            closed: Vec::new(),
        }
    }

    /// Every single day.
    pub fn all() -> Self {
        Self::weekly([true; 7])
    }

    /// Whether each day from `start` on is one of these, until they repeat: after one day or a week where dates do not
    /// matter, else after 28 years.
    pub fn cycle(&self, start: Date) -> Vec<bool> {
        let days = if !self.follow_weekdays_only() {
            CYCLE
        } else if self.weekdays == [true; 7] {
            1
        } else {
            7
        };
        let mut rest: (i32, Vec<Date>) = (start.year(), self.resting(start.year()));
        let dates = std::iter::successors(Some(start), |date| date.next_day());
        dates
            .take(days)
            .map(|date| {
                if date.year() != rest.0 {
                    rest = (date.year(), self.resting(date.year()));
                }
                self.fall_on(date) && rest.1.binary_search(&date).is_err()
            })
            .collect()
    }

    fn follow_weekdays_only(&self) -> bool {
        self.holidays == Doors::Open && self.year_end == Doors::Open && self.closed.is_empty()
    }

    /// Whether the weekday of `date` is one of these, and the turn of the year does not matter.
    fn fall_on(&self, date: Date) -> bool {
        let weekday = usize::from(date.weekday().number_days_from_monday());
        let is_open = self.weekdays.get(weekday).copied().unwrap_or_default();
        is_open && (self.year_end == Doors::Open || !is_year_end(date))
    }

    /// Single days of a year on which nobody is there, in their order.
    fn resting(&self, year: i32) -> Vec<Date> {
        let own = self.closed.iter().filter(|date| date.year() == year);
        let mut all: Vec<Date> = own.copied().collect();
        if self.holidays == Doors::Closed {
            all.extend(holidays(year).into_iter().map(|(date, _)| date));
        }
        all.sort_unstable();
        all
    }
}

fn is_year_end(date: Date) -> bool {
    match date.month() {
        Month::January => date.day() <= 3,
        Month::December => date.day() >= 29,
        Month::February
        | Month::March
        | Month::April
        | Month::May
        | Month::June
        | Month::July
        | Month::August
        | Month::September
        | Month::October
        | Month::November => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(days: &WorkingDays, from: (i32, u8, u8), n: usize) -> String {
        let month = Month::try_from(from.1).unwrap();
        let start = Date::from_calendar_date(from.0, month, from.2).unwrap();
        let cycle = days.cycle(start).into_iter().cycle();
        cycle.take(n).map(|is| if is { 'o' } else { '-' }).collect()
    }

    #[test]
    fn an_office_rests_at_weekends_on_holidays_and_at_the_turn_of_the_year() {
        let usual = WorkingDays::usual();
        // From Friday, April 24 to Friday, May 8.
        assert_eq!(open(&usual, (2026, 4, 24), 15), "o--oo-oo-----oo");
        // From Thursday, December 24 to Thursday, January 7.
        assert_eq!(open(&usual, (2026, 12, 24), 15), "oo--o------oooo");
    }

    #[test]
    fn other_days_may_be_open_or_closed() {
        let mut days = WorkingDays::usual();
        days.holidays = Doors::Open;
        assert_eq!(open(&days, (2026, 4, 27), 14), "ooooo--ooooo--");
        days.year_end = Doors::Open;
        assert_eq!(open(&days, (2026, 12, 28), 7), "ooooo--");
        let monday = Date::from_calendar_date(2026, Month::April, 27).unwrap();
        days.closed.push(monday);
        assert_eq!(open(&days, (2026, 4, 27), 8), "-oooo--o");
    }

    #[test]
    fn what_dates_do_not_matter_to_repeats_soon() {
        let day = Date::from_calendar_date(2026, Month::April, 29).unwrap();
        assert_eq!(WorkingDays::all().cycle(day), [true]);
        let weekly = WorkingDays::weekly(WorkingDays::MONDAY_TO_FRIDAY);
        let from_wednesday = [true, true, true, false, false, true, true];
        assert_eq!(weekly.cycle(day), from_wednesday);
        assert_eq!(WorkingDays::usual().cycle(day).len(), 28 * 365 + 7);
    }
}

//! The clock of open time against days that are known and against a walk minute by minute.
use proptest::prelude::*;
use time::Month;

use super::*;
use crate::calendar::{Doors, Hours, Lunch, Office, WorkingDays, holiday};

const HOUR: u64 = 60 * MINUTE;

fn date(year: i32, month: u8, day: u8) -> Date {
    let month = Month::try_from(month).unwrap();
    Date::from_calendar_date(year, month, day).unwrap()
}

fn open_time(hours: &Hours, start: Date) -> OpenTime {
    OpenTime::of(&hours.shifts()[0], start).unwrap()
}

/// Of a week that begins on a Monday.
fn told(at: Moment) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let (hours, minutes) = (at % DAY / HOUR, at % HOUR / MINUTE);
    format!("{} {hours}:{minutes:02}", names[(at / DAY % 7) as usize])
}

fn at(day: u64, hours: u64, minutes: u64) -> Moment {
    day * DAY + hours * HOUR + minutes * MINUTE
}

#[test]
fn cases_of_three_hours_end_one_after_another() {
    let week = open_time(&Hours::plain_week(9 * 60, 17 * 60), date(2026, 4, 6));
    let mut now = at(0, 9, 0);
    let ends: Vec<String> = (0..6)
        .map(|_| {
            now = week.advance(now, 3 * HOUR);
            told(now)
        })
        .collect();
    assert_eq!(
        ends,
        [
            "Mon 12:00",
            "Mon 15:00",
            "Tue 10:00",
            "Tue 13:00",
            "Tue 16:00",
            "Wed 11:00"
        ]
    );
    let monday = week.advance(at(4, 16, 0), 2 * HOUR);
    assert_eq!((monday / DAY, told(monday)), (7, "Mon 10:00".to_owned()));
}

#[test]
fn work_that_ends_with_the_day_ends_then() {
    let week = open_time(&Hours::plain_week(9 * 60, 17 * 60), date(2026, 4, 6));
    assert_eq!(told(week.advance(at(4, 16, 0), HOUR)), "Fri 17:00");
    assert_eq!(week.advance(at(4, 17, 0), 0), at(4, 17, 0));
    assert_eq!(week.advance(at(4, 17, 0), 1), at(7, 9, 0) + 1);
    assert_eq!(week.next_opening(at(4, 17, 0)), at(7, 9, 0));
    assert_eq!(week.next_opening(at(4, 17, 0) - 1), at(4, 17, 0) - 1);
    assert!(week.is_open(at(0, 9, 0)) && !week.is_open(at(0, 17, 0)));
    assert_eq!((week.opened(0), week.moment(0)), (0, 0));
    assert_eq!(week.a_day(), 8 * HOUR);
}

#[test]
fn golden_week_passes_between_two_halves_of_a_case() {
    // From Monday, April 27, 2026; the lane rests on 4/29, 5/2 to 5/6 and for lunch.
    let office = open_time(&Hours::Office(Office::usual(7.75)), date(2026, 4, 27));
    let end = office.advance(at(4, 16, 15), 5 * HOUR);
    assert_eq!((end / DAY, told(end)), (10, "Thu 13:30".to_owned()));
    assert_eq!(office.next_opening(at(2, 9, 0)), at(3, 8, 30));
    assert_eq!(office.next_opening(at(0, 12, 0)), at(0, 13, 0));
}

#[test]
fn what_never_closes_is_all_the_time_there_is() {
    let always = open_time(&Hours::Always, date(2026, 1, 1));
    for at in [0, 1, DAY - 1, DAY, DAY + 1, 40_000 * DAY + 7, u64::MAX] {
        assert_eq!((always.opened(at), always.moment(at)), (at, at));
        assert!(always.is_open(at) && always.next_opening(at) == at);
    }
    assert_eq!(always.advance(5, 7), 12);
}

#[test]
fn what_is_never_open_has_no_clock() {
    let start = date(2026, 4, 6);
    let never = [
        Hours::plain_week(9 * 60, 9 * 60),
        Hours::plain_week(17 * 60, 9 * 60),
        Hours::Office(Office {
            days: WorkingDays::weekly([false; 7]),
            ..Office::usual(7.75)
        }),
    ];
    for hours in never {
        assert!(OpenTime::of(&hours.counter(), start).is_none());
    }
    // The calendar of dates ends with a day of the turn of the year.
    let usual = Hours::Office(Office::usual(7.75)).counter();
    assert!(OpenTime::of(&usual, Date::MAX).is_none());
}

#[test]
fn after_twenty_eight_years_the_holidays_come_again() {
    let office = open_time(&Hours::Office(Office::usual(7.75)), date(2026, 4, 1));
    let cycle = 10_227 * DAY;
    let a_cycle = office.opened(cycle);
    for day in 0..400 {
        let morning = at(day, 10, 0);
        assert_eq!(office.is_open(morning + 3 * cycle), office.is_open(morning));
        assert_eq!(
            office.opened(morning + 3 * cycle),
            office.opened(morning) + 3 * a_cycle
        );
        let then = office.next_opening(morning);
        assert_eq!(office.next_opening(morning + cycle), then + cycle);
    }
    assert_eq!(office.moment(u64::MAX), u64::MAX);
    assert_eq!(office.advance(u64::MAX, u64::MAX), u64::MAX);
}

/// Whether `office` works on a day, told without any table.
fn is_working(office: &Office, date: Date) -> bool {
    let (month, day) = (u8::from(date.month()), date.day());
    let is_year_end = month == 12 && day >= 29 || month == 1 && day <= 3;
    let days = &office.days;
    let rests = days.holidays == Doors::Closed && holiday(date).is_some()
        || days.year_end == Doors::Closed && is_year_end
        || days.closed.contains(&date);
    days.weekdays[usize::from(date.weekday().number_days_from_monday())] && !rests
}

/// Whether those who go to lunch first are there in a minute of a working day.
fn is_there(office: &Office, now: u32) -> bool {
    let rests = match office.lunch {
        Lunch::None => false,
        Lunch::Closed { from, to } | Lunch::InTurns { from, to } => {
            office.opens < from && to < office.closes && (from..to).contains(&now)
        }
    };
    (office.opens..office.closes).contains(&now) && !rests
}

fn offices() -> impl Strategy<Value = Office> {
    let lunch = prop_oneof![
        Just(Lunch::None),
        (600_u32..900, 1_u32..90).prop_map(|(from, n)| Lunch::Closed { from, to: from + n }),
        (600_u32..900, 1_u32..90).prop_map(|(from, n)| Lunch::InTurns { from, to: from + n }),
    ];
    let doors = || prop_oneof![Just(Doors::Closed), Just(Doors::Open)];
    let days = (any::<[bool; 7]>(), doors(), doors()).prop_map(|(weekdays, holidays, year_end)| {
        WorkingDays {
            weekdays,
            holidays,
            year_end,
            closed: vec![date(2026, 5, 8), date(2026, 12, 25)],
        }
    });
    (0_u32..800, 1_u32..800, lunch, days).prop_map(|(opens, n, lunch, days)| Office {
        opens,
        closes: (opens + n).min(1440),
        lunch,
        days,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_clock_agrees_with_a_walk_minute_by_minute(
        office in offices(),
        start in prop_oneof![Just(date(2026, 4, 20)), Just(date(2026, 12, 20))],
    ) {
        let shifts = Hours::Office(office.clone()).shifts();
        let clock = OpenTime::of(&shifts[0], start);
        let mut opened = 0;
        for (day, date) in (0..).zip(std::iter::successors(Some(start), |date| date.next_day()).take(25)) {
            let is_working = is_working(&office, date);
            for minute in 0..1440 {
                let is = is_working && is_there(&office, minute);
                let Some(clock) = &clock else {
                    prop_assert!(!is);
                    continue;
                };
                let now = at(day, 0, u64::from(minute));
                prop_assert_eq!(clock.opened(now), opened);
                prop_assert_eq!(clock.is_open(now), is);
                prop_assert_eq!(clock.is_open(now + MINUTE - 1), is);
                prop_assert_eq!(clock.next_opening(now) == now, is);
                if is {
                    prop_assert_eq!(clock.opened(now + 1), opened + 1);
                    prop_assert_eq!(clock.moment(opened + 1), now + 1);
                    opened += MINUTE;
                    prop_assert_eq!(clock.moment(opened), now + MINUTE);
                }
            }
        }
    }

    #[test]
    fn there_and_back_is_the_same_moment_of_open_time(
        office in offices(),
        at in 0..20_000 * DAY,
        work in 0..500 * HOUR,
    ) {
        let shifts = Hours::Office(office).shifts();
        if let Some(clock) = OpenTime::of(&shifts[0], date(2026, 4, 1)) {
            let opening = clock.next_opening(at);
            prop_assert!(opening >= at && clock.is_open(opening));
            prop_assert_eq!(clock.opened(opening), clock.opened(at));
            prop_assert!(opening == at || !clock.is_open(opening - 1));
            prop_assert_eq!(clock.opened(clock.moment(work)), work);
            let end = clock.advance(at, work);
            prop_assert!(end >= at);
            prop_assert_eq!(clock.opened(end), clock.opened(at) + work);
            prop_assert!(work == 0 || clock.opened(end - 1) == clock.opened(end) - 1);
        }
    }
}

//! The national holidays of Japan (国民の祝日), for any year, by the law as it stood in that year.
//!
//! 国民の祝日に関する法律 (1948) with its changes up to 2018, the laws on single days, and those that moved days for the
//! Olympic games of 2020. Future years follow the law of today. Equinoxes are computed, see [`super::equinox`].
use std::collections::BTreeMap;

use time::{Date, Month, Weekday};

use super::equinox::{Equinox, equinox};

#[cfg(test)]
mod tests;

/// Declares the holidays: `Name = "日本語", "English"`.
macro_rules! holidays {
    ($($name:ident = $ja:literal, $en:literal;)*) => {
        /// A day on which Japan rests.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Holiday {
            $(#[doc = concat!($ja, " (", $en, ")")] $name),*
        }

        impl Holiday {
            /// What it is called in Japanese.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $ja),* }
            }

            /// What the Cabinet Office calls it in English.
            pub fn english(self) -> &'static str {
                match self { $(Self::$name => $en),* }
            }
        }
    };
}

holidays! {
    NewYear = "元日", "New Year's Day";
    ComingOfAge = "成人の日", "Coming of Age Day";
    Foundation = "建国記念の日", "National Foundation Day";
    EmperorsBirthday = "天皇誕生日", "The Emperor's Birthday";
    VernalEquinox = "春分の日", "Vernal Equinox Day";
    Showa = "昭和の日", "Showa Day";
    Constitution = "憲法記念日", "Constitution Memorial Day";
    Greenery = "みどりの日", "Greenery Day";
    Children = "こどもの日", "Children's Day";
    Marine = "海の日", "Marine Day";
    Mountain = "山の日", "Mountain Day";
    RespectForTheAged = "敬老の日", "Respect for the Aged Day";
    AutumnalEquinox = "秋分の日", "Autumnal Equinox Day";
    HealthAndSports = "体育の日", "Health and Sports Day";
    Sports = "スポーツの日", "Sports Day";
    Culture = "文化の日", "Culture Day";
    LabourThanksgiving = "勤労感謝の日", "Labour Thanksgiving Day";
    Wedding = "結婚の儀", "Wedding of the Crown Prince";
    Funeral = "大喪の礼", "Funeral of the Emperor";
    Accession = "即位の日", "Accession of the Emperor";
    Enthronement = "即位礼正殿の儀", "Enthronement of the Emperor";
    Substitute = "振替休日", "Substitute Holiday";
    Citizens = "国民の休日", "Citizens' Holiday";
}

/// Where in a year a holiday falls.
#[derive(Clone, Copy)]
enum When {
    On(Month, u8),
    /// The first, second … Monday of a month.
    Monday(Month, u8),
    At(Equinox),
}

/// The last year of what still holds.
const EVER: i32 = i32::MAX;

/// The first year with substitutes, and from which of its days on: the twelfth of April.
const SUBSTITUTES_SINCE: (i32, u16) = (1973, 102);
/// Since when a substitute that falls on a holiday is moved on, and a day between holidays rests on Sundays too.
const MOVED_ON_SINCE: i32 = 2007;
/// The first year in which a day between two holidays rests.
const BETWEEN_SINCE: i32 = 1986;

/// Every holiday with the first and the last year in which it falls there.
const LAW: &[(Holiday, i32, i32, When)] = &[
    (Holiday::NewYear, 1949, EVER, When::On(Month::January, 1)),
    (
        Holiday::ComingOfAge,
        1949,
        1999,
        When::On(Month::January, 15),
    ),
    (
        Holiday::ComingOfAge,
        2000,
        EVER,
        When::Monday(Month::January, 2),
    ),
    (
        Holiday::Foundation,
        1967,
        EVER,
        When::On(Month::February, 11),
    ),
    (
        Holiday::EmperorsBirthday,
        1949,
        1988,
        When::On(Month::April, 29),
    ),
    (
        Holiday::EmperorsBirthday,
        1989,
        2018,
        When::On(Month::December, 23),
    ),
    (
        Holiday::EmperorsBirthday,
        2020,
        EVER,
        When::On(Month::February, 23),
    ),
    (
        Holiday::VernalEquinox,
        1949,
        EVER,
        When::At(Equinox::Spring),
    ),
    (Holiday::Greenery, 1989, 2006, When::On(Month::April, 29)),
    (Holiday::Showa, 2007, EVER, When::On(Month::April, 29)),
    (Holiday::Constitution, 1949, EVER, When::On(Month::May, 3)),
    (Holiday::Greenery, 2007, EVER, When::On(Month::May, 4)),
    (Holiday::Children, 1949, EVER, When::On(Month::May, 5)),
    (Holiday::Marine, 1996, 2002, When::On(Month::July, 20)),
    (Holiday::Marine, 2003, 2019, When::Monday(Month::July, 3)),
    (Holiday::Marine, 2020, 2020, When::On(Month::July, 23)),
    (Holiday::Marine, 2021, 2021, When::On(Month::July, 22)),
    (Holiday::Marine, 2022, EVER, When::Monday(Month::July, 3)),
    (Holiday::Mountain, 2016, 2019, When::On(Month::August, 11)),
    (Holiday::Mountain, 2020, 2020, When::On(Month::August, 10)),
    (Holiday::Mountain, 2021, 2021, When::On(Month::August, 8)),
    (Holiday::Mountain, 2022, EVER, When::On(Month::August, 11)),
    (
        Holiday::RespectForTheAged,
        1966,
        2002,
        When::On(Month::September, 15),
    ),
    (
        Holiday::RespectForTheAged,
        2003,
        EVER,
        When::Monday(Month::September, 3),
    ),
    (
        Holiday::AutumnalEquinox,
        1948,
        EVER,
        When::At(Equinox::Autumn),
    ),
    (
        Holiday::HealthAndSports,
        1966,
        1999,
        When::On(Month::October, 10),
    ),
    (
        Holiday::HealthAndSports,
        2000,
        2019,
        When::Monday(Month::October, 2),
    ),
    (Holiday::Sports, 2020, 2020, When::On(Month::July, 24)),
    (Holiday::Sports, 2021, 2021, When::On(Month::July, 23)),
    (Holiday::Sports, 2022, EVER, When::Monday(Month::October, 2)),
    (Holiday::Culture, 1948, EVER, When::On(Month::November, 3)),
    (
        Holiday::LabourThanksgiving,
        1948,
        EVER,
        When::On(Month::November, 23),
    ),
    (Holiday::Wedding, 1959, 1959, When::On(Month::April, 10)),
    (Holiday::Funeral, 1989, 1989, When::On(Month::February, 24)),
    (
        Holiday::Enthronement,
        1990,
        1990,
        When::On(Month::November, 12),
    ),
    (Holiday::Wedding, 1993, 1993, When::On(Month::June, 9)),
    (Holiday::Accession, 2019, 2019, When::On(Month::May, 1)),
    (
        Holiday::Enthronement,
        2019,
        2019,
        When::On(Month::October, 22),
    ),
];

/// The holiday that `date` is. Who looks at many days asks [`holidays`] once a year.
pub fn holiday(date: Date) -> Option<Holiday> {
    let year = holidays(date.year());
    let found = year.into_iter().find(|(day, _)| *day == date);
    found.map(|(_, holiday)| holiday)
}

/// All holidays of a year, in the order of their days.
pub fn holidays(year: i32) -> Vec<(Date, Holiday)> {
    let named = LAW
        .iter()
        .filter(|(_, from, to, _)| (*from..=*to).contains(&year));
    let named: BTreeMap<Date, Holiday> = named
        .filter_map(|(holiday, _, _, when)| Some((day_of(*when, year)?, *holiday)))
        .collect();
    let mut all = named.clone();
    let substitutes = named.keys().filter_map(|date| substitute(*date, &named));
    all.extend(substitutes.map(|date| (date, Holiday::Substitute)));
    for date in named.keys().filter_map(|date| between(*date, &named)) {
        all.entry(date).or_insert(Holiday::Citizens);
    }
    all.into_iter().collect()
}

fn day_of(when: When, year: i32) -> Option<Date> {
    match when {
        When::On(month, day) => Date::from_calendar_date(year, month, day).ok(),
        When::Monday(month, n) => {
            let first = Date::from_calendar_date(year, month, 1).ok()?;
            let until_monday = (7 - first.weekday().number_days_from_monday()) % 7;
            Date::from_calendar_date(year, month, 1 + until_monday + 7 * (n - 1)).ok()
        }
        When::At(which) => equinox(which, year),
    }
}

/// The day that rests in the place of a holiday on a Sunday.
fn substitute(date: Date, named: &BTreeMap<Date, Holiday>) -> Option<Date> {
    if date.weekday() != Weekday::Sunday || date.to_ordinal_date() < SUBSTITUTES_SINCE {
        return None;
    }
    let mut next = date.next_day()?;
    while date.year() >= MOVED_ON_SINCE && named.contains_key(&next) {
        next = next.next_day()?;
    }
    (!named.contains_key(&next)).then_some(next)
}

/// The day behind `date`, where it lies between two holidays and is none itself.
fn between(date: Date, named: &BTreeMap<Date, Holiday>) -> Option<Date> {
    let middle = date.next_day()?;
    let rests = named.contains_key(&middle.next_day()?) && !named.contains_key(&middle);
    let year = date.year();
    let counts =
        year >= MOVED_ON_SINCE || (year >= BETWEEN_SINCE && middle.weekday() != Weekday::Sunday);
    (rests && counts).then_some(middle)
}

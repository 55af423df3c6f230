//! The holidays of past and coming years, as the Cabinet Office lists them.
use super::*;

fn days(year: i32) -> String {
    let days = holidays(year)
        .into_iter()
        .map(|(date, _)| format!("{}/{}", u8::from(date.month()), date.day()));
    days.collect::<Vec<_>>().join(" ")
}

fn name(year: i32, month: u8, day: u8) -> Option<&'static str> {
    let month = Month::try_from(month).unwrap();
    holiday(Date::from_calendar_date(year, month, day).unwrap()).map(Holiday::name)
}

#[test]
fn the_published_years_are_reproduced() {
    let published = [
        (
            2019,
            "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23",
        ),
        (
            2020,
            "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
        ),
        (
            2021,
            "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
        ),
        (
            2022,
            "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
        ),
        (
            2023,
            "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
        ),
        (
            2024,
            "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
        ),
        (
            2025,
            "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
        ),
        (
            2026,
            "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        ),
        (
            2027,
            "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
        ),
    ];
    for (year, expected) in published {
        assert_eq!(days(year), expected, "{year}");
    }
}

#[test]
fn every_holiday_of_a_year_has_its_name() {
    let names: Vec<&str> = holidays(2026).iter().map(|(_, it)| it.name()).collect();
    let expected = "元日 成人の日 建国記念の日 天皇誕生日 春分の日 昭和の日 憲法記念日 みどりの日 こどもの日 振替休日 \
                    海の日 山の日 敬老の日 国民の休日 秋分の日 スポーツの日 文化の日 勤労感謝の日";
    assert_eq!(names.join(" "), expected);
    assert_eq!(Holiday::Mountain.english(), "Mountain Day");
}

#[test]
fn the_law_begins_in_the_middle_of_1948() {
    assert_eq!(days(1947), "");
    assert_eq!(days(1948), "9/23 11/3 11/23");
    assert_eq!(days(1949), "1/1 1/15 3/21 4/29 5/3 5/5 9/23 11/3 11/23");
    assert_eq!(
        days(1966),
        "1/1 1/15 3/21 4/29 5/3 5/5 9/15 9/23 10/10 11/3 11/23"
    );
}

#[test]
fn the_first_substitute_is_in_april_1973() {
    assert_eq!(
        days(1973),
        "1/1 1/15 2/11 3/21 4/29 4/30 5/3 5/5 9/15 9/23 9/24 10/10 11/3 11/23"
    );
    assert_eq!(name(1973, 2, 12), None);
    assert_eq!(name(1973, 4, 30), Some("振替休日"));
}

#[test]
fn the_fourth_of_may_rests_from_1986_on_unless_it_is_a_sunday_or_a_substitute() {
    let fourths = [1984, 1985, 1986, 1987, 1988, 1989, 1992, 1997, 2003, 2006];
    let names = fourths.map(|year| name(year, 5, 4).unwrap_or("-"));
    assert_eq!(
        names.join(" "),
        "- - - 振替休日 国民の休日 国民の休日 振替休日 - - 国民の休日"
    );
}

#[test]
fn since_2007_a_substitute_moves_past_other_holidays() {
    assert_eq!(name(2006, 5, 4), Some("国民の休日"));
    assert_eq!(name(2008, 5, 6), Some("振替休日"));
    assert_eq!(name(2009, 5, 6), Some("振替休日"));
    assert_eq!(name(2026, 5, 6), Some("振替休日"));
    assert_eq!(name(2025, 5, 6), Some("振替休日"));
}

#[test]
fn a_day_between_two_holidays_makes_a_silver_week() {
    for (year, first) in [(2009, 21), (2015, 21), (2026, 21), (2032, 20)] {
        let week = [0, 1, 2, 3].map(|later| name(year, 9, first + later).unwrap_or("-"));
        assert_eq!(week.join(" "), "敬老の日 国民の休日 秋分の日 -", "{year}");
    }
}

#[test]
fn the_days_of_the_court_are_known() {
    assert_eq!(name(1959, 4, 10), Some("結婚の儀"));
    assert_eq!(name(1989, 2, 24), Some("大喪の礼"));
    assert_eq!(name(1990, 11, 12), Some("即位礼正殿の儀"));
    assert_eq!(name(1993, 6, 9), Some("結婚の儀"));
    assert_eq!(name(2019, 5, 1), Some("即位の日"));
    assert_eq!(name(2019, 10, 22), Some("即位礼正殿の儀"));
    assert_eq!(name(1988, 4, 29), Some("天皇誕生日"));
    assert_eq!(name(1989, 4, 29), Some("みどりの日"));
    assert_eq!(name(2018, 12, 24), Some("振替休日"));
    assert_eq!(name(2019, 12, 23), None);
}

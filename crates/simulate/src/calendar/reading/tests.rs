//! What clerks write, and what is made of it.
use proptest::prelude::*;

use super::*;
use crate::calendar::{OpenTime, Shift};

/// The stretches of each shift, the days from Monday to Sunday, and whether holidays (h) and the turn of the year (y) rest.
fn read(text: &str) -> String {
    let Some(hours) = Hours::read(text, &Office::usual(7.75)) else {
        return "?".to_owned();
    };
    let Hours::Office(office) = &hours else {
        return "always".to_owned();
    };
    let clock = |at: u32| format!("{}:{:02}", at / 60, at % 60);
    let stretch =
        |it: Stretch| (it.from < it.to).then(|| format!("{}-{}", clock(it.from), clock(it.to)));
    let shift = |shift: &Shift| {
        shift
            .stretches()
            .into_iter()
            .filter_map(stretch)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let shifts: Vec<String> = hours.shifts().iter().map(shift).collect();
    let names = "月火水木金土日".chars().zip(office.days.weekdays);
    let days: String = names
        .filter_map(|(name, is_open)| is_open.then_some(name))
        .collect();
    let rests = [(office.days.holidays, "h"), (office.days.year_end, "y")];
    let rests = rests.map(|(doors, sign)| if doors == Doors::Closed { sign } else { "" });
    format!("{} {days} {}", shifts.join(" & "), rests.concat())
        .trim_end()
        .to_owned()
}

fn assert_read(expected: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn hours_of_the_day_are_read_in_any_width() {
    let texts = [
        "9:00-17:00",
        "９：００〜１７：００",
        "9時～17時",
        "9時から17時まで",
        "9:00から17:00まで",
        "9~17平日",
        "９時ー１７時",
        "平日9時から17時",
        "9-17",
        "9~17時",
        "午前9時から午後5時まで",
        "9:00 – 17:00",
        "9am to 5pm",
        "weekdays 9:00-17:00",
        "Mon-Fri 9:00-17:00",
        "月曜日から金曜日 9:00〜17:00",
        "月・火・水・木・金 9:00~17:00",
        "9:00〜12:00、13:00〜17:00",
        "営業時間：9:00-17:00",
        "9:00-17:00 (土日祝・年末年始を除く)",
        "9:00-17:00 (except holidays)",
        "平日 9:00-17:00（昼休み12:00-13:00）",
        "9-17時(12-13時を除く)",
    ];
    assert_read("9:00-12:00 13:00-17:00 月火水木金 hy", &texts);
    let usual = [
        "８時３０分〜１７時１５分",
        "８時半から１７時１５分",
        "開庁時間",
        "office hours",
        "月曜日から金曜日（祝日、年末年始を除く） 午前8時30分～午後5時15分",
        "月曜日から金曜日、祝日・12月29日から1月3日を除く。",
        "昼休みあり",
        "平日",
    ];
    assert_read("8:30-12:00 13:00-17:15 月火水木金 hy", &usual);
    assert_read(
        "13:00-17:00 月火水木金 hy",
        &["午後1時〜5時", "午後1時から午後5時", "1pm-5pm"],
    );
}

#[test]
fn lunch_is_taken_by_all_by_nobody_or_in_turns() {
    assert_read(
        "8:30-17:15 月火水木金 hy",
        &[
            "8:30〜17:15 昼休みなし",
            "昼休み無し",
            "昼も開庁",
            "8:30-17:15, no lunch break",
            "昼休みはなし",
        ],
    );
    assert_read(
        "8:30-12:00 13:00-17:15 & 8:30-13:00 14:00-17:15 月火水木金 hy",
        &[
            "昼当番",
            "12-13時交代",
            "12-13は交代",
            "昼休み12:00〜13:00は交代で",
            "8:30〜17:15（12〜13時交代制）",
            "昼当番 8:30-17:15",
        ],
    );
    assert_read(
        "8:30-11:30 12:15-17:15 月火水木金 hy",
        &["昼休み 11:30-12:15", "11:30〜12:15は閉庁"],
    );
}

#[test]
fn days_are_told_added_and_taken_away() {
    assert_read(
        "9:00-12:00 13:00-16:00 月火木金 hy",
        &[
            "月火木金 9:00〜16:00",
            "月火木金 9-16時",
            "9:00-16:00 水曜定休",
        ],
    );
    assert_read(
        "8:30-12:00 13:00-17:15 月火水木金土日 hy",
        &[
            "土日も",
            "土・日も開庁",
            "月〜日",
            "毎日、祝日と年末年始は休み",
        ],
    );
    assert_read(
        "8:30-12:00 13:00-17:15 月火水木金 y",
        &["祝日も", "月〜金・祝日", "8:30~17:15、祝日も"],
    );
    assert_read(
        "8:30-12:00 13:00-17:15 月火水木金土日 y",
        &["土日祝も", "休日も", "8:30〜17:15 土日も 祝日も"],
    );
    assert_read(
        "8:30-12:00 13:00-17:15 月火水木金土日",
        &["毎日", "年中無休 8:30-17:15"],
    );
    assert_read(
        "10:00-12:00 13:00-19:00 火水木金土日 hy",
        &["火〜日 10:00-19:00", "土日も 月曜休み 10:00〜19:00"],
    );
    assert_read("8:30-12:00 13:00-17:15 月土日 hy", &["土〜月"]);
}

#[test]
fn what_never_closes_is_always() {
    assert_read(
        "always",
        &[
            "24時間",
            "２４時間",
            "常時",
            "always",
            "24 hours",
            "Always",
            "24時間365日",
            "24時間・年中無休",
            "24/7",
        ],
    );
    assert_read("0:00-24:00 月火水木金 hy", &["平日24時間"]);
    assert_read("0:00-24:00 月火水木金土日 y", &["24時間（年末年始を除く）"]);
}

#[test]
fn what_is_not_understood_is_no_hours() {
    let texts = [
        "",
        "　",
        "（）",
        "窓口",
        "不明",
        "要相談",
        "17:00-9:00",
        "22時〜翌6時",
        "25:00-26:00",
        "9:00",
        "8時間",
        "1日8時間",
        "4〜6月",
        "1〜2日",
        "2〜3営業日",
        "9-170",
        "9:00-17:00 木曜は19時まで",
        "月〜金 9:00-17:00 土 9:00-12:00",
        "祝日",
        "土日祝 9:00-17:00",
        "年末年始",
        "も",
        "除く",
        "9:00-10:60",
        "monthly",
        "9-17件",
        "9:00-17:00 9:00-17:00",
        "12-13時も",
        "平日を除く",
        "24時間 9:00-17:00",
        "９９９",
        "昼休みなし？",
        "10〜20分",
        "12月29日",
        "closed",
        "土日を除く 月〜金を除く",
    ];
    assert_read("?", &texts);
}

proptest! {
    #[test]
    fn whatever_is_written_hours_are_there_at_some_time(
        pieces in proptest::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "9", "17", ":", "00", "時", "半", "分", "〜", "から", "まで", "午後", "pm", " ", "月", "金", "土日", "平日",
                    "祝日", "年末年始", "毎日", "も", "除く", "except ", "昼", "昼休み", "12-13時", "交代", "24時間", "(", ")", "、",
                    "9:00-17:00",
                ])
                .prop_map(str::to_owned),
                ".{0,2}",
            ],
            0..9,
        ),
    ) {
        if let Some(hours) = Hours::read(&pieces.concat(), &Office::usual(7.75)) {
            let start = time::Date::from_ordinal_date(2026, 91).unwrap();
            for shift in hours.shifts() {
                prop_assert!(OpenTime::of(&shift, start).is_some());
            }
        }
    }
}

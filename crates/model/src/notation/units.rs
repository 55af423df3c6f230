//! The words of units of time, and how long each is.
use super::piece::Piece;
use crate::OfficeHours;

/// A unit's word, and how much of the whole it is: multiplied by the first, divided by the second.
pub(super) type Unit = (&'static str, f64, f64);

/// Minutes in a day of work: that of the office.
const DAY: f64 = OfficeHours::A_DAY * 60.0;

/// So many of the words below are for days.
const DAYS: usize = 5;

/// Words for minutes where nothing but a time can stand; a word that ends with another stands before it.
pub(super) const WORK: &[Unit] = &[
    ("営業日", DAY, 1.0),
    ("日間", DAY, 1.0),
    ("日", DAY, 1.0),
    ("days", DAY, 1.0),
    ("day", DAY, 1.0),
    ("時間", 60.0, 1.0),
    ("hours", 60.0, 1.0),
    ("hour", 60.0, 1.0),
    ("h", 60.0, 1.0),
    ("分間", 1.0, 1.0),
    ("分", 1.0, 1.0),
    ("minutes", 1.0, 1.0),
    ("minute", 1.0, 1.0),
    ("mins", 1.0, 1.0),
    ("min", 1.0, 1.0),
    ("秒間", 1.0, 60.0),
    ("秒", 1.0, 60.0),
    ("seconds", 1.0, 60.0),
    ("sec", 1.0, 60.0),
];

/// Those that may stand behind a name, where 「4月3日」 is a date.
pub(super) const MINUTES: &[Unit] = WORK.split_at(DAYS).1;

/// Office hours of a week and of a month, as the bar of a wait has them.
const WEEK: f64 = OfficeHours::A_DAY * 5.0;
const MONTH: f64 = OfficeHours::A_DAY * 20.0;

/// Words for office hours.
pub(super) const HOURS: &[Unit] = &[
    ("営業日", OfficeHours::A_DAY, 1.0),
    ("日間", OfficeHours::A_DAY, 1.0),
    ("日", OfficeHours::A_DAY, 1.0),
    ("days", OfficeHours::A_DAY, 1.0),
    ("day", OfficeHours::A_DAY, 1.0),
    ("d", OfficeHours::A_DAY, 1.0),
    ("時間", 1.0, 1.0),
    ("hours", 1.0, 1.0),
    ("hour", 1.0, 1.0),
    ("h", 1.0, 1.0),
    ("分間", 1.0, 60.0),
    ("分", 1.0, 60.0),
    ("min", 1.0, 60.0),
    ("週間", WEEK, 1.0),
    ("週", WEEK, 1.0),
    ("weeks", WEEK, 1.0),
    ("week", WEEK, 1.0),
    ("か月", MONTH, 1.0),
    ("か月間", MONTH, 1.0),
    ("ヶ月", MONTH, 1.0),
    ("ヶ月間", MONTH, 1.0),
    ("カ月", MONTH, 1.0),
    ("ヵ月", MONTH, 1.0),
    ("ケ月", MONTH, 1.0),
    ("箇月", MONTH, 1.0),
    ("months", MONTH, 1.0),
    ("month", MONTH, 1.0),
];

/// What is written where there is no wait at all.
const NONE: &[&str] = &["なし", "無し", "無", "ない", "none"];

/// Whether `piece` says that nothing is waited for.
pub(super) fn is_none(piece: Piece) -> bool {
    NONE.contains(&piece.folded().as_str())
}

//! Times of the day as clerks write them: 9:00-17:00, 8時30分〜17時15分, 午前9時から午後5時まで, 9am to 5pm.
use super::words::{behind, day, joint};
use crate::calendar::Stretch;

/// Which half of the day is said to be meant.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    Unsaid,
    Morning,
    Afternoon,
}

/// A time of the day as it is written.
#[derive(Clone, Copy)]
struct Time {
    hours: u32,
    minutes: u32,
    half: Half,
    /// Whether it is a number and no more.
    is_bare: bool,
}

impl Time {
    /// Minutes after midnight.
    fn since_midnight(self) -> u32 {
        let hours = match self.half {
            Half::Morning if self.hours == 12 => 0,
            Half::Afternoon if self.hours < 12 => self.hours + 12,
            Half::Unsaid | Half::Morning | Half::Afternoon => self.hours,
        };
        hours * 60 + self.minutes
    }
}

/// From when to when, at the beginning of `text`, and what is behind it.
pub(super) fn range(text: &str) -> Option<(Stretch, &str)> {
    let (first, tail) = time(text)?;
    let tail = joint(tail)?;
    let (mut last, tail) = time(tail)?;
    // 4〜6月 and 1〜2日 are no hours on Mondays or Sundays.
    if last.is_bare && day(tail).is_some() {
        return None;
    }
    if last.half == Half::Unsaid && first.half == Half::Afternoon {
        last.half = Half::Afternoon;
    }
    let (from, to) = (first.since_midnight(), last.since_midnight());
    let tail = behind(tail, "まで").unwrap_or(tail);
    (from < to && to <= 24 * 60).then_some((Stretch { from, to }, tail))
}

fn time(text: &str) -> Option<(Time, &str)> {
    if let Some(tail) = behind(text, "正午") {
        let noon = Time {
            hours: 12,
            minutes: 0,
            half: Half::Unsaid,
            is_bare: false,
        };
        return Some((noon, tail));
    }
    let (before, tail) = half(text, &["午前"], &["午後"]);
    let (hours, tail) = number(tail)?;
    let (minutes, told) = minutes(tail)?;
    let is_bare = told.len() == tail.len();
    let (after, behind_half) = half(told.trim_start(), &["am", "a.m."], &["pm", "p.m."]);
    let (half, tail) = match after {
        Half::Unsaid => (before, told),
        Half::Morning | Half::Afternoon => (after, behind_half),
    };
    let time = Time {
        hours,
        minutes,
        half,
        is_bare,
    };
    (hours <= 24 && minutes < 60).then_some((time, tail))
}

/// Which half of the day is named, and what is behind its name.
fn half<'a>(text: &'a str, morning: &[&str], afternoon: &[&str]) -> (Half, &'a str) {
    let named = |names: &[&str]| names.iter().find_map(|name| behind(text, name));
    if let Some(tail) = named(morning) {
        (Half::Morning, tail.trim_start())
    } else if let Some(tail) = named(afternoon) {
        (Half::Afternoon, tail.trim_start())
    } else {
        (Half::Unsaid, text)
    }
}

/// The minutes behind an hour; none where it is a whole one. 8時間 is no time of the day.
fn minutes(text: &str) -> Option<(u32, &str)> {
    if let Some(tail) = text.strip_prefix(':') {
        return number(tail);
    }
    let Some(tail) = text.strip_prefix('時') else {
        return Some((0, text));
    };
    if let Some(tail) = tail.strip_prefix('半') {
        return Some((30, tail));
    }
    let counted =
        number(tail).and_then(|(minutes, tail)| Some((minutes, tail.strip_prefix('分')?)));
    (!tail.starts_with('間')).then_some(counted.unwrap_or((0, tail)))
}

/// A number of one or two digits.
fn number(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let (digits, tail) = text.split_at_checked(length)?;
    Some((digits.parse().ok()?, tail))
}

//! The words in which clerks write hours, one after another.
use kaizu_model::folded;

use super::clock::range;
use super::vocabulary::{DAYS, VOCABULARY};
use crate::calendar::{Stretch, WorkingDays};

/// A word of a text on hours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// 9:00〜17:00
    Range(Stretch),
    /// 24時間
    AllDay,
    /// 月〜金, Monday first.
    Days([bool; 7]),
    /// 平日: neither a weekend nor a holiday.
    Weekdays,
    /// 毎日
    EveryDay,
    /// 祝日
    Holidays,
    /// 年末年始
    YearEnd,
    /// What was named before counts too: 土日も.
    Also,
    /// What was named before does not count: 祝日を除く.
    Except,
    /// What is named next does not count: except holidays.
    ExceptNext,
    /// 昼休み
    Lunch,
    /// 昼休みなし
    NoLunch,
    /// 昼当番
    InTurns,
    /// 開庁時間
    Usual,
    /// A bracket.
    Bracket,
}

/// All words of `text`; `None` where one is not known.
pub(super) fn words(text: &str) -> Option<Vec<Word>> {
    let even: String = folded(text).chars().map(even).collect();
    let mut rest = even.trim_start();
    let mut words = Vec::new();
    while !rest.is_empty() {
        let tail = if let Some((known, tail)) = vocabulary(rest) {
            words.extend_from_slice(known);
            tail
        } else {
            let (word, tail) = range(rest)
                .map(|(range, tail)| (Word::Range(range), tail))
                .or_else(|| days(rest).map(|(days, tail)| (Word::Days(days), tail)))?;
            words.push(word);
            tail
        };
        rest = tail.trim_start();
    }
    Some(words)
}

/// One sign for all dashes and waves.
fn even(sign: char) -> char {
    match sign {
        '-' | '‐' | '‑' | '–' | '—' | '―' | '−' | 'ー' | '〜' => '~',
        '\u{3000}' | '\t' | '\n' => ' ',
        other => other,
    }
}

/// What the longest known word at the beginning of `text` stands for, and what is behind it.
fn vocabulary(text: &str) -> Option<(&'static [Word], &str)> {
    let known = VOCABULARY.iter().flat_map(|(written, words)| {
        let tails = written.iter().filter_map(|word| behind(text, word));
        tails.map(move |tail| (*words, tail))
    });
    known.min_by_key(|(_, tail)| tail.len())
}

/// A day of the week, or several from one to another.
fn days(text: &str) -> Option<([bool; 7], &str)> {
    let (first, tail) = day(text)?;
    let until = joint(tail).and_then(day);
    let (last, tail) = until.unwrap_or((first, tail));
    let after = (last + 7 - first) % 7;
    let mut all = [false; 7];
    for (day, is_one) in all.iter_mut().enumerate() {
        *is_one = (day + 7 - first) % 7 <= after;
    }
    Some((all, tail))
}

/// A day of the week by its place in it, and what is behind it.
pub(super) fn day(text: &str) -> Option<(usize, &str)> {
    DAYS.iter().enumerate().find_map(|(day, names)| {
        let tail = names.iter().find_map(|name| behind(text, name))?;
        Some((day, tail))
    })
}

/// What is behind the sign or word that leads from a beginning to an end.
pub(super) fn joint(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let joints = ["~", "から", "より", "to", "until", "through"];
    let tail = joints.iter().find_map(|joint| behind(text, joint))?;
    Some(tail.trim_start())
}

/// What is behind `word` at the beginning of `text`; an English word ends where its letters do.
pub(super) fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let tail = text.strip_prefix(word)?;
    let goes_on = |text: &str, at_edge: fn(&str) -> Option<char>| {
        at_edge(text).is_some_and(|sign| sign.is_ascii_alphabetic())
    };
    let is_cut =
        goes_on(word, |word| word.chars().next_back()) && goes_on(tail, |tail| tail.chars().next());
    (!is_cut).then_some(tail)
}

/// Whether all days from Monday to Friday are among `days`.
pub(super) fn hold_the_week(days: [bool; 7]) -> bool {
    let mut needed = WorkingDays::MONDAY_TO_FRIDAY.into_iter().zip(days);
    needed.all(|(is_needed, is_there)| is_there || !is_needed)
}

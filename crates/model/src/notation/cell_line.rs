//! A cell as it is read: on one line, its bare numbers with the unit of their column.
use crate::{Column, folded};

/// What becomes of the lines of a cell.
enum Lines {
    /// They stay.
    Kept,
    /// Each is one of a list.
    Listed,
    /// A blank stands between them.
    Apart,
    /// A line goes on in the next one; a blank stands between what is written with blanks.
    Joined,
}

fn lines(column: Column) -> Lines {
    match column {
        Column::Next | Column::Note | Column::Began | Column::CheckWhy => Lines::Kept,
        Column::Reads
        | Column::Writes
        | Column::OtherSystems
        | Column::CheckObject
        | Column::CheckAspects
        | Column::CheckAgainst
        | Column::Attachments
        | Column::Seals
        | Column::BecauseOf => Lines::Listed,
        Column::Lane
        | Column::Phase
        | Column::System
        | Column::Article
        | Column::Role
        | Column::CheckIndependentOf => Lines::Apart,
        Column::Number
        | Column::Name
        | Column::Kind
        | Column::Media
        | Column::MediumIn
        | Column::MediumOut
        | Column::Minutes
        | Column::Method
        | Column::Wait
        | Column::WaitCause
        | Column::People
        | Column::Batch
        | Column::BatchSize
        | Column::CheckReason
        | Column::CatchRate
        | Column::Basis
        | Column::ChangeableBy
        | Column::Obligatory
        | Column::Sheets
        | Column::Contact
        | Column::Channel
        | Column::Travel
        | Column::Judgement
        | Column::ErrorRate
        | Column::Pressure
        | Column::Value
        | Column::Routine
        | Column::Remote => Lines::Joined,
    }
}

/// What stands before one of several lines of a list.
const BULLETS: &[char] = &['・', '･', '•', '●', '■', '◆', '-', '*', '、', ','];

/// `cell` on one line, but for what may be told on several.
pub(super) fn on_one_line(column: Column, cell: &str) -> String {
    let all = cell.lines().map(str::trim).filter(|it| !it.is_empty());
    let all: Vec<&str> = all.collect();
    match lines(column) {
        Lines::Kept => cell.trim().to_owned(),
        Lines::Listed if all.len() > 1 => {
            let bare = |it: &&str| it.trim_matches(BULLETS).trim().to_owned();
            let all: Vec<String> = all.iter().map(bare).collect();
            all.join("、")
        }
        Lines::Apart => all.join(" "),
        Lines::Listed | Lines::Joined => joined(&all),
    }
}

fn joined(lines: &[&str]) -> String {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut text = String::new();
    for line in lines {
        if is_latin(text.chars().last()) && is_latin(line.chars().next()) {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// A bare number with the unit of its column, a time of a clock as minutes.
pub(super) fn in_units(column: Column, unit: Option<&str>, text: String) -> String {
    let is_time = matches!(column, Column::Minutes | Column::Wait | Column::Travel);
    let is_share = matches!(column, Column::ErrorRate | Column::CatchRate);
    let plain = folded(&text);
    if is_time && let Some(minutes) = clocked(&plain) {
        return format!("{minutes}分");
    }
    let is_number = plain.chars().any(|c| c.is_ascii_digit())
        && plain
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match unit.filter(|unit| is_number && (is_time || is_share) && is_share == (*unit == "%")) {
        Some(unit) => format!("{plain}{unit}"),
        None => text,
    }
}

/// The minutes of `1:30` or `0:15:00`, as spreadsheets write a span.
fn clocked(text: &str) -> Option<u32> {
    let mut parts = text.split(':');
    let (hours, minutes) = (parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none_or(|seconds| seconds == "00") && parts.next().is_none();
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours.checked_mul(60)?.checked_add(minutes)?;
    (is_whole && minutes < 60).then_some(total)
}

//! Numbers as people type and read them. Every number survives printing and reading unchanged.
use super::piece::{Piece, fold};
use super::{Expected, Mistake};
use crate::{OutOfRange, Share};

/// The number at the head of `piece` and the unit behind it, folded.
pub(super) fn amount(piece: Piece) -> Option<(String, String)> {
    let is_numeral = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut digits = String::new();
    let mut behind = 0;
    for (index, c) in piece.chars.iter().map(|c| fold(*c)).enumerate() {
        if !(is_numeral(c) || (index == 0 && matches!(c, '-' | '+'))) {
            break;
        }
        behind = index + 1;
        digits.push(c);
    }
    digits
        .chars()
        .any(|c| c.is_ascii_digit())
        .then(|| (digits.replace(',', ""), piece.from(behind).trim().folded()))
}

/// A plain number, with one of `units` behind it or none.
pub(super) fn number(piece: Piece, units: &[&str], expected: Expected) -> Result<f64, Mistake> {
    let wrong = || piece.mistake(expected);
    let (digits, unit) = amount(piece).ok_or_else(wrong)?;
    let number: f64 = digits.parse().map_err(|_| wrong())?;
    if number.is_finite() && (unit.is_empty() || units.contains(&unit.as_str())) {
        Ok(number)
    } else {
        Err(wrong())
    }
}

/// A number of zero or more in its own unit.
pub(super) fn quantity<T: TryFrom<f64, Error = OutOfRange>>(
    piece: Piece,
    units: &[&str],
    expected: Expected,
) -> Result<T, Mistake> {
    T::try_from(number(piece, units, expected)?).map_err(|_| piece.mistake(expected))
}

/// A whole number.
pub(super) fn whole(piece: Piece, units: &[&str]) -> Result<u32, Mistake> {
    let wrong = || piece.mistake(Expected::WholeNumber);
    let (digits, unit) = amount(piece).ok_or_else(wrong)?;
    if !unit.is_empty() && !units.contains(&unit.as_str()) {
        return Err(wrong());
    }
    digits.parse().map_err(|_| wrong())
}

/// Words for minutes, with how many minutes each is.
const MINUTES: &[(&str, f64)] = &[
    ("分", 1.0),
    ("min", 1.0),
    ("mins", 1.0),
    ("minute", 1.0),
    ("minutes", 1.0),
    ("時間", 60.0),
    ("h", 60.0),
    ("hour", 60.0),
    ("hours", 60.0),
];

/// Words for office hours, with how many hours each is.
const HOURS: &[(&str, f64)] = &[
    ("時間", 1.0),
    ("h", 1.0),
    ("hour", 1.0),
    ("hours", 1.0),
    ("分", 1.0 / 60.0),
    ("min", 1.0 / 60.0),
    ("日", 7.75),
    ("営業日", 7.75),
    ("d", 7.75),
    ("day", 7.75),
    ("days", 7.75),
];

/// The number that `piece` writes with a unit of time, where it has that form.
pub(super) fn minutes_like(piece: Piece) -> Option<f64> {
    duration(piece, MINUTES)
}

/// Minutes, with or without a unit.
pub(super) fn minutes<T: TryFrom<f64, Error = OutOfRange>>(piece: Piece) -> Result<T, Mistake> {
    let number = minutes_like(piece).map_or_else(|| number(piece, &[], Expected::Minutes), Ok)?;
    T::try_from(number).map_err(|_| piece.mistake(Expected::Minutes))
}

/// Office hours, with or without a unit.
pub(super) fn hours<T: TryFrom<f64, Error = OutOfRange>>(piece: Piece) -> Result<T, Mistake> {
    let number = duration(piece, HOURS).map_or_else(|| number(piece, &[], Expected::Hours), Ok)?;
    T::try_from(number).map_err(|_| piece.mistake(Expected::Hours))
}

fn duration(piece: Piece, units: &[(&str, f64)]) -> Option<f64> {
    let (digits, unit) = amount(piece)?;
    let (_, size) = units.iter().find(|(word, _)| *word == unit)?;
    let number: f64 = digits.parse().ok()?;
    Some(number * size)
}

/// A share in percent.
pub(super) fn share(piece: Piece) -> Result<Share, Mistake> {
    let wrong = || piece.mistake(Expected::Share);
    let (digits, unit) = amount(piece).ok_or_else(wrong)?;
    if unit != "%" {
        return Err(wrong());
    }
    // The decimal point is moved in the text: dividing by 100 would not give every share back.
    let share: f64 = format!("{digits}e-2").parse().map_err(|_| wrong())?;
    Share::try_from(share).map_err(|_| wrong())
}

/// `share` in percent, with its decimal point moved and no arithmetic done.
pub(super) fn percent(share: Share) -> String {
    let text = share.get().to_string();
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    let (moved, left) = if behind.len() > 2 {
        behind.split_at(2)
    } else {
        (behind, "")
    };
    let digits = format!("{whole}{moved:0<2}");
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if left.is_empty() {
        format!("{digits}%")
    } else {
        format!("{digits}.{left}%")
    }
}

//! Numbers as people type and read them. Every number survives printing and reading unchanged.
use super::piece::{Piece, fold};
use super::time::{Span, span};
use super::units::{HOURS, MINUTES, Unit, WORK, is_none};
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

/// Minutes, with or without a unit.
pub(super) fn minutes<T: TryFrom<f64, Error = OutOfRange>>(piece: Piece) -> Result<T, Mistake> {
    duration(piece, MINUTES, Expected::Minutes)
}

/// Office hours, with or without a unit; none where nobody waits.
pub(super) fn hours<T: TryFrom<f64, Error = OutOfRange>>(piece: Piece) -> Result<T, Mistake> {
    if is_none(piece) {
        return T::try_from(0.0).map_err(|_| piece.mistake(Expected::Hours));
    }
    duration(piece, HOURS, Expected::Hours)
}

fn duration<T: TryFrom<f64, Error = OutOfRange>>(
    piece: Piece,
    units: &[Unit],
    expected: Expected,
) -> Result<T, Mistake> {
    let one = span(piece, units).filter(|it| it.least.total_cmp(&it.most).is_eq());
    let number = one.map_or_else(|| number(piece, &[], expected), |it| Ok(it.most))?;
    T::try_from(number).map_err(|_| piece.mistake(expected))
}

/// A working time at the least and at the most, with or without a unit.
pub(super) fn working_time(piece: Piece) -> Result<Span, Mistake> {
    if let Some(span) = span(piece, WORK) {
        return Ok(span);
    }
    let number = number(piece, &[], Expected::Minutes)?;
    Ok(Span {
        piece,
        least: number,
        most: number,
    })
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

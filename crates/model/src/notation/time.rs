//! Spans of time as people write them: `5分`, `1時間30分`, `約5分`, `90秒`, `1時間半`, `5〜10分`.
use super::piece::{Piece, fold};
use super::units::{MINUTES, Unit};
use super::{Expected, Mistake};

/// What people put before a number that is not exact, and behind its unit.
const ABOUT: &[&str] = &["約", "およそ", "だいたい", "平均", "about "];
const OR_SO: &[&str] = &["程度", "くらい", "ぐらい", "ほど", "前後"];

/// How long something takes: at the least and at the most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span<'a> {
    /// Where it is written.
    pub(super) piece: Piece<'a>,
    pub(super) least: f64,
    pub(super) most: f64,
}

/// The span that `piece` writes, where it writes nothing else.
pub(super) fn span<'a>(piece: Piece<'a>, units: &[Unit]) -> Option<Span<'a>> {
    let (start, least, most) = tail(piece, units)?;
    (start == 0).then_some(Span { piece, least, most })
}

/// Parts a name from the working time behind it. What looks like a time and is none is a mistake.
pub(super) fn cut(piece: Piece) -> Result<(Piece, Option<Span>), Mistake> {
    let (name, span) = cut_once(piece);
    if span.is_some() && name.is_empty() {
        return Err(piece.mistake(Expected::StepName));
    }
    if seems_timed(name) {
        let blank = (0..name.chars.len())
            .rev()
            .find(|at| name.sign(*at) == Some(' '));
        let word = name.from(blank.map_or(0, |at| at + 1));
        return Err(word.mistake(Expected::Minutes));
    }
    Ok((name, span))
}

fn cut_once(piece: Piece) -> (Piece, Option<Span>) {
    let length = piece.chars.len();
    if length > 0 && piece.sign(length - 1) == Some(')') {
        let open = (0..length).rev().find(|at| piece.sign(*at) == Some('('));
        let inner = open.map(|open| piece.part(open + 1, length - 1).trim());
        let found = inner.and_then(|inner| span(inner, MINUTES));
        return match (open, found) {
            (Some(open), Some(found)) => (piece.part(0, open).trim(), Some(found)),
            _ => (piece, None),
        };
    }
    match tail(piece, MINUTES) {
        Some((start, least, most)) if may_begin(piece, start) => {
            let span = Span {
                piece: piece.from(start),
                least,
                most,
            };
            (piece.part(0, start).trim(), Some(span))
        }
        _ => (piece, None),
    }
}

/// Whether a time may begin at `start`: behind a blank or a letter that belongs to no number; 9時30分 is an hour of the day.
fn may_begin(piece: Piece, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).and_then(|at| piece.sign(at)) else {
        return true;
    };
    let belongs = before.is_ascii() || is_numeral(before) || "時第何".contains(before);
    matches!(before, ' ' | ')') || (before.is_alphanumeric() && !belongs) || before == '」'
}

/// Whether `piece` ends with a unit of time that has a number before it.
fn seems_timed(piece: Piece) -> bool {
    let end = before_any(piece, piece.chars.len(), OR_SO).unwrap_or(piece.chars.len());
    let end = before_any(piece, end, &["半"]).unwrap_or(end);
    let unit = MINUTES
        .iter()
        .find_map(|(word, ..)| before_any(piece, end, &[word]));
    let before = unit.and_then(|end| skip(piece, end, |c| c == ' ').checked_sub(1));
    before
        .and_then(|at| piece.sign(at))
        .is_some_and(|c| is_numeral(c) || c == '.')
}

fn is_numeral(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十百数".contains(c)
}

/// The span at the end of `piece`: where it begins, at the least, at the most.
fn tail(piece: Piece, units: &[Unit]) -> Option<(usize, f64, f64)> {
    let length = piece.chars.len();
    let end = before_any(piece, length, OR_SO).unwrap_or(length);
    let (mut start, most, unit) = sum(piece, end, units)?;
    let mut least = most;
    let behind = skip(piece, start, |c| c == ' ');
    if let Some(between) = before_any(piece, behind, &["〜", "~", "-", "–", "から"]) {
        let end = skip(piece, between, |c| c == ' ');
        let low = sum(piece, end, units).map(|(start, low, _)| (start, low));
        let bare = || {
            let (start, number) = number(piece, end)?;
            Some((start, number * unit?.1 / unit?.2))
        };
        match low.or_else(bare) {
            Some((from, low)) if low <= most => (start, least) = (from, low),
            // から may end a name; a stroke there would make the number a negative one.
            _ if piece.sign(between) == Some('か') => {}
            _ => return None,
        }
    }
    let behind = skip(piece, start, |c| c == ' ');
    if let Some(about) = before_any(piece, behind, ABOUT) {
        let before = about.checked_sub(1).and_then(|at| piece.sign(at));
        if before.is_none_or(|c| c == ' ' || matches!(c, 'ぁ'..='ん')) {
            start = about;
        }
    }
    Some((start, least, most))
}

/// Numbers with ever smaller units that end at `end`; the unit where there is only one.
fn sum<'u>(piece: Piece, end: usize, units: &'u [Unit]) -> Option<(usize, f64, Option<&'u Unit>)> {
    let mut found: Option<(usize, f64, Option<&Unit>)> = None;
    let mut largest = 0.0;
    let mut end = end;
    let half = before_any(piece, end, &["半"]);
    while let Some((start, number, unit)) = one(
        piece,
        half.filter(|_| found.is_none()).unwrap_or(end),
        units,
    ) {
        let size = unit.1 / unit.2;
        if size <= largest {
            break;
        }
        largest = size;
        let half = if found.is_none() && half.is_some() {
            size / 2.0
        } else {
            0.0
        };
        let before = found.map_or(0.0, |it| it.1);
        let alone = found.is_none().then_some(unit);
        found = Some((start, number * unit.1 / unit.2 + half + before, alone));
        end = skip(piece, start, |c| c == ' ');
    }
    found
}

/// The number and its unit that end at `end`.
fn one<'u>(piece: Piece, end: usize, units: &'u [Unit]) -> Option<(usize, f64, &'u Unit)> {
    units.iter().find_map(|unit| {
        let behind = before_any(piece, end, &[unit.0])?;
        let half = before_any(piece, behind, &["半"]).filter(|_| unit.0.starts_with('日'));
        let (start, number) = match half {
            Some(start) => (start, 0.5),
            None => number(piece, skip(piece, behind, |c| c == ' '))?,
        };
        Some((start, number, unit))
    })
}

/// The number that ends at `end`.
fn number(piece: Piece, end: usize) -> Option<(usize, f64)> {
    let start = skip(piece, end, |c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let digits: String = (start..end).filter_map(|at| piece.sign(at)).collect();
    let mut groups = digits.split(',').skip(1);
    let is_grouped = groups.all(|it| it.split('.').next().map(str::len) == Some(3));
    let number: f64 = digits.replace(',', "").parse().ok()?;
    (is_grouped && number.is_finite()).then_some((start, number))
}

/// Where the run of such characters that ends at `end` begins.
fn skip(piece: Piece, end: usize, is_such: impl Fn(char) -> bool) -> usize {
    let run = (0..end)
        .rev()
        .take_while(|at| piece.sign(*at).is_some_and(&is_such));
    end - run.count()
}

/// Where one of `words` begins that ends at `end`.
fn before_any(piece: Piece, end: usize, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| {
        let start = end.checked_sub(word.chars().count())?;
        let here = piece.part(start, end).chars.iter();
        here.map(|c| fold(*c).to_ascii_lowercase())
            .eq(word.chars())
            .then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_parted_from_the_name() {
        let cases = [
            ("決定する 1時間", "決定する", 60.0, 60.0),
            ("決定する １時間３０分", "決定する", 90.0, 90.0),
            ("決定する 1時間 30分", "決定する", 90.0, 90.0),
            ("決定する 1時間半", "決定する", 90.0, 90.0),
            ("決定する 5分間", "決定する", 5.0, 5.0),
            ("決定する 約5分", "決定する", 5.0, 5.0),
            ("決定する 5分程度", "決定する", 5.0, 5.0),
            ("決定する（5分）", "決定する", 5.0, 5.0),
            ("決定する 90秒", "決定する", 1.5, 1.5),
            ("決定する 1.5時間", "決定する", 90.0, 90.0),
            ("決定する 5〜10分", "決定する", 5.0, 10.0),
            ("決定する 5分～10分", "決定する", 5.0, 10.0),
            ("決定する 5-10分", "決定する", 5.0, 10.0),
            ("受け取る5分", "受け取る", 5.0, 5.0),
            ("契約5分", "契約", 5.0, 5.0),
            ("手順 2 5分", "手順 2", 5.0, 5.0),
            ("decide 1 h 30 MIN", "decide", 90.0, 90.0),
            ("1,500分", "", 1500.0, 1500.0),
        ];
        for (text, name, least, most) in cases {
            let chars: Vec<char> = text.chars().collect();
            let (found, span) = cut_once(Piece::line(&chars, 1));
            let span = span.map(|it| (it.least, it.most));
            assert_eq!(
                (found.text().as_str(), span),
                (name, Some((least, most))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_looks_like_a_time_and_is_none_is_a_mistake() {
        let cases = [
            "決定する 一時間",
            "決定する 数分",
            "決定する -5分",
            "決定する 10〜5分",
            "決定する 1,5時間",
            "決定する 9時30分",
            "決定する 5分 5分",
            "5分",
        ];
        for text in cases {
            let chars: Vec<char> = text.chars().collect();
            assert!(cut(Piece::line(&chars, 1)).is_err(), "{text}");
        }
    }

    #[test]
    fn other_names_stay_whole() {
        let cases = [
            "審査する 4月分",
            "処分",
            "受付時間",
            "A4",
            "match",
            "「決定する 5分」",
            "2区分",
        ];
        for text in cases {
            let chars: Vec<char> = text.chars().collect();
            let piece = Piece::line(&chars, 1);
            assert!(matches!(cut(piece), Ok((_, None))), "{text}");
        }
    }
}

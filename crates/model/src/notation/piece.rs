//! A piece of a line that knows where it stands: everything is read by cutting pieces smaller.
use super::outside::{Outside, closing_quote};
use super::{Expected, Mistake};

/// A run of characters of one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// What the piece holds.
    pub(super) chars: &'a [char],
    /// The whole line it was cut from.
    source: &'a [char],
    line: usize,
    /// Where it begins in `source`.
    start: usize,
}

/// A character as the notation reads it: what people type for a sign becomes the sign.
pub(super) fn fold(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '【' => '[',
        '】' => ']',
        '〈' => '<',
        '〉' => '>',
        '、' => ',',
        '･' => '・',
        '｢' => '「',
        '｣' => '」',
        '−' => '-',
        '⇒' | '➡' | '⇨' | '➔' => '→',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

impl<'a> Piece<'a> {
    /// The whole of line number `line`.
    pub(super) fn line(chars: &'a [char], line: usize) -> Self {
        Self {
            chars,
            source: chars,
            line,
            start: 0,
        }
    }

    /// The first `count` of `pieces` as one, with what stands between them.
    pub(super) fn joined(pieces: &[Self], count: usize) -> Self {
        let (Some(first), Some(last)) = (pieces.first(), pieces.get(count.saturating_sub(1)))
        else {
            return Self::line(&[], 1);
        };
        let whole = Self::line(first.source, first.line);
        whole.part(first.start, last.start + last.chars.len())
    }

    /// The characters from `from` up to `to`.
    pub(super) fn part(self, from: usize, to: usize) -> Self {
        let to = to.min(self.chars.len());
        let from = from.min(to);
        Self {
            chars: self.chars.get(from..to).unwrap_or_default(),
            start: self.start + from,
            ..self
        }
    }

    /// The characters from `from` on.
    pub(super) fn from(self, from: usize) -> Self {
        self.part(from, self.chars.len())
    }

    /// Without blanks at both ends.
    pub(super) fn trim(self) -> Self {
        let blank = |c: &char| fold(*c) == ' ';
        let from = self.chars.iter().take_while(|c| blank(c)).count();
        let rest = self.from(from);
        let behind = rest.chars.iter().rev().take_while(|c| blank(c)).count();
        rest.part(0, rest.chars.len() - behind)
    }

    /// The number of its line, from 1.
    pub(super) fn line_number(self) -> usize {
        self.line
    }

    pub(super) fn is_empty(self) -> bool {
        self.chars.is_empty()
    }

    /// As it was typed.
    pub(super) fn text(self) -> String {
        self.chars.iter().collect()
    }

    /// As keywords and numbers are compared. The beginning is enough: no keyword is long.
    pub(super) fn folded(self) -> String {
        crate::folded(&self.part(0, 64).text())
    }

    /// The folded character at `index`.
    pub(super) fn sign(self, index: usize) -> Option<char> {
        self.chars.get(index).copied().map(fold)
    }

    /// How many characters the arrow at `index` has; zero where there is none.
    pub(super) fn arrow(self, index: usize) -> usize {
        match (self.sign(index), self.sign(index + 1)) {
            (Some('→'), _) => 1,
            (Some('-' | '='), Some('>')) => 2,
            _ => 0,
        }
    }

    /// The first place outside quotes and brackets where `is_wanted`.
    pub(super) fn find(self, is_wanted: impl Fn(Self, usize) -> bool) -> Option<usize> {
        Outside::new(self).find(|index| is_wanted(self, *index))
    }

    /// The folded characters outside quotes and brackets, with their places.
    pub(super) fn outside(self) -> impl Iterator<Item = (usize, char)> {
        Outside::new(self).filter_map(move |at| Some((at, self.sign(at)?)))
    }

    /// The first `sign` outside quotes and brackets.
    pub(super) fn find_sign(self, sign: char) -> Option<usize> {
        self.find(|piece, index| piece.sign(index) == Some(sign))
    }

    /// The parts between commas, trimmed; empty ones dropped.
    pub(super) fn list(self) -> Vec<Self> {
        self.parts(|piece, index| usize::from(piece.sign(index) == Some(',')))
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// The parts between separators, trimmed. `width` says how long the separator at a place is.
    pub(super) fn parts(self, width: impl Fn(Self, usize) -> usize) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = 0;
        for index in Outside::new(self) {
            let width = width(self, index);
            if width > 0 && index >= from {
                parts.push(self.part(from, index).trim());
                from = index + width;
            }
        }
        parts.push(self.from(from).trim());
        parts
    }

    /// The words of a bracket: between blanks or commas, an arrow or colon holds its neighbours together.
    pub(super) fn words(self) -> Vec<Self> {
        let mut words = Vec::new();
        let mut from = None;
        let mut end = 0;
        let mut outside = Outside::new(self);
        while let Some(index) = outside.next() {
            if self.separates(index) {
                if let Some(start) = from.take() {
                    words.push(self.part(start, end));
                }
            } else if self.sign(index) != Some(' ') {
                let is_apart = from.is_some() && (end..index).any(|at| self.sign(at) == Some(' '));
                if is_apart && !self.is_held(end, index) {
                    words.extend(from.take().map(|start| self.part(start, end)));
                }
                from = from.or(Some(index));
                end = outside.at;
            }
        }
        words.extend(from.map(|start| self.part(start, end)));
        words
    }

    /// Whether the comma at `index` parts words; in 2,500 it does not.
    fn separates(self, index: usize) -> bool {
        let digit = |at: usize| self.sign(at).is_some_and(|c| c.is_ascii_digit());
        let is_within_number =
            index > 0 && digit(index - 1) && (index + 1..index + 4).all(digit) && !digit(index + 4);
        self.sign(index) == Some(',') && !is_within_number
    }

    /// Whether the blanks between `end` and `index` stand beside an arrow or behind a colon.
    fn is_held(self, end: usize, index: usize) -> bool {
        let before = end.checked_sub(1);
        self.arrow(index) > 0
            || before.is_some_and(|at| {
                self.sign(at) == Some(':')
                    || self.arrow(at) > 0
                    || at.checked_sub(1).is_some_and(|at| self.arrow(at) == 2)
            })
    }

    /// What stands behind one of `words`, where the piece begins with it.
    pub(super) fn behind(self, words: &[&str]) -> Option<Self> {
        words.iter().find_map(|word| {
            let count = word.chars().count();
            let begins = self.part(0, count).folded() == *word;
            begins.then(|| self.from(count).trim())
        })
    }

    /// What stands before the bracket at the end, and what stands in it.
    pub(super) fn cut_bracket(self) -> Result<(Self, Option<Self>), Mistake> {
        let mut outside = Outside::new(self);
        while outside.next().is_some() {
            if let Some((open, close)) = outside.bracket.take()
                && close + 1 == self.chars.len()
            {
                let inside = self.part(open + 1, close).trim();
                return Ok((self.part(0, open).trim(), Some(inside)));
            }
        }
        match outside.open {
            Some(open) => Err(self.from(open).mistake(Expected::ClosingBracket)),
            None => Ok((self, None)),
        }
    }

    /// The name that stands here, freed of its quotes.
    pub(super) fn name(self) -> String {
        match closing_quote(self, 0) {
            Some(close) if close + 1 == self.chars.len() => unescaped(self.part(1, close).chars),
            Some(_) | None => self.text(),
        }
    }

    /// Says that `expected` should have stood here.
    pub(super) fn mistake(self, expected: Expected) -> Mistake {
        let found: String = self.chars.iter().take(40).collect();
        Mistake {
            line: self.line,
            column: self.start + 1,
            expected,
            found,
            example: expected.example().to_owned(),
        }
    }
}

fn unescaped(chars: &[char]) -> String {
    let mut text = String::new();
    let mut rest = chars.iter().copied();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some(c @ ('\\' | '「' | '」' | '｢' | '｣')) => text.push(c),
            Some(c) => text.extend(['\\', c]),
            None => text.push('\\'),
        }
    }
    text
}

//! The places of a line outside quotes and brackets.
use super::piece::Piece;

/// Walks over the places outside quotes and brackets. Looks for each closing sign once, so that it stays linear.
pub(super) struct Outside<'a> {
    piece: Piece<'a>,
    /// The place behind the one given last.
    pub(super) at: usize,
    /// The first quote that never closes; none behind it does.
    hopeless: Option<usize>,
    /// The bracket just passed.
    pub(super) bracket: Option<(usize, usize)>,
    /// The first bracket that never closes.
    pub(super) open: Option<usize>,
}

impl<'a> Outside<'a> {
    pub(super) fn new(piece: Piece<'a>) -> Self {
        Self {
            piece,
            at: 0,
            hopeless: None,
            bracket: None,
            open: None,
        }
    }

    fn closing_bracket(&mut self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        while let Some(sign) = self.piece.sign(at) {
            match sign {
                ']' => return Some(at),
                '「' if self.hopeless.is_none() => {
                    let close = closing_quote(self.piece, at);
                    self.hopeless = close.is_none().then_some(at);
                    at = close.unwrap_or(at) + 1;
                }
                _ => at += 1,
            }
        }
        None
    }
}

impl Iterator for Outside<'_> {
    type Item = usize;

    /// The next place; a quoted run or a bracket counts as the place where it opens.
    fn next(&mut self) -> Option<usize> {
        let at = self.at;
        let sign = self.piece.sign(at)?;
        let mut end = at;
        if sign == '「' && self.hopeless.is_none() {
            match closing_quote(self.piece, at) {
                Some(close) => end = close,
                None => self.hopeless = Some(at),
            }
        } else if sign == '[' && self.open.is_none() {
            match self.closing_bracket(at) {
                Some(close) => {
                    self.bracket = Some((at, close));
                    end = close;
                }
                None => self.open = Some(at),
            }
        }
        self.at = end + 1;
        Some(at)
    }
}

/// The first quote of the piece that never closes.
pub(super) fn unclosed_quote(piece: Piece) -> Option<usize> {
    let mut outside = Outside::new(piece);
    while outside.next().is_some() {}
    outside.hopeless
}

/// Where the quote that opens at `index` closes.
pub(super) fn closing_quote(piece: Piece, index: usize) -> Option<usize> {
    if piece.sign(index) != Some('「') {
        return None;
    }
    let mut at = index + 1;
    while let Some(sign) = piece.sign(at) {
        match sign {
            '」' => return Some(at),
            '\\' if piece.chars.get(at) == Some(&'\\') => at += 2,
            _ => at += 1,
        }
    }
    None
}

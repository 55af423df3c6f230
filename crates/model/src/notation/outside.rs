//! The places of a line outside quotes and brackets.
use super::piece::Piece;

/// Walks over the places outside quotes and brackets. Looks for each closing sign once, so that it stays linear.
pub(super) struct Outside<'a> {
    piece: Piece<'a>,
    /// The place behind the one given last.
    pub(super) at: usize,
    is_quote_hopeless: bool,
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
            is_quote_hopeless: false,
            bracket: None,
            open: None,
        }
    }

    fn closing_bracket(&mut self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        while let Some(sign) = self.piece.sign(at) {
            match sign {
                ']' => return Some(at),
                '「' if !self.is_quote_hopeless => {
                    let close = closing_quote(self.piece, at);
                    self.is_quote_hopeless = close.is_none();
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
        if sign == '「' && !self.is_quote_hopeless {
            match closing_quote(self.piece, at) {
                Some(close) => end = close,
                None => self.is_quote_hopeless = true,
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

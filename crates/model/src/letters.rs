//! A text by its letters, in whatever way they are written: what reads the same is the same.
use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// A text by its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    /// Every letter taken apart (NFKD), one behind the other.
    pub(crate) parts: Vec<char>,
    pub(crate) letters: Vec<Letter>,
}

/// A letter with all that is put on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The bytes that write it.
    pub(crate) written: Range<usize>,
    /// Its parts.
    parts: Range<usize>,
}

impl Letters {
    /// The letters of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut it = Self::default();
        for (from, character) in text.char_indices() {
            it.add(character, from..from + character.len_utf8());
        }
        for letter in &it.letters {
            // Marks on one letter have one order, whoever typed them.
            if let Some(parts) = it.parts.get_mut(letter.parts.clone()) {
                parts.sort_by_key(|part| canonical_combining_class(*part));
            }
        }
        it
    }

    fn add(&mut self, character: char, written: Range<usize>) {
        if is_invisible(character) {
            if let Some(last) = self.letters.last_mut() {
                last.written.end = written.end;
            }
            return;
        }
        decompose_compatible(character, |part| {
            let end = self.parts.len() + 1;
            self.parts.push(part);
            match self.letters.last_mut() {
                Some(last) if is_put_on(part) => {
                    last.parts.end = end;
                    last.written.end = written.end;
                }
                _ => self.letters.push(Letter {
                    written: written.clone(),
                    parts: end - 1..end,
                }),
            }
        });
    }

    /// The parts of letter `n`.
    pub(crate) fn letter(&self, n: usize) -> Option<&[char]> {
        self.parts.get(self.letters.get(n)?.parts.clone())
    }

    /// Whether letter `n` is a blank.
    pub(crate) fn is_blank(&self, n: usize) -> bool {
        let parts = self.letter(n).unwrap_or_default();
        !parts.is_empty() && parts.iter().all(|part| part.is_whitespace())
    }

    /// Each letter without what tells full from half width, the two kinds of kana and capitals apart.
    pub(crate) fn alike(text: &str) -> Self {
        let mut it = Self::of(text);
        for part in &mut it.parts {
            *part = plain(*part);
        }
        it
    }

    /// Whether no ASCII letter stands beside the blanks at `n`.
    pub(crate) fn is_loose(&self, n: usize) -> bool {
        let before = (0..n).rev().find(|at| !self.is_blank(*at));
        let behind = (n..self.letters.len()).find(|at| !self.is_blank(*at));
        let is_ascii = |at: usize| {
            let parts = self.letter(at).unwrap_or_default();
            parts.iter().any(char::is_ascii)
        };
        ![before, behind].into_iter().flatten().any(is_ascii)
    }
}

/// Whether it is part of the letter before it: marks such as ゛, and the later parts of a syllable of Hangul.
fn is_put_on(part: char) -> bool {
    canonical_combining_class(part) != 0 || ('\u{1160}'..='\u{11ff}').contains(&part)
}

/// What says which shape a letter has (異体字セレクタ), or nothing at all.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// A part of a letter in the one shape in which it is compared: hiragana, and no capital.
fn plain(part: char) -> char {
    match part {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}'..='\u{30fe}' => {
            char::from_u32(u32::from(part) - 0x60).unwrap_or(part)
        }
        // A capital that is two letters in small ones (İ) stays what it is.
        _ => {
            let mut small = part.to_lowercase();
            small.next().filter(|_| small.len() == 0).unwrap_or(part)
        }
    }
}

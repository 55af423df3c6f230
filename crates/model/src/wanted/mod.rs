//! A text that people look for in a flow, and what they put in its place.
//!
//! It reads the same in full and half width, in both kinds of kana and with or without capitals.
mod hits;
mod parts;
mod replacing;

use std::ops::Range;

use crate::letters::Letters;

pub use hits::{Found, Hit};
pub use parts::Part;
pub use replacing::Replacing;

/// A text that people look for.
#[derive(Clone, Debug)]
pub struct Wanted {
    letters: Letters,
}

impl Wanted {
    /// The text without the blanks around it; nothing where nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        let letters = Letters::alike(text.trim());
        (!letters.letters.is_empty()).then_some(Self { letters })
    }

    /// How often `text` holds it.
    pub fn count(&self, text: &str) -> usize {
        self.places(text).len()
    }

    /// `text` with `by` wherever it stands, and how often that is; nothing where it does not hold it.
    pub fn replaced(&self, text: &str, by: &str) -> Option<(String, usize)> {
        let places = self.places(text);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for place in &places {
            out.push_str(text.get(done..place.start)?);
            out.push_str(by);
            done = place.end;
        }
        out.push_str(text.get(done..)?);
        (!places.is_empty()).then_some((out, places.len()))
    }

    /// The bytes of `text` that write it, in order and apart from each other.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let there = Letters::alike(text);
        let length = self.letters.letters.len();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(written) = there.letters.get(at..at + length) {
            let is_here = (0..length).all(|n| there.letter(at + n) == self.letters.letter(n));
            let (Some(first), Some(last)) = (written.first(), written.last()) else {
                break;
            };
            let place = first.written.start..last.written.end;
            // One character may write several letters (㍻): it is replaced once.
            if is_here && found.last().is_none_or(|it| it.end <= place.start) {
                found.push(place);
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str, within: &str) -> usize {
        Wanted::new(text).map_or(0, |it| it.count(within))
    }

    #[test]
    fn what_reads_the_same_is_found() {
        for (text, within) in [
            ("ガイド", "ｶﾞｲﾄﾞを見る"),
            ("がいど", "ガイドを見る"),
            ("ガイド", "か\u{3099}いどを見る"),
            ("dx", "ＤＸ推進"),
            ("ＤＸ", "dx推進"),
            (" 窓口　", "窓口係"),
            ("１２", "12件"),
            ("葛城", "葛\u{e0100}城さん"),
        ] {
            assert_eq!(count(text, within), 1, "{text} in {within}");
        }
    }

    #[test]
    fn what_reads_otherwise_is_not() {
        for (text, within) in [
            ("しか", "しがらみ"),
            ("窓口", "窓 口"),
            ("", "窓"),
            ("　", "　"),
        ] {
            assert_eq!(count(text, within), 0, "{text} in {within}");
        }
    }

    #[test]
    fn every_place_is_replaced_once() {
        let replaced = |text: &str, by: &str, within: &str| {
            Wanted::new(text).unwrap().replaced(within, by).unwrap()
        };
        let expected = ("市民課窓口と市民課窓口".to_owned(), 2);
        assert_eq!(replaced("窓口係", "市民課窓口", "窓口係と窓口係"), expected);
        assert_eq!(replaced("あア", "い", "アあアア"), ("いい".to_owned(), 2));
        assert_eq!(replaced("成", "x", "㍻"), ("x".to_owned(), 1));
    }
}

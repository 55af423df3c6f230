//! Where a text stands within another one, in whatever way its letters are written there.
use std::ops::Range;

use crate::letters::Letters;

/// Texts to be found, and what is put in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marking {
    pub(super) spellings: Vec<Spelling>,
    /// Not empty, and no part of a text to be found: nothing is made to be found by putting it there.
    pub(super) mark: String,
}

/// A text to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    text: Letters,
    blanks: Blanks,
}

/// What blanks count for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blanks {
    /// They are letters like any other.
    Count,
    /// Between letters that are not ASCII they may be there or not: 山田 太郎 is 山田太郎.
    MayBeThere,
}

impl Marking {
    /// `text` with the mark wherever one of the texts stands, the longest first; nothing where none does.
    pub(super) fn marked(&self, text: &str) -> Option<String> {
        let places = self.places(text);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for place in &places {
            out.push_str(text.get(done..place.start)?);
            out.push_str(&self.mark);
            done = place.end;
        }
        out.push_str(text.get(done..)?);
        (!places.is_empty()).then_some(out)
    }

    /// The bytes of `text` that write one of the texts, in order and apart from each other.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let letters = Letters::of(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(first) = letters.letters.get(at) {
            let ends = self.spellings.iter().filter_map(|it| it.end(&letters, at));
            let Some(end) = ends.max() else {
                at += 1;
                continue;
            };
            let last = letters.letters.get(end - 1).unwrap_or(first);
            let place = first.written.start..last.written.end;
            match found.last_mut() {
                // One character may write several letters (㍻), the next of which begins another place.
                Some(before) if place.start < before.end => before.end = place.end,
                _ => found.push(place),
            }
            at = end;
        }
        found
    }
}

impl Spelling {
    /// The text without the blanks around it; nothing where nothing is left.
    pub(super) fn new(text: &str, blanks: Blanks) -> Option<Self> {
        let text = Letters::of(text.trim());
        (!text.letters.is_empty()).then_some(Self { text, blanks })
    }

    /// How many letters it has.
    pub(super) fn length(&self) -> usize {
        self.text.letters.len()
    }

    /// Whether `letter` is one of its own.
    pub(super) fn has(&self, letter: char) -> bool {
        self.text.parts.contains(&letter)
    }

    /// The letter of `text` behind it, where it stands at letter `at`.
    fn end(&self, text: &Letters, at: usize) -> Option<usize> {
        let mut next = at;
        for n in 0..self.length() {
            if self.blanks == Blanks::MayBeThere {
                if self.text.is_blank(n) && self.text.is_loose(n) {
                    continue;
                }
                while next > at && text.is_blank(next) && text.is_loose(next) {
                    next += 1;
                }
            }
            if text.letter(next)? != self.text.letter(n)? {
                return None;
            }
            next += 1;
        }
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(texts: &[&str], blanks: Blanks, from: &str) -> Option<String> {
        let spellings = texts.iter().filter_map(|text| Spelling::new(text, blanks));
        let marking = Marking {
            spellings: spellings.collect(),
            mark: "■".into(),
        };
        marking.marked(from)
    }

    fn without(text: &str, from: &str) -> Option<String> {
        marked(&[text], Blanks::Count, from)
    }

    fn without_name(name: &str, from: &str) -> Option<String> {
        marked(&[name], Blanks::MayBeThere, from)
    }

    #[test]
    fn one_text_in_many_spellings_is_found() {
        for (text, from, left) in [
            ("山田", "担当は山田、山田太郎", "担当は■、■太郎"),
            ("がく", "か\u{3099}くに聞く", "■に聞く"),
            ("か\u{3099}く", "がくに聞く", "■に聞く"),
            ("ガイド", "ｶﾞｲﾄﾞを見る", "■を見る"),
            ("DX", "ＤＸ推進", "■推進"),
            ("山田 太郎", "山田\u{3000}太郎", "■"),
            ("葛城", "葛\u{e0100}城さん", "■さん"),
            ("山田", "山\u{200b}田\u{200b}へ", "■へ"),
            ("神田", "\u{fa19}田", "■"),
            ("平成", "㍻の帳票", "■の帳票"),
            ("成の", "㍻の帳票", "■帳票"),
        ] {
            assert_eq!(
                without(text, from).as_deref(),
                Some(left),
                "{text} in {from}"
            );
        }
    }

    #[test]
    fn what_only_looks_alike_stays() {
        for (text, from) in [
            ("しか", "しがらみ"),
            ("IT", "with it"),
            ("山田", "山本と田中"),
            ("山田太郎", "山田"),
            ("山田", "山 田"),
            (" ", "山 田"),
            ("\u{200b}", "山田"),
        ] {
            assert_eq!(without(text, from), None, "{text} in {from}");
        }
    }

    #[test]
    fn a_name_is_the_same_with_and_without_a_blank_in_it() {
        for (name, from, left) in [
            ("山田 太郎", "山田太郎に聞く", Some("■に聞く")),
            ("山田太郎", "山田　太郎に聞く", Some("■に聞く")),
            ("山田太郎", "山田  太郎 に", Some("■ に")),
            ("Ann Lee", "Ann Lee said", Some("■ said")),
            ("Ann Lee", "AnnLee", None),
            ("Al", "A list", None),
        ] {
            assert_eq!(
                without_name(name, from).as_deref(),
                left,
                "{name} in {from}"
            );
        }
    }

    #[test]
    fn of_several_texts_the_longest_goes_first() {
        let left = marked(&["山田", "山田太郎"], Blanks::Count, "山田太郎と山田");
        assert_eq!(left.as_deref(), Some("■と■"));
    }
}
